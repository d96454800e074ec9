"""Which assets a site shows and links to; only these are published."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from generator.model.draft import markup_of
from generator.model.html import Html
from generator.model.page import Output
from generator.model.site import Site

_REFERENCE: Final = re.compile(r'\s(?:href|src)="site:(assets/[^"#]++)')
_PICTURE: Final = re.compile(r'<img [^>]*?src="site:(assets/[^"#]++)')


def assets_used(site: Site) -> frozenset[str]:
    """Give the addresses of all assets that are shown, or that something links to."""
    linked = (found for html in _with_assets(site) for found in _REFERENCE.findall(html))
    return frozenset((*map(unescape, linked), *_shown_by_fields(site), *site.linked_by_masthead))


def pictures_used(site: Site) -> frozenset[str]:
    """Give the addresses of all assets that are shown as pictures."""
    shown = (found for html in _with_assets(site) for found in _PICTURE.findall(html))
    return frozenset((*map(unescape, shown), *_shown_by_fields(site)))


def asset_files(site: Site) -> tuple[Output, ...]:
    """Give the assets as files; two with the same bytes may have the same address."""
    files = {one.url: one.asset.data for one in site.assets.values()}
    return tuple(Output(url, data) for url, data in files.items())


def _shown_by_fields(site: Site) -> Iterator[str]:
    if site.logo:
        yield site.logo.url
    for official in site.officials.values():
        if portrait := site.assets.get(official.image or ""):
            yield portrait.url


def _with_assets(site: Site) -> Iterator[Html]:
    return (html for html in _markup(site) if "site:assets/" in html)


def _markup(site: Site) -> Iterator[Html]:
    for briefing in site.briefings:
        yield briefing.body
        yield from markup_of(briefing.blocks)
    for page in site.pages:
        yield page.body
    for tombstone in site.tombstones:
        if tombstone.note:
            yield tombstone.note
