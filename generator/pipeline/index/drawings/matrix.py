"""The matrix of officials and topics: its rows, its columns, and how hot each cell is."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.model.views.drawings import HeatStep

MOST_ROWS: Final = 12
MOST_COLUMNS: Final = 8
_STEPS: Final = (1, 2, 4, 6)
"""The least number of each step of heat, for numbers up to twelve; larger ones stretch them."""
_LARGEST: Final = 12


@dataclass(frozen=True, slots=True)
class Counts:
    """Who said how much about what, by id."""

    cells: Mapping[tuple[str, str], int]
    said: Mapping[str, int]
    """Statements of each official, each once."""
    topics: Mapping[str, int]
    """Statements on each topic."""


def counts(said: Iterable[tuple[str, Sequence[str]]]) -> Counts:
    """Count statements, each of an official and with its topics."""
    statements = tuple(said)
    return Counts(
        Counter((official, topic) for official, topics in statements for topic in topics),
        Counter(official for official, _ in statements),
        Counter(topic for _, topics in statements for topic in topics),
    )


def about(counts: Counts, officials: Iterable[str]) -> Mapping[str, int]:
    """Count what some of the officials said about each topic that they spoke about."""
    chosen, numbers = frozenset(officials), Counter[str]()
    for (official, topic), number in counts.cells.items():
        if official in chosen:
            numbers[topic] += number
    return numbers


def leading(
    numbers: Mapping[str, int], order: Callable[[str], tuple[str, ...]], most: int
) -> tuple[str, ...]:
    """Give the ids with the largest numbers; equal ones in the order of their names."""
    return tuple(sorted(numbers, key=lambda one: (-numbers[one], *order(one)))[:most])


def level(number: int, largest: int) -> int:
    """Give the step of heat of a number, from 1 to 4; 0 has none."""
    return sum(number >= least for least in _bounds(largest))


def steps(largest: int) -> tuple[HeatStep, ...]:
    """Name the steps of heat that numbers up to the largest have.

    >>> [step.text for step in steps(9)], [step.text for step in steps(3)]
    (['1', '2–3', '4–5', '6+'], ['1', '2–3'])
    """
    bounds = _bounds(largest)
    ends = [*(bound - 1 for bound in bounds[1:]), None]
    reached = [pair for pair in zip(bounds, ends, strict=True) if pair[0] <= largest]
    return tuple(HeatStep(n, _span(*pair)) for n, pair in enumerate(reached, start=1))


def _bounds(largest: int) -> tuple[int, ...]:
    stretch = max(1, -(-largest // _LARGEST))
    return (_STEPS[0], *(stretch * one for one in _STEPS[1:]))


def _span(first: int, last: int | None) -> str:
    if last is None:
        return f"{first}+"
    return str(first) if first == last else f"{first}–{last}"
