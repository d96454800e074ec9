"""What pure functions made, remembered with the questions that they asked.

Each thing that was made is kept with the questions asked for it, and each question with a
digest of its answer.  What was made of the same, and whose questions have the answers that
they had, is the same; nobody keeps a list of what depends on what.
"""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count, islice
from pathlib import Path
from sys import byteorder
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from generator.runtime.growing import Growing
from generator.runtime.trace_lists import NUMBER, TraceLists

_FORMAT: Final = f"5 {byteorder}"
_SLACK: Final = 1.2
"""So many times as many questions may be kept as are asked."""
_SPARE: Final = 1_000
"""How many traces may stay that nobody asks for, beside as many as are asked for."""
_FEW_OF: Final = 2
"""What is new is added to the record where it is no more than one of so many."""


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

    digests: Sequence[str]
    of: Callable[[str], int]
    """Tells which of these the answer to a question follows from."""


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
        self._record = Growing(path) if path else None
        self._made_with, self._grounds = made_with, grounds
        self._kept, self._answers = TraceLists(), list[str]()
        self._numbers: dict[str, int] = {}
        self._places: dict[str, int] = {}
        pieces = self._record.take() if self._record else []
        if pieces and pieces[0][0][:2] != self._head()[:2]:
            self._forget()
            pieces = []
        for _, *piece in pieces:
            self._take(*piece)
        self._before: Sequence[str] = pieces[-1][0][2:] if pieces else ()
        self._begin(answer)

    def again(
        self,
        made_with: str,
        answer: Callable[[str], str],
        grounds: Grounds | None = None,
        *,
        same: bool = False,
        unlike: Iterable[str] | None = None,
    ) -> None:
        """Begin another round with what was kept in the last one.

        `same` tells that every question surely has the answer that it had; then all that was
        kept stays, asked for or not, but for what is noted anew.  `unlike` has the questions
        that alone may have another answer than in the last round that was kept.
        """
        self._grounds = grounds
        self._take_back()
        if made_with != self._made_with:
            self._made_with = made_with
            self._forget()
        self._begin(answer, same=same, unlike=unlike)

    def _take_back(self) -> None:
        """Leave out what a round has noted that broke off; the record knows nothing of it."""
        self._kept.cut(self._first)
        for one in [*islice(self._numbers, len(self._answers), None)]:
            del self._numbers[one]

    def _forget(self) -> None:
        self._kept, self._before = TraceLists(), ()
        self._answers, self._numbers, self._places = [], {}, {}
        if self._record:
            self._record.forget()

    def _take(
        self,
        questions: Sequence[str],
        answers: Sequence[str],
        changed: Iterable[tuple[int, str]],
        gone: Iterable[str],
        values: Mapping[str, str],
        *made: Any,  # noqa: ANN401 - as it was written
    ) -> None:
        """Take a piece of the record: what a round changed of what was kept before it."""
        self._numbers.update(zip(questions, count(len(self._numbers))))
        self._answers.extend(answers)
        for number, answer in changed:
            self._answers[number] = answer
        new = TraceLists.read(*made)
        self._places.update(zip(new.names, count(len(self._kept.names))))
        self._kept.extend(new)
        for name in gone:
            del self._places[name]
        for name, value in values.items():
            self._kept.values[self._places[name]] = value

    def _begin(
        self,
        answer: Callable[[str], str],
        *,
        same: bool = False,
        unlike: Iterable[str] | None = None,
    ) -> None:
        self._answer, self._used = answer, [*self._places.values()] if same else list[int]()
        self._first = len(self._kept.names)
        self._changed = {} if same else self._asked_again(unlike)
        self._stale = frozenset(self._changed)

    def _asked_again(self, unlike: Iterable[str] | None) -> Mapping[int, str]:
        """Give the answers that are not what they were, by the numbers of the questions."""
        numbers, before, answer = self._numbers, self._answers, self._answer
        doubtful = self._doubtful() if unlike is None else numbers.keys() & unlike
        asked = ((numbers[one], answer(one)) for one in doubtful)
        return {number: now for number, now in asked if now != before[number]}

    def _doubtful(self) -> Iterable[str]:
        """Give the questions whose answers do not come from a ground that is the same."""
        digests, of = self._grounds or ((), None)
        pairs = enumerate(zip(digests, self._before, strict=False))
        same = {ground for ground, (now, before) in pairs if now == before}
        return (one for one in self._numbers if of(one) not in same) if of else self._numbers

    def value_of(self, name: str, what: str) -> str | None:
        """Give what became of something made of this; None where it is to be made anew."""
        at = self._places.get(name)
        if at is None or self._kept.whats[at] != what:
            return None
        if self._stale and not self._stale.isdisjoint(self._kept.asked_by(at)):
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
        names, before = self._kept.names, self._places
        # What was not asked for goes: its questions may have had other answers in this round.
        self._places = {names[at]: at for at in self._used}
        told = {one: self._places[one] for one in values.keys() & self._places.keys()}
        for name, at in told.items():
            self._kept.values[at] = values[name]
        asked = len(self._answers)
        for number, answer in self._changed.items():
            self._answers[number] = answer
        self._answers += map(self._answer, islice(self._numbers, asked, None))
        self._before = self._grounds.digests if self._grounds else ()
        if there and self._record:
            gone = [*(before.keys() - self._places.keys())]
            of_kept = {name: values[name] for name, at in told.items() if at < self._first}
            if not self._add(self._record, asked, gone, of_kept):
                self._compact()
                self._write(self._record)
        elif len(names) > 2 * len(self._used) + _SPARE:
            self._compact()
        self._first = len(self._kept.names)

    def _add(
        self, record: Growing, asked: int, gone: Sequence[str], told: Mapping[str, str]
    ) -> bool:
        """Add to the record what this round has changed; tell whether that was done.

        The first `asked` questions were asked before.
        """
        new = self._kept.since(self._first)
        if _FEW_OF * (len(new.names) + len(gone) + len(told)) > len(self._places):
            return False
        if _FEW_OF * len(self._changed) > asked:
            return False
        changed = sorted(self._changed.items())
        questions = [*islice(self._numbers, asked, None)]
        parts = (questions, self._answers[asked:], changed, gone, told, *new.written())
        return record.add(self._head(), *parts)

    def _write(self, record: Growing) -> None:
        """Write the record anew."""
        changed: tuple[object, ...] = ([], [], {})
        questions = [*self._numbers]
        record.write(self._head(), questions, self._answers, *changed, *self._kept.written())

    def _head(self) -> Sequence[str]:
        return [_FORMAT, self._made_with, *(self._grounds.digests if self._grounds else ())]

    def _compact(self) -> None:
        """Leave out what nobody asks for any more."""
        kept, made = self._kept, TraceLists()
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
        self._kept.asked = array(NUMBER, asked)
        self._answers = [self._answers[number] for number in new]
        self._numbers = {questions[old]: number for old, number in new.items()}
