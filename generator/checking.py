"""The check step over the briefings of a book, remembered from build to build.

What the rules find in a briefing depends on what it and its text say, those who speak in it
among it, and on what they ask of the rest of the book.  While all of this is the same the
briefing is not even opened.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from generator.diagnostics import Problem
from generator.model.notes import Notes, Question
from generator.model.opening import Open, OpenedOnce
from generator.model.outline import Outline
from generator.model.site import Briefing
from generator.pipeline.check import Evidence, check_briefing
from generator.pipeline.index.asking import Asked, digest
from generator.report import Settings
from generator.runtime.fingerprint import fingerprint
from generator.runtime.kept import FOLDER
from generator.runtime.traces import Trace, Traces

_PACKAGE: Final = Path(__file__).parent
Found = tuple[Problem, ...]


class CheckedBefore:
    """Checks briefings that are not the same as before, and tells again of the others.

    The first time it asks what is kept in the book's folder.  A process that makes the same
    book again and again keeps it, and what is checked later is kept in this process alone.
    """

    def __init__(self) -> None:
        self._kept: Mapping[str, _Kept] = {}
        self._made_with = ""
        self._is_first = True

    def check(self, settings: Settings, evidence: Evidence) -> Iterable[Found]:
        """Give what is wrong with each briefing."""
        shelf, book = evidence.site.briefings, _NotingBook(evidence)
        made_with = f"{fingerprint(_PACKAGE)} {digest(evidence.editions).hex()}"
        before = self._kept if made_with == self._made_with else {}
        remembers, self._is_first = settings.remembers and self._is_first, False
        record = settings.root / FOLDER / "checked.traces" if remembers else None
        traces = Traces(record, made_with, book.digest)
        ways = OpenedOnce(lambda: {one.path: way for one, way in shelf.pairs()})
        now: dict[str, _Kept] = {}
        for one in shelf.outlines:
            kept = before.get(one.path)
            if kept is None or kept.outline is not one or not book.still_answers(kept.answers):
                kept = _recalled(one, traces, book) or _made(one, ways, traces, book)
            now[one.path] = kept
        traces.keep()
        self._kept, self._made_with = now, made_with
        return [one.found for one in now.values()]


class _Kept(NamedTuple):
    """What was found in a briefing, and what was asked for it."""

    outline: Outline
    found: Found
    answers: Mapping[Question, Any]


class _NotingBook:
    """The book that the rules compare a briefing to, which notes what it is asked."""

    def __init__(self, evidence: Evidence) -> None:
        site, self._notes = evidence.site, Notes()
        self._maps: Mapping[str, Mapping[str, Any]] = {
            "sources": site.sources,
            "captures": evidence.captures,
        }
        noting = {
            name: Asked(name, found, self._notes, lambda _: b"")
            for name, found in self._maps.items()
        }
        self._evidence = replace(
            evidence, site=replace(site, sources=noting["sources"]), captures=noting["captures"]
        )

    def check(self, briefing: Briefing) -> tuple[Found, Mapping[Question, Any]]:
        """Check a briefing, and tell what was asked, with the answers."""
        with self._notes.apart() as asked:
            found = check_briefing(briefing, self._evidence)
        return found, self.answers(asked)

    def answers(self, questions: Iterable[Question]) -> Mapping[Question, Any]:
        """Answer questions."""
        return {one: self._answer(one) for one in questions}

    def still_answers(self, answers: Mapping[Question, Any]) -> bool:
        """Tell whether these answers are right; most briefings ask nothing."""
        return not answers or answers == self.answers(answers)

    def digest(self, question: Question) -> str:
        """Give a digest of an answer; nothing where there is none."""
        answer = self._answer(question)
        return "" if answer is None else digest(answer).hex()

    def _answer(self, question: Question) -> object:
        name, slash, key = question.partition("/")
        return self._maps[name].get(key) if slash else tuple(self._maps[name])


def _recalled(one: Outline, traces: Traces, book: _NotingBook) -> _Kept | None:
    """Give what was found in a briefing that says the same; None where nobody knows."""
    kept = traces.value_of(one.meta_path, _what(one))
    if kept is None:
        return None
    found = tuple(Problem.read(told) for told in json.loads(kept)) if kept else ()
    return _Kept(one, found, book.answers(traces.asked_for(one.meta_path)))


def _made(
    one: Outline,
    ways: Open[Mapping[str, Callable[[], Briefing]]],
    traces: Traces,
    book: _NotingBook,
) -> _Kept:
    """Check a briefing."""
    found, answers = book.check(ways()[one.path]())
    told = json.dumps([asdict(each) for each in found]) if found else ""
    traces.note(Trace(one.meta_path, _what(one), told, answers))
    return _Kept(one, found, answers)


def _what(one: Outline) -> str:
    said = one.digests
    return f"{said.metadata.hex()} {said.facts.hex()} {said.text.hex()}"
