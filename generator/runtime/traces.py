"""What pure functions made, remembered with the questions that they asked.

Each thing that was made is kept with the questions asked for it, and each question with a
digest of its answer.  What was made of the same, and whose questions have the answers that
they had, is the same; nobody keeps a list of what depends on what.
"""

from array import array
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from sys import byteorder
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from generator.runtime.kept import keep, read_kept

_FORMAT: Final = f"1 {byteorder}"
_NUMBER: Final = "I"


class Trace(NamedTuple):
    """Something that was made."""

    name: str
    what: str
    """What it was made of, beside the answers."""
    value: str
    """What became of it, in few words: a digest."""
    asked: Iterable[str]


class Traces:
    """What was made last, and which of it is still the same."""

    def __init__(self, path: Path | None, made_with: str, answer: Callable[[str], str]) -> None:
        """Read what was kept; without a path there is nothing.

        `made_with` tells what all things depend on; `answer` gives a digest of the answer that
        a question has now.
        """
        self._path, self._made_with, self._answer = path, [_FORMAT, made_with], answer
        self._questions: list[str] = []
        self._kept: Mapping[str, Any] = {}
        self._changed: frozenset[int] = frozenset()
        self._same: list[str] = []
        kept = read_kept(path) if path else None
        if isinstance(kept, dict) and kept.get("made_with") == self._made_with:
            self._questions, self._kept = kept["questions"], kept["made"]
            self._changed = frozenset(self._answered_otherwise(kept["answers"]))

    def value_of(self, name: str, what: str) -> str | None:
        """Give what became of something made of this; None where it is to be made anew."""
        kept = self._kept.get(name)
        if kept is None or kept[0] != what:
            return None
        if self._changed and not self._changed.isdisjoint(_numbers(kept[2])):
            return None
        self._same.append(name)
        return str(kept[1])

    def keep(
        self, made: Iterable[Trace], renewed: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        """Keep what is as it was, and what was made now.

        `renewed` has other words for some of what is as it was.
        """
        if self._path is None:
            return
        numbers = {question: number for number, question in enumerate(self._questions)}
        kept = {name: self._kept[name] for name in self._same}
        for name in kept.keys() & renewed.keys():
            what, _, asked = kept[name]
            kept[name] = [what, renewed[name], asked]
        for one in made:
            asked = sorted([numbers.setdefault(each, len(numbers)) for each in one.asked])
            kept[one.name] = [one.what, one.value, _written(asked)]
        questions, kept = _without_the_unasked(list(numbers), kept)
        answers = list(map(self._answer, questions))
        record = {"questions": questions, "answers": answers, "made": kept}
        keep(self._path, {"made_with": self._made_with, **record})

    def _answered_otherwise(self, answers: Iterable[str]) -> Iterator[int]:
        now = map(self._answer, self._questions)
        pairs = zip(now, answers, strict=True)
        return (number for number, (one, other) in enumerate(pairs) if one != other)


def _without_the_unasked(
    questions: list[str], kept: dict[str, Any]
) -> tuple[list[str], dict[str, Any]]:
    """Leave out the questions that are not asked any more, once they are many."""
    used = {number for _, _, asked in kept.values() for number in _numbers(asked)}
    if len(questions) <= 2 * len(used):
        return questions, kept
    left = [number for number in range(len(questions)) if number in used]
    new = {number: place for place, number in enumerate(left)}
    fewer = {
        name: [what, value, _written([new[number] for number in _numbers(asked)])]
        for name, (what, value, asked) in kept.items()
    }
    return [questions[number] for number in left], fewer


def _written(numbers: list[int]) -> str:
    return b64encode(array(_NUMBER, numbers).tobytes()).decode()


def _numbers(written: str) -> "array[int]":
    numbers = array(_NUMBER)
    numbers.frombytes(b64decode(written))
    return numbers
