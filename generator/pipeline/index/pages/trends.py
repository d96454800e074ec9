"""What comes and goes lately: topics on the home page, officials in their register.

Both show the newest twelve weeks; where a book publishes less than once a week they show
twelve months, and the page says so.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import Final

from generator.model.outline import Points
from generator.model.site import Statement
from generator.model.views.drawings import Trend, Trends
from generator.model.views.parts import Sparkline
from generator.pipeline.index.asking import points_of_briefings, points_of_statements
from generator.pipeline.index.cards.links import topic_link
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.drawings import matrix as drawn
from generator.pipeline.index.drawings.periods import Periods
from generator.pipeline.index.drawings.sparkline import sparkline
from generator.pipeline.index.wording.drawing_words import (
    BRIEFINGS_EACH,
    STATEMENTS_EACH,
    TREND_CAPTIONS,
    TREND_TITLES,
    bars_label,
    signed,
)
from generator.pipeline.index.wording.order import name_key
from generator.pipeline.index.wording.words import Words
from generator.text.dates import PartialDate

_PERIODS: Final = 12
_MOST_TOPICS: Final = 8


def rhythm(desk: Desk) -> Periods | None:
    """Give the twelve weeks, or in a slow book the twelve months, up to its newest day."""
    newest = desk.lookup.today
    if newest is None:
        return None
    weeks = Periods("week", newest, _PERIODS)
    busy = len(_recent(desk, weeks)) >= _PERIODS
    return weeks if busy else Periods("month", newest, _PERIODS)


def trends_of(desk: Desk) -> Trends | None:
    """Draw the topics that briefings are filed under themselves: a parent would outdo them."""
    periods = rhythm(desk)
    if periods is None:
        return None
    days: defaultdict[str, list[PartialDate]] = defaultdict(list)
    for briefing in _recent(desk, periods):
        for topic in briefing.topics:
            days[topic].append(briefing.published)
    numbers = {topic: len(found) for topic, found in days.items()}
    leading = drawn.leading(
        numbers, by_name(lambda one: topic_link(one, desk.site).text), _MOST_TOPICS
    )
    rows = tuple(_trend(topic, periods.counts(days[topic]), periods, desk) for topic in leading)
    return Trends(
        title=desk.words.say(TREND_TITLES[periods.unit]),
        unit=desk.words.say(BRIEFINGS_EACH[periods.unit]),
        caption=desk.words.say(TREND_CAPTIONS[periods.unit]),
        rows=rows,
    )


def statements_sparkline(
    said: Sequence[Statement], periods: Periods, words: Words
) -> Sparkline | None:
    """Draw the statements of someone, newest first; None where the periods hold none."""
    recent = takewhile(lambda one: one.date.last >= periods.first_day, points_of_statements(said))
    numbers = periods.counts(one.date for one in recent)
    label = bars_label(STATEMENTS_EACH[periods.unit], numbers, words)
    return sparkline(numbers, label) if any(numbers) else None


def by_name(name: Callable[[str], str]) -> Callable[[str], tuple[str, ...]]:
    """Give the key that puts ids in the order of their names."""
    return lambda one: (*name_key(name(one)), one)


def _recent(desk: Desk, periods: Periods) -> tuple[Points, ...]:
    since, newest = periods.first_day, points_of_briefings(desk.lookup.newest_briefings)
    return tuple(takewhile(lambda one: one.published.first >= since, newest))


def _trend(topic: str, numbers: Sequence[int], periods: Periods, desk: Desk) -> Trend:
    *_, before, now = numbers
    label = bars_label(BRIEFINGS_EACH[periods.unit], numbers, desk.words)
    return Trend(
        link=topic_link(topic, desk.site),
        sparkline=sparkline(numbers, label),
        now=now,
        change=signed(now - before),
        more=now > before,
    )
