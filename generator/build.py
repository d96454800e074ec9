"""One build from end to end: the steps in order.

A site is a pure function of its sources.  Files are read in the first step and written
in the last; between them everything is a value.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.config import Config
from generator.diagnostics import Location, Outcome, Problem, has_errors, in_order
from generator.errors import BriefbookError, ConfigError, ContentError
from generator.model.draft import Book, Drafts, SourceFile
from generator.model.page import Output, Page
from generator.model.references import asset_files
from generator.model.site import Site
from generator.model.views.site import SiteView
from generator.model.views.social import CARD
from generator.parsing import parse_book
from generator.pipeline.check import Evidence, check
from generator.pipeline.choices import graded, refuse_choices
from generator.pipeline.index import index_site, site_view
from generator.pipeline.interface import interface_language
from generator.pipeline.link import link_site
from generator.pipeline.locate import locate, with_places
from generator.pipeline.parse import parse_config
from generator.pipeline.read import CONFIG_NAME, read_book, read_config
from generator.pipeline.render import render, start_rendering
from generator.pipeline.select import Selection, gate_for, select, unchanging
from generator.pipeline.social_cards import draw_card, start_drawing, theme_fonts, with_installed
from generator.pipeline.theme.make import BookTheme, make_theme, with_look
from generator.pipeline.theme.settings import dead_navigation, refuse_settings
from generator.pipeline.write import publish
from generator.report import Report, Settings
from generator.runtime.workers import map_in_order
from generator.text.language import Language
from generator.text.schema import nearest

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
    sources = (CONFIG_NAME, made.config.content, made.config.templates)
    return replace(
        made.report, written=written, output=str(folder), seconds=seconds, sources=sources
    )


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
        refuse_choices(config)
        refuse_settings(config, source)
        progress("reading")
        read = read_book(settings.root, config)
        theme = make_theme(settings.root, config)
        texts |= {file.path: file.text for file in _files(read.value or Book(), theme)}
        made = _made(settings, config, read, theme, progress)
    except BriefbookError as error:
        raise with_places(error, texts) from error
    located = in_order(locate(made.report.problems, texts))
    return replace(made, report=replace(made.report, problems=located))


def _made(
    settings: Settings,
    config: Config,
    read: Outcome[Book],
    theme: BookTheme,
    progress: Progress,
) -> Made:
    book = read.value or Book()
    config, notes = with_installed(config)
    progress("parsing")
    parsed = parse_book(book, settings)
    progress("linking")
    drafts = _with_unread(parsed.value or Drafts((), (), {}), read.problems, config)
    linked = link_site(drafts, book.assets, config)
    spoken = interface_language(config, book.catalogues)
    problems = (*read.problems, *theme.problems, *spoken.problems)
    problems = (*problems, *parsed.problems, *linked.problems)
    problems = graded((*problems, *_editorial(linked, drafts, book, config)), config.lint)
    if has_errors(problems) or linked.value is None or spoken.value is None:
        in_config = {one.at.path for one in problems if one.severity == "error"} == {CONFIG_NAME}
        raise (ConfigError if in_config else ContentError)(*problems)
    selection = _selected(linked.value, config, settings)
    pages = index_site(selection.site, config, spoken.value)
    files = (*asset_files(selection.site), *theme.look.files)
    addresses = {*(one.url for one in pages), *(one.url for one in files), *selection.site.assets}
    problems += graded(dead_navigation(config, addresses), config.lint)
    if has_errors(problems):
        raise ContentError(*problems)
    progress("rendering")
    frame = with_look(site_view(selection.site, config, spoken.value), theme.look)
    outputs = _rendered(pages, settings, (settings.root / config.templates, frame, spoken.value))
    drawn = _drawn(pages, settings)
    since, until = unchanging(linked.value, settings.now)
    report = Report(
        problems=problems,
        since=since,
        until=until,
        pages=len(pages) - len(drawn),
        held_back=selection.held_back,
        left_out=tuple(
            (one.path, line) for one in selection.site.briefings for line in one.left_out
        ),
        notes=notes,
    )
    return Made(config, (*outputs, *drawn, *files), report)


def _with_unread(drafts: Drafts, problems: Iterable[Problem], config: Config) -> Drafts:
    """Count the files that could not even be read among those that failed."""
    folder = f"{Path(config.content).as_posix()}/"
    unread = {one.at.path.removeprefix(folder) for one in problems if one.severity == "error"}
    return replace(drafts, failed=drafts.failed | unread)


def _files(book: Book, theme: BookTheme) -> Iterable[SourceFile]:
    yield from theme.templates
    for article in (*book.briefings, *book.pages):
        yield article.source
        if article.sidecar:
            yield article.sidecar
    for files in book.registries.values():
        yield from files
    yield from book.catalogues


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
    return select(site, gate_for(config, settings.edition, settings.now))


def _rendered(
    pages: Sequence[Page], settings: Settings, shared: tuple[Path, SiteView, Language]
) -> Sequence[Output]:
    written = [page for page in pages if page.template != CARD]
    return map_in_order(
        render,
        written,
        jobs=settings.jobs,
        start=partial(start_rendering, *shared),
        name=_address,
    )


def _drawn(pages: Sequence[Page], settings: Settings) -> Sequence[Output]:
    cards = [page for page in pages if page.template == CARD]
    fonts = theme_fonts() if cards else {}
    return map_in_order(
        draw_card,
        cards,
        jobs=settings.jobs,
        start=partial(start_drawing, fonts),
        name=_address,
    )


def _address(page: Page) -> str:
    return page.url
