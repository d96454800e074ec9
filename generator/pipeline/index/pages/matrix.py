"""The matrix of the home page: who has spoken about what lately, and where that stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Final

from generator.model.offices import holds, present_or_last
from generator.model.outline import StatementPoints
from generator.model.people import Official
from generator.model.views.drawings import Matrix, MatrixCell, MatrixRow
from generator.pipeline.index.asking import points_of_statements
from generator.pipeline.index.cards.links import official_link, topic_link
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.drawings import matrix as drawn
from generator.pipeline.index.pages.ledger_topics import ledger_url
from generator.pipeline.index.pages.trends import by_name, rhythm
from generator.pipeline.index.wording.drawing_words import (
    MATRIX_CAPTION,
    WHOLE_BOOK,
    cell_label,
    matrix_note,
    matrix_rest,
    office_until,
)
from generator.pipeline.index.wording.sentences import capitalized, office_words
from generator.pipeline.index.wording.words import Words
from generator.text.dates import parse_date

_LEAST_OFFICIALS: Final = 3
_LEAST: Final = 2
"""A matrix of one row or one column is a list."""


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The rows and columns of the matrix, and all that is counted."""

    counts: drawn.Counts
    officials: tuple[str, ...]
    topics: tuple[str, ...]
    largest: int


def matrix_of(desk: Desk) -> Matrix | None:
    """Count who spoke about what lately; where fewer than three did, in the whole book."""
    periods = rhythm(desk)
    if periods is None:
        return None
    said = _said_since(desk, periods.first_day)
    if len({one.speaker for one in said}) >= _LEAST_OFFICIALS:
        return _matrix(said, _span(periods.first_day, periods.newest, desk.words), desk)
    return _matrix(_said_since(desk, date.min), desk.words.say(WHOLE_BOOK), desk)


def _said_since(desk: Desk, since: date) -> tuple[StatementPoints, ...]:
    """Give the statements of officials from a day on; statements are in order of date."""
    newest = points_of_statements(desk.lookup.newest_statements)
    recent = takewhile(lambda one: one.date.first >= since, newest)
    return tuple(one for one in recent if one.speaker in desk.site.officials)


def _span(first: date, last: date, words: Words) -> str:
    start, end = (words.dates.when(parse_date(day.isoformat())).text for day in (first, last))
    return matrix_note(start, end, words)


def _matrix(said: Iterable[StatementPoints], note: str, desk: Desk) -> Matrix | None:
    site, chosen = desk.site, _chosen(said, desk)
    if min(len(chosen.officials), len(chosen.topics)) < _LEAST:
        return None
    counts, topics = chosen.counts, chosen.topics
    return Matrix(
        topics=tuple(topic_link(one, site) for one in topics),
        rows=tuple(_row(one, chosen, desk) for one in chosen.officials),
        totals=tuple(counts.topics[one] for one in topics),
        total=sum(counts.said.values()),
        steps=drawn.steps(chosen.largest),
        note=note,
        caption=desk.words.say(MATRIX_CAPTION),
        rest=matrix_rest(
            len(counts.said) - len(chosen.officials), len(counts.topics) - len(topics), desk.words
        ),
    )


def _chosen(said: Iterable[StatementPoints], desk: Desk) -> _Chosen:
    """Choose the officials who said most, and the topics that they said most about."""
    counts = drawn.counts((one.speaker or "", one.topics) for one in said)
    people = by_name(lambda one: official_link(one, desk.site).text)
    officials = drawn.leading(counts.said, people, drawn.MOST_ROWS)
    shown = drawn.about(counts, officials)
    subjects = by_name(lambda one: topic_link(one, desk.site).text)
    topics = drawn.leading(shown, subjects, drawn.MOST_COLUMNS)
    return _Chosen(counts, officials, topics, max(counts.cells.values(), default=0))


def _row(official: str, chosen: _Chosen, desk: Desk) -> MatrixRow:
    return MatrixRow(
        official=official_link(official, desk.site),
        office=_office(desk.site.officials[official], desk),
        cells=tuple(_cell(official, topic, chosen, desk) for topic in chosen.topics),
        total=chosen.counts.said[official],
    )


def _office(official: Official, desk: Desk) -> str:
    """Name the office held on the newest day; the last one held with the year of its end."""
    today, words = desk.lookup.today, desk.words
    role = present_or_last(official.roles, today) if today else None
    if role is None or today is None:
        return ""
    office = capitalized(office_words(role, words, former=False))
    ended = role.end_date and not holds(role, today)
    if not ended or not role.end_date:
        return office
    return office_until(office, role.end_date.last.year, words)


def _cell(official: str, topic: str, chosen: _Chosen, desk: Desk) -> MatrixCell:
    number = chosen.counts.cells.get((official, topic), 0)
    names = official_link(official, desk.site).text, topic_link(topic, desk.site).text
    return MatrixCell(
        number=number,
        level=drawn.level(number, chosen.largest),
        url=ledger_url(official, topic, desk) if number else "",
        label=cell_label(*names, number, desk.words),
    )
