"""The book as pages ask it: every question is noted, and can be asked again.

A page shows nothing of the book but the answers to its questions.  If all of them are
answered as they were when the page was last made, the page is the same; nobody keeps a
list of what depends on what.
"""

import io
import pickle
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final, Generic, TypeVar, overload

from generator.model.apart import TakingApart
from generator.model.notes import Notes, Question
from generator.model.outline import Outline, Points, StatementPoints, points_of_statement
from generator.model.site import Statement
from generator.text.dates import PartialDate
from generator.text.digests import digest_of_texts

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
Item = TypeVar("Item")
Id = TypeVar("Id")

_SIZE: Final = 16
_DAYS: Final = "days of "
"""What the question begins with that is asked for the days of a list alone."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[Id, Item]):
    """What is asked about the items of lists, which are listed by what stands for each."""

    question: Callable[[Id], Question]
    """The question that is asked by taking an item from a list."""
    digest: Callable[[Sequence[Id]], bytes]
    """A digest of which items a list has; what they are is for the other question."""
    item: Callable[[Id], Item]
    """Gives what an id stands for."""
    points: "Kind[Id, Any] | None" = None
    """The kind of a list of what the same things are found by."""
    day: Callable[[Id], PartialDate] | None = None
    """Gives the day of an item, where lists are in order of these."""


class Listed(Sequence[Item]):
    """A list that notes that it was asked for, and each item that is taken from it.

    A part of it asks for the whole.
    """

    def __init__(
        self,
        listed: Sequence[Any],
        notes: Notes,
        whole: Question,
        kind: Kind[Any, Item],
        *,
        is_part: bool = False,
    ) -> None:
        self._listed, self._notes, self._whole, self._kind = listed, notes, whole, kind
        self._is_part = is_part

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> "Listed[Item]": ...
    def __getitem__(self, at: int | slice) -> "Item | Listed[Item]":
        self._notes.asked.add(self._whole)
        if isinstance(at, slice):
            return Listed(self._listed[at], self._notes, self._whole, self._kind, is_part=True)
        found = self._listed[at]
        self._notes.asked.add(self._kind.question(found))
        return self._kind.item(found)

    def __len__(self) -> int:
        self._notes.asked.add(self._whole)
        return len(self._listed)

    def points(self) -> "Listed[Any]":
        """Give what the items are found by, in a list that asks for no more of them."""
        points = self._kind.points
        if points is None:
            raise TypeError(f"{self._whole}: these are not found by anything")
        return Listed(self._listed, self._notes, self._whole, points, is_part=self._is_part)

    def days(self) -> tuple[PartialDate, ...]:
        """Give the days of the first item and of the last, which is all that is asked for.

        There are none where the list is empty.
        """
        if self._is_part:
            raise TypeError(f"{self._whole}: the days of a part are not asked for alone")
        self._notes.asked.add(f"{_DAYS}{self._whole}")
        return _days(self._listed, self._kind)

    def __iter__(self) -> Iterator[Item]:
        notes, question, item = self._notes, self._kind.question, self._kind.item
        notes.asked.add(self._whole)
        for one in self._listed:
            notes.asked.add(question(one))
            yield item(one)


def points_of_briefings(listed: Sequence[Outline]) -> Sequence[Points]:
    """Give what the briefings of a list are found by.

    To ask for no more than that spares making a page anew when they say something else.
    """
    return listed.points() if isinstance(listed, Listed) else [one.points for one in listed]


def points_of_statements(listed: Sequence[Statement]) -> Sequence[StatementPoints]:
    """Give what the statements of a list are found by, and ask for no more than that."""
    if isinstance(listed, Listed):
        return listed.points()
    return [points_of_statement(one) for one in listed]


def days_of(listed: Sequence[Outline] | Sequence[Statement]) -> Sequence[PartialDate]:
    """Give the days of the newest and of the oldest of a whole list; none where it is empty.

    To ask for no more than that spares making a page anew when they say something else.
    """
    if isinstance(listed, Listed):
        return listed.days()
    if listed:
        raise TypeError("no lists but those of the book are asked for their days alone")
    return ()


class Asked(Mapping[Key, Value]):
    """A map that notes what it is asked for.

    `say` gives a digest of what there is at a key; `part_of` gives the question that is asked
    too with a value that is a part of another.
    """

    def __init__(
        self,
        name: str,
        found: Mapping[Key, Value],
        notes: Notes,
        say: Callable[[Key], bytes],
        part_of: Callable[[Value], Question] | None = None,
    ) -> None:
        self._name, self._found, self._notes, self._say = name, found, notes, say
        self._part_of = part_of

    def __getitem__(self, key: Key) -> Value:
        self._notes.asked.add(f"{self._name}/{key}")
        value = self._found[key]
        if self._part_of:
            self._notes.asked.add(self._part_of(value))
        return value

    def __contains__(self, key: object) -> bool:
        self._notes.asked.add(f"{self._name}/{key}")
        return key in self._found

    def __iter__(self) -> Iterator[Key]:
        self._notes.asked.add(self._name)
        return iter(self._found)

    def __len__(self) -> int:
        self._notes.asked.add(self._name)
        return len(self._found)

    def answers(self) -> Iterator[tuple[Question, bytes]]:
        """Answer every question that has an answer: for each key, and for all of them."""
        yield self._name, digest(list(self._found))
        for key in self._found:
            yield f"{self._name}/{key}", self._say(key)


class AskedLists(Mapping[Key, Listed[Item]]):
    """A map of lists, which note what is taken from them too."""

    def __init__(
        self,
        name: str,
        found: Mapping[Key, Sequence[Any]],
        notes: Notes,
        kind: Kind[Any, Item],
    ) -> None:
        self._found = Asked(name, found, notes, lambda key: kind.digest(found[key]))
        self._name, self._lists, self._notes, self._kind = name, found, notes, kind

    def __getitem__(self, key: Key) -> Listed[Item]:
        return Listed(self._found[key], self._notes, f"{self._name}/{key}", self._kind)

    def __contains__(self, key: object) -> bool:
        return key in self._found

    def __iter__(self) -> Iterator[Key]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def answers(self) -> Iterator[tuple[Question, bytes]]:
        """Answer every question that has an answer: for each key, and for all of them."""
        yield from self._found.answers()
        if self._kind.day:
            for key, listed in self._lists.items():
                days = [one.text for one in _days(listed, self._kind)]
                yield f"{_DAYS}{self._name}/{key}", digest_of_texts(days)


def _days(listed: Sequence[Any], kind: Kind[Any, Any]) -> tuple[PartialDate, ...]:
    if kind.day is None:
        raise TypeError("these have no days")
    return tuple([kind.day(listed[at]) for at in (0, -1)]) if listed else ()


_APART: Final = TakingApart(__name__.partition(".")[0])


def digest(value: object) -> bytes:
    """Give a digest of what a value says, the same for all that say the same."""
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _APART
    pickler.fast = True  # whether two parts are one object or two that are alike says nothing
    pickler.dump(value)
    return sha256(stream.getbuffer()).digest()[:_SIZE]
