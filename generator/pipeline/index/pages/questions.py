"""The questions of briefings: those still open, oldest first, and those settled."""

from collections.abc import Iterable, Sequence

from generator.model.draft import Question as Asked
from generator.model.outline import Outline
from generator.model.site import Briefing
from generator.model.views.parts import Question
from generator.pipeline.index.asking import points_of_briefings
from generator.pipeline.index.cards.cards import question_line
from generator.pipeline.index.desk import Desk

_Asking = tuple[Briefing, Asked]


def open_questions(briefings: Sequence[Outline], desk: Desk) -> tuple[Question, ...]:
    """List the questions that are open, the oldest first."""
    return _lines((one for one in _asked(briefings, desk) if _is_open(one)), desk)


def newest_open_questions(
    briefings: Sequence[Outline], desk: Desk, most: int
) -> tuple[Question, ...]:
    """List the newest questions that are open, the newest first."""
    found = (one for one in _asked(briefings, desk) if _is_open(one))
    asked = sorted(found, key=_age, reverse=True)
    return tuple(question_line(*one, desk.lookup, desk.words) for one in asked[:most])


def settled_questions(briefings: Sequence[Outline], desk: Desk) -> tuple[Question, ...]:
    """List the questions that are answered or no longer asked, the newest first."""
    return _lines((one for one in _asked(briefings, desk) if not _is_open(one)), desk)[::-1]


def _asked(briefings: Sequence[Outline], desk: Desk) -> Iterable[_Asking]:
    blocks_of, points = desk.book.blocks_of, points_of_briefings(briefings)
    asking = (desk.lookup.briefings[one.id] for one in points if one.asked or one.settled)
    return ((one, asked) for one in asking for asked in blocks_of(one).unknowns)


def _is_open(one: _Asking) -> bool:
    return one[1].unknown.status == "open"


def _lines(asked: Iterable[_Asking], desk: Desk) -> tuple[Question, ...]:
    in_order = sorted(asked, key=_age)
    return tuple(question_line(*one, desk.lookup, desk.words) for one in in_order)


def _age(one: _Asking) -> tuple[object, ...]:
    briefing, asked = one
    raised = asked.unknown.raised or briefing.published
    return raised.first, raised.begins, briefing.id, asked.unknown.id
