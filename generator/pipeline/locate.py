"""Gives problems their line, column and excerpt, when they are about to be shown.

A problem in the YAML carries only the path of its field, so that a clean build never has
to know where a value stands.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from generator.diagnostics import Location, Problem, in_order
from generator.errors import BriefbookError
from generator.text.front_matter import split_front_matter
from generator.text.yaml.nodes import find

_AT_THE_KEY: Final = frozenset({"unknown-key", "unknown-lint"})


def locate(problems: Iterable[Problem], texts: Mapping[str, str]) -> tuple[Problem, ...]:
    """Give each problem its place; `texts` are the source files by path."""
    return tuple(
        _located(problem, texts[problem.at.path]) if problem.at.path in texts else problem
        for problem in problems
    )


def with_places(error: BriefbookError, texts: Mapping[str, str]) -> BriefbookError:
    """Give an error of the same kind whose problems have their places and stand in order."""
    return type(error)(*in_order(locate(error.problems, texts)))


def _located(problem: Problem, text: str) -> Problem:
    at = problem.at
    if at.field is not None and not at.line:
        at = _place(problem, text)
    lines = text.split("\n")
    excerpt = lines[at.line - 1] if 0 < at.line <= len(lines) else ""
    width = max(1, min(at.width, len(excerpt) - at.column + 1)) if excerpt else 1
    return replace(problem, at=replace(at, width=width), excerpt=problem.excerpt or excerpt)


def _place(problem: Problem, text: str) -> Location:
    at = problem.at
    yaml, first_line = text, 1
    if at.path.endswith(".md"):
        front = split_front_matter(text)
        yaml, first_line = front.yaml, front.yaml_line
    found = find(yaml, at.field or (), first_line=first_line, key=problem.code in _AT_THE_KEY)
    line, column, width = found or (first_line, 1, 1)
    return replace(at, line=line, column=column, width=width)
