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
from typing import Final, Generic, TypeVar, overload

from generator.model.notes import Notes, Question

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
Item = TypeVar("Item")

_SIZE: Final = 16


@dataclass(frozen=True, slots=True)
class Kind(Generic[Item]):
    """What is asked about the items of lists."""

    question: Callable[[Item], Question]
    """The question that is asked by taking an item from a list."""
    digest: Callable[[Sequence[Item]], bytes]
    """A digest of which items a list has; what they are is for the other question."""


class Listed(Sequence[Item]):
    """A list that notes that it was asked for, and each item that is taken from it."""

    def __init__(
        self, items: Sequence[Item], notes: Notes, whole: Question, kind: Kind[Item]
    ) -> None:
        self._items, self._notes, self._whole, self._kind = items, notes, whole, kind

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> "Listed[Item]": ...
    def __getitem__(self, at: int | slice) -> "Item | Listed[Item]":
        self._notes.asked.add(self._whole)
        if isinstance(at, slice):
            return Listed(self._items[at], self._notes, self._whole, self._kind)
        item = self._items[at]
        self._notes.asked.add(self._kind.question(item))
        return item

    def __len__(self) -> int:
        self._notes.asked.add(self._whole)
        return len(self._items)

    def __iter__(self) -> Iterator[Item]:
        notes, question = self._notes, self._kind.question
        notes.asked.add(self._whole)
        for item in self._items:
            notes.asked.add(question(item))
            yield item


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


class AskedLists(Asked[Key, Sequence[Item]]):
    """A map of lists, which note what is taken from them too."""

    def __init__(
        self, name: str, found: Mapping[Key, Sequence[Item]], notes: Notes, kind: Kind[Item]
    ) -> None:
        super().__init__(name, found, notes, lambda key: kind.digest(found[key]))
        self._kind = kind

    def __getitem__(self, key: Key) -> Listed[Item]:
        return Listed(super().__getitem__(key), self._notes, f"{self._name}/{key}", self._kind)


def digest(value: object) -> bytes:
    """Give a digest of what a value says, the same for all that say the same."""
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True  # whether two parts are one object or two that are alike says nothing
    pickler.dump(value)
    return sha256(stream.getbuffer()).digest()[:_SIZE]
