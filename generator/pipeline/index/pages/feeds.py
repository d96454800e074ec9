"""Feeds for the site, each topic and each official, and the files that list addresses."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import escape
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from generator.config import Config
from generator.model import addresses
from generator.model.html import Html
from generator.model.outline import Outline
from generator.model.page import Page, Shown
from generator.model.site import BriefingText, Site
from generator.model.views.machines import (
    FeedEntry,
    FeedView,
    OpmlView,
    RobotsView,
    SitemapView,
)
from generator.model.views.site import Head
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.plan import Plan, planned
from generator.pipeline.index.wording.briefing_words import author
from generator.pipeline.index.wording.date_words import date_stamp, timestamp
from generator.pipeline.index.wording.words import PAGES
from generator.text.digests import digest_of_texts
from generator.text.markup.fragments import fill_statements, plain_text

_NEVER: Final = "1970-01-01T00:00:00Z"
_OPML: Final = "feeds.opml"
_SITEMAP: Final = "sitemap.xml"


def feed_pages(plan: Plan) -> Iterator[Page]:
    """Plan every feed, as Atom and as JSON Feed, and the list of feeds."""
    for section, identifier in _feeds(plan.book, plan.config):
        home = _home(section, identifier)
        yield planned(addresses.feed(home, "xml"), "feed.xml", _shown, section, identifier)
        yield planned(addresses.feed(home, "json"), "feed.json", _shown, section, identifier)
    yield planned(_OPML, _OPML, _opml)


def _feeds(book: Site, config: Config) -> Iterator[tuple[str, str]]:
    """Give the section and the id of what each feed is about; the whole book has neither."""
    lists = config.feeds.lists
    yield "", ""
    yield from (("topics", one) for one in book.topics if "topics" in lists)
    yield from (("officials", one) for one in book.officials if "officials" in lists)


def _home(section: str, identifier: str) -> str:
    return addresses.thing(section, identifier) if section else addresses.HOME


def _title(section: str, identifier: str, desk: Desk) -> str:
    book = desk.config.title
    match section:
        case "topics":
            return f"{desk.site.topics[identifier].name} — {book}"
        case "officials":
            return f"{desk.site.officials[identifier].name} — {book}"
        case _:
            return book


def _briefings(section: str, identifier: str, desk: Desk) -> Sequence[Outline]:
    match section:
        case "topics":
            return desk.lookup.briefings_on.get(identifier, ())
        case "officials":
            return desk.lookup.briefings_naming.get(identifier, ())
        case _:
            return desk.lookup.newest_briefings


def _opml(desk: Desk) -> Shown:
    """List the feeds by section."""
    groups: dict[str, list[tuple[str, str, str]]] = {}
    for section, identifier in _feeds(desk.site, desk.config):
        home = _home(section, identifier)
        line = (_title(section, identifier, desk), addresses.feed(home, "xml"), home)
        groups.setdefault(section, []).append(line)
    named = (
        (desk.words.say(PAGES[section]) if section else desk.config.title, tuple(lines))
        for section, lines in groups.items()
    )
    return Shown(OpmlView(desk.config.title, tuple(named)), Head(desk.config.title))


def _shown(desk: Desk, section: str, identifier: str) -> Shown:
    home, title = _home(section, identifier), _title(section, identifier, desk)
    briefings = _briefings(section, identifier, desk)
    listed = tuple(desk.lately(_entry, one.id) for one in briefings[: desk.config.feeds.entries])
    view = FeedView(
        id=_lasting_id(f"feed:{home}", desk),
        title=title,
        subtitle=desk.config.description or "",
        home=home,
        atom=addresses.feed(home, "xml"),
        json=addresses.feed(home, "json"),
        updated=max((one.updated for one in listed), default=_NEVER),
        language=desk.config.language,
        entries=listed,
    )
    return Shown(view, Head(title))


def _entry(desk: Desk, identifier: str) -> FeedEntry:
    briefing = desk.lookup.briefings[identifier]
    entry, text = briefing.entry, desk.site.texts[briefing.name]
    summary = text.blocks.summary
    published = timestamp(briefing.published)
    updated = timestamp(entry.updated) if entry.updated else published
    return FeedEntry(
        id=_lasting_id(f"briefing:{briefing.id}", desk),
        url=briefing.url,
        title=briefing.title,
        summary=plain_text(summary) if summary else briefing.dek or "",
        content=_content(text, desk),
        published=published,
        updated=max(published, updated),
        authors=(author(briefing.byline or desk.config.title),),
        tags=tuple(desk.site.topics[one].name for one in briefing.topics),
    )


def _content(text: BriefingText, desk: Desk) -> Html:
    summary = text.blocks.summary
    first = f"<p><strong>{summary}</strong></p>\n" if summary else ""
    return Html(first + fill_statements(text.body, lambda one: _block(one, desk)))


def _block(identifier: str, desk: Desk) -> str:
    card = desk.cards.statements[identifier]
    said = ", ".join(words for words in (card.speaker.text, card.office) if words)
    when = escape(card.when.text)
    return f"<blockquote><p>{card.text}</p></blockquote>\n<p>{escape(said)}, {when}</p>"


def _lasting_id(name: str, desk: Desk) -> str:
    """Make a URI of an id, so that readers know an entry again when its address has changed."""
    return uuid5(NAMESPACE_URL, f"{desk.config.base_url or desk.config.title}#{name}").urn


def _sitemap(pages: Iterable[Page], plan: Plan) -> SitemapView:
    """List all pages that may be listed, each with the day on which its briefing was changed."""
    days = {one.url: date_stamp(one.updated or one.published) for one in plan.found.points}
    listed = (one.url for one in pages if one.url.endswith(".html") and one.indexed)
    return SitemapView(tuple(sorted((url, days.get(url, "")) for url in listed)))


def site_files(pages: Iterable[Page], plan: Plan) -> Iterator[Page]:
    """Plan the sitemap, and the word to crawlers."""
    base = plan.config.base_url
    view = _sitemap(pages, plan) if base else SitemapView(())
    listed = digest_of_texts(text for pair in view.pages for text in pair).hex()
    yield replace(Page.of(_SITEMAP, _SITEMAP, view, Head("")), what=listed)
    sitemap = f"{base.rstrip('/')}/{_SITEMAP}" if base else ""
    yield Page.of("robots.txt", "robots.txt", RobotsView(sitemap), Head(""))
