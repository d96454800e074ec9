"""What pure functions made, remembered with the questions that they asked.

Each thing that was made is kept with the questions asked for it, and each question with a
digest of its answer.  What was made of the same, and whose questions have the answers that
they had, is the same; nobody keeps a list of what depends on what.
"""

from array import array
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from sys import byteorder
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from generator.runtime.kept import keep, read_kept

_FORMAT: Final = f"3 {byteorder}"
_NUMBER: Final = "I"
_SLACK: Final = 1.2
"""So many times as many questions may be kept as are asked."""
_SPARE: Final = 1_000
"""How many traces may stay that nobody asks for, beside as many as are asked for."""
_Numbers = Sequence[int]


class Trace(NamedTuple):
    """Something that was made."""

    name: str
    what: str
    """What it was made of, beside the answers."""
    value: str
    """What became of it, in few words: a digest."""
    asked: Iterable[str]


class Grounds(NamedTuple):
    """What the answers to some questions come from."""

    digest: str
    holds: Callable[[str], bool]
    """Tells whether the answer to a question comes from that alone."""


def _no_numbers() -> "array[int]":
    return array(_NUMBER)


@dataclass(slots=True)
class _Made:
    """Many traces, each question a number."""

    names: list[str] = field(default_factory=list)
    whats: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    ends: "array[int]" = field(default_factory=_no_numbers)
    """Where the questions of each end in `asked`."""
    asked: "array[int]" = field(default_factory=_no_numbers)

    def add(self, name: str, what: str, value: str, asked: _Numbers) -> None:
        """Add something that was made."""
        self.names.append(name)
        self.whats.append(what)
        self.values.append(value)
        self.asked.extend(asked)
        self.ends.append(len(self.asked))

    def asked_by(self, at: int) -> "array[int]":
        """Give the questions of the one at a place."""
        return self.asked[self.ends[at - 1] if at else 0 : self.ends[at]]

    def written(self) -> tuple[object, ...]:
        """Give them as JSON can write them."""
        numbers = map(_written, (self.ends, self.asked))
        return (self.names, self.whats, self.values, *numbers)

    @classmethod
    def read(cls, names: Any, whats: Any, values: Any, *numbers: str) -> "_Made":  # noqa: ANN401
        """Give them as they were written."""
        return cls(names, whats, values, *map(_numbers, numbers))


class Traces:
    """What was made last, and which of it is still the same.

    One process may make the same things again and again: each round begins with `again`.
    """

    def __init__(
        self,
        path: Path | None,
        made_with: str,
        answer: Callable[[str], str],
        grounds: Grounds | None = None,
    ) -> None:
        """Read what was kept; without a path there is nothing.

        `made_with` tells what all things depend on; `answer` gives a digest of the answer that
        a question has now.  `grounds` spares asking where they are the same.
        """
        self._path, self._made_with, self._grounds = path, made_with, grounds
        self._kept, self._answers = _Made(), list[str]()
        self._numbers: dict[str, int] = {}
        record = read_kept(path) if path else None
        self._same_grounds = False
        if record and record[0][:-1] == [_FORMAT, made_with]:
            self._same_grounds = bool(grounds) and record[0][-1] == self._digest()
            _, questions, self._answers, *made = record
            self._kept = _Made.read(*made)
            self._numbers = {one: number for number, one in enumerate(questions)}
        self._places = {name: at for at, name in enumerate(self._kept.names)}
        self._begin(answer)

    def again(self, made_with: str, answer: Callable[[str], str], *, same: bool = False) -> None:
        """Begin another round with what was kept in the last one.

        `same` tells that every question surely has the answer that it had; then all that was
        kept stays, asked for or not, but for what is noted anew.
        """
        if made_with != self._made_with:
            self._made_with, self._kept, self._answers, self._numbers = made_with, _Made(), [], {}
            self._places = {}
        self._same_grounds = False  # they were those of the first round
        self._begin(answer, same=same)

    def _begin(self, answer: Callable[[str], str], *, same: bool = False) -> None:
        self._answer, self._used = answer, [*self._places.values()] if same else list[int]()
        self._now = self._answers if same else self._asked_again()
        # A round that broke off may have left questions that nothing which is kept asks.
        pairs = enumerate(zip(self._now, self._answers, strict=False))
        changed = (number for number, (one, other) in pairs if one != other)
        self._changed = frozenset(() if same else changed)

    def _asked_again(self) -> list[str]:
        """Give the answers that all questions have now."""
        if not self._same_grounds or self._grounds is None:
            return list(map(self._answer, self._numbers))
        of_grounds, answer = self._grounds.holds, self._answer
        known = zip(self._numbers, self._answers, strict=True)
        return [before if of_grounds(one) else answer(one) for one, before in known]

    def _digest(self) -> str:
        return self._grounds.digest if self._grounds else ""

    def value_of(self, name: str, what: str) -> str | None:
        """Give what became of something made of this; None where it is to be made anew."""
        at = self._places.get(name)
        if at is None or self._kept.whats[at] != what:
            return None
        if self._changed and not self._changed.isdisjoint(self._kept.asked_by(at)):
            return None
        self._used.append(at)
        return self._kept.values[at]

    def note(self, made: Trace) -> None:
        """Note something that was made now."""
        numbers = self._numbers
        asked = [numbers.setdefault(one, len(numbers)) for one in made.asked]
        self._used.append(len(self._kept.names))
        self._kept.add(made.name, made.what, made.value, sorted(asked))

    def keep(self, values: Mapping[str, str] = MappingProxyType({}), *, there: bool = True) -> None:
        """Keep what is as it was, and what was noted; `values` has other words for some of it.

        Without `there` it is kept in this process alone.
        """
        names = self._kept.names
        # What was not asked for goes: its questions may have had other answers in this round.
        self._places = {names[at]: at for at in self._used}
        for name in values.keys() & self._places.keys():
            self._kept.values[self._places[name]] = values[name]
        new = islice(self._numbers, len(self._now), None)
        self._answers = [*self._now, *map(self._answer, new)]
        if there or len(names) > 2 * len(self._used) + _SPARE:
            self._compact()
        if there and self._path:
            head = [_FORMAT, self._made_with, self._digest()]
            keep(self._path, head, [*self._numbers], self._answers, *self._kept.written())

    def _compact(self) -> None:
        """Leave out what nobody asks for any more."""
        kept, made = self._kept, _Made()
        if len(self._places) < len(kept.names):
            for name, at in self._places.items():
                made.add(name, kept.whats[at], kept.values[at], kept.asked_by(at))
            self._kept = made
            self._places = {name: at for at, name in enumerate(made.names)}
        if len(self._numbers) > _SLACK * len(set(self._kept.asked)) + 1:
            self._renumber()

    def _renumber(self) -> None:
        """Give the questions that are asked new numbers, without gaps."""
        new: dict[int, int] = {}
        asked = [new.setdefault(one, len(new)) for one in self._kept.asked]
        questions = [*self._numbers]
        self._kept.asked = array(_NUMBER, asked)
        self._answers = [self._answers[number] for number in new]
        self._numbers = {questions[old]: number for old, number in new.items()}


def _written(numbers: "array[int]") -> str:
    return b64encode(numbers).decode()


def _numbers(written: str) -> "array[int]":
    numbers = array(_NUMBER)
    numbers.frombytes(b64decode(written))
    return numbers
