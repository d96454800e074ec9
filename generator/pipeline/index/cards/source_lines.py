"""Sources as they are cited: title, publisher, address, and what kind of witness each is."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.model.briefing import SourceRef
from generator.model.site import Site
from generator.model.subjects import Source
from generator.model.views.parts import SourceLine
from generator.pipeline.index.wording.date_words import when
from generator.pipeline.index.wording.words import (
    TIERS,
    UNTITLED_SOURCE,
    by_author,
    in_language,
    read_on,
    repeating,
)


def source_anchor(identifier: str) -> str:
    """Give the id of a source on a briefing's page."""
    return f"source-{identifier}"


def source_name(source: Source) -> str:
    """Name a source in few words: its publisher, else its site, else its title."""
    return source.publisher or _domain(source.url) or source.title or UNTITLED_SOURCE


def source_line(cited: SourceRef, site: Site, *, language: str, number: int = 0) -> SourceLine:
    """Cite a source; `number` is its place on a briefing's page, where it can be jumped to.

    `language` is the book's: a source in it needs no word for its language.
    """
    source = site.sources.get(cited.id)
    if source is None:
        return SourceLine(title=cited.id, publisher="", url="", details=())
    return SourceLine(
        title=source.title or source_name(source),
        publisher=(source.publisher or "") if source.title else "",
        url=source.url or "",
        details=tuple(_details(source, cited.locator, site, language)),
        archive_url=source.archive_url or "",
        anchor=source_anchor(source.id) if number else "",
        number=number,
    )


def _details(source: Source, locator: str | None, site: Site, language: str) -> Iterator[str]:
    if source.author:
        yield by_author(source.author)
    if source.issued:
        yield when(source.issued).text
    if locator:
        yield locator
    if source.tier:
        yield TIERS[source.tier]
    if source.language and source.language != language:
        yield in_language(source.language)
    origin = site.sources.get(source.derives_from or "")
    if origin:
        yield repeating(origin.title or source_name(origin))
    if source.accessed:
        yield read_on(when(source.accessed).text)


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
