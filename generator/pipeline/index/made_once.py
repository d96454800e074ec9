"""What several pages show and not every build needs."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from sys import intern
from typing import Any, Generic, TypeVar, cast

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
        self._asked = set[Question]()
        """All that was asked for what is kept, and perhaps more."""

    def give(self, key: Key, make: Callable[..., Value], *given: object) -> Value:
        """Give what is kept under a key, or what `make` makes of what is given."""
        kept = self._kept.get(key)
        if kept is None:
            with self._notes.apart() as asked:
                value = make(*given)
            # One object for a question that many values ask, and no set for each, which is large.
            questions = tuple(map(intern, asked))
            self._kept[key] = value, questions
            self._asked.update(questions)
            if self._most and len(self._kept) > self._most:
                del self._kept[next(iter(self._kept))]
            return value
        self._notes.asked.update(kept[1])
        return kept[0]

    def take_over(self, before: "Kept[Key, Value]", unlike: AbstractSet[Question]) -> None:
        """Keep what was made in the round before, but for what asked one of these questions.

        It must be nothing but what follows from the answers; `unlike` has the questions that
        are answered otherwise now.
        """
        self._kept, self._asked = before.but_for(unlike)

    def but_for(
        self, unlike: AbstractSet[Question]
    ) -> tuple[dict[Key, tuple[Value, tuple[Question, ...]]], set[Question]]:
        """Give what was made and asked none of these questions, and what was asked at most."""
        pairs, asked = self._kept.items(), self._asked.copy()
        if unlike.isdisjoint(asked):
            return self._kept.copy(), asked
        return {key: one for key, one in pairs if unlike.isdisjoint(one[1])}, asked

    def __iter__(self) -> Iterator[Key]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


class MadeOnce(Mapping[Key, Value]):
    """A map whose values are made when they are first asked for, and kept beside others.

    Each map that is kept in the same place has a name of its own.
    """

    def __init__(
        self, name: str, make: Callable[[Key], Value], kept: Kept[tuple[str, Any], Any]
    ) -> None:
        self._name, self._make, self._kept = name, make, kept

    def __getitem__(self, key: Key) -> Value:
        return cast("Value", self._kept.give((self._name, key), self._make, key))

    def __iter__(self) -> Iterator[Key]:
        return (key for name, key in self._kept if name == self._name)

    def __len__(self) -> int:
        return sum(1 for _ in self)
