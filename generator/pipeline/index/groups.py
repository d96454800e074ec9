"""Lists of cards under headings: months and days of briefings, months of statements."""

from collections.abc import Iterable, Sequence

from generator.model.outline import Outline
from generator.model.site import Statement
from generator.model.views.parts import BriefingGroup, Link, StatementGroup
from generator.pipeline.index.asking import points_of_briefings
from generator.pipeline.index.cards.cards import Cards
from generator.pipeline.index.cards.links import month_link
from generator.pipeline.index.paging import runs
from generator.text.dates import month_of


def by_month(briefings: Sequence[Outline], cards: Cards) -> tuple[BriefingGroup, ...]:
    """Group briefings that are in order of date by the month of publication."""
    return tuple(
        BriefingGroup(month_link(*month, cards.words), cards.of_briefings(group))
        for month, group in runs(points_of_briefings(briefings), lambda one: one.month)
    )


def by_day(briefings: Sequence[Outline], cards: Cards) -> tuple[BriefingGroup, ...]:
    """Group briefings that are in order of date by the day of publication."""
    return tuple(
        BriefingGroup(Link(cards.words.dates.day_heading(day).text), cards.of_briefings(group))
        for day, group in runs(points_of_briefings(briefings), lambda one: one.published.first)
    )


def statements_by_month(
    statements: Iterable[Statement], cards: Cards
) -> tuple[StatementGroup, ...]:
    """Group statements that are in order of date by month; by year where no more is known."""
    return tuple(
        StatementGroup(cards.words.dates.month_heading(*month), "", cards.of_statements(group))
        for month, group in runs(statements, lambda one: month_of(one.date))
    )
