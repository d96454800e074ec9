"""The parse step over a whole book: shared among processes, and remembered from build to build.

What a file becomes depends on its bytes, on its name and on the program, and on nothing
else; so these are the key by which it is remembered.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

from generator.diagnostics import Outcome, Problem, has_errors
from generator.memories import memo_of
from generator.model.draft import Article, ArticleAtRest, Book, Drafts, RegistryKind, SourceFile
from generator.model.opening import Opened
from generator.pipeline.means import Means
from generator.pipeline.parse import parse_briefing, parse_page, parse_registry
from generator.report import Settings
from generator.runtime.fingerprint import fingerprint
from generator.runtime.in_memory import InMemory
from generator.runtime.limits import TimeLimit
from generator.runtime.memo import Filing, Made, Memo, filed_here
from generator.runtime.packing import Packer, Packing
from generator.runtime.workers import map_in_order
from generator.text.digests import digest_of_texts
from generator.text.markup.converter import Engine

_SECONDS_A_FILE: Final = {Engine.QUICK: 2.0, Engine.STOCK: 10.0}
"""How long one article may be parsed; one of 3 KB takes a thousandth of a second."""
_PACKAGE: Final = Path(__file__).parent
Entries = tuple[Any, ...]
Item = TypeVar("Item")
Result = TypeVar("Result")


def parse_book(
    book: Book, settings: Settings, in_memory: InMemory | None = None
) -> Outcome[Drafts]:
    """Parse every file of a book; the drafts are those that could be read.

    `in_memory` is what this process keeps where it makes the same book again and again.
    """
    gathered, means = _Gathered(), _means(settings)
    memory = _Memory(settings, in_memory or InMemory())
    found = _briefings(book.briefings, means, memory)
    names = _names(book.briefings)
    fronts = gathered.take([one.value for one in found], names)
    whole = Opened(dict(zip(names, [one.open for one in found], strict=True)), 0)
    pages = gathered.take([parse_page(one, means) for one in book.pages], _names(book.pages))
    registries: dict[RegistryKind, Entries] = {}
    for kind, files in book.registries.items():
        read = _registry(kind, files, memory)
        entries = gathered.take(read, [file.name for file in files])
        registries[kind] = tuple(entry for some in entries for entry in some)
    written = {name: one.written for name, one in zip(names, book.briefings, strict=True)}
    drafts = Drafts(fronts, pages, registries, whole, written, frozenset(gathered.failed))
    return Outcome(drafts, tuple(gathered.problems))


class _Gathered:
    """The problems of all files, and the names of those in which there was an error."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.failed: set[str] = set()

    def take(self, outcomes: Sequence[Outcome[Any]], names: Iterable[str]) -> Entries:
        """Give the values, and note what was wrong with the files of these names."""
        faulty = [pair for pair in zip(outcomes, names, strict=True) if pair[0].problems]
        for outcome, name in faulty:
            self.problems.extend(outcome.problems)
            if has_errors(outcome.problems):
                self.failed.add(name)
        return tuple([one.value for one in outcomes if one.value is not None])


def _names(articles: Iterable[Article | ArticleAtRest]) -> list[str]:
    return [one.source.name for one in articles]


@dataclass(frozen=True, slots=True)
class _Memory:
    """What this process keeps, and behind it what is kept in the book's folder."""

    settings: Settings
    in_memory: InMemory

    def on_disk(self, kind: str) -> Memo:
        """Give what is kept in the book's folder of files of a kind."""
        return memo_of(kind, self.settings)

    def each(
        self,
        kind: str,
        items: Mapping[str, Item],
        recall: Callable[[Sequence[Item]], list[Result]],
        make: Callable[[Sequence[Item]], list[Result]],
        lasts: Callable[[Result], bool],
    ) -> list[Result]:
        """Give what each file became; `recall` makes it only if the folder does not know."""
        # The folder is asked once: to be asked for one file, it would forget the others.
        first = not self.in_memory.has(kind)
        return self.in_memory.each(kind, items, make=recall if first else make, lasts=lasts)


def _briefings(articles: Sequence[ArticleAtRest], means: Means, memory: _Memory) -> list[Filing]:
    """Give the front of each briefing, and what opens the whole of it."""
    on_disk, engine = memory.on_disk("drafts"), means.engine.name

    def make(new: Sequence[ArticleAtRest]) -> list[Filing]:
        made = _parsed(new, means, memory.settings.jobs)
        return [*filed_here(enumerate(made), _PACKAGE.name).values()]

    def recall(all_of_them: Sequence[ArticleAtRest]) -> list[Filing]:
        keys = [_key_of_article(one, engine) for one in all_of_them]
        known = on_disk.filed(keys)
        new = [pair for pair in zip(keys, all_of_them, strict=True) if pair[0] not in known]
        made = _parsed([one for _, one in new], means, memory.settings.jobs)
        filed = on_disk.file(zip((key for key, _ in new), made, strict=True), [*known])
        in_order = {one: (known if one in known else filed)[one] for one in keys}
        on_disk.keep_together({one: filing.value for one, filing in in_order.items()})
        return [*in_order.values()]

    by_name = {one.source.name: one for one in articles}
    return memory.each("drafts", by_name, recall, make, lambda one: one.lasts)


def _parsed(articles: Sequence[ArticleAtRest], means: Means, jobs: int) -> Iterator[Made]:
    """Parse articles: give the front of each, and the whole of it as the rest."""
    parse = partial(_front_and_whole, means=means, pack=Packing(_PACKAGE.name).packer())
    return map_in_order(parse, articles, jobs=jobs, name=lambda one: one.source.path)


def _front_and_whole(at_rest: ArticleAtRest, means: Means, pack: Packer) -> Made:
    article = at_rest.opened()
    outcome = parse_briefing(article, means)
    draft = outcome.value
    front = Outcome(draft.front if draft else None, outcome.problems)
    # A file that was edited in the meantime is not what its key says.
    now = [digest_of_texts([one.text]) for one in article.files()]
    as_it_was = now == [one.digest for one in at_rest.files()]
    return Made(pack(front), (pack(draft),), lasts=as_it_was and _lasts(outcome))


def _key_of_article(article: ArticleAtRest, engine: str) -> bytes:
    texts = (text for one in article.files() for text in (one.path, one.digest.hex()))
    return digest_of_texts((fingerprint(_PACKAGE), engine, article.source.name, *texts))


def _registry(
    kind: RegistryKind, files: Sequence[SourceFile], memory: _Memory
) -> list[Outcome[Any]]:
    def key(file: SourceFile) -> bytes:
        return digest_of_texts((fingerprint(_PACKAGE), file.path, file.name, file.text))

    def make(new: Sequence[SourceFile]) -> list[Outcome[Any]]:
        return [parse_registry(kind, file) for file in new]

    recall = partial(memory.on_disk(kind).each, key=key, make=make, lasts=_lasts)
    return memory.each(kind, {file.name: file for file in files}, recall, make, _lasts)


def _lasts(outcome: Outcome[Any]) -> bool:
    """Tell whether a file would become the same again: not if the machine was too slow for it."""
    return all(problem.code != "too-slow" for problem in outcome.problems)


def _means(settings: Settings) -> Means:
    engine = Engine.STOCK if settings.stock_markdown else Engine.QUICK
    return Means(engine, TimeLimit(_SECONDS_A_FILE[engine]))
