"""What several pages show and not every build needs."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from sys import intern
from typing import TypeVar

from generator.model.notes import Notes, Question

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class MadeOnce(Mapping[Key, Value]):
    """A map whose values are made when they are first asked for, and kept.

    What was asked to make a value counts as asked by everyone who is given it.  With `most`
    no more than so many are kept, those that were made last.
    """

    def __init__(self, make: Callable[[Key], Value], notes: Notes, most: int | None = None) -> None:
        self._make, self._notes, self._most = make, notes, most
        self._kept: dict[Key, tuple[Value, tuple[Question, ...]]] = {}

    def __getitem__(self, key: Key) -> Value:
        kept = self._kept.get(key)
        if kept is None:
            with self._notes.apart() as asked:
                value = self._make(key)  # which knows whether there is one
            # One object for a question that many values ask, and no set for each, which is large.
            self._kept[key] = value, tuple(map(intern, asked))
            if self._most and len(self._kept) > self._most:
                del self._kept[next(iter(self._kept))]
            return value
        self._notes.asked.update(kept[1])
        return kept[0]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)
