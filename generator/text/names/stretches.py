"""What may be done to the words of a fragment's plain text, by the markup around them."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from operator import attrgetter
from typing import Final, Literal, NamedTuple

from generator.text.markup.reading import ATTRIBUTES, TAG, Reading, Run

Place = Literal["open", "closed", "silent"]
"""Where a link may be set; where names count and none is set; where they do not even count."""

_SPACES: Final = " \t\n\r\f"
_EMPTY: Final = frozenset({"br", "hr", "img", "wbr"})
_SILENT: Final = frozenset({"code", "pre"})
_CLOSED: Final = frozenset({"a", "cite", "h1", "h2", "h3", "h4", "h5", "h6"})
_CLOSED_CLASS: Final = re.compile(r'\sclass="(?:[^"]*\s)?(?:said|attribution)[\s"]')
_OFFICIAL: Final = re.compile(r'\shref="official:([^"]+)"')
# Other tags mean nothing for the words in them, unless one has a class that does.
_TELLING: Final = re.compile(f"<(/?)(a|cite|code|pre|h[1-6])(?![a-z0-9])({ATTRIBUTES})>")


_OFFSET: Final = attrgetter("offset")


@dataclass(frozen=True, slots=True)
class _Around:
    """What an element means for the words in it."""

    place: Place = "open"
    official: tuple[str, int] | None = None


_NOTHING: Final = _Around()


class Stretch(NamedTuple):
    """Words without a tag in them, and what the elements around them mean for them."""

    run: Run
    place: Place
    official: tuple[str, int] | None
    """The official whom the link around the words names, and the place of that link."""


@dataclass(frozen=True, slots=True)
class Known:
    """What holds for the words of a fragment: from each of `edges` in it, one of `around`."""

    reading: Reading
    edges: tuple[int, ...]
    around: tuple[_Around, ...]
    is_anywhere_silent: bool

    def run_with(self, offset: int) -> int:
        """Give the number of the run in which a letter of the plain text stands."""
        return bisect_right(self.reading.runs, offset, key=_OFFSET) - 1

    def at(self, run: Run) -> _Around:
        """Give what the elements around a run mean for it."""
        return self.around[bisect_right(self.edges, run.at) - 1]


def look_around(reading: Reading) -> Known:
    """Find what holds for the words of a fragment."""
    html = reading.html
    tags = TAG if 'class="' in html and _CLOSED_CLASS.search(html) else _TELLING
    edges, around = [0], [_NOTHING]
    within = [_NOTHING]
    for tag in tags.finditer(html):
        if tag[1]:
            del within[max(1, len(within) - 1) :]
        elif tag[2] not in _EMPTY:
            within.append(_within(within[-1], tag))
        edges.append(tag.start())
        around.append(within[-1])
    is_silent = any(one.place == "silent" for one in around)
    return Known(reading, tuple(edges), tuple(around), is_silent)


def stretches(known: Known) -> Iterator[Stretch]:
    """Give all words with what holds for them; runs of space alone are left out."""
    for run in known.reading.runs:
        if run.text.strip(_SPACES):
            around = known.at(run)
            yield Stretch(run, around.place, around.official)


def html_span(known: Known, start: int, end: int) -> tuple[int, int] | None:
    """Give the place in the fragment of a part of its plain text, if a link may be set there.

    A part that runs over a tag has none.
    """
    run = known.reading.runs[known.run_with(start)]
    if end > run.end or known.at(run).place != "open":
        return None
    return run.place(start), run.place(end)


def is_silent(known: Known, start: int, end: int) -> bool:
    """Tell whether any of a part of the plain text stands where names do not count."""
    if not known.is_anywhere_silent:
        return False
    part = known.reading.runs[known.run_with(start) : known.run_with(end - 1) + 1]
    return any(known.at(run).place == "silent" and run.text.strip(_SPACES) for run in part)


def _within(outer: _Around, tag: re.Match[str]) -> _Around:
    name, raw = tag[2], tag[0]
    if name in _SILENT:
        return _Around("silent", outer.official)
    is_closed = name in _CLOSED or _CLOSED_CLASS.search(raw)
    place: Place = "closed" if outer.place == "open" and is_closed else outer.place
    link = _OFFICIAL.search(raw) if name == "a" else None
    official = (unescape(link[1]), tag.start()) if link else outer.official
    is_same = place == outer.place and official is outer.official
    return outer if is_same else _Around(place, official)
