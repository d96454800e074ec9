"""What a page shows, region by region: the words, and where they lead."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from typing import Final

REGIONS: Final = frozenset(
    {"title", "day", "summary", "role", "topics", "officials", "text", "statements", "list", "all"}
)
"""The class names that the minimal themes have in common."""
_SAME: Final = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "…": "..."})
_VOID: Final = frozenset({"br", "hr", "img", "input", "link", "meta", "col"})


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a page."""

    words: str
    """Its text, without spaces and with plain quotation marks."""
    links: tuple[str, ...] = ()
    """Where its links lead: addresses of the site without a slash at the front, or of the web."""


def bare(text: str) -> str:
    """Give a text as it is compared: generators differ in spaces and in typography.

    >>> bare("“No”,  he said…")
    '"No",hesaid...'
    """
    return re.sub(r"\s+", "", text.translate(_SAME))


def regions(html: str, url: str) -> Mapping[str, Region]:
    """Give the regions of a page that stands at an address of the site."""
    reader = _Reader(url)
    reader.feed(html)
    return {
        name: Region(bare("".join(reader.words[name])), tuple(reader.links[name]))
        for name in reader.words
    }


class _Reader(HTMLParser):
    """Collects words and links of the region that is open."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.words: dict[str, list[str]] = {}
        self.links: dict[str, list[str]] = {}
        self._folder = dirname(url)
        self._region = ""
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if not self._region and (given.get("class") or "") in REGIONS:
            self._region = given["class"] or ""
            self._depth = 0
            self.words[self._region] = []
            self.links[self._region] = []
        if self._region and tag not in _VOID:
            self._depth += 1
        if self._region and tag == "a":
            self.links[self._region].append(self._address(given.get("href") or ""))

    def handle_endtag(self, tag: str) -> None:
        if self._region and tag not in _VOID:
            self._depth -= 1
            if not self._depth:
                self._region = ""

    def handle_data(self, data: str) -> None:
        if self._region:
            self.words[self._region].append(data)

    def _address(self, href: str) -> str:
        href = href.partition("#")[0]
        if ":" in href:
            return href
        return href[1:] if href.startswith("/") else normpath(join(self._folder, href))
