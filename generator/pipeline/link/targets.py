"""Links inside the book: from what an editor wrote to an address of the site.

Editors link as their editor and code host follow it, by a relative path to a source file,
or by kind and id: `official:mark-rutte`.
"""

import posixpath
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final
from urllib.parse import unquote

from generator.diagnostics import Problem
from generator.model import addresses
from generator.model.draft import BodyLink
from generator.pipeline.link.registries import Names
from generator.text.nearest import nearest
from generator.text.picture_size import Size

SITE: Final = "site:"
"""What an address of the site begins with until a page makes it relative to itself."""
HEADING: Final = "h-"
"""What the ids of headings begin with; editors may leave it out."""

_KINDS: Final[Mapping[str, str]] = {
    "briefing": "briefings",
    "official": "officials",
    "topic": "topics",
    "place": "places",
    "organization": "organizations",
    "statement": "statements",
}
_WEB: Final = ("http://", "https://", "mailto:")
_ASSETS: Final = "assets/"
"""Of what is inside these files nothing is known: `map.pdf#page=2` is not checked."""
_LIKENESS: Final = 0.75
"""How like the name of another file must be, that it may be meant."""


@dataclass(frozen=True, slots=True)
class Targets:
    """Everything in the book that can be linked to."""

    names: Names
    files: Mapping[str, str]
    """Address by the path of a source below content/."""
    urls: Mapping[str, Mapping[str, str]]
    """Address by id, for briefings and statements."""
    anchors: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The ids that a briefing or page has for its headings and sections, by its address."""
    unread: Collection[str] = ()
    """The addresses of files that could not be read, of whose ids nothing is known."""
    sizes: Mapping[str, Size] = field(default_factory=dict)
    """The sizes of the pictures by address."""

    def address(self, link: BodyLink, name: str) -> tuple[str | None, tuple[Problem, ...]]:
        """Give what to write into `href` for a link in the file `name`, or the problem."""
        scheme, colon, rest = link.target.partition(":")
        if link.target.lower().startswith(_WEB) or link.target.startswith("#"):
            return link.target, ()
        if colon and scheme in _KINDS:
            return self._by_id(_KINDS[scheme], rest, link)
        if colon and "/" not in scheme:
            return None, (_forbidden(link),)
        return self._by_path(link, name)

    def _by_id(
        self, kind: str, written: str, link: BodyLink
    ) -> tuple[str | None, tuple[Problem, ...]]:
        name, _, fragment = written.partition("#")
        found, problems = self.names.resolve(kind, name, link.at)
        if found is None:
            return None, problems
        url = self.urls[kind][found] if kind in self.urls else addresses.thing(kind, found)
        return self._within(url, fragment, link)

    def _by_path(self, link: BodyLink, name: str) -> tuple[str | None, tuple[Problem, ...]]:
        path, _, fragment = link.target.partition("#")
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path)))
        url = self.files.get(wanted)
        if url is None or path.startswith("/"):
            return None, (self._no_file(link, wanted),)
        return self._within(url, fragment, link)

    def _within(
        self, url: str, fragment: str, link: BodyLink
    ) -> tuple[str | None, tuple[Problem, ...]]:
        if not fragment or url in self.unread:
            return SITE + url, ()
        if url.startswith(_ASSETS):
            return f"{SITE}{url}#{fragment}", ()
        known = self.anchors.get(url, frozenset())
        for anchor in (HEADING + fragment, fragment):
            if anchor in known:
                return f"{SITE}{url}#{anchor}", ()
        return None, (_no_anchor(link, fragment, known),)

    def _no_file(self, link: BodyLink, wanted: str) -> Problem:
        last = {file: file.rsplit("/", 1)[-1] for file in sorted(self.files)}
        like = get_close_matches(wanted.rsplit("/", 1)[-1], last.values(), 1, _LIKENESS)
        near = [file for file, name in last.items() if name in like]
        hint = (
            f"there is content/{near[0]}"
            if near
            else "link to a source file by its path, or as official:ID"
        )
        return Problem(
            "broken-link", f"{link.target!r} leads to no file of the book", link.at, hint
        )


def _no_anchor(link: BodyLink, fragment: str, known: frozenset[str]) -> Problem:
    written = [anchor.removeprefix(HEADING) for anchor in known]
    hint = nearest(fragment, written) or "take away the `#` and what is behind it"
    message = f"the page that {link.target!r} leads to has nothing called {fragment!r}"
    return Problem("broken-link", message, link.at, hint)


def _forbidden(link: BodyLink) -> Problem:
    scheme = link.target.partition(":")[0]
    message = f"links of the kind {scheme!r} are not published"
    known = ", ".join(f"{kind}:" for kind in _KINDS)
    return Problem(
        "forbidden-link", message, link.at, f"write http, https, mailto, {known} or a path"
    )
