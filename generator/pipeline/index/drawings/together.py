"""Who is named together: officials as circles, joined where a briefing names both."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import combinations
from typing import Final

from generator.model.views.drawings import Edge, Graph, Node
from generator.model.views.parts import Link
from generator.pipeline.index.drawings.labels import fitted, text_width
from generator.pipeline.index.drawings.layout import HEIGHT, WIDTH, Box, lay_out

MOST_NODES: Final = 14
LEAST_NODES: Final = 3
LEAST_PAIRS: Final = 3
LETTERS: Final = 12
_WIDEST_LABEL: Final = 140
_LEAST_RADIUS: Final = 5
_LARGEST_RADIUS: Final = 13
_LINE: Final = 15
_THINNEST: Final = 8
_THICKEST: Final = 50
"""Widths of lines, in tenths."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Person:
    """An official as the drawing names them."""

    id: str
    link: Link
    label: str


def pairs_of(groups: Iterable[Sequence[str]]) -> Mapping[Pair, int]:
    """Count in how many groups each two stand together; the two are in order of their ids."""
    pairs: Counter[Pair] = Counter()
    for group in groups:
        pairs.update(combinations(sorted(set(group)), 2))
    return pairs


def leading(named: Mapping[str, int], pairs: Mapping[Pair, int]) -> tuple[str, ...]:
    """Give the fourteen officials named in the most briefings, of those named with another.

    `named` counts the briefings that name each.
    """
    partners = {one for pair in pairs for one in pair}
    return tuple(sorted(partners, key=lambda one: (-named[one], one))[:MOST_NODES])


def frequent(pairs: Mapping[Pair, int], most: int) -> tuple[Pair, ...]:
    """Give the pairs named together most often."""
    return tuple(nsmallest(most, pairs, key=lambda pair: (-pairs[pair], pair)))


def graph(
    chosen: Sequence[Person], numbers: Sequence[int], pairs: Mapping[Pair, int]
) -> Graph | None:
    """Draw officials, the one named most first; None where there is too little to see.

    `numbers` are the briefings that name each.
    """
    place = {one.id: n for n, one in enumerate(chosen)}
    ties = {
        (place[first], place[second]): number
        for (first, second), number in sorted(pairs.items())
        if first in place and second in place
    }
    if len(chosen) < LEAST_NODES or len(ties) < LEAST_PAIRS:
        return None
    radii = [_radius(number, numbers[0]) for number in numbers]
    labels = [fitted(one.label, LETTERS, _WIDEST_LABEL) for one in chosen]
    points = lay_out([_box(*one) for one in zip(labels, radii, strict=True)], ties)
    nodes = tuple(
        Node(
            link=one.link,
            label=labels[n],
            x=points[n][0],
            y=points[n][1],
            radius=radii[n],
            label_y=points[n][1] + radii[n] + _LINE - 2,
            most=n == 0 and numbers[0] > numbers[1],
        )
        for n, one in enumerate(chosen)
    )
    return Graph(WIDTH, HEIGHT, nodes, _edges(nodes, ties))


def box_of(node: Node) -> Box:
    """Give the room that a circle with its label takes."""
    return _box(node.label, node.radius)


def _box(label: str, radius: int) -> Box:
    side = max(radius + 1, -(-text_width(label, LETTERS) // 2))
    return Box(side, radius + 1, radius + _LINE + 3)


def _radius(number: int, largest: int) -> int:
    return _LEAST_RADIUS + (_LARGEST_RADIUS - _LEAST_RADIUS) * number // largest


def _edges(nodes: Sequence[Node], ties: Mapping[tuple[int, int], int]) -> tuple[Edge, ...]:
    """Draw the lines, the thinnest first so that the thick ones lie above."""
    most = max(ties.values())
    in_order = sorted(ties.items(), key=lambda tie: (tie[1], tie[0]))
    return tuple(
        Edge(nodes[i].x, nodes[i].y, nodes[j].x, nodes[j].y, _thickness(number, most))
        for (i, j), number in in_order
    )


def _thickness(number: int, most: int) -> str:
    tenths = _THINNEST + (_THICKEST - _THINNEST) * (number - 1) // max(5, most - 1)
    return f"{tenths // 10}.{tenths % 10}"
