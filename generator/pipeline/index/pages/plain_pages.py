"""Pages with little on them: texts, canceled briefings, old addresses, the page not found."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from generator.model import addresses
from generator.model.page import Page, Shown
from generator.model.site import Redirect, Site
from generator.model.views.briefing import (
    NotFoundView,
    RedirectView,
    TextPageView,
    TombstoneView,
)
from generator.model.views.parts import Link
from generator.pipeline.index.cards.links import section_link
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.heads import page_head, unlisted
from generator.pipeline.index.wording.date_words import date_stamp
from generator.pipeline.index.wording.words import MOVED, NOT_FOUND, PAGES, WITHDRAWN
from generator.text.markup.fragments import plain_text

_SECTIONS: Final = ("briefings", "topics", "officials", "statements")


def text_pages(desk: Desk) -> tuple[Page, ...]:
    """Make pages such as About."""
    return tuple(
        desk.page(one.url, "page.html", _text_page, number)
        for number, one in enumerate(desk.site.pages)
    )


def tombstone_pages(desk: Desk) -> tuple[Page, ...]:
    """Make the page that stays of each canceled briefing."""
    return tuple(
        desk.page(one.url, "tombstone.html", _tombstone, number, indexed=False)
        for number, one in enumerate(desk.site.tombstones)
    )


def _tombstone(desk: Desk, number: int) -> Shown:
    one, section = desk.site.tombstones[number], addresses.section("archive")
    view = TombstoneView(desk.words.dates.when_in_full(one.published), one.note)
    head = page_head(desk.config, desk.words.say(WITHDRAWN), section=section)
    return Shown(view, unlisted(head))


def redirect_pages(desk: Desk) -> tuple[Page, ...]:
    """Make a page at every old address; one that has become another page's is left to it."""
    site = desk.site
    taken = {
        *(one.url for one in site.briefings),
        *(one.url for one in site.tombstones),
        *(one.url for one in site.pages),
    }
    leading = {one.url: one for one in reversed(tuple(_old_addresses(site)))}
    return tuple(
        desk.page(url, "redirect.html", _redirect, leading[url].to, indexed=False)
        for url in sorted(leading.keys() - taken)
    )


def _redirect(desk: Desk, to: str) -> Shown:
    return Shown(RedirectView(to), unlisted(page_head(desk.config, desk.words.say(MOVED))))


def not_found_page(desk: Desk) -> Page:
    """Make the page for an address that is not in the book."""
    return desk.page(addresses.NOT_FOUND, "404.html", _not_found, indexed=False)


def _not_found(desk: Desk) -> Shown:
    sections = (
        Link(desk.words.say(PAGES["home"]), addresses.HOME),
        *(section_link(name, desk.words) for name in _SECTIONS),
    )
    head = unlisted(page_head(desk.config, desk.words.say(NOT_FOUND)))
    return Shown(NotFoundView(sections), head)


def _text_page(desk: Desk, number: int) -> Shown:
    page = desk.site.pages[number]
    entry = page.entry
    view = TextPageView(
        title=entry.title,
        dek=entry.dek or "",
        language=desk.words.other(page.language),
        updated=desk.words.dates.when_in_full(entry.updated) if entry.updated else None,
        body=page.body,
    )
    head = page_head(desk.config, entry.title, description=entry.dek or plain_text(page.body))
    updated = date_stamp(entry.updated) if entry.updated else ""
    return Shown(view, replace(head, updated=updated))


def _old_addresses(site: Site) -> Iterator[Redirect]:
    """Give every old address; the first that leads somewhere counts."""
    yield from site.redirects
    for briefing in site.briefings:
        yield from (Redirect(alias, briefing.url) for alias in briefing.aliases)
    for tombstone in site.tombstones:
        yield from (Redirect(alias, tombstone.url) for alias in tombstone.aliases)
