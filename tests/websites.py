"""A whole site in memory, parsed once: its files, its pages as trees, and the book it is of."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib  # type: ignore[import-untyped]

from generator.model.site import Site
from generator.parsing import parse_book
from generator.pipeline.link import link_site
from generator.pipeline.read import read_book
from generator.report import Settings
from tests.golden.accept import AS_OF
from tests.made import Made, make

_ADDRESSES = ("href", "src", "cite", "poster", "action", "formaction")
_REFRESH = "0; url="


class Link(NamedTuple):
    """An address as it stands on a page."""

    page: str
    element: str
    target: str
    rel: str = ""


@dataclass(frozen=True)
class Website:
    """Everything that a book becomes."""

    root: Path
    made: Made

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """The files by address."""
        return {one.url: one.data for one in self.made.outputs}

    @cached_property
    def _parsed(self) -> Mapping[str, tuple[Element, list[object]]]:
        return {url: _parse(data) for url, data in self.files.items() if url.endswith(".html")}

    @cached_property
    def pages(self) -> Mapping[str, Element]:
        """The pages as trees, by address."""
        return {url: tree for url, (tree, _) in self._parsed.items()}

    @cached_property
    def faults(self) -> Mapping[str, list[object]]:
        """What a strict reader of HTML says against a page, by address."""
        return {url: faults for url, (_, faults) in self._parsed.items() if faults}

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every address on every page."""
        return tuple(link for url, tree in self.pages.items() for link in links_of(url, tree))

    @cached_property
    def book(self) -> Site:
        """The linked book, nothing held back."""
        config = self.made.config
        book = read_book(self.root, config).value
        assert book
        drafts = parse_book(book, Settings(root=self.root, now=AS_OF)).value
        assert drafts
        site = link_site(drafts, book, config).value
        assert site
        return site

    @property
    def base(self) -> str:
        """Where the site will be found, or nothing."""
        return self.made.config.base_url or ""

    def of_this_site(self, link: Link) -> tuple[str, str] | None:
        """Give the file and the anchor that a link leads to; None where it leads elsewhere."""
        target = link.target
        if self.base and target.startswith(self.base):
            target = "/" + target.removeprefix(self.base)
        elif self.base and target.startswith(urlsplit(self.base).path):
            target = "/" + target.removeprefix(urlsplit(self.base).path)
        parts = urlsplit(target)
        if parts.scheme:
            return None
        folder = "" if parts.path.startswith("/") else posixpath.dirname(link.page)
        path = unquote(parts.path).removeprefix("/")
        file = posixpath.normpath(posixpath.join(folder, path)) if path else link.page
        return file, unquote(parts.fragment)


@cache
def website(root: Path) -> Website:
    """Make the site of a book, once for all the tests of this process."""
    return Website(root, make(Settings(root=root, now=AS_OF)))


def links_of(url: str, tree: Element) -> Iterator[Link]:
    """Give every address that stands on a page."""
    for element in tree.iter():
        for name in _ADDRESSES:
            if name in element.keys():  # noqa: SIM118 - an Element is no mapping
                rel = element.get("rel", "")
                yield Link(url, str(element.tag), element.get(name, ""), rel)
        if element.get("http-equiv") == "refresh":
            yield Link(url, "meta", element.get("content", "").removeprefix(_REFRESH))


def links_in_fragment(url: str, html: str) -> Iterator[Link]:
    """Give every address in a piece of markup, such as a feed holds."""
    found: list[Link] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend(Link(url, tag, value or "") for name, value in attrs if name in _ADDRESSES)

    Reader().feed(html)
    yield from found


def words_of(element: Element) -> str:
    """Give the text of an element with its spaces made plain."""
    return " ".join("".join(element.itertext()).split())


def with_id(tree: Element, identifier: str) -> list[Element]:
    """Give the elements that have an id."""
    return [element for element in tree.iter() if element.get("id") == identifier]


def _parse(data: bytes) -> tuple[Element, list[object]]:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree: Element = parser.parse(data, transport_encoding="utf-8")
    return tree, list(parser.errors)
