"""Pages with little on them: texts, canceled briefings, old addresses, the page not found."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from generator.model import addresses
from generator.model.page import Page, Shown
from generator.model.site import Redirect
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
from generator.pipeline.index.plan import Plan, planned
from generator.pipeline.index.wording.date_words import date_stamp
from generator.pipeline.index.wording.words import MOVED, NOT_FOUND, PAGES, WITHDRAWN
from generator.text.markup.fragments import plain_text

_SECTIONS: Final = ("briefings", "topics", "officials", "statements")


def text_pages(plan: Plan) -> tuple[Page, ...]:
    """Plan pages such as About."""
    return tuple(
        planned(one.url, "page.html", _text_page, number)
        for number, one in enumerate(plan.book.pages)
    )


def tombstone_pages(plan: Plan) -> tuple[Page, ...]:
    """Plan the page that stays of each canceled briefing."""
    return tuple(
        planned(one.url, "tombstone.html", _tombstone, number, indexed=False)
        for number, one in enumerate(plan.book.tombstones)
    )


def _tombstone(desk: Desk, number: int) -> Shown:
    one, section = desk.site.tombstones[number], addresses.section("archive")
    view = TombstoneView(desk.words.dates.when_in_full(one.published), one.note)
    head = page_head(desk.config, desk.words.say(WITHDRAWN), section=section)
    return Shown(view, unlisted(head))


def redirect_pages(plan: Plan) -> tuple[Page, ...]:
    """Plan a page at every old address; one that has become another page's is left to it."""
    book = plan.book
    taken = {
        *(one.url for one in plan.found.points),
        *(one.url for one in book.tombstones),
        *(one.url for one in book.pages),
    }
    leading = {one.url: one for one in reversed(tuple(_old_addresses(plan)))}
    return tuple(
        planned(url, "redirect.html", _redirect, leading[url].to, indexed=False)
        for url in sorted(leading.keys() - taken)
    )


def _redirect(desk: Desk, to: str) -> Shown:
    return Shown(RedirectView(to), unlisted(page_head(desk.config, desk.words.say(MOVED))))


def not_found_page() -> Page:
    """Plan the page for an address that is not in the book."""
    return planned(addresses.NOT_FOUND, "404.html", _not_found, indexed=False)


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


def _old_addresses(plan: Plan) -> Iterator[Redirect]:
    """Give every old address; the first that leads somewhere counts."""
    yield from plan.book.redirects
    for one in plan.found.points:
        yield from (Redirect(alias, one.url) for alias in one.aliases)
    for gone in plan.book.tombstones:
        yield from (Redirect(alias, gone.url) for alias in gone.aliases)
