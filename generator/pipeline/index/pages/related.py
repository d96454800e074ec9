"""What to read with a briefing: what editors tied to it, then what shares most with it.

Only briefings near in time are compared, so that a book of any size takes a time in
proportion to it.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from generator.model.site import Briefing, Site
from generator.model.views.parts import Link
from generator.pipeline.index.cards.links import briefing_link
from generator.pipeline.index.lookup import Lookup
from generator.pipeline.index.wording.briefing_words import also_names, also_on, same_series
from generator.pipeline.index.wording.words import ANSWERS, ASKS, CARRIED_ON, CARRIES_ON, Words

_MOST: Final = 4
_REACH: Final = 4
"""So many briefings before and after, on each topic and with each official, are compared."""
_TOPICS_ALONE: Final = 2
"""So many shared topics relate two briefings that share no official."""

Reason = tuple[Briefing, str]


def read_with(briefing: Briefing, lookup: Lookup, words: Words) -> tuple[tuple[Link, str], ...]:
    """List at most four briefings to read with one, each once, with the first reason for it."""
    found: dict[str, tuple[Link, str]] = {}
    for other, reason in chain(_tied(briefing, lookup, words), _alike(briefing, lookup, words)):
        if other.id not in (briefing.id, *found):
            found[other.id] = briefing_link(other), reason
        if len(found) == _MOST:
            break
    return tuple(found.values())


def _tied(briefing: Briefing, lookup: Lookup, words: Words) -> Iterator[Reason]:
    """Give the briefings that editors tied to this one."""
    followed = lookup.briefings.get(briefing.follows or "")
    if followed:
        yield followed, words.say(CARRIED_ON)
    carries_on, asks, answers = words.say(CARRIES_ON), words.say(ASKS), words.say(ANSWERS)
    yield from ((other, carries_on) for other in lookup.followed_by.get(briefing.id, ()))
    answering = (briefing.answers or {}).values()
    yield from ((lookup.briefings[one], answers) for one in answering if one in lookup.briefings)
    yield from ((other, asks) for other in lookup.asked_in.get(briefing.id, ()))
    if briefing.entry.series:
        reason = same_series(briefing.entry.series, words)
        series = lookup.near_in_series.around(briefing.entry.series, briefing, 1)
        yield from ((other, reason) for other in series)


def _alike(briefing: Briefing, lookup: Lookup, words: Words) -> Iterator[Reason]:
    """Give the briefings that share most officials and topics, the most alike first."""
    officials, topics = frozenset(briefing.officials), frozenset(briefing.topics)
    ranked = []
    for ordinal, other in _candidates(briefing, lookup).items():
        people, subjects = len(officials & {*other.officials}), len(topics & {*other.topics})
        if people or subjects >= _TOPICS_ALONE:
            apart = abs(other.published.begins - briefing.published.begins)
            ranked.append((-people - subjects, apart, ordinal, other))
    ranked.sort(key=lambda one: one[:3])
    return ((other, _shared(briefing, other, lookup.site, words)) for *_, other in ranked)


def _candidates(briefing: Briefing, lookup: Lookup) -> dict[int, Briefing]:
    near = chain(
        *(lookup.near_naming.around(one, briefing, _REACH) for one in briefing.officials),
        *(lookup.near_on.around(one, briefing, _REACH) for one in briefing.topics),
    )
    return {lookup.ordinals[other.id]: other for other in near}


def _shared(briefing: Briefing, other: Briefing, site: Site, words: Words) -> str:
    people = [site.officials[one].name for one in briefing.officials if one in other.officials]
    if people:
        return also_names(people, words)
    topics = [site.topics[one].name for one in briefing.topics if one in other.topics]
    return also_on(topics, words)
