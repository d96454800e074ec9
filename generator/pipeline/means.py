"""With what the texts of a book are read, and how long one file may take."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Final, TypeVar

from generator.diagnostics import Location, Outcome, Problem
from generator.model.draft import Article
from generator.text.deadline import Check, TooSlowError, no_deadline
from generator.text.markup.converter import Engine

Draft = TypeVar("Draft")
_MESSAGE: Final = "this text takes too long to read"
_HINT: Final = "look for very long lists, tables or rows of brackets, or make two texts of it"


def _no_limit() -> AbstractContextManager[Check]:
    return nullcontext(no_deadline)


@dataclass(frozen=True, slots=True)
class Means:
    """What the parse step is given beside the files."""

    engine: Engine = Engine.QUICK
    limit: Callable[[], AbstractContextManager[Check]] = _no_limit
    """Begins to count the time of one file, and gives what asks whether there is any left."""


PLAIN: Final = Means()
"""The quick engine, and no limit."""


@dataclass(frozen=True, slots=True)
class Working:
    """The means while one file is read."""

    engine: Engine
    check: Check


def in_time(
    parse: Callable[[Article, Working], Outcome[Draft]], article: Article, means: Means
) -> Outcome[Draft]:
    """Parse an article, or say that it takes too long."""
    try:
        with means.limit() as check:
            return parse(article, Working(means.engine, check))
    except TooSlowError:
        at = Location(article.source.path)
        return Outcome(None, (Problem("too-slow", _MESSAGE, at, _HINT),))
