"""What to read with a briefing: what editors tied to it, then what shares most with it.

Only briefings near in time are compared, so that a book of any size takes a time in
proportion to it.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from generator.model.outline import Points
from generator.model.site import Briefing
from generator.model.views.parts import Link
from generator.pipeline.index.asking import points_of_briefings
from generator.pipeline.index.cards.links import briefing_link
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.nearness import Nearness
from generator.pipeline.index.wording.briefing_words import also_names, also_on, same_series
from generator.pipeline.index.wording.words import ANSWERS, ASKS, CARRIED_ON, CARRIES_ON

_MOST: Final = 4
_REACH: Final = 4
"""So many briefings before and after, on each topic and with each official, are compared."""
_TOPICS_ALONE: Final = 2
"""So many shared topics relate two briefings that share no official."""

Reason = tuple[str, str]
"""The id of a briefing, and why to read it."""


def read_with(briefing: Briefing, desk: Desk) -> tuple[tuple[Link, str], ...]:
    """List at most four briefings to read with one, each once, with the first reason for it."""
    found: dict[str, tuple[Link, str]] = {}
    for other, reason in chain(_tied(briefing, desk), _alike(briefing, desk)):
        if other not in (briefing.id, *found):
            found[other] = briefing_link(desk.lookup.outlines[other]), reason
        if len(found) == _MOST:
            break
    return tuple(found.values())


def _tied(briefing: Briefing, desk: Desk) -> Iterator[Reason]:
    """Give the briefings that editors tied to this one."""
    lookup, words = desk.lookup, desk.words
    if briefing.follows and briefing.follows in lookup.outlines:
        yield briefing.follows, words.say(CARRIED_ON)
    carries_on, asks, answers = words.say(CARRIES_ON), words.say(ASKS), words.say(ANSWERS)
    following = points_of_briefings(lookup.followed_by.get(briefing.id, ()))
    yield from ((one.id, carries_on) for one in following)
    answering = (briefing.answers or {}).values()
    yield from ((one, answers) for one in answering if one in lookup.outlines)
    asking = points_of_briefings(lookup.asked_in.get(briefing.id, ()))
    yield from ((one.id, asks) for one in asking)
    if briefing.entry.series:
        reason = same_series(briefing.entry.series, words)
        here = lookup.ordinals[briefing.id]
        beside = desk.near.in_series.around(briefing.entry.series, here, 1)
        yield from ((desk.near.points[one].id, reason) for one in beside)


def _alike(briefing: Briefing, desk: Desk) -> Iterator[Reason]:
    """Give the briefings that share most officials and topics, the most alike first."""
    here, near = desk.lookup.ordinals[briefing.id], desk.near
    marks, an_official, moments = near.marks.shared, near.marks.an_official, near.marks.moments
    own = marks[here]
    ranked = sorted(
        (-shared.bit_count(), abs(moments[other] - moments[here]), other)
        for other in _candidates(briefing, here, near)
        if (shared := own & marks[other]) >= an_official or shared.bit_count() >= _TOPICS_ALONE
    )
    others = (near.points[ordinal] for *_, ordinal in ranked)
    return ((other.id, _shared(briefing, other, desk)) for other in others)


def _candidates(briefing: Briefing, here: int, near: Nearness) -> Iterable[int]:
    lists = chain(
        (near.naming.around(one, here, _REACH) for one in briefing.officials),
        (near.on.around(one, here, _REACH) for one in briefing.topics),
    )
    return set(chain.from_iterable(lists)) - {here}


def _shared(briefing: Briefing, other: Points, desk: Desk) -> str:
    people = [one for one in briefing.officials if one in other.officials]
    if people:
        return also_names([desk.site.officials[one].name for one in people], desk.words)
    topics = [desk.site.topics[one].name for one in briefing.topics if one in other.topics]
    return also_on(topics, desk.words)
