"""What several pages show and not every build needs."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from sys import intern
from typing import Generic, TypeVar

from generator.model.notes import Notes, Question

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Kept(Generic[Key, Value]):
    """Keeps what is made when it is first asked for.

    What was asked to make a value counts as asked by everyone who is given it.  With `most`
    no more than so many are kept, those that were made last.
    """

    def __init__(self, notes: Notes, most: int | None = None) -> None:
        self._notes, self._most = notes, most
        self._kept: dict[Key, tuple[Value, tuple[Question, ...]]] = {}

    def give(self, key: Key, make: Callable[..., Value], *given: object) -> Value:
        """Give what is kept under a key, or what `make` makes of what is given."""
        kept = self._kept.get(key)
        if kept is None:
            with self._notes.apart() as asked:
                value = make(*given)
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


class MadeOnce(Mapping[Key, Value]):
    """A map whose values are made when they are first asked for, and kept."""

    def __init__(self, make: Callable[[Key], Value], notes: Notes) -> None:
        self._make = make
        self._kept = Kept[Key, Value](notes)

    def __getitem__(self, key: Key) -> Value:
        return self._kept.give(key, self._make, key)

    def __iter__(self) -> Iterator[Key]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)
