"""The words of the drawings: what they show, said so that nobody needs to see them."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from generator.pipeline.index.wording.words import listed, number_of

Unit = Literal["week", "month"]

TREND_TITLES: Final[Mapping[Unit, str]] = {
    "week": "Topics, twelve weeks",
    "month": "Topics, twelve months",
}
TREND_CAPTIONS: Final[Mapping[Unit, str]] = {
    "week": "Briefings by topic in the last twelve weeks of the book",
    "month": "Briefings by topic in the last twelve months of the book",
}
BRIEFINGS_EACH: Final[Mapping[Unit, str]] = {
    "week": "Briefings a week",
    "month": "Briefings a month",
}
STATEMENTS_EACH: Final[Mapping[Unit, str]] = {
    "week": "Statements a week",
    "month": "Statements a month",
}
MATRIX_CAPTION: Final = "Statements by official and topic"
WHOLE_BOOK: Final = "statements on the record, in the whole book. A square opens the statements."


def bars_label(what: str, numbers: Sequence[int]) -> str:
    """Say the numbers of a sparkline.

    >>> bars_label("Briefings a week", [0, 2, 1])
    'Briefings a week, oldest first: 0, 2, 1'
    """
    return f"{what}, oldest first: {', '.join(map(str, numbers))}"


def signed(number: int) -> str:
    """Write a change with its sign.

    >>> signed(2), signed(-1), signed(0)
    ('+2', '−1', '0')
    """
    return f"{number:+}".replace("-", "−") if number else "0"


def matrix_note(first: str, last: str) -> str:
    """Say which days a matrix counts."""
    return f"statements on the record, {first} to {last}. A square opens the statements."


def cell_label(official: str, topic: str, number: int) -> str:
    """Say what a cell of the matrix counts.

    >>> cell_label("Ana Petrova", "Arms", 1)
    'Ana Petrova, Arms: 1 statement'
    """
    return f"{official}, {topic}: {number_of(number, 'statement')}"


def office_until(office: str, year: int) -> str:
    """Name an office that is not held any more: `Foreign Minister of Estara until 2019`."""
    return f"{office} until {year}"


def matrix_rest(officials: int, topics: int) -> str:
    """Say how many officials and topics the matrix has no room for.

    >>> matrix_rest(3, 1), matrix_rest(0, 2), matrix_rest(0, 0)
    ('3 officials and 1 topic', '2 topics', '')
    """
    counts = (
        number_of(officials, "official") if officials else "",
        number_of(topics, "topic") if topics else "",
    )
    return listed([one for one in counts if one])


def activity_title(weeks: int, last: str) -> str:
    """Say what the drawing of activity shows."""
    return f"Briefings a week in the {weeks} weeks up to {last}."


def activity_summary(numbers: Sequence[int], busiest: str) -> str:
    """Say what the drawing of activity comes to; `busiest` is the day its highest week begins.

    >>> activity_summary([0, 3, 1], "4 November 2024")
    '4 briefings in 2 of 3 weeks; most, 3, in the week of 4 November 2024.'
    >>> activity_summary([0, 1], "4 November 2024")
    '1 briefing in 2 weeks, in the week of 4 November 2024.'
    """
    total, busy = number_of(sum(numbers), "briefing"), sum(map(bool, numbers))
    weeks = f"{len(numbers)} weeks"
    if busy == 1:
        return f"{total} in {weeks}, in the week of {busiest}."
    most = max(numbers)
    peak = f"most, {most}, in the week of {busiest}" if most > 1 else "never more than one a week"
    return f"{total} in {busy} of {weeks}; {peak}."


def pairs_rest(number: int) -> str:
    """Say how many pairs are not listed.

    >>> pairs_rest(1), pairs_rest(0)
    ('and 1 more pair', '')
    """
    if number == 0:
        return ""
    return f"and {number:,} more {'pair' if number == 1 else 'pairs'}"
