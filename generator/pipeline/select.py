"""Step 5, site to site: the one gate between the book and its readers.

What is not public is not in the site any more after this step, so no later step can let
it out: not its title, its address, its statements, nor a link to it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from typing import Final, NamedTuple

from generator.config import Config
from generator.model.draft import map_blocks
from generator.model.html import Html
from generator.model.opening import AlreadyOpen
from generator.model.outline import Outline, Release, outline_of
from generator.model.references import assets_used
from generator.model.shelf import Shelf
from generator.model.site import Briefing, BriefingText, Site, Statement, TextPage, Tombstone
from generator.pipeline.rights import within_rights
from generator.report import HeldBack
from generator.text.markup.fragments import rewrite_links

_SITE: Final = "site:"
_AT_ONCE: Final = Release("usable", None, None, None, is_full=True)
"""How most briefings are published: now, whole, in every edition."""


@dataclass(frozen=True, slots=True)
class Gate:
    """For whom and for which moment a site is made."""

    now: datetime
    edition: str | None
    editions: frozenset[str]
    """The editions whose briefings are let through: the one built and those it includes."""
    unpublished: bool = False
    """Whether drafts, and what is embargoed or expired, are let through for the desk's own eyes."""


class Selection(NamedTuple):
    """The site as its readers may see it, and what was held back."""

    site: Site
    held_back: tuple[HeldBack, ...]


def gate_for(
    config: Config, edition: str | None, now: datetime, *, unpublished: bool = False
) -> Gate:
    """Make the gate of an edition; None is the default edition.

    Raises KeyError where the book has no such edition.
    """
    by_id = {one.id: one for one in config.editions}
    wanted = edition or config.default_edition or next(iter(by_id), None)
    if wanted is None:
        return Gate(now, None, frozenset(), unpublished)
    let_through, pending = set(), [wanted]
    while pending:
        name = pending.pop()
        if name not in let_through:
            let_through.add(name)
            pending.extend(by_id[name].includes)
    return Gate(now, wanted, frozenset(let_through), unpublished)


def select(site: Site, gate: Gate) -> Selection:
    """Give the site without anything that may not be published at the gate's moment."""
    bound = _bound(site)
    held = [(one, reason) for one in bound if (reason := why_held(one, gate))]
    hidden = {one.name: one for one, _ in held if not _for_the_desk(one, gate)}
    canceled = [
        one for one, _ in held if one.release.status == "canceled" and not _why_hidden(one, gate)
    ]
    drafts = tuple(page for page in site.pages if page.entry.status == "draft")
    left = () if gate.unpublished else drafts
    kept = _kept(hidden, site.briefings.outlines, left)
    dead = {one.url for one in hidden.values()} - {one.url for one in canceled}
    changed = _changed(site, hidden, bound, kept)
    selected = replace(
        site,
        briefings=_with(changed, hidden, site.briefings),
        texts=_PublicTexts(site.texts, changed, frozenset(hidden)),
        pages=tuple(_page(one, kept) for one in site.pages if one not in left),
        tombstones=tuple(_tombstone(one, site.texts, kept) for one in canceled),
        redirects=tuple(one for one in site.redirects if one.to not in dead),
    )
    used = assets_used(selected) if site.assets else frozenset()
    assets = {name: one for name, one in site.assets.items() if one.url in used}
    waiting = tuple(HeldBack(page.path, page.entry.title, "draft") for page in drafts)
    reasons = (reason for _, reason in held)
    return Selection(replace(selected, assets=assets), (*reasons, *waiting))


def moments_of(site: Site) -> Sequence[datetime]:
    """List the moments at which a briefing is published or expires, in their order."""
    releases = [one.release for one in _bound(site)]
    dates = (date for one in releases for date in (one.embargoed, one.expires) if date is not None)
    return sorted({date.begins for date in dates})


def unchanging(
    moments: Sequence[datetime], now: datetime
) -> tuple[datetime | None, datetime | None]:
    """Give those of the moments of a book that are around this one.

    From the first on, and before the second, the gate lets the same through.
    """
    place = bisect_right(moments, now)
    return moments[place - 1] if place else None, next(iter(moments[place:]), None)


def _bound(site: Site) -> Sequence[Outline]:
    """List the briefings that are not simply published: all that the gate has to look at."""
    return [one for one in site.briefings.outlines if one.release != _AT_ONCE]


def why_held(briefing: Outline, gate: Gate) -> HeldBack | None:
    """Tell why a briefing is not published, and until when; None where it is."""
    release = briefing.release
    if release.status != "usable":
        return HeldBack(briefing.path, briefing.title, release.status)
    return _why_hidden(briefing, gate)


def _for_the_desk(briefing: Outline, gate: Gate) -> bool:
    """Tell whether the desk itself is shown what is not published."""
    unfinished = briefing.release.status in {"usable", "draft"}
    return gate.unpublished and unfinished and _in_edition(briefing.release, gate)


def _why_hidden(briefing: Outline, gate: Gate) -> HeldBack | None:
    """Tell why not even the address of a briefing may be known."""
    release = briefing.release

    def held(why: str, until: str | None = None) -> HeldBack:
        return HeldBack(briefing.path, briefing.title, why, until)

    if release.embargoed and gate.now < release.embargoed.begins:
        return held("embargoed", release.embargoed.text)
    if release.expires and gate.now >= release.expires.begins:
        return held(f"expired {release.expires.text}")
    if not _in_edition(release, gate):
        return held(f"edition {release.edition}")
    return None


