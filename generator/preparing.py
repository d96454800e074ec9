"""A book made into a site of which all is known but the bytes of its pages.

The steps stand here in their order.  A site is a pure function of its sources: files are
read in the first step, and between it and writing everything is a value.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from generator.config import Config
from generator.diagnostics import Location, Outcome, Problem, has_errors, in_order
from generator.errors import BriefbookError, ConfigError, ContentError
from generator.linking import LinkedBefore, link_anew
from generator.memories import folder_of
from generator.model import addresses
from generator.model.draft import Book, Drafts, Registered
from generator.model.site import Site
from generator.model.views.social import CARD
from generator.parsing import parse_book
from generator.pipeline.check import Evidence, check_book
from generator.pipeline.choices import graded
from generator.pipeline.index import IndexBefore
from generator.pipeline.interface import interface_language
from generator.pipeline.last import Again, Last
from generator.pipeline.link import WITH_PAGES, LinkEach, link_site
from generator.pipeline.locate import locate, with_places
from generator.pipeline.read import CONFIG_NAME, read_again
from generator.pipeline.select import gate_for, moments_of, select, unchanging
from generator.pipeline.social_cards import with_installed
from generator.pipeline.theme.make import make_theme
from generator.pipeline.theme.settings import dead_navigation
from generator.prepared import Dressed, Prepared, settled, unrendered
from generator.publishing import Progress, PublishedBefore
from generator.reading import ReadBefore
from generator.report import HeldBack, Report, Settings
from generator.runtime.in_memory import InMemory
from generator.runtime.kept import FOLDER
from generator.runtime.memo import ForgottenError, forget_all
from generator.text.left_out import LeftOut
from generator.text.nearest import nearest

Result = TypeVar("Result")

_TELLS_NOBODY: Final[Progress] = lambda _: None  # noqa: E731


@dataclass(frozen=True, slots=True)
class Resident:
    """What a process keeps that makes the same book again and again."""

    read: ReadBefore = field(default_factory=ReadBefore)
    parsed: InMemory = field(default_factory=InMemory)
    linked: LinkedBefore = field(default_factory=LinkedBefore)
    indexed: IndexBefore = field(default_factory=IndexBefore)
    published: PublishedBefore = field(default_factory=PublishedBefore)
    last: Last = field(default_factory=Last)
    edited: Again["_Edited"] = field(default_factory=Again)
    public: Again["_Published"] = field(default_factory=Again)
    stays: bool = True
    """Whether there will be another round."""

    def forget(self) -> None:
        """Forget the book: what was read of it, or recalled, and what was made of that."""
        self.last.forget()
        self.read.forget()
        self.parsed.forget()
        self.linked.forget()
        self.edited.forget()
        self.public.forget()
        self.published.forget()


def prepare(
    settings: Settings, progress: Progress = _TELLS_NOBODY, resident: Resident | None = None
) -> Prepared:
    """Do everything but render; what is in `resident` need not be done again.

    Raises BriefbookError where the book cannot be published.
    """
    return remembering(lambda asked: located(asked, progress, resident), settings, resident)


def remembering(
    act: Callable[[Settings], Result], settings: Settings, resident: Resident | None = None
) -> Result:
    """Do something; where what is remembered turns out to be damaged, forget it and do it anew."""
    try:
        return act(settings)
    except ForgottenError:
        if settings.remembers:
            forget_all(settings.root / FOLDER)
        if resident:
            resident.forget()
        return act(settings.without_memory())


def located(
    settings: Settings, progress: Progress = _TELLS_NOBODY, resident: Resident | None = None
) -> Prepared:
    """Do the same; raises ForgottenError too, where what is remembered cannot be opened."""
    root, keeping = settings.root, resident or Resident(stays=False)
    try:
        prepared = _prepared(settings, settled(root), progress, keeping)
    except BriefbookError as error:
        raise with_places(error, _texts(root, error.problems)) from error
    problems = prepared.report.problems
    problems = in_order(locate(problems, _texts(root, problems)))
    return replace(prepared, report=replace(prepared.report, problems=problems))


def _texts(root: Path, problems: Iterable[Problem]) -> Mapping[str, str]:
    return read_again(root, [one.at.path for one in problems if one.at != Location(one.at.path)])


def _prepared(
    settings: Settings, config: Config, progress: Progress, resident: Resident
) -> Prepared:
    theme = make_theme(settings.root, config, resident.last)
    resident.read.note_read(theme.paths)
    config, notes = with_installed(config)
    edited = _edited_again(settings, config, progress, resident)
    catalogues = edited.rest.catalogues
    spoken = interface_language(config, catalogues)
    problems = graded((*theme.problems, *spoken.problems, *edited.problems), config.lint)
    if has_errors(problems) or edited.site is None or spoken.value is None:
        in_config = {one.at.path for one in problems if one.severity == "error"} == {CONFIG_NAME}
        raise (ConfigError if in_config else ContentError)(*problems)
    since, until = unchanging(edited.moments, settings.now)
    asked = (config, since, until, settings.edition, settings.unpublished)
    linked, registries = edited.site, edited.registries
    public = resident.public.again(
        linked, asked, lambda: _published(linked, registries, config, settings)
    )
    index = resident.indexed.index(public.site, config, spoken.value)
    dressed = Dressed(config, theme, spoken.value, catalogues)
    site = unrendered(public.site, index, dressed, settings.root)
    known = {*site.urls(), *public.site.assets} if config.theme.navigation else frozenset()
    problems += graded(dead_navigation(config, known), config.lint)
    if has_errors(problems):
        raise ContentError(*problems)
    report = Report(
        problems=problems,
        since=since,
        until=until,
        pages=len(site.pages) - [one.template for one in site.pages].count(CARD),
        held_back=public.held_back,
        left_out=public.left_out,
        notes=notes,
    )
    return Prepared(config, site, report, public.sources, public.site)


class _Edited(NamedTuple):
    """A book that was parsed, linked and checked, and what is wrong with it."""

    rest: Book
    """What is not in the site: kept copies of sources, catalogues."""
    registries: Registered
    site: Site | None
    problems: tuple[Problem, ...]
    moments: Sequence[datetime]
    """When a briefing is published or expires."""


def _edited_again(
    settings: Settings, config: Config, progress: Progress, resident: Resident
) -> _Edited:
    """Read a book, and parse, link and check it if anything has changed."""
    progress("reading")
    read = resident.read.read(settings, config)
    edited = resident.edited.again(
        read, (config,), lambda: _edited(read, settings, config, progress, resident)
    )
    if not resident.stays:  # what the pages are made of is smaller by far than what it came from
        resident.forget()
    return edited


class _Published(NamedTuple):
    """A book as its readers may see it, and what is told of that."""

    site: Site
    held_back: tuple[HeldBack, ...]
    left_out: tuple[tuple[str, LeftOut], ...]
    sources: Mapping[str, str]


def _edited(
    read: Outcome[Book],
    settings: Settings,
    config: Config,
    progress: Progress,
    resident: Resident,
) -> _Edited:
    """Take the steps from parsing to checking."""
    progress("parsing")
    book = read.value or Book()
    parsed = parse_book(book, settings, resident.parsed)
    drafts = _with_unread(parsed.value or Drafts((), (), {}), read.problems, config)
    progress("linking")
    each = _linking(settings, resident)
    linked = link_site(drafts, book, config, each, resident.last)
    book = replace(book, briefings=(), pages=(), registries={})
    drafts = replace(drafts, briefings=(), pages=())  # which are large
    found = (*read.problems, *parsed.problems, *linked.problems)
    problems = (*found, *_editorial(linked, drafts, book))
    moments = moments_of(linked.value) if linked.value else ()
    return _Edited(book, drafts.registries, linked.value, problems, moments)


def _linking(settings: Settings, resident: Resident) -> LinkEach:
    if not resident.stays and folder_of(settings) is None:
        return link_anew
    return partial(resident.linked.link, settings)


def _sources(site: Site, registries: Registered) -> Mapping[str, str]:
    things = {
        addresses.thing(kind, entry.record.id): entry.path
        for kind in WITH_PAGES
        for entry in registries.get(kind, ())
    }
    briefings = {one.url: one.path for one in site.briefings.outlines}
    return things | briefings | {one.url: one.path for one in site.pages}


def _with_unread(drafts: Drafts, problems: Iterable[Problem], config: Config) -> Drafts:
    """Count the files that could not even be read among those that failed."""
    folder = f"{Path(config.content).as_posix()}/"
    unread = {one.at.path.removeprefix(folder) for one in problems if one.severity == "error"}
    return replace(drafts, failed=drafts.failed | unread)


def _editorial(linked: Outcome[Site], drafts: Drafts, book: Book) -> Sequence[Problem]:
    if linked.value is None:
        return ()
    misfiled = any(problem.code == "unknown-topic" for problem in linked.problems)
    evidence = Evidence(
        site=linked.value,
        captures={file.name: file for file in book.captures},
        sources=drafts.registries["sources"],
        topics=drafts.registries["topics"],
        whole=not drafts.failed and not misfiled,
    )
    return check_book(evidence)


def _published(
    linked: Site, registries: Registered, config: Config, settings: Settings
) -> _Published:
    known = [edition.id for edition in config.editions]
    wanted = settings.edition or config.default_edition
    if wanted is not None and wanted not in known:
        hint = nearest(wanted, known) or "name it under `editions:`"
        at = Location(CONFIG_NAME, field=None if settings.edition else ("default_edition",))
        raise ConfigError(Problem("unknown-edition", f"no edition is called {wanted!r}", at, hint))
    gate = gate_for(config, settings.edition, settings.now, unpublished=settings.unpublished)
    site, held_back = select(linked, gate)
    cut = [one for one in site.briefings.outlines if one.left_out]
    left_out = tuple([(one.path, line) for one in cut for line in one.left_out])
    return _Published(site, held_back, left_out, _sources(site, registries))
