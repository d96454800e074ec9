"""The linked book, put together from its registries, briefings and pages."""

from collections.abc import Iterable, Iterator, Sequence

from generator.config import Config
from generator.diagnostics import Location, Outcome, Problem
from generator.model import addresses
from generator.model.draft import Book, Drafts, PageDraft
from generator.model.html import Html
from generator.model.opening import Opened
from generator.model.shelf import Shelf
from generator.model.site import Site, TextPage
from generator.pipeline.last import Last
from generator.pipeline.link.ground import Ground, lay_ground
from generator.pipeline.link.noting import Filed, LinkEach, link_each
from generator.pipeline.link.registries import (
    SINGULAR,
)
from generator.pipeline.link.targets import Targets
from generator.pipeline.link.texts import (
    address_edits,
    addresses_of,
    lost_anchors,
    misplaced_blocks,
)
from generator.text.dates import PartialDate
from generator.text.markup.edits import with_edits
from generator.text.markup.fragments import statement_places


def link_site(
    drafts: Drafts,
    book: Book,
    config: Config,
    each: LinkEach = link_each,
    last: Last | None = None,
) -> Outcome[Site]:
    """Put all that the files say together, and tell of every name that names nothing."""
    last = last or Last()
    ground = last.of(lay_ground, drafts.outline(), book.assets, book.captures, config)
    filed, pages = [*each(drafts, ground.around)], []
    problems = [*ground.problems, *(problem for one in filed for problem in one.problems)]
    for page in drafts.pages:
        made, faults = _page(page, ground.around.targets, config)
        pages.append(made)
        problems.extend(faults)
    site = _site(ground, filed, pages, last)
    return Outcome(site, tuple(_not_follow_ups(problems, drafts.failed)))


def _site(ground: Ground, filed: Sequence[Filed], pages: list[TextPage], last: Last) -> Site:
    records = ground.registries.records
    points = [one.outline.points for one in filed]
    dates, urls = tuple([one.published for one in points]), tuple([one.url for one in points])
    in_order = [filed[place] for place in last.of(_newest_first, dates, urls)]
    return Site(
        briefings=Shelf(
            tuple([one.outline for one in in_order]), tuple([one.briefing for one in in_order])
        ),
        texts=Opened({one.outline.name: one.text for one in filed}),
        officials=records["officials"],
        organizations=records["organizations"],
        topics=records["topics"],
        places=records["places"],
        sources=records["sources"],
        claims=records["claims"],
        terms=ground.registries.terms,
        pages=tuple(sorted(pages, key=lambda page: (page.entry.order, page.url))),
        assets=ground.assets,
        redirects=ground.redirects,
        logo=ground.frame.logo,
        linked_by_masthead=ground.frame.linked,
    )


def _newest_first(dates: Sequence[PartialDate], urls: Sequence[str]) -> Sequence[int]:
    """Put briefings in order; give the place of each where they come from."""
    keys = [(-date.begins.timestamp(), url) for date, url in zip(dates, urls, strict=True)]
    return sorted(range(len(keys)), key=keys.__getitem__)


def _page(draft: PageDraft, targets: Targets, config: Config) -> tuple[TextPage, list[Problem]]:
    body, links = draft.body, draft.links
    found, problems = addresses_of(links, body.html, targets, draft.name)
    html = Html(with_edits(body.html, address_edits(body, links, found, targets)))
    blocks = misplaced_blocks(statement_places(body.html), (), lambda _: Location(draft.path))
    language = draft.entry.language or config.language
    page = TextPage(addresses.article(draft.name), draft.path, draft.entry, html, language)
    return page, [*problems, *lost_anchors(links, body.headings), *blocks]


def _not_follow_ups(problems: Iterable[Problem], failed: frozenset[str]) -> Iterator[Problem]:
    """Leave out "no such official" where the file that may name them could not be read."""
    kinds = {name.split("/", 1)[0].removesuffix(".yaml") for name in failed}
    hidden = {f"unknown-{SINGULAR[kind]}" for kind in kinds if kind in SINGULAR}
    if kinds & {"officials", "organizations"}:
        hidden.add("unknown-speaker")
    if "briefings" in kinds:
        hidden.add("unknown-statement")
    return (problem for problem in problems if problem.code not in hidden)
