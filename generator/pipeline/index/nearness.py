"""Which briefings stand near one: on the same topic, with the same official, in its series.

A briefing is its ordinal here, 0 for the newest, so that what is near is found by number.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model.site import Briefing
from generator.pipeline.index.lookup import Lookup
from generator.pipeline.index.made_once import MadeOnce


@dataclass(frozen=True, slots=True)
class Nearness:
    """The ordinals of briefings in ascending order, by what the briefings share."""

    on: Mapping[str, Sequence[int]]
    """By topic: briefings on it or on one below it."""
    naming: Mapping[str, Sequence[int]]
    """By official."""
    in_series: Mapping[str, Sequence[int]]
    marks: Mapping[int, int]
    """A number for each briefing, in which each of its officials and topics is a bit of its own."""
    an_official: int
    """The bits of officials are this one and those above it."""


def nearness(lookup: Lookup) -> Nearness:
    """Tell what stands near in a book; each answer is made when it is first asked for."""
    briefings, ordinals = lookup.site.briefings, lookup.ordinals

    def numbered(lists: Mapping[str, Sequence[Briefing]]) -> Mapping[str, Sequence[int]]:
        return MadeOnce(lambda key: [ordinals[one.id] for one in lists[key]])

    topics = {one: 1 << n for n, one in enumerate(lookup.briefings_on)}
    officials = {one: 1 << n for n, one in enumerate(lookup.briefings_naming, len(topics))}

    def mark(ordinal: int) -> int:
        one = briefings[ordinal]
        return sum(
            {*map(topics.__getitem__, one.topics), *map(officials.__getitem__, one.officials)}
        )

    return Nearness(
        on=numbered(lookup.briefings_on),
        naming=numbered(lookup.briefings_naming),
        in_series=numbered(lookup.series),
        marks=MadeOnce(mark),
        an_official=1 << len(topics),
    )


def around(ordinal: int, ascending: Sequence[int], *, reach: int) -> Sequence[int]:
    """Give those of a list that stand close to one of them, and that one.

    >>> around(5, [1, 3, 5, 7, 9], reach=1)
    [3, 5, 7]
    """
    at = bisect_left(ascending, ordinal)
    return ascending[max(0, at - reach) : at + reach + 1]
