"""Which briefings stand near one: on the same topic, with the same official, in its series.

A briefing is its ordinal here, 0 for the newest, so that what is near is found by number.

A list changes with each new briefing, but most briefings keep their neighbours.  So the
question that is noted is not for the whole list but for its months around a place in it,
with all that tells how near the briefings of these months are.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model.notes import Notes, Question
from generator.text.digests import digest_of_digests


@dataclass(frozen=True, slots=True)
class Numbered:
    """The briefings of a book by ordinal."""

    ids: Sequence[str]
    ordinals: Mapping[str, int]
    months: Sequence[int]
    """The month of publication of each, as a number."""
    digests: Sequence[bytes]
    """A digest of all of each that tells how near it is to another."""


class Near:
    """Finds the briefings that stand close to one of them, in lists that are newest first."""

    def __init__(
        self, name: str, lists: Mapping[str, Sequence[str]], numbers: Numbered, notes: Notes
    ) -> None:
        self._name, self._lists, self._book, self._notes = name, lists, numbers, notes
        self._ascending: dict[str, list[int]] = {}

    def around(self, key: str, ordinal: int, reach: int) -> Sequence[int]:
        """Give a briefing of a list and at most `reach` on either side of it."""
        ascending = self._numbers(key)
        at = bisect_left(ascending, ordinal)
        found = ascending[max(0, at - reach) : at + reach + 1]
        asked, place, months = self._notes.asked, f"{self._name}/{key}/", self._book.months
        asked.update([f"{place}{one}" for one in range(months[found[-1]], months[found[0]] + 1)])
        if at < reach:
            asked.add(f"{place}newest")
        if at + reach >= len(ascending):
            asked.add(f"{place}oldest")
        return found

    def answers(self) -> Iterator[tuple[Question, bytes]]:
        """Answer every question that `around` notes."""
        ids, months, digests = self._book.ids, self._book.months, self._book.digests
        for key in self._lists:
            ascending, place = self._numbers(key), f"{self._name}/{key}/"
            for month, found in groupby(ascending, months.__getitem__):
                yield f"{place}{month}", digest_of_digests([digests[one] for one in found])
            yield f"{place}newest", ids[ascending[0]].encode()
            yield f"{place}oldest", ids[ascending[-1]].encode()

    def _numbers(self, key: str) -> list[int]:
        known = self._ascending.get(key)
        if known is None:
            ordinals = self._book.ordinals
            known = self._ascending[key] = [ordinals[one] for one in self._lists[key]]
        return known
