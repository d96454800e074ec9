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
from generator.text.language import Language

_MASTHEAD: Final = ("topics", "officials", "organizations", "places", "statements", "archive")


def site_view(site: Site, config: Config, language: Language) -> SiteView:
    """Give the frame that all pages of a book share."""
    own = tuple(Link(item.text, _address(item.to, site)) for item in config.theme.navigation)
    base = config.base_url or ""
    return SiteView(
        title=config.title,
        language=language.tag,
        direction=language.direction,
        book_language="" if config.language == language.tag else config.language,
        description=config.description or "",
        base_url=f"{base.rstrip('/')}/" if base else "",
        navigation=own or _sections(language),
        footer=config.theme.footer or "",
        pages=(*_foot(site, language), *(Link(page.entry.title, page.url) for page in site.pages)),
        logo=picture(site.logo) if site.logo else None,
    )


def _address(written: str, site: Site) -> str:
    """Give where a link of the masthead leads; an asset's address is not the one written."""
    asset = site.assets.get(written)
    return asset.url if asset else written


def _sections(language: Language) -> tuple[Link, ...]:
    home = Link(language.say(PAGES["home"]), addresses.HOME)
    return (home, *(_section(name, language) for name in _MASTHEAD))


def _foot(site: Site, language: Language) -> tuple[Link, ...]:
    kept = (("claims", site.claims), ("glossary", site.terms))
    return tuple(_section(name, language) for name, entries in kept if entries)


def _section(name: str, language: Language) -> Link:
    return Link(language.say(PAGES[name]), addresses.section(name))
