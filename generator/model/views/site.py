"""What every page knows of the site, and what its head says of the page."""

from dataclasses import dataclass
from typing import Literal

from generator.model.later import asked_later
from generator.model.views.parts import Link, Picture


@dataclass(frozen=True, slots=True)
class SiteView:
    """The frame of every page.  Nothing in it changes when a briefing is added."""

    title: str
    language: str
    """The language of the interface, in which the theme's own words are said."""
    direction: Literal["ltr", "rtl"]
    """Which way the interface is written: `ltr` or `rtl`."""
    book_language: str
    """The language of the book's texts where it is not the interface's; or empty."""
    description: str
    base_url: str
    """Ends with a slash; empty where the book does not say."""
    navigation: tuple[Link, ...]
    footer: str
    pages: tuple[Link, ...]
    """About and the like, for the foot of the page."""
    style_sheets: tuple[str, ...] = ("static/brief.css",)
    """The theme's style sheet, and the book's own `custom.css` where there is one."""
    logo: Picture | None = None
    """The book's own sign in the masthead; none where it has the packaged one."""


@asked_later("linked_data")
@dataclass(frozen=True, slots=True)
class Head:
    """What a page's head says."""

    title: str
    description: str = ""
    section: str = ""
    """The address of the masthead's link that this page belongs to."""
    type: str = "website"
    """Open Graph: website, article or profile."""
    linked_data: str = ""
    """JSON-LD, escaped so that it can stand in a script element; or empty."""
    feeds: tuple[Link, ...] = ()
    published: str = ""
    updated: str = ""
    indexed: bool = True
    """Whether search engines may list the page."""
    previous: str = ""
    next: str = ""
    card: Picture | None = None
    """What social networks show beside a link to the page."""
