"""What feeds, the sitemap and other files for machines hold."""

from dataclasses import dataclass

from generator.model.html import Html


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A briefing in a feed.  Times are RFC 3339."""

    id: str
    """A URI that stays when the address changes."""
    url: str
    title: str
    summary: str
    content: Html
    published: str
    updated: str
    authors: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed, written as Atom and as JSON Feed."""

    id: str
    title: str
    subtitle: str
    home: str
    """The page that the feed belongs to."""
    atom: str
    json: str
    updated: str
    language: str
    entries: tuple[FeedEntry, ...]


@dataclass(frozen=True, slots=True)
class OpmlView:
    """The list of all feeds: (title, address of the Atom feed, address of the page)."""

    title: str
    groups: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class SitemapView:
    """Every page for readers with the day of its last change, where that is known."""

    pages: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RobotsView:
    """What crawlers may read: everything; and where the sitemap is, where that is known."""

    sitemap: str
