"""Many traces beside each other, as a record keeps them."""

from array import array
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

NUMBER: Final = "I"
"""How an array holds the number of a question."""
_Numbers = Sequence[int]


def _no_numbers() -> "array[int]":
    return array(NUMBER)


@dataclass(slots=True)
class TraceLists:
    """Many traces, in lists that are quick to read and to write; each question is a number."""

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

    def since(self, first: int) -> "TraceLists":
        """Give those from a place on."""
        begin = self.ends[first - 1] if first else 0
        ends = array(NUMBER, [one - begin for one in self.ends[first:]])
        names, whats, values = self.names[first:], self.whats[first:], self.values[first:]
        return TraceLists(names, whats, values, ends, self.asked[begin:])

    def cut(self, first: int) -> None:
        """Leave out those from a place on."""
        begin = self.ends[first - 1] if first else 0
        for each in (self.names, self.whats, self.values, self.ends):
            del each[first:]
        del self.asked[begin:]

    def extend(self, other: "TraceLists") -> None:
        """Add all of the others."""
        begin = len(self.asked)
        self.names += other.names
        self.whats += other.whats
        self.values += other.values
        self.ends.extend(begin + one for one in other.ends)
        self.asked.extend(other.asked)

    def written(self) -> tuple[object, ...]:
        """Give them as JSON can write them."""
        numbers = map(_written, (self.ends, self.asked))
        return (self.names, self.whats, self.values, *numbers)

    @classmethod
    def read(cls, names: Any, whats: Any, values: Any, *numbers: str) -> "TraceLists":  # noqa: ANN401
        """Give them as they were written."""
        return cls(names, whats, values, *map(_numbers, numbers))


def _written(numbers: "array[int]") -> str:
    return b64encode(numbers).decode()


def _numbers(written: str) -> "array[int]":
    numbers = array(NUMBER)
    numbers.frombytes(b64decode(written))
    return numbers
