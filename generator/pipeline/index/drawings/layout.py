"""Where the circles of a graph go: ties pull together, everything pushes apart.

After Fruchterman and Reingold.  Only `+ - * /` and square roots, in one order, from one
start: the same places on every machine.  What is named must be read, so the boxes of
circles with their labels are pushed apart in the end, and if that fails stand in a grid.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

WIDTH: Final = 720
HEIGHT: Final = 420
MOST: Final = 16
"""So many boxes the grid has room for."""
_ROUNDS: Final = 50
_PUSHES: Final = 80
_COLUMNS: Final = 4
_MARGIN: Final = 3

Ties = Mapping[tuple[int, int], int]
Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """What a circle with its label needs around its middle."""

    side: int
    above: int
    below: int


def lay_out(boxes: Sequence[Box], ties: Ties) -> tuple[Point, ...]:
    """Place boxes in the frame so that none touches another; `ties` go by their numbers."""
    spread = _forced(boxes, ties)
    apart = _pushed_apart(spread, boxes)
    return tuple(apart if not _meeting(apart, boxes) else _grid(boxes))


def _forced(boxes: Sequence[Box], ties: Ties) -> list[list[float]]:
    points = _around(_chain(len(boxes), ties))
    strongest = max(ties.values(), default=1)
    pulls = [(i, j, 0.5 + weight / strongest) for (i, j), weight in sorted(ties.items())]
    ideal = 0.6 * math.sqrt(WIDTH * HEIGHT / max(1, len(boxes)))
    for turn in range(_ROUNDS):
        moves = _moves(points, pulls, ideal)
        _move(points, moves, (_ROUNDS - turn) * WIDTH / (8 * _ROUNDS))
        _keep_inside(points, boxes)
    return points


def _chain(count: int, ties: Ties) -> list[int]:
    """Order circles so that those tied most stand side by side."""
    weights = {**ties, **{(j, i): weight for (i, j), weight in ties.items()}}
    order, left = [0], list(range(1, count))
    while left:
        here = order[-1]
        found = max(left, key=lambda one: (weights.get((here, one), 0), -one))
        left.remove(found)
        order.append(found)
    return order[:count]


def _around(order: Sequence[int]) -> list[list[float]]:
    """Begin on the edges of a rectangle, at equal distances."""
    wide, high = WIDTH * 0.6, HEIGHT * 0.6
    points = [[0.0, 0.0] for _ in order]
    for n, which in enumerate(order):
        way = n * 2 * (wide + high) / len(order)
        if way < wide:
            place = [way, 0.0]
        elif way < wide + high:
            place = [wide, way - wide]
        elif way < 2 * wide + high:
            place = [2 * wide + high - way, high]
        else:
            place = [0.0, 2 * (wide + high) - way]
        points[which] = [place[0] + WIDTH * 0.2, place[1] + HEIGHT * 0.2]
    return points


def _moves(
    points: Sequence[Sequence[float]], pulls: Sequence[tuple[int, int, float]], ideal: float
) -> list[list[float]]:
    moves = [[(WIDTH / 2 - x) * 0.5, (HEIGHT / 2 - y) * 1.0] for x, y in points]
    for i, (x, y) in enumerate(points):
        for j in range(i):
            across, down = x - points[j][0], y - points[j][1]
            push = ideal * ideal / (across * across * 0.5 + down * down + 1.0)
            moves[i][0] += across * push
            moves[i][1] += down * push
            moves[j][0] -= across * push
            moves[j][1] -= down * push
    for i, j, weight in pulls:
        across, down = points[i][0] - points[j][0], points[i][1] - points[j][1]
        pull = math.sqrt(across * across + down * down) / ideal * weight * 0.5
        moves[i][0] -= across * pull
        moves[i][1] -= down * pull
        moves[j][0] += across * pull
        moves[j][1] += down * pull
    return moves


def _move(points: Sequence[list[float]], moves: Sequence[Sequence[float]], most: float) -> None:
    for point, (across, down) in zip(points, moves, strict=True):
        length = math.sqrt(across * across + down * down)
        share = min(1.0, most / length) if length else 0.0
        point[0] += across * share
        point[1] += down * share


def _keep_inside(points: Sequence[list[float]], boxes: Sequence[Box]) -> None:
    for point, box in zip(points, boxes, strict=True):
        point[0] = min(max(point[0], box.side), WIDTH - box.side)
        point[1] = min(max(point[1], box.above), HEIGHT - box.below)


def _pushed_apart(spread: Sequence[Sequence[float]], boxes: Sequence[Box]) -> list[Point]:
    """Push boxes that meet apart, each half the way, along the shorter way out."""
    points: list[list[float]] = [[float(round(x)), float(round(y))] for x, y in spread]
    for _ in range(_PUSHES):
        pairs = _meeting([(int(x), int(y)) for x, y in points], boxes)
        if not pairs:
            break
        for i, j in pairs:
            _push(points[i], points[j], boxes[i], boxes[j])
        _keep_inside(points, boxes)
        points = [[float(round(x)), float(round(y))] for x, y in points]
    return [(int(x), int(y)) for x, y in points]


def _push(one: list[float], other: list[float], box: Box, beside: Box) -> None:
    across = box.side + beside.side + _MARGIN - abs(one[0] - other[0])
    upper_first = one[1] <= other[1]
    high = box.below + beside.above if upper_first else beside.below + box.above
    down = high + _MARGIN - abs(one[1] - other[1])
    if across <= down:
        step = (across + 1) // 2 * (1 if one[0] > other[0] else -1)
        one[0], other[0] = one[0] + step, other[0] - step
    else:
        step = (down + 1) // 2 * (-1 if upper_first else 1)
        one[1], other[1] = one[1] + step, other[1] - step


def _meeting(points: Sequence[Point], boxes: Sequence[Box]) -> list[tuple[int, int]]:
    return [
        (i, j)
        for i in range(len(points))
        for j in range(i)
        if meet(points[i], points[j], boxes[i], boxes[j])
    ]


def meet(one: Point, other: Point, box: Box, beside: Box) -> bool:
    """Tell whether two boxes touch."""
    beside_each_other = abs(one[0] - other[0]) >= box.side + beside.side
    one_above = one[1] + box.below <= other[1] - beside.above
    one_below = other[1] + beside.below <= one[1] - box.above
    return not (beside_each_other or one_above or one_below)


def _grid(boxes: Sequence[Box]) -> list[Point]:
    wide, high = WIDTH // _COLUMNS, HEIGHT * _COLUMNS // MOST
    return [
        (n % _COLUMNS * wide + wide // 2, n // _COLUMNS * high + high // 2)
        for n in range(len(boxes))
    ]
