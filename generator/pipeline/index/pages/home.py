"""The home page: the newest day of the book.

"Today" is the newest day of publication, never the clock, or no build could be repeated.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial
from itertools import islice
from typing import Final

from generator.model import addresses
from generator.model.later import later
from generator.model.outline import Outline
from generator.model.page import Page, Shown
from generator.model.site import Briefing, Statement
from generator.model.views.lists import HomeView
from generator.model.views.parts import BriefingGroup, Link, Question
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.heads import page_head
from generator.pipeline.index.pages.matrix import matrix_of
from generator.pipeline.index.pages.questions import newest_open_questions
from generator.pipeline.index.pages.trends import trends_of
from generator.pipeline.index.paging import runs
from generator.pipeline.index.plan import planned
from generator.pipeline.index.wording.briefing_words import minutes
from generator.pipeline.index.wording.order import name_key

_MOST_STATEMENTS: Final = 4
_MOST_QUESTIONS: Final = 4
_DAYS_BEFORE: Final = 3
_DAYS_BEFORE_A_QUIET_DAY: Final = 6
"""A day with one briefing leaves room for more of the days before it."""


def home_page() -> Page:
    """Plan the home page."""
    return planned(addresses.HOME, "home.html", _shown)


def _shown(desk: Desk) -> Shown:
    config = desk.config
    head = page_head(
        config, config.title, section=addresses.HOME, description=config.description or ""
    )
    return Shown(home_view(desk), head)


def home_view(desk: Desk) -> HomeView:
    """Gather what the home page shows."""
    days = list(islice(runs(desk.lookup.newest_briefings, _day), 1 + _DAYS_BEFORE_A_QUIET_DAY))
    today = days[0][1] if days else []
    shown = days if len(today) == 1 else days[: 1 + _DAYS_BEFORE]
    lead = _lead(today)
    quote = _telling(desk.lookup.briefings[lead.id]) if lead else None
    dates = desk.words.dates
    return HomeView(
        day=dates.day_heading(days[0][0]) if days else None,
        facts=later(partial(_facts, today, desk)),
        lead=desk.cards.briefings[lead.id] if lead else None,
        lead_summary=desk.book.blocks_of(lead).summary if lead else None,
        lead_statement=desk.cards.statements[quote.id] if quote else None,
        also=desk.cards.of_briefings(one for one in today if one is not lead),
        on_record=desk.cards.of_statements(
            islice(
                (one for one in desk.lookup.newest_statements if one is not quote),
                _MOST_STATEMENTS,
            )
        ),
        topics=later(partial(desk.once, trends_of)),
        questions=later(partial(_questions, desk)),
        earlier=tuple(
            BriefingGroup(Link(dates.day_heading(day).text), desk.cards.of_briefings(briefings))
            for day, briefings in shown[1:]
        ),
        matrix=later(partial(desk.once, matrix_of)),
    )


def _questions(desk: Desk) -> tuple[Question, ...]:
    return newest_open_questions(desk.lookup.asking, desk, _MOST_QUESTIONS)


def _day(briefing: Outline) -> date:
    return briefing.published.first


def _lead(briefings: Sequence[Outline]) -> Outline | None:
    """Choose the briefing with the most statements; of several, the first by title."""
    return min(
        briefings,
        key=lambda one: (-len(one.points.statements), name_key(one.title), one.id),
        default=None,
    )


def _telling(lead: Briefing) -> Statement | None:
    """Choose the statement to show with the lead: its first full quote, else its first."""
    quotes = (one for one in lead.statements if one.entry.kind == "quote")
    return next(quotes, next(iter(lead.statements), None))


def _facts(today: Sequence[Outline], desk: Desk) -> tuple[str, ...]:
    if not today:
        return ()
    words, texts = desk.words, desk.site.texts
    return (
        words.number_of(len(today), "briefing"),
        words.number_of(sum(len(one.points.statements) for one in today), "statement"),
        words.number_of(minutes(sum(texts[one.name].words for one in today)), "minute"),
    )
