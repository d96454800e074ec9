"""What of the book a topic's page draws: its weeks, and who is named together."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Final

from generator.model.outline import Outline
from generator.model.people import Official
from generator.model.views.drawings import (
    Activity,
    ActivityChart,
    PairLine,
    Together,
    TurningPoint,
)
from generator.pipeline.index.asking import points_of_briefings
from generator.pipeline.index.cards.links import official_link
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.drawings.activity import NARROW, WIDE, Frame, Turn, Words, chart
from generator.pipeline.index.drawings.periods import Periods
from generator.pipeline.index.drawings.together import Person, frequent, graph, leading, pairs_of
from generator.pipeline.index.wording.drawing_words import (
    activity_summary,
    activity_title,
    pairs_rest,
)
from generator.pipeline.index.wording.order import filed_name
from generator.text.dates import parse_date

_WEEKS: Final = 52
_MOST_PAIRS: Final = 10
_LEAST_BRIEFINGS: Final = 3


@dataclass(frozen=True, slots=True)
class _Year:
    """The weeks of a topic: its briefings in each, and those that are turning points."""

    weeks: Periods
    numbers: tuple[int, ...]
    turning: tuple[Outline, ...]
    """Oldest first."""


def activity_of(topic: str, desk: Desk) -> Activity | None:
    """Draw the briefings of a year of weeks up to the book's newest day; None for one or two."""
    newest = desk.lookup.today
    if newest is None:
        return None
    weeks = Periods("week", newest, _WEEKS)
    briefings = desk.lookup.briefings_on.get(topic, ())
    since = weeks.first_day
    recent = tuple(
        takewhile(lambda one: one.published.first >= since, points_of_briefings(briefings))
    )
    turning = tuple(one for one in briefings[: len(recent)][::-1] if one.headline.turning_point)
    year = _Year(weeks, weeks.counts(one.published for one in recent), turning)
    if sum(year.numbers) < _LEAST_BRIEFINGS:
        return None
    busiest = weeks.start(year.numbers.index(max(year.numbers)))
    return Activity(
        wide=_chart(year, WIDE, desk),
        narrow=_chart(year, NARROW, desk),
        summary=activity_summary(year.numbers, _day(busiest, desk), desk.words),
        turning_points=tuple(_turning_point(one, desk) for one in turning),
    )


def together_of(desk: Desk, topic: str) -> Together | None:
    """Count and draw who is named in the same briefings on a topic; None where nobody is."""
    briefings = desk.lookup.briefings_on.get(topic, ())
    known = desk.site.officials
    groups = [
        [one for one in each.officials if one in known] for each in points_of_briefings(briefings)
    ]
    pairs = pairs_of(groups)
    if not pairs:
        return None
    named = Counter(one for group in groups for one in group)
    chosen = leading(named, pairs)
    return Together(
        graph=graph(_people(chosen, desk), [named[one] for one in chosen], pairs),
        pairs=tuple(
            PairLine(
                official_link(one, desk.site), official_link(other, desk.site), pairs[one, other]
            )
            for one, other in frequent(pairs, _MOST_PAIRS)
        ),
        rest=pairs_rest(max(0, len(pairs) - _MOST_PAIRS), desk.words),
    )


def _chart(year: _Year, frame: Frame, desk: Desk) -> ActivityChart:
    """Draw the weeks of a year."""
    placed = ((year.weeks.place(one.published), one) for one in year.turning)
    turns = [
        Turn(place, one.headline.turning_point or "") for place, one in placed if place is not None
    ]
    title = activity_title(_WEEKS, _day(year.weeks.newest, desk), desk.words)
    words = Words(title, desk.words.dates.month_on_axis)
    return chart(year.numbers, year.weeks, turns, frame, words)


def _turning_point(briefing: Outline, desk: Desk) -> TurningPoint:
    day = desk.words.dates.when(briefing.published)
    return TurningPoint(day, briefing.headline.turning_point or "", briefing.url)


def _day(day: date, desk: Desk) -> str:
    return desk.words.dates.full_date(parse_date(day.isoformat()))


def _people(ids: Iterable[str], desk: Desk) -> tuple[Person, ...]:
    """Name officials by their family names, but by the whole name where two share one.

    A name that is filed as it is spoken, such as Kim Jong Un, is left whole.
    """
    officials = [desk.site.officials[one] for one in ids]
    short = [_family_name(one) for one in officials]
    return tuple(
        Person(
            one.id,
            official_link(one.id, desk.site),
            family if short.count(family) == 1 else one.name,
        )
        for one, family in zip(officials, short, strict=True)
    )


def _family_name(official: Official) -> str:
    family, comma, _ = filed_name(official).partition(",")
    return family if comma else official.name
