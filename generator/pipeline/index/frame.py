"""The frame of every page: title, masthead, foot.

Nothing in it counts or dates anything, so that a new briefing does not change every page.
"""

from typing import Final

from generator.config import Config
from generator.model import addresses
from generator.model.site import Site
from generator.model.views.parts import Link
from generator.model.views.site import SiteView
from generator.pipeline.index.cards.links import picture
from generator.pipeline.index.wording.words import PAGES

_MASTHEAD: Final = ("topics", "officials", "organizations", "places", "statements", "archive")


def site_view(site: Site, config: Config) -> SiteView:
    """Give the frame that all pages of a book share."""
    own = tuple(Link(item.text, _address(item.to, site)) for item in config.theme.navigation)
    base = config.base_url or ""
    return SiteView(
        title=config.title,
        language=config.language,
        description=config.description or "",
        base_url=f"{base.rstrip('/')}/" if base else "",
        navigation=own or _sections(),
        footer=config.theme.footer or "",
        pages=(*_foot(site), *(Link(page.entry.title, page.url) for page in site.pages)),
        logo=picture(site.logo) if site.logo else None,
    )


def _address(written: str, site: Site) -> str:
    """Give where a link of the masthead leads; an asset's address is not the one written."""
    asset = site.assets.get(written)
    return asset.url if asset else written


def _sections() -> tuple[Link, ...]:
    home = Link(PAGES["home"], addresses.HOME)
    return (home, *(Link(PAGES[name], addresses.section(name)) for name in _MASTHEAD))


def _foot(site: Site) -> tuple[Link, ...]:
    kept = (("claims", site.claims), ("glossary", site.terms))
    return tuple(Link(PAGES[name], addresses.section(name)) for name, entries in kept if entries)
