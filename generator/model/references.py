"""Where texts of the book lead within the site, and which assets are published for them."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Final

from generator.model.draft import markup_of
from generator.model.html import Html
from generator.model.page import Output
from generator.model.site import BriefingText, Site

_REFERENCE: Final = re.compile(r'\s(?:href|src)="site:(?!officials/)([^"#]++)')
_PICTURE: Final = re.compile(r'<img [^>]*?src="site:(assets/[^"#]++)')


def markup_in(text: BriefingText) -> Iterator[Html]:
    """Give every piece of markup of a briefing."""
    yield text.body
    yield from markup_of(text.blocks)


def led_to(markup: Iterable[Html]) -> tuple[str, ...]:
    """Give the addresses of the site to which markup leads, each once, but for officials'."""
    return _found(_REFERENCE, markup)


def shown_in(markup: Iterable[Html]) -> tuple[str, ...]:
    """Give the addresses of the pictures that markup shows, each once."""
    return _found(_PICTURE, markup)


def assets_used(site: Site) -> frozenset[str]:
    """Give the addresses of all assets that are shown, or that something links to."""
    linked = (url for one in site.briefings.outlines for url in one.leads_to)
    leading = {*linked, *led_to(_beside_briefings(site)), *_shown_by_fields(site)}
    return frozenset((*leading, *site.linked_by_masthead))


def pictures_used(site: Site) -> frozenset[str]:
    """Give the addresses of all assets that are shown as pictures."""
    shown = (url for one in site.briefings.outlines for url in one.shows)
    return frozenset((*shown, *shown_in(_beside_briefings(site)), *_shown_by_fields(site)))


def asset_files(site: Site) -> tuple[Output, ...]:
    """Give the assets as files; two with the same bytes may have the same address."""
    files = {one.url: one.asset.data for one in site.assets.values()}
    return tuple(Output(url, data) for url, data in files.items())


def _found(pattern: re.Pattern[str], markup: Iterable[Html]) -> tuple[str, ...]:
    found = [url for html in markup if _leads_further(html) for url in pattern.findall(html)]
    return tuple(dict.fromkeys(map(unescape, found)))


def _leads_further(html: str) -> bool:
    """Tell quickly whether markup may have addresses that are not those of officials."""
    return html.count("site:") > html.count("site:officials/")


def _shown_by_fields(site: Site) -> Iterator[str]:
    if site.logo:
        yield site.logo.url
    for official in site.officials.values():
        if portrait := site.assets.get(official.image or ""):
            yield portrait.url


def _beside_briefings(site: Site) -> Iterator[Html]:
    yield from (page.body for page in site.pages)
    yield from (one.note for one in site.tombstones if one.note)
