"""Links to the things of the book, by id.  An id that names nothing becomes words alone."""

from generator.model import addresses
from generator.model.outline import Outline
from generator.model.site import Briefing, LinkedAsset, Site, Statement
from generator.model.views.parts import Link, Picture
from generator.pipeline.index.wording.words import PAGES, UNKNOWN_SPEAKER, Words


def official_link(identifier: str, site: Site) -> Link:
    """Link an official by name."""
    found = site.officials.get(identifier)
    return Link(found.name, addresses.thing("officials", identifier)) if found else Link(identifier)


def organization_link(identifier: str, site: Site) -> Link:
    """Link an organization by name."""
    found = site.organizations.get(identifier)
    if found is None:
        return Link(identifier)
    return Link(found.name, addresses.thing("organizations", identifier))


def topic_link(identifier: str, site: Site) -> Link:
    """Link a topic by name."""
    found = site.topics.get(identifier)
    return Link(found.name, addresses.thing("topics", identifier)) if found else Link(identifier)


def place_link(identifier: str, site: Site) -> Link:
    """Link a place by name."""
    found = site.places.get(identifier)
    return Link(found.name, addresses.thing("places", identifier)) if found else Link(identifier)


def picture(asset: LinkedAsset, alt: str = "", credit: str = "") -> Picture:
    """Show an asset as a picture."""
    width, height = asset.size or (0, 0)
    return Picture(asset.url, width, height, alt, credit)


def speaker_link(
    speaker: str | None, site: Site, words: Words, *, label: str | None = None
) -> Link:
    """Link whoever speaks, an official or an organization; `label` is for one not known."""
    if speaker is None:
        return Link(label or words.say(UNKNOWN_SPEAKER))
    known = speaker in site.officials
    return official_link(speaker, site) if known else organization_link(speaker, site)


def briefing_link(briefing: Briefing | Outline, anchor: str = "") -> Link:
    """Link a briefing by its title, or something on its page."""
    return Link(briefing.title, f"{briefing.url}#{anchor}" if anchor else briefing.url)


def statement_link(statement: Statement, site: Site, words: Words) -> Link:
    """Link a statement by who said it and when: `Ana Petrova, 12 Nov 2024`."""
    speaker = speaker_link(statement.speaker, site, words, label=statement.entry.speaker_label)
    day = words.dates.when(statement.date).text
    text = words.say("%(speaker)s, %(day)s", speaker=speaker.text, day=day)
    return Link(text, statement.url)


def month_url(year: int, month: int) -> str:
    """Give the address of a month of the archive."""
    return f"archive/{year:04}/{month:02}.html"


def month_link(year: int, month: int, words: Words) -> Link:
    """Link a month of the archive with its year: `November 2024`."""
    return Link(words.dates.month_heading(year, month), month_url(year, month))


def month_of_year_link(year: int, month: int, words: Words) -> Link:
    """Link a month of the archive below its year: `November`."""
    return Link(words.dates.month_name(month), month_url(year, month))


def section_link(name: str, words: Words) -> Link:
    """Link the index of a section by its name: `Topics`."""
    return Link(words.say(PAGES[name]), addresses.section(name))


def feed_links(url: str, title: str) -> tuple[Link, ...]:
    """Link the Atom feed and the JSON Feed of a page."""
    return (
        Link(f"{title} (Atom)", addresses.feed(url, "xml")),
        Link(f"{title} (JSON Feed)", addresses.feed(url, "json")),
    )
