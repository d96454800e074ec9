"""What the rules find in books that tests put together."""

from collections.abc import Mapping

from generator.diagnostics import Problem
from generator.model.draft import RegistryEntry, SourceFile
from generator.model.site import Site
from generator.pipeline.check import Case, Evidence, check_book, check_briefing

Entries = tuple[RegistryEntry, ...]


def found(  # noqa: PLR0913 - each test gives one or two of them
    shown: Site,
    *,
    captures: Mapping[str, SourceFile] | None = None,
    sources: Entries = (),
    topics: Entries = (),
    editions: tuple[str, ...] = (),
    whole: bool = True,
) -> tuple[Problem, ...]:
    """Check each of a book's briefings, and the book."""
    copies, known = captures or {}, {one: one for one in editions}
    cases = (
        Case(one, shown.texts[one.name], shown.officials, shown.sources, copies, known)
        for one in shown.briefings
    )
    of_briefings = (problem for case in cases for problem in check_briefing(case))
    return (*of_briefings, *check_book(Evidence(shown, copies, sources, topics, whole=whole)))
