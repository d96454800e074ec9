"""The linked book, put together from its registries, briefings and pages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.config import Config
from generator.diagnostics import FieldPath, Location, Outcome, Problem
from generator.model import addresses
from generator.model.draft import Asset, Drafts, Front, PageDraft, RegistryKind
from generator.model.html import Html
from generator.model.opening import Opened
from generator.model.site import Briefing, LinkedAsset, Redirect, Site, TextPage
from generator.pipeline.link.assets import frame_of, link_assets, unknown_portraits
from generator.pipeline.link.briefings import (
    Surroundings,
    alias_urls,
    briefing_id,
    briefing_url,
)
from generator.pipeline.link.collisions import collisions, unsafe_paths
from generator.pipeline.link.noting import Filed, LinkEach, link_each
from generator.pipeline.link.registries import (
    SINGULAR,
    WITH_PAGES,
    Names,
    Registries,
    duplicate,
    gather,
)
from generator.pipeline.link.targets import Targets
from generator.pipeline.link.texts import (
    address_edits,
    addresses_of,
    lost_anchors,
    misplaced_blocks,
    people,
)
from generator.text.markup.edits import with_edits
from generator.text.markup.fragments import statement_places


def link_site(
    drafts: Drafts, assets: tuple[Asset, ...], config: Config, each: LinkEach = link_each
) -> Outcome[Site]:
    """Put all that the files say together, and tell of every name that names nothing."""
    registries, problems = gather(drafts.registries)
    briefing_names, statement_urls, twice = _named_in_briefings(drafts.briefings)
    problems.extend(twice)
    names = Names(
        {
            **registries.names.known,
            "briefings": briefing_names,
            "statements": {name: name for name in statement_urls},
        }
    )
    urls = {"briefings": _briefing_urls(drafts.briefings), "statements": statement_urls}
    anchors = _Anchors(drafts)
    unread = frozenset(map(addresses.article, drafts.failed)) - anchors.keys()
    linked = link_assets(assets)
    sizes = {one.url: one.size for one in linked.values() if one.size}
    files = _files(drafts, registries, linked)
    targets = Targets(names, files, urls, anchors, unread, sizes)
    around = Surroundings(targets, people(registries.records["officials"]), config.language)
    filed, pages = [*each(drafts, around)], []
    problems.extend(problem for one in filed for problem in one.problems)
    for page in drafts.pages:
        made, faults = _page(page, targets, config)
        pages.append(made)
        problems.extend(faults)
    frame = frame_of(config, linked)
    problems.extend((*frame.problems, *unknown_portraits(drafts.registries, linked)))
    redirects = tuple(_redirects(drafts.briefings, registries))
    problems.extend(unsafe_paths(drafts))
    problems.extend(collisions(drafts, redirects))
    site = replace(
        _site(registries, filed, pages, linked),
        redirects=redirects,
        logo=frame.logo,
        linked_by_masthead=frame.linked,
    )
    return Outcome(site, tuple(_not_follow_ups(problems, drafts.failed)))


def _site(
    registries: Registries,
    filed: Sequence[Filed],
    pages: list[TextPage],
    assets: Mapping[str, LinkedAsset],
) -> Site:
    records = registries.records
    return Site(
        briefings=tuple(sorted((one.briefing for one in filed), key=_newest_first)),
        texts=Opened({one.briefing.name: one.text for one in filed}),
        officials=records["officials"],
        organizations=records["organizations"],
        topics=records["topics"],
        places=records["places"],
        sources=records["sources"],
        claims=records["claims"],
        terms=registries.terms,
        pages=tuple(sorted(pages, key=lambda page: (page.entry.order, page.url))),
        assets=assets,
    )


def _newest_first(briefing: Briefing) -> tuple[float, str]:
    return (-briefing.published.begins.timestamp(), briefing.url)


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


def _page(draft: PageDraft, targets: Targets, config: Config) -> tuple[TextPage, list[Problem]]:
    body, links = draft.body, draft.links
    found, problems = addresses_of(links, body.html, targets, draft.name)
    html = Html(with_edits(body.html, address_edits(body, links, found, targets)))
    blocks = misplaced_blocks(statement_places(body.html), (), lambda _: Location(draft.path))
    language = draft.entry.language or config.language
    page = TextPage(addresses.article(draft.name), draft.path, draft.entry, html, language)
    return page, [*problems, *lost_anchors(links, body.headings), *blocks]


def _redirects(fronts: Iterable[Front], registries: Registries) -> Iterator[Redirect]:
    for front in fronts:
        for alias in alias_urls(front):
            yield Redirect(alias, briefing_url(front))
    for kind in WITH_PAGES:
        for identifier, record in registries.records[kind].items():
            for alias in record.aliases:
                yield Redirect(addresses.thing(kind, alias), addresses.thing(kind, identifier))


def _not_follow_ups(problems: Iterable[Problem], failed: frozenset[str]) -> Iterator[Problem]:
    """Leave out "no such official" where the file that may name them could not be read."""
    kinds = {name.split("/", 1)[0].removesuffix(".yaml") for name in failed}
    hidden = {f"unknown-{SINGULAR[kind]}" for kind in kinds if kind in SINGULAR}
    if kinds & {"officials", "organizations"}:
        hidden.add("unknown-speaker")
    if "briefings" in kinds:
        hidden.add("unknown-statement")
    return (problem for problem in problems if problem.code not in hidden)
