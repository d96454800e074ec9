"""How near briefings are to each other: in lists that they share, in what they share, in time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.model.notes import Notes, Question
from generator.model.outline import Points
from generator.pipeline.index.concordance import Concordance
from generator.pipeline.index.near import Near, Numbered
from generator.text.digests import digest_of_texts

_MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Marks:
    """What tells how near two briefings are, by ordinal."""

    numbers: Numbered
    shared: Sequence[int]
    """A number for each briefing, in which each of its officials and topics is a bit of its own."""
    an_official: int
    """The bits of officials are this one and those above it."""
    moments: Sequence[float]
    """When each was published, in seconds since 1970."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """What stands near in a book, by ordinal.

    Whoever asks who stands near has asked for their ids, topics, officials and moments.
    """

    points: Sequence[Points]
    marks: Marks
    on: Near
    """By topic: briefings on it or on one below it."""
    naming: Near
    """By official."""
    in_series: Near

    def answers(self) -> Iterator[tuple[Question, bytes]]:
        """Answer every question that asking who stands near notes."""
        for one in (self.on, self.naming, self.in_series):
            yield from one.answers()


def marks_of(found: Concordance) -> Marks:
    """Mark every briefing of a book."""
    topics = {one: 1 << n for n, one in enumerate(found.briefings.on)}
    officials = {one: 1 << n for n, one in enumerate(found.briefings.naming, len(topics))}
    months = [year * _MONTHS + month for year, month in (one.month for one in found.points)]
    ids, digests = [one.id for one in found.points], [_digest(one) for one in found.points]
    return Marks(
        numbers=Numbered(ids, found.ordinals, months, digests),
        shared=[_mark(one, topics, officials) for one in found.points],
        an_official=1 << len(topics),
        moments=[one.published.begins.timestamp() for one in found.points],
    )


def nearness(found: Concordance, marks: Marks, notes: Notes) -> Nearness:
    """Tell what stands near in a book, and note what is asked."""
    lists, numbers = found.briefings, marks.numbers
    return Nearness(
        points=found.points,
        marks=marks,
        on=Near("near-on", lists.on, numbers, notes),
        naming=Near("near-naming", lists.naming, numbers, notes),
        in_series=Near("near-in-series", lists.series, numbers, notes),
    )


def _digest(one: Points) -> bytes:
    named = (str(len(one.topics)), *one.topics, *one.officials)
    return digest_of_texts((one.id, one.url, one.published.text, *named))


def _mark(one: Points, topics: Mapping[str, int], officials: Mapping[str, int]) -> int:
    mark = 0
    for topic in one.topics:
        mark |= topics[topic]
    for official in one.officials:
        mark |= officials[official]
    return mark
