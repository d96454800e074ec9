"""Sources as they are cited: title, publisher, address, and what kind of witness each is."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.model.briefing import SourceRef
from generator.model.site import Site
from generator.model.subjects import Source
from generator.model.views.parts import SourceLine
from generator.pipeline.index.wording.sentences import in_language
from generator.pipeline.index.wording.words import TIERS, UNTITLED_SOURCE, Words


def source_anchor(identifier: str) -> str:
    """Give the id of a source on a briefing's page."""
    return f"source-{identifier}"


def source_name(source: Source, words: Words) -> str:
    """Name a source in few words: its publisher, else its site, else its title."""
    return source.publisher or _domain(source.url) or source.title or words.say(UNTITLED_SOURCE)


def source_line(cited: SourceRef, site: Site, words: Words, *, number: int = 0) -> SourceLine:
    """Cite a source; `number` is its place on a briefing's page, where it can be jumped to.

    A source in the book's language needs no word for its language.
    """
    source = site.sources.get(cited.id)
    if source is None:
        return SourceLine(title=cited.id, publisher="", url="", details=())
    return SourceLine(
        title=source.title or source_name(source, words),
        publisher=(source.publisher or "") if source.title else "",
        url=source.url or "",
        details=tuple(_details(source, cited.locator, site, words)),
        archive_url=source.archive_url or "",
        anchor=source_anchor(source.id) if number else "",
        number=number,
    )


def _details(source: Source, locator: str | None, site: Site, words: Words) -> Iterator[str]:
    if source.author:
        yield words.say("by %(names)s", names=words.listed(source.author))
    if source.issued:
        yield words.dates.when(source.issued).text
    if locator:
        yield locator
    if source.tier:
        yield words.say(TIERS[source.tier])
    if source.language and source.language != words.book_language:
        yield in_language(source.language, words)
    origin = site.sources.get(source.derives_from or "")
    if origin:
        yield words.say("repeats “%(title)s”", title=origin.title or source_name(origin, words))
    if source.accessed:
        yield words.say("read %(day)s", day=words.dates.when(source.accessed).text)


def _domain(url: str | None) -> str:
    """Give the host of an address as people say it.

    >>> _domain("https://www.example.org/a/b")
    'example.org'
    """
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:  # no host can be called so: https://[x/
        return ""
    return host.removeprefix("www.")
