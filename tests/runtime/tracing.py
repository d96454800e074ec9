"""Traces whose questions a test answers."""

from collections.abc import Mapping
from pathlib import Path

from generator.runtime.traces import Trace, Traces


def traces(path: Path | None, answers: Mapping[str, str], made_with: str = "with") -> Traces:
    return Traces(path, made_with, lambda question: answers.get(question, ""))


def kept(path: Path, *made: Trace, answers: Mapping[str, str]) -> None:
    keep(traces(path, answers), *made)


def keep(one: Traces, *made: Trace) -> None:
    for each in made:
        one.note(each)
    one.keep()
