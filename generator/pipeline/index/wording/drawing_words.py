"""The words of the drawings: what they show, said so that nobody needs to see them."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from generator.pipeline.index.wording.words import Words
from generator.text.language import phrase, plural

Unit = Literal["week", "month"]

TREND_TITLES: Final[Mapping[Unit, str]] = {
    "week": phrase("Topics, twelve weeks"),
    "month": phrase("Topics, twelve months"),
}
TREND_CAPTIONS: Final[Mapping[Unit, str]] = {
    "week": phrase("Briefings by topic in the last twelve weeks of the book"),
    "month": phrase("Briefings by topic in the last twelve months of the book"),
}
BRIEFINGS_EACH: Final[Mapping[Unit, str]] = {
    "week": phrase("Briefings a week"),
    "month": phrase("Briefings a month"),
}
STATEMENTS_EACH: Final[Mapping[Unit, str]] = {
    "week": phrase("Statements a week"),
    "month": phrase("Statements a month"),
}
MATRIX_CAPTION: Final = phrase("Statements by official and topic")
WHOLE_BOOK: Final = phrase(
    "statements on the record, in the whole book. A square opens the statements."
)


def bars_label(what: str, numbers: Sequence[int], words: Words) -> str:
    """Say the numbers of a sparkline: `Briefings a week, oldest first: 0, 2, 1`."""
    listed = ", ".join(map(str, numbers))
    return words.say("%(what)s, oldest first: %(numbers)s", what=words.say(what), numbers=listed)


def signed(number: int) -> str:
    """Write a change with its sign.

    >>> signed(2), signed(-1), signed(0)
    ('+2', '−1', '0')
    """
    return f"{number:+}".replace("-", "−") if number else "0"


def matrix_note(first: str, last: str, words: Words) -> str:
    """Say which days a matrix counts."""
    return words.say(
        "statements on the record, %(first)s to %(last)s. A square opens the statements.",
        first=first,
        last=last,
    )


def cell_label(official: str, topic: str, number: int, words: Words) -> str:
    """Say what a cell of the matrix counts: `Ana Petrova, Arms: 1 statement`."""
    counted = words.number_of(number, "statement")
    return words.say(
        "%(official)s, %(topic)s: %(count)s", official=official, topic=topic, count=counted
    )


def office_until(office: str, year: int, words: Words) -> str:
    """Name an office that is not held any more: `Foreign Minister of Estara until 2019`."""
    return words.say("%(office)s until %(year)s", office=office, year=year)


def matrix_rest(officials: int, topics: int, words: Words) -> str:
    """Say how many officials and topics the matrix has no room for: `3 officials and 1 topic`."""
    counts = (
        words.number_of(officials, "official") if officials else "",
        words.number_of(topics, "topic") if topics else "",
    )
    return words.listed([one for one in counts if one])


def activity_title(weeks: int, last: str, words: Words) -> str:
    """Say what the drawing of activity shows."""
    return words.say(
        "Briefings a week in the %(weeks)s weeks up to %(day)s.", weeks=weeks, day=last
    )


def activity_summary(numbers: Sequence[int], busiest: str, words: Words) -> str:
    """Say what the drawing of activity comes to; `busiest` is the day its highest week begins."""
    total, busy = words.number_of(sum(numbers), "briefing"), sum(map(bool, numbers))
    said = {"briefings": total, "weeks": len(numbers), "busy": busy, "day": busiest}
    if busy == 1:
        return words.say("%(briefings)s in %(weeks)s weeks, in the week of %(day)s.", **said)
    if max(numbers) == 1:
        return words.say(
            "%(briefings)s in %(busy)s of %(weeks)s weeks; never more than one a week.", **said
        )
    return words.say(
        "%(briefings)s in %(busy)s of %(weeks)s weeks; most, %(most)s, in the week of %(day)s.",
        most=max(numbers),
        **said,
    )


def pairs_rest(number: int, words: Words) -> str:
    """Say how many pairs are not listed: `and 1 more pair`."""
    more = plural("and %(count)s more pair", "and %(count)s more pairs")
    return words.count(more, number) if number else ""
