"""One build from end to end: the steps in order.

A site is a pure function of its sources.  Files are read in the first step and written
in the last; between them everything is a value.
"""

import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

from generator.config import Config, LintLevel
from generator.diagnostics import Location, Outcome, Problem, has_errors, in_order
from generator.errors import BriefbookError, ConfigError, ContentError
from generator.model.draft import Book, Drafts, RegistryKind, SourceFile
from generator.model.page import Output, Page
from generator.model.site import HeldBack, Site
from generator.model.views.site import SiteView
from generator.pipeline.check import LINTS, Evidence, check
from generator.pipeline.index import index_site, site_view
from generator.pipeline.link import link_site
from generator.pipeline.locate import locate, with_places
from generator.pipeline.means import PLAIN, Means
from generator.pipeline.parse import parse_briefing, parse_config, parse_page, parse_registry
from generator.pipeline.read import CONFIG_NAME, read_book, read_config
from generator.pipeline.render import render, start_rendering, static_files
from generator.pipeline.select import Selection, gate_for, select
from generator.pipeline.write import Written, publish
from generator.runtime.limits import TimeLimit
from generator.runtime.workers import map_in_order
from generator.text.markup.converter import Engine
from generator.text.schema import nearest
from generator.text.wire import LeftOut

_SECONDS_A_FILE: Final = {Engine.QUICK: 2.0, Engine.STOCK: 10.0}
"""How long one article may be parsed; one of 3 KB takes a thousandth of a second."""
_NAVIGABLE: Final = re.compile(r"(?:https?://|mailto:)\S+|[^\s:/\\][^\s:\\]*")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the command line decides about a build."""

    root: Path
    now: datetime
    output: Path | None = None
    edition: str | None = None
    jobs: int = 1
    stock_markdown: bool = False
    """Read texts with Python-Markdown as it comes, in case of doubt about the quick one."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did, for the command line to tell."""

    problems: tuple[Problem, ...]
    pages: int = 0
    written: Written | None = None
    held_back: tuple[HeldBack, ...] = ()
    left_out: tuple[tuple[str, LeftOut], ...] = ()
    output: str = ""
    seconds: float = 0.0


Progress = Callable[[str], None]
"""Told the name of each step as it begins."""


def build(settings: Settings, progress: Progress = lambda _: None) -> Report:
    """Build the book and publish it.

    Raises BriefbookError, with located problems, where nothing was published.
    """
    begun = time.perf_counter()
    made = make(settings, progress)
    progress("writing")
    folder = settings.output or settings.root / made.config.output
    content = settings.root / made.config.content
    templates = settings.root / made.config.templates
    written = publish(made.outputs, folder, book=settings.root, never=(content, templates))
    seconds = time.perf_counter() - begun
    return replace(made.report, written=written, output=str(folder), seconds=seconds)


@dataclass(frozen=True, slots=True)
class Made:
    """A whole site in memory, ready to be written."""

    config: Config
    outputs: tuple[Output, ...]
    report: Report


def make(settings: Settings, progress: Progress = lambda _: None) -> Made:
    """Make the whole site without writing anything.

    Raises BriefbookError where the book cannot be published.
    """
    source = read_config(settings.root)
    texts = {source.path: source.text}
    try:
        config = parse_config(source)
        _refuse_unknown_lints(config)
        _refuse_navigation_elsewhere(config)
        progress("reading")
        read = read_book(settings.root, config)
        texts |= {file.path: file.text for file in _files(read.value or Book())}
        return _made(settings, config, read, texts, progress)
    except BriefbookError as error:
        raise with_places(error, texts) from error


def _made(
    settings: Settings,
    config: Config,
    read: Outcome[Book],
    texts: Mapping[str, str],
    progress: Progress,
) -> Made:
    book = read.value or Book()
    progress("parsing")
    parsed = parse_book(book, settings.jobs, _means(settings))
    progress("linking")
    drafts = _with_unread(parsed.value or Drafts((), (), {}), read.problems, config)
    linked = link_site(drafts, book.assets, config)
    problems = (*read.problems, *parsed.problems, *linked.problems)
    problems = _graded((*problems, *_editorial(linked, drafts, book, config)), config.lint)
    if has_errors(problems) or linked.value is None:
        raise ContentError(*problems)
    selection = _selected(linked.value, config, settings)
    pages = index_site(selection.site, config)
    progress("rendering")
    outputs = _rendered(pages, config, site_view(selection.site, config), settings)
    assets = tuple(Output(asset.name, asset.data) for asset in book.assets)
    static = static_files(settings.root / config.templates)
    report = Report(
        problems=in_order(locate(problems, texts)),
        pages=len(pages),
        held_back=selection.held_back,
        left_out=tuple(
            (one.path, line) for one in selection.site.briefings for line in one.left_out
        ),
    )
    return Made(config, (*outputs, *assets, *static), report)


def _with_unread(drafts: Drafts, problems: Iterable[Problem], config: Config) -> Drafts:
    """Count the files that could not even be read among those that failed."""
    folder = f"{Path(config.content).as_posix()}/"
    unread = {one.at.path.removeprefix(folder) for one in problems if one.severity == "error"}
    return replace(drafts, failed=drafts.failed | unread)


