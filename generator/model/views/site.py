"""What every page knows of the site, and what its head says of the page."""

from dataclasses import dataclass

from generator.model.views.parts import Link, Picture


@dataclass(frozen=True, slots=True)
class SiteView:
    """The frame of every page.  Nothing in it changes when a briefing is added."""

    title: str
    language: str
    description: str
    base_url: str
    """Ends with a slash; empty where the book does not say."""
    navigation: tuple[Link, ...]
    footer: str
    pages: tuple[Link, ...]
    """About and the like, for the foot of the page."""
    logo: Picture | None = None
    """The book's own sign in the masthead; none where it has the packaged one."""


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
