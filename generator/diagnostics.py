"""Problems as values: what is wrong, where, and what to write instead.

A step returns its problems beside its value; nothing is raised for a mistake an editor
can make.  The command line prints them all, sorted by place, at the end of a run.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Generic, Literal, TypeVar

Severity = Literal["error", "warning"]
FieldPath = tuple[str | int, ...]
"""The way to a value in a YAML document: `("statements", 2, "text")`."""

_LONGEST: Final = 300
"""The longest line of a source that is shown whole."""
_BEFORE: Final = 60

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a source file.

    A mistake in the YAML carries the path of its field, so that a clean build never has
    to count lines; the line is looked up when the problem is shown.  A line or column of
    0 means the whole file.
    """

    path: str
    line: int = 0
    column: int = 0
    width: int = 1
    field: FieldPath | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a book, said so that an editor can mend it."""

    code: str
    message: str
    at: Location
    hint: str = ""
    severity: Severity = "error"
    excerpt: str = ""

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> "Problem":
        """Give a problem that was written as JSON, field by field."""
        at = told["at"]
        field = at["field"] if at["field"] is None else tuple(at["field"])
        return cls(**{**told, "at": Location(**{**at, "field": field})})


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co]):
    """The result of a step: a value where there is one, and the problems met on the way."""

    value: T_co | None
    problems: tuple[Problem, ...] = ()


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems forbids publishing."""
    return any(problem.severity == "error" for problem in problems)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by place, each said once."""
    key: Callable[[Problem], tuple[str, int, int, str, str]] = lambda one: (  # noqa: E731
        one.at.path,
        one.at.line,
        one.at.column,
        one.code,
        one.message,
    )
    return tuple(sorted(dict.fromkeys(problems), key=key))


def shown(problem: Problem) -> str:
    """Write a problem as an editor and a compiler's error matcher read it.

    >>> print(shown(Problem("unknown-topic", "no topic 'nukes'", Location("a.md", 4, 9, 5),
    ...     "did you mean 'nuclear'?", excerpt="topics: nukes")))
    a.md:4:9: error[unknown-topic]: no topic 'nukes'
        4 | topics: nukes
          |         ^^^^^ did you mean 'nuclear'?
    """
    place = ":".join(
        str(part) for part in (problem.at.path, problem.at.line, problem.at.column) if part
    )
    head = f"{place}: {problem.severity}[{problem.code}]: {problem.message}"
    if not problem.excerpt:
        return f"{head}\n  {problem.hint}" if problem.hint else head
    number = str(problem.at.line).rjust(5)
    excerpt, column = _near(problem.excerpt, problem.at.column)
    width = max(1, min(problem.at.width, _LONGEST - column))
    caret = " " * (column - 1) + "^" * width
    return f"{head}\n{number} | {excerpt}\n      | {f'{caret} {problem.hint}'.rstrip()}"


def _near(line: str, column: int) -> tuple[str, int]:
    """Cut a line that fills a screen of its own, and give what stands around a column."""
    if len(line) <= _LONGEST:
        return line, column
    first = max(0, min(column - 1 - _BEFORE, len(line) - _LONGEST))
    shown = line[first : first + _LONGEST]
    before, after = "…" if first else "", "…" if first + _LONGEST < len(line) else ""
    return f"{before}{shown}{after}", column - first + len(before)
