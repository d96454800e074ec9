"""The neighbours of a briefing in a list, and how their being the same can be told.

A list changes with each new briefing, but most briefings keep their neighbours.  So the
question that is noted is not for the whole list but for its months around a place in it,
with all that the briefings of these months say.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from generator.model.notes import Notes, Question
from generator.model.site import Briefing
from generator.text.digests import digest_of_digests

Month = tuple[int, int]


class Near:
    """Finds the briefings that stand close to one of them, in lists that are newest first."""

    def __init__(
        self,
        name: str,
        lists: Mapping[str, Sequence[Briefing]],
        ordinals: Mapping[str, int],
        notes: Notes,
    ) -> None:
        self._name, self._lists, self._ordinals, self._notes = name, lists, ordinals, notes

    def noting(self, notes: Notes) -> "Near":
        """Give the same, noting elsewhere what it is asked."""
        return Near(self._name, self._lists, self._ordinals, notes)

    def around(self, key: str, briefing: Briefing, reach: int) -> Sequence[Briefing]:
        """Give a briefing of a list and at most `reach` on either side of it."""
        listed, ordinals = self._lists[key], self._ordinals
        at = bisect_left(listed, ordinals[briefing.id], key=lambda one: ordinals[one.id])
        found = listed[max(0, at - reach) : at + reach + 1]
        asked, place = self._notes.asked, f"{self._name}/{key}"
        asked.update([f"{place}/{year}-{month}" for year, month in _months(found[-1], found[0])])
        if at < reach:
            asked.add(f"{place}/newest")
        if at + reach >= len(listed):
            asked.add(f"{place}/oldest")
        return found

    def answers(self, digests: Mapping[str, bytes]) -> Iterator[tuple[Question, bytes]]:
        """Answer every question that `around` notes; `digests` has those of briefings."""
        for key, listed in self._lists.items():
            place = f"{self._name}/{key}"
            for (year, month), found in groupby(listed, _month):
                yield f"{place}/{year}-{month}", digest_of_digests(digests[one.id] for one in found)
            yield f"{place}/newest", listed[0].id.encode()
            yield f"{place}/oldest", listed[-1].id.encode()


def _month(briefing: Briefing) -> Month:
    return briefing.published.first.year, briefing.published.first.month


def _months(oldest: Briefing, newest: Briefing) -> Iterator[Month]:
    """Give every month between two briefings, also those in which there is nothing."""
    (year, month), last = _month(oldest), _month(newest)
    while (year, month) <= last:
        yield year, month
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)  # noqa: PLR2004
