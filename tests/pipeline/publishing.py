"""What the tests of publishing share: a book's folder, and a site as path and text."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from generator.diagnostics import Problem
from generator.errors import OutputError
from generator.model.page import Output
from generator.pipeline.write import Target, publish
from generator.report import Written


def put(site: Mapping[str, str], book: Path, root: Path | None = None) -> Written:
    """Publish a site from a book with the usual folders."""
    outputs = [Output(url, text.encode()) for url, text in site.items()]
    never = (book / "content", book / "templates")
    return put_all(outputs, root or book / "output", book=book, never=never)


def put_all(
    outputs: Sequence[Output], root: Path, *, book: Path, never: Sequence[Path] = ()
) -> Written:
    """Publish files as they are, one after the other."""
    return publish(
        tuple(one.url for one in outputs),
        lambda stage: [stage(one) for one in outputs],
        Target(root, book, tuple(never)),
    )


def refused(site: Mapping[str, str], book: Path, root: Path | None = None) -> tuple[Problem, ...]:
    """Publish a site that must be refused, and give the problems."""
    with pytest.raises(OutputError) as caught:
        put(site, book, root)
    return caught.value.problems