def _in_edition(release: Release, gate: Gate) -> bool:
    return release.edition is None or release.edition in gate.editions


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is left of the book: the ids that may be named, the addresses that are gone."""

    gone: frozenset[str] = frozenset()
    briefings: frozenset[str] = frozenset()
    statements: frozenset[str] = frozenset()

    def may_touch(self, briefing: Outline) -> bool:
        """Tell whether anything of a briefing may have to go; to look for it is quick."""
        others = (briefing.points.follows, *briefing.points.answering)
        return (
            not self.gone.isdisjoint(briefing.leads_to)
            or not self.briefings.issuperset(one for one in others if one)
            or not self.statements.issuperset(briefing.related)
        )

    def markup(self, html: Html) -> Html:
        """Give markup without links to what is gone; their words stay."""
        return Html(rewrite_links(html, self._address))

    def _address(self, target: str) -> str | None:
        url = target.removeprefix(_SITE).partition("#")[0]
        return None if target.startswith(_SITE) and url in self.gone else target

    def named(self, statements: tuple[str, ...]) -> tuple[str, ...]:
        """Give the statements that are left."""
        return tuple(one for one in statements if one in self.statements)


def _kept(
    hidden: Mapping[str, Outline], outlines: Iterable[Outline], left: Iterable[TextPage]
) -> _Kept:
    """Tell what is left, where some briefings are hidden and some pages left out."""
    briefings = {url for one in hidden.values() for url in (one.url, *one.points.aliases)}
    gone = frozenset(briefings | {one.url for one in left})
    if not gone:
        return _Kept()  # and nothing is looked up in it
    public = [one for one in outlines if one.name not in hidden]
    return _Kept(
        gone=gone,
        briefings=frozenset([one.id for one in public]),
        statements=frozenset([one.id for each in public for one in each.points.statements]),
    )


def _changed(
    site: Site, hidden: Mapping[str, Outline], bound: Iterable[Outline], kept: _Kept
) -> Mapping[str, "_Public"]:
    """Give those of the public briefings that may not be published as they are."""
    touched = filter(kept.may_touch, site.briefings.outlines if kept.gone else ())
    cut = (one for one in bound if not one.release.is_full)
    wanted = {one.name for one in chain(touched, cut)} - hidden.keys()
    ways = site.briefings.pairs() if wanted else ()
    return {
        one.name: _published(way(), site.texts[one.name], kept)
        for one, way in ways
        if one.name in wanted
    }


class _Public(NamedTuple):
    """A briefing as its readers may see it, and its text."""

    briefing: Briefing
    text: BriefingText


class _PublicTexts(Mapping[str, BriefingText]):
    """The texts of the briefings that are public, and of no others."""

    def __init__(
        self,
        texts: Mapping[str, BriefingText],
        changed: Mapping[str, _Public],
        hidden: frozenset[str],
    ) -> None:
        self._texts, self._changed, self._hidden = texts, changed, hidden

    def __getitem__(self, name: str) -> BriefingText:
        if name in self._hidden:
            raise KeyError(name)
        changed = self._changed.get(name)
        return changed.text if changed else self._texts[name]

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._texts if name not in self._hidden)

    def __len__(self) -> int:
        return len(self._texts) - len(self._hidden)


def _with(changed: Mapping[str, _Public], hidden: Mapping[str, Outline], shelf: Shelf) -> Shelf:
    """Give a shelf without what is hidden, and with what was changed in its place."""
    if not (changed or hidden):
        return shelf
    new = {name: (outline_of(one), AlreadyOpen(one)) for name, (one, _) in changed.items()}
    pairs = (pair for pair in shelf.pairs() if pair[0].name not in hidden)
    return Shelf.put(new.get(pair[0].name, pair) for pair in pairs)


def _published(briefing: Briefing, text: BriefingText, kept: _Kept) -> _Public:
    """Give a briefing without what is gone, and cut to what the rights allow."""
    if kept.gone:
        briefing, text = _without_gone(briefing, kept), _text_without_gone(text, kept)
    if briefing.entry.rights.publish != "full":
        briefing, text = within_rights(briefing, text)
    undigested = briefing.digests._replace(facts=b"", text=b"")
    return _Public(replace(briefing, digests=undigested), text)


def _text_without_gone(text: BriefingText, kept: _Kept) -> BriefingText:
    blocks = map_blocks(text.blocks, kept.markup)
    return replace(text, body=kept.markup(text.body), blocks=blocks)


def _without_gone(briefing: Briefing, kept: _Kept) -> Briefing:
    answers: Mapping[str, str] = briefing.answers or {}
    return replace(
        briefing,
        leads_to=tuple(one for one in briefing.leads_to if one not in kept.gone),
        statements=tuple(_statement(one, kept) for one in briefing.statements),
        follows=briefing.follows if briefing.follows in kept.briefings else None,
        answers={asked: by for asked, by in answers.items() if by in kept.briefings},
    )


def _statement(statement: Statement, kept: _Kept) -> Statement:
    return replace(
        statement,
        responds_to=kept.named(statement.responds_to),
        same_as=kept.named(statement.same_as),
        supersedes=kept.named(statement.supersedes),
    )


def _page(page: TextPage, kept: _Kept) -> TextPage:
    return replace(page, body=kept.markup(page.body))


def _tombstone(briefing: Outline, texts: Mapping[str, BriefingText], kept: _Kept) -> Tombstone:
    points, note = briefing.points, texts[briefing.name].blocks.ed_note
    return Tombstone(
        points.url, points.published, kept.markup(note) if note else None, points.aliases
    )
