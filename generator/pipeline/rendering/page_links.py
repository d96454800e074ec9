"""Addresses as the page that is being made must write them: the filters of templates for links.

What pages share is written once with places for its addresses (`shared.py`), because each
page writes them in its own way.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final

from markupsafe import Markup

from generator.model import addresses
from generator.text.markup.fragments import reachable

_SITE_LINK: Final = re.compile(r'site:(?:(?<=\shref="site:)|(?<=\ssrc="site:))([^"]*)"')
_NOT_PLAIN: Final = re.compile("[&<>\"']")
_WEB: Final = ("http://", "https://", "mailto:")
_PLACE: Final = "\x7f"
"""Begins and ends an address in what is shared: neither HTML nor JSON writes it another way."""


class PageLinks:
    """Writes addresses for one page after the other."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url
        self._page = ""
        self._folder = ""
        self._top = ""
        self._up = ""
        self._known = _Written(self._write)
        self._current: dict[str, str] = self._known

    def turn_to(self, page: str) -> None:
        """Write addresses for another page from now on; what is known holds for its folder."""
        folder = page if page == addresses.NOT_FOUND else page.rpartition("/")[0]
        if folder != self._folder:
            self._known.clear()
            self._folder, self._top = folder, folder.partition("/")[0] + "/"
            self._up = "../" * page.count("/")
        self._page = page

    def href(self, to: str) -> str:
        """Give the address as this page must write it; addresses of the web stay."""
        return self._current[to]

    def here(self, html: str) -> Markup:
        """Give markup as this page must write it: its links into the book, its wide tables."""
        return _relinked(reachable(html), self.href)

    def absolute(self, to: str) -> str:
        """Give the whole address, or nothing where the book does not say where it will be found."""
        if _is_web(to):
            return to
        return self._base_url + to if self._base_url else ""

    def in_feed(self, html: str) -> Markup:
        """Give markup for a feed reader: links into the book are whole, or relative to the feed."""
        return _relinked(html, lambda to: self.absolute(to) or self.href(to))

    def all_of(self, wanted: Sequence[str]) -> tuple[str, ...]:
        """Give several addresses as this page must write them."""
        return tuple(map(self._current.__getitem__, wanted))

    def in_places(self, make: Callable[[], str]) -> tuple[str, list[str]]:
        """Give what a function makes, with places for addresses, and list what is to stand there.

        The list is in the order in which the addresses were asked for.
        """
        before, places = self._current, _Places()
        self._current = places
        try:
            # As Markup, the text would be escaped again at each step.
            return str(make()), places.wanted
        finally:
            self._current = before

    def _write(self, to: str) -> str:
        if not to or to[0] == "#" or to.startswith(_WEB):
            return to
        if self._up and not to.startswith(self._top):
            return self._up + to
        if self._page == addresses.NOT_FOUND:
            return _from_the_root(self._base_url, to)
        return relative(to, self._page)


class _Written(dict[str, str]):
    """Addresses as they were written, each when it was first asked for.

    Those within pages are not kept: the page itself writes them in another way.
    """

    def __init__(self, write: Callable[[str], str]) -> None:
        super().__init__()
        self._write = write

    def __missing__(self, to: str) -> str:
        written = self._write(to)
        if "#" not in to:
            self[to] = written
        return written


class _Places(dict[str, str]):
    """Gives a place for each address, and keeps none: each is listed whenever it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted: list[str] = []

    def __missing__(self, to: str) -> str:
        if not to or to[0] == "#" or to.startswith(_WEB):
            return to
        self.wanted.append(to)
        return f"{_PLACE}{to}{_PLACE}"


def with_places(text: str, places: Sequence[str]) -> tuple[str, tuple[str, ...]] | None:
    """Give a text as a pattern for its addresses, and these in their order.

    None where the places cannot be told for certain: an address was used in another way than
    to be written, or needs to be escaped.
    """
    parts = text.split(_PLACE)
    found = parts[1::2]
    certain = len(parts) % 2 and (found == places or sorted(found) == sorted(places))
    if not certain or _NOT_PLAIN.search("".join(places)):
        return None
    around = [one.replace("%", "%%") for one in parts[::2]] if "%" in text else parts[::2]
    return "%s".join(around), tuple(found)


def relative(to: str, page: str) -> str:
    """Give an address of the site as it is written on a page.

    >>> relative("officials/mark-rutte.html#posts", "briefings/2024/nato.html")
    '../../officials/mark-rutte.html#posts'
    >>> relative("briefings/2024/nato.html#sources", "briefings/2024/nato.html")
    '#sources'
    """
    path, hash_mark, fragment = to.partition("#")
    if path == page and fragment:
        return hash_mark + fragment
    folders, wanted = page.split("/")[:-1], path.split("/")
    shared = 0
    for here, there in zip(folders, wanted[:-1], strict=False):
        if here != there:
            break
        shared += 1
    up = "../" * (len(folders) - shared)
    return up + "/".join(wanted[shared:]) + hash_mark + fragment


def _is_web(address: str) -> bool:
    return address.startswith(_WEB)


def _from_the_root(base_url: str, to: str) -> str:
    """Give an address for the page that a host shows in place of any missing one."""
    path = base_url.partition("://")[2].partition("/")[2].rstrip("/")
    return f"/{path}/{to}" if path else f"/{to}" if base_url else to


def _relinked(html: str, address: Callable[[str], str]) -> Markup:
    # The address stays escaped, as it stands in the markup.
    if "site:" in html:
        html = _SITE_LINK.sub(lambda found: f'{address(found[1])}"', html)
    return Markup(html)  # noqa: S704
