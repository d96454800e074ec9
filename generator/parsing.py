"""The parse step over a whole book: shared among processes, and remembered from build to build.

What a file becomes depends on its bytes, on its name and on the program, and on nothing
else; so these are the key by which it is remembered.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

from generator.diagnostics import Outcome, Problem, has_errors
from generator.model.draft import Article, Book, Drafts, RegistryKind, SourceFile
from generator.pipeline.means import Means
from generator.pipeline.parse import parse_briefing, parse_page, parse_registry
from generator.report import Settings
from generator.runtime.fingerprint import fingerprint
from generator.runtime.in_memory import InMemory
from generator.runtime.kept import FOLDER
from generator.runtime.limits import TimeLimit
from generator.runtime.memo import Memo
from generator.runtime.packing import Packing
from generator.runtime.workers import map_values
from generator.text.digests import digest_of_texts
from generator.text.markup.converter import Engine

_SECONDS_A_FILE: Final = {Engine.QUICK: 2.0, Engine.STOCK: 10.0}
"""How long one article may be parsed; one of 3 KB takes a thousandth of a second."""
_PACKAGE: Final = Path(__file__).parent
Entries = tuple[Any, ...]
Item = TypeVar("Item", bound=Hashable)


def parse_book(
    book: Book, settings: Settings, in_memory: InMemory | None = None
) -> Outcome[Drafts]:
    """Parse every file of a book; the drafts are those that could be read.

    `in_memory` is what this process keeps where it makes the same book again and again.
    """
    gathered, means = _Gathered(), _means(settings)
    memory = _Memory(settings, in_memory)
    found = _briefings(book.briefings, means, memory)
    briefings = gathered.take(found, _names(book.briefings))
    pages = gathered.take([parse_page(one, means) for one in book.pages], _names(book.pages))
    registries: dict[RegistryKind, Entries] = {}
    for kind, files in book.registries.items():
        found = _registry(kind, files, memory)
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


@dataclass(frozen=True, slots=True)
class _Memory:
    """What this process keeps, and behind it what is kept in the book's folder."""

    settings: Settings
    in_memory: InMemory | None

    def each(
        self,
        kind: str,
        items: Sequence[Item],
        key: Callable[[Item], bytes],
        make: Callable[[Sequence[Item]], list[Outcome[Any]]],
    ) -> list[Outcome[Any]]:
        """Give what each file became, and make what is new."""
        remembers = self.settings.remembers
        path = self.settings.root / FOLDER / f"{kind}.sqlite" if remembers else None
        recall = partial(Memo(path, _PACKAGE.name).each, key=key, make=make, lasts=_lasts)
        if self.in_memory is None:
            return recall(items)
        # The folder is asked once: to be asked for one file, it would forget the others.
        first = not self.in_memory.has(kind)
        return self.in_memory.each(kind, items, make=recall if first else make, lasts=_lasts)


def _briefings(articles: Sequence[Article], means: Means, memory: _Memory) -> list[Outcome[Any]]:
    def key(article: Article) -> bytes:
        sidecar = article.sidecar or SourceFile("", "", "")
        texts = (article.source.path, article.source.text, sidecar.path, sidecar.text)
        named = (fingerprint(_PACKAGE), means.engine.name, article.source.name)
        return digest_of_texts((*named, *texts))

    def make(new: Sequence[Article]) -> list[Outcome[Any]]:
        return map_values(
            partial(parse_briefing, means=means),
            new,
            Packing(_PACKAGE.name),
            jobs=memory.settings.jobs,
            name=lambda article: article.source.path,
        )

    return memory.each("briefings", articles, key, make)


def _registry(
    kind: RegistryKind, files: Sequence[SourceFile], memory: _Memory
) -> list[Outcome[Any]]:
    def key(file: SourceFile) -> bytes:
        return digest_of_texts((fingerprint(_PACKAGE), file.path, file.name, file.text))

    def make(new: Sequence[SourceFile]) -> list[Outcome[Any]]:
        return [parse_registry(kind, file) for file in new]

    return memory.each(kind, files, key, make)


def _lasts(outcome: Outcome[Any]) -> bool:
    """Tell whether a file would become the same again: not if the machine was too slow for it."""
    return all(problem.code != "too-slow" for problem in outcome.problems)


def _means(settings: Settings) -> Means:
    engine = Engine.STOCK if settings.stock_markdown else Engine.QUICK
    return Means(engine, TimeLimit(_SECONDS_A_FILE[engine]))
