"""The ground that briefings are linked on: every name and address of a book.

It follows from what files offer to each other, and not from what any of them says beside.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.config import Config
from generator.diagnostics import FieldPath, Location, Problem
from generator.model import addresses
from generator.model.draft import Asset, Drafts, Front, PageDraft, RegistryKind, SourceFile
from generator.model.site import LinkedAsset, Redirect
from generator.pipeline.link.assets import Frame, frame_of, link_assets, unknown_portraits
from generator.pipeline.link.briefings import (
    Surroundings,
    alias_urls,
    briefing_id,
    briefing_url,
)
from generator.pipeline.link.collisions import collisions, unsafe_paths
from generator.pipeline.link.registries import WITH_PAGES, Names, Registries, duplicate, gather
from generator.pipeline.link.targets import Targets
from generator.pipeline.link.texts import people


@dataclass(frozen=True, slots=True)
class Ground:
    """What a book offers to each of its texts, and what is wrong with that."""

    registries: Registries
    around: Surroundings
    assets: Mapping[str, LinkedAsset]
    frame: Frame
    redirects: tuple[Redirect, ...]
    problems: tuple[Problem, ...]


def lay_ground(
    outline: Drafts, assets: tuple[Asset, ...], captures: tuple[SourceFile, ...], config: Config
) -> Ground:
    """Gather every name and address of a book; of its drafts no more is opened."""
    registries, problems = gather(outline.registries)
    briefing_names, statement_urls, twice = _named_in_briefings(outline.briefings)
    names = Names(
        {
            **registries.names.known,
            "briefings": briefing_names,
            "statements": {name: name for name in statement_urls},
        }
    )
    urls = {"briefings": _briefing_urls(outline.briefings), "statements": statement_urls}
    anchors = _Anchors(outline)
    unread = frozenset(map(addresses.article, outline.failed)) - anchors.keys()
    linked = link_assets(assets)
    sizes = {one.url: one.size for one in linked.values() if one.size}
    files = _files(outline, registries, linked)
    targets = Targets(names, files, urls, anchors, unread, sizes)
    around = Surroundings(
        targets=targets,
        people=people(registries.records["officials"]),
        language=config.language,
        sources=registries.records["sources"],
        captures={one.name: one for one in captures},
        editions={one.id: one.id for one in config.editions},
    )
    frame, redirects = frame_of(config, linked), tuple(_redirects(outline.briefings, registries))
    return Ground(
        registries=registries,
        around=around,
        assets=linked,
        frame=frame,
        redirects=redirects,
        problems=(
            *problems,
            *twice,
            *frame.problems,
            *unknown_portraits(outline.registries, linked),
            *unsafe_paths(outline),
            *collisions(outline, redirects),
        ),
    )


def _named_in_briefings(
    fronts: Iterable[Front],
) -> tuple[Mapping[str, str], Mapping[str, str], list[Problem]]:
    """Give ids and aliases of briefings, addresses of statements, and ids used twice."""
    problems: list[Problem] = []
    first: dict[tuple[str, str], tuple[str, FieldPath]] = {}
    names: dict[str, str] = {}
    statements: dict[str, str] = {}
    for front in fronts:
        own, url = briefing_id(front), briefing_url(front)
        for what, name, field in _ids_of(front, own):
            place = front.meta_path, field
            known = first.setdefault((what, name), place)
            if known is not place:
                at, other = Location(place[0], field=field), Location(known[0], field=known[1])
                problems.append(duplicate(what, name, at, other))
            elif what == "briefing":
                names[name] = own
            elif what == "statement":
                statements[name] = f"{url}#{addresses.STATEMENT_ANCHOR}{name}"
    return names, statements, problems


def _ids_of(front: Front, own: str) -> Iterator[tuple[str, str, FieldPath]]:
    """Give every id that a briefing takes: what it is of, the id, and its place."""
    yield "briefing", own, ("id",) if front.id else ()
    for n, alias in enumerate(front.aliases):
        name = alias.rsplit("/", 1)[-1]
        if name != own:
            yield "briefing", name, ("aliases", n)
    for n, statement in enumerate(front.statements):
        yield "statement", statement, ("statements", n, "id")
    for n, question in enumerate(front.questions):
        yield "question", question, ("unknowns", n, "id")


def _briefing_urls(fronts: Iterable[Front]) -> Mapping[str, str]:
    return {briefing_id(front): briefing_url(front) for front in fronts}


def _files(
    drafts: Drafts, registries: Registries, assets: Mapping[str, LinkedAsset]
) -> Mapping[str, str]:
    content = {name: addresses.article(name) for name in drafts.failed}
    content |= {front.name: briefing_url(front) for front in drafts.briefings}
    content |= {page.name: addresses.article(page.name) for page in drafts.pages}
    content |= {name: asset.url for name, asset in assets.items()}
    for kind, entries in drafts.registries.items():
        if kind != "sources":  # they are listed where they are cited, and have no page
            content |= {entry.name: _address(kind, entry.path, registries) for entry in entries}
    return content


def _address(kind: RegistryKind, path: str, registries: Registries) -> str:
    """Give the address of what a registry's file holds: one record alone, or a list."""
    _, single = registries.files.get(path, (kind, None))
    match kind, single:
        case _, None:
            return addresses.section(kind)
        case "claims", str(claim):
            return addresses.claim(claim)
        case _, str(identifier):
            return addresses.thing(kind, identifier)


class _Anchors(Mapping[str, frozenset[str]]):
    """What a link to a text may end in, by its address; looked up only where a link does."""

    def __init__(self, drafts: Drafts) -> None:
        briefings = {briefing_url(front): front for front in drafts.briefings}
        pages = {addresses.article(page.name): page for page in drafts.pages}
        self._texts: Mapping[str, Front | PageDraft] = {**briefings, **pages}

    def __getitem__(self, url: str) -> frozenset[str]:
        """Give a text's headings, its statements and its sections."""
        text = self._texts[url]
        if isinstance(text, PageDraft):
            return frozenset(one.anchor for one in text.body.headings)
        statements = (addresses.STATEMENT_ANCHOR + one for one in text.statements)
        return frozenset((*text.anchors, *statements, *addresses.SECTIONS_OF_A_BRIEFING))

    def __iter__(self) -> Iterator[str]:
        """Go through the addresses."""
        return iter(self._texts)

    def __len__(self) -> int:
        """Count the texts."""
        return len(self._texts)


def _redirects(fronts: Iterable[Front], registries: Registries) -> Iterator[Redirect]:
    for front in fronts:
        for alias in alias_urls(front):
            yield Redirect(alias, briefing_url(front))
    for kind in WITH_PAGES:
        for identifier, record in registries.records[kind].items():
            for alias in record.aliases:
                yield Redirect(addresses.thing(kind, alias), addresses.thing(kind, identifier))