def _files(book: Book) -> Iterable[SourceFile]:
    for article in (*book.briefings, *book.pages):
        yield article.source
        if article.sidecar:
            yield article.sidecar
    for files in book.registries.values():
        yield from files


def _means(settings: Settings) -> Means:
    engine = Engine.STOCK if settings.stock_markdown else Engine.QUICK
    return Means(engine, TimeLimit(_SECONDS_A_FILE[engine]))


def parse_book(book: Book, jobs: int, means: Means = PLAIN) -> Outcome[Drafts]:
    """Parse every file of a book; the drafts are those that could be read."""
    problems: list[Problem] = []
    failed: set[str] = set()

    def good(outcomes: Iterable[Outcome[Any]], names: Iterable[str]) -> tuple[Any, ...]:
        values = []
        for outcome, name in zip(outcomes, names, strict=True):
            problems.extend(outcome.problems)
            if has_errors(outcome.problems):
                failed.add(name)
            if outcome.value is not None:
                values.append(outcome.value)
        return tuple(values)

    briefings = map_in_order(partial(parse_briefing, means=means), book.briefings, jobs=jobs)
    pages = [parse_page(one, means) for one in book.pages]
    registries: dict[RegistryKind, tuple[Any, ...]] = {}
    for kind, files in book.registries.items():
        entries = good(
            [parse_registry(kind, file) for file in files], [file.name for file in files]
        )
        registries[kind] = tuple(entry for found in entries for entry in found)
    drafts = Drafts(
        briefings=good(briefings, [one.source.name for one in book.briefings]),
        pages=good(pages, [one.source.name for one in book.pages]),
        registries=registries,
        failed=frozenset(failed),
    )
    return Outcome(drafts, tuple(problems))


def _editorial(
    linked: Outcome[Site], drafts: Drafts, book: Book, config: Config
) -> tuple[Problem, ...]:
    if linked.value is None:
        return ()
    misfiled = any(problem.code == "unknown-topic" for problem in linked.problems)
    evidence = Evidence(
        site=linked.value,
        captures={file.name: file for file in book.captures},
        sources=drafts.registries["sources"],
        topics=drafts.registries["topics"],
        editions=tuple(edition.id for edition in config.editions),
        whole=not drafts.failed and not misfiled,
    )
    return check(evidence)


def _selected(site: Site, config: Config, settings: Settings) -> Selection:
    known = [edition.id for edition in config.editions]
    wanted = settings.edition or config.default_edition
    if wanted is not None and wanted not in known:
        hint = nearest(wanted, known) or "name it under `editions:`"
        at = Location(CONFIG_NAME, field=None if settings.edition else ("default_edition",))
        raise ConfigError(Problem("unknown-edition", f"no edition is called {wanted!r}", at, hint))
    _refuse_unknown_includes(config, known)
    return select(site, gate_for(config, settings.edition, settings.now))


def _refuse_unknown_includes(config: Config, known: Sequence[str]) -> None:
    unknown = [
        Problem(
            "unknown-edition",
            f"no edition is called {name!r}",
            Location(CONFIG_NAME, field=("editions", n, "includes", m)),
            nearest(name, known) or "name it under `editions:`",
        )
        for n, edition in enumerate(config.editions)
        for m, name in enumerate(edition.includes)
        if name not in known
    ]
    if unknown:
        raise ConfigError(*unknown)


def _graded(problems: Iterable[Problem], lint: Mapping[str, LintLevel]) -> tuple[Problem, ...]:
    """Give each warning the gravity that the book gives it."""
    graded = []
    for problem in problems:
        level = lint.get(problem.code, problem.severity)
        if problem.severity == "error":
            graded.append(problem)
        elif level != "off":
            graded.append(replace(problem, severity=level))
    return tuple(graded)


def _refuse_unknown_lints(config: Config) -> None:
    unknown = [
        Problem(
            "unknown-lint",
            f"no warning has the code {code!r}",
            Location(CONFIG_NAME, field=("lint", code)),
            nearest(code, LINTS) or f"known: {', '.join(sorted(LINTS))}",
        )
        for code in config.lint
        if code not in LINTS
    ]
    if unknown:
        raise ConfigError(*unknown)


def _refuse_navigation_elsewhere(config: Config) -> None:
    forbidden = [
        Problem(
            "forbidden-link",
            f"{item.to!r} cannot be a link of the masthead",
            Location(CONFIG_NAME, field=("theme", "navigation", n, "to")),
            "write an address of the site, such as topics/index.html, or of the web: https://…",
        )
        for n, item in enumerate(config.theme.navigation)
        if not _NAVIGABLE.fullmatch(item.to)
    ]
    if forbidden:
        raise ConfigError(*forbidden)


def _rendered(
    pages: Sequence[Page], config: Config, site: SiteView, settings: Settings
) -> Sequence[Output]:
    templates = settings.root / config.templates
    return map_in_order(
        render, pages, jobs=settings.jobs, start=start_rendering, arguments=(templates, site)
    )
