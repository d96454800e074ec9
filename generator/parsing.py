"""The parse step over a whole book: shared among processes, and remembered from build to build.

What a file becomes depends on its bytes, on its name and on the program, and on nothing
else; so these are the key by which it is remembered.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from generator.diagnostics import Outcome, Problem, has_errors
from generator.model.draft import Article, Book, Drafts, RegistryKind, SourceFile
from generator.pipeline.means import Means
from generator.pipeline.parse import parse_briefing, parse_page, parse_registry
from generator.report import Settings
from generator.runtime.fingerprint import fingerprint
from generator.runtime.kept import FOLDER
from generator.runtime.limits import TimeLimit
from generator.runtime.memo import Memo, key_of
from generator.runtime.workers import map_in_order
from generator.text.markup.converter import Engine

_SECONDS_A_FILE: Final = {Engine.QUICK: 2.0, Engine.STOCK: 10.0}
"""How long one article may be parsed; one of 3 KB takes a thousandth of a second."""
_PACKAGE: Final = Path(__file__).parent
Entries = tuple[Any, ...]


def parse_book(book: Book, settings: Settings) -> Outcome[Drafts]:
    """Parse every file of a book; the drafts are those that could be read."""
    gathered = _Gathered()
    briefings = gathered.take(_briefings(book.briefings, settings), _names(book.briefings))
    means = _means(settings)
    pages = gathered.take([parse_page(one, means) for one in book.pages], _names(book.pages))
    registries: dict[RegistryKind, Entries] = {}
    for kind, files in book.registries.items():
        found = _registry(kind, files, settings)
        entries = gathered.take(found, [file.name for file in files])
        registries[kind] = tuple(entry for some in entries for entry in some)
    drafts = Drafts(briefings, pages, registries, frozenset(gathered.failed))
    return Outcome(drafts, tuple(gathered.problems))


class _Gathered:
    """The problems of all files, and the names of those in which there was an error."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.failed: set[str] = set()

    def take(self, outcomes: Iterable[Outcome[Any]], names: Iterable[str]) -> Entries:
        """Give the values, and note what was wrong with the files of these names."""
        values = []
        for outcome, name in zip(outcomes, names, strict=True):
            self.problems.extend(outcome.problems)
            if has_errors(outcome.problems):
                self.failed.add(name)
            if outcome.value is not None:
                values.append(outcome.value)
        return tuple(values)


def _names(articles: Iterable[Article]) -> list[str]:
    return [one.source.name for one in articles]


def _briefings(articles: Sequence[Article], settings: Settings) -> list[Outcome[Any]]:
    means = _means(settings)

    def key(article: Article) -> bytes:
        sidecar = article.sidecar or SourceFile("", "", "")
        texts = (article.source.path, article.source.text, sidecar.path, sidecar.text)
        return key_of(fingerprint(_PACKAGE), means.engine.name, article.source.name, *texts)

    def make(new: Sequence[Article]) -> list[Outcome[Any]]:
        return map_in_order(
            partial(parse_briefing, means=means),
            new,
            jobs=settings.jobs,
            name=lambda article: article.source.path,
        )

    return _memo("briefings", settings).each(articles, key=key, make=make, lasts=_lasts)


def _registry(
    kind: RegistryKind, files: Sequence[SourceFile], settings: Settings
) -> list[Outcome[Any]]:
    make: Callable[[Sequence[SourceFile]], list[Outcome[Any]]] = lambda new: [  # noqa: E731
        parse_registry(kind, file) for file in new
    ]
    return _memo(kind, settings).each(
        files,
        key=lambda file: key_of(fingerprint(_PACKAGE), file.path, file.name, file.text),
        make=make,
        lasts=_lasts,
    )


def _memo(name: str, settings: Settings) -> Memo:
    path = settings.root / FOLDER / f"{name}.sqlite" if settings.remembers else None
    return Memo(path, package=_PACKAGE.name)


def _lasts(outcome: Outcome[Any]) -> bool:
    """Tell whether a file would become the same again: not if the machine was too slow for it."""
    return all(problem.code != "too-slow" for problem in outcome.problems)


def _means(settings: Settings) -> Means:
    engine = Engine.STOCK if settings.stock_markdown else Engine.QUICK
    return Means(engine, TimeLimit(_SECONDS_A_FILE[engine]))
