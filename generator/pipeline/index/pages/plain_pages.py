"""Pages with little on them: texts, canceled briefings, old addresses, the page not found."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from generator.model import addresses
from generator.model.page import Page
from generator.model.site import Redirect, Site, TextPage
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
    return tuple(_text_page(one, desk) for one in desk.site.pages)


def tombstone_pages(desk: Desk) -> tuple[Page, ...]:
    """Make the page that stays of each canceled briefing."""
    head = unlisted(
        page_head(desk.config, desk.words.say(WITHDRAWN), section=addresses.section("archive"))
    )
    when = desk.words.dates.when_in_full
    return tuple(
        Page.of(one.url, "tombstone.html", TombstoneView(when(one.published), one.note), head)
        for one in desk.site.tombstones
    )


def redirect_pages(desk: Desk) -> tuple[Page, ...]:
    """Make a page at every old address; one that has become another page's is left to it."""
    head = unlisted(page_head(desk.config, desk.words.say(MOVED)))
    site = desk.site
    taken = {
        *(one.url for one in site.briefings),
        *(one.url for one in site.tombstones),
        *(one.url for one in site.pages),
    }
    leading = {one.url: one for one in reversed(tuple(_old_addresses(site)))}
    return tuple(
        Page.of(url, "redirect.html", RedirectView(leading[url].to), head)
        for url in sorted(leading.keys() - taken)
    )


def not_found_page(desk: Desk) -> Page:
    """Make the page for an address that is not in the book."""
    sections = (
        Link(desk.words.say(PAGES["home"]), addresses.HOME),
        *(section_link(name, desk.words) for name in _SECTIONS),
    )
    head = unlisted(page_head(desk.config, desk.words.say(NOT_FOUND)))
    return Page.of(addresses.NOT_FOUND, "404.html", NotFoundView(sections), head)


def _text_page(page: TextPage, desk: Desk) -> Page:
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
    return Page.of(page.url, "page.html", view, replace(head, updated=updated))


def _old_addresses(site: Site) -> Iterator[Redirect]:
    """Give every old address; the first that leads somewhere counts."""
    yield from site.redirects
    for briefing in site.briefings:
        yield from (Redirect(alias, briefing.url) for alias in briefing.aliases)
    for tombstone in site.tombstones:
        yield from (Redirect(alias, tombstone.url) for alias in tombstone.aliases)
