"""How near briefings are to each other: in lists that they share, in what they share, in time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.notes import Notes, Question
from generator.model.site import Briefing
from generator.pipeline.index.lookup import Lookup
from generator.pipeline.index.near import Near, Numbered


@dataclass(frozen=True, slots=True)
class Nearness:
    """What stands near in a book, by ordinal.

    Whoever takes something of a briefing here has asked for it by asking who stands near.
    """

    briefings: Sequence[Briefing]
    on: Near
    """By topic: briefings on it or on one below it."""
    naming: Near
    """By official."""
    in_series: Near
    marks: Sequence[int]
    """A number for each briefing, in which each of its officials and topics is a bit of its own."""
    an_official: int
    """The bits of officials are this one and those above it."""
    moments: Sequence[float]
    """When each was published, in seconds since 1970."""

    def answers(self, digests: Mapping[str, bytes]) -> Iterator[tuple[Question, bytes]]:
        """Answer every question that asking who stands near notes."""
        for one in (self.on, self.naming, self.in_series):
            yield from one.answers(digests)


def nearness(lookup: Lookup, notes: Notes) -> Nearness:
    """Tell what stands near in a book, and note what is asked."""
    briefings = lookup.site.briefings
    book = Numbered.of(briefings, lookup.ordinals)
    topics = {one: 1 << n for n, one in enumerate(lookup.briefings_on)}
    officials = {one: 1 << n for n, one in enumerate(lookup.briefings_naming, len(topics))}
    return Nearness(
        briefings=briefings,
        on=Near("near-on", lookup.briefings_on, book, notes),
        naming=Near("near-naming", lookup.briefings_naming, book, notes),
        in_series=Near("near-in-series", lookup.series, book, notes),
        marks=[_mark(one, topics, officials) for one in briefings],
        an_official=1 << len(topics),
        moments=[one.published.begins.timestamp() for one in briefings],
    )


def _mark(briefing: Briefing, topics: Mapping[str, int], officials: Mapping[str, int]) -> int:
    mark = 0
    for one in briefing.topics:
        mark |= topics[one]
    for one in briefing.officials:
        mark |= officials[one]
    return mark
