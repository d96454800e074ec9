"""What may be done to the words of a fragment's plain text, by the markup around them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from typing import Final, Literal, NamedTuple

from generator.text.markup.reading import TAG, Reading, Run

Place = Literal["open", "closed", "silent"]
"""Where a link may be set; where names count and none is set; where they do not even count."""

_SPACES: Final = " \t\n\r\f"
_EMPTY: Final = frozenset({"br", "hr", "img", "wbr"})
_SILENT: Final = frozenset({"code", "pre"})
_CLOSED: Final = frozenset({"a", "cite", "h1", "h2", "h3", "h4", "h5", "h6"})
_CLOSED_CLASS: Final = re.compile(r'\sclass="(?:[^"]*\s)?(?:said|attribution)[\s"]')
_OFFICIAL: Final = re.compile(r'\shref="official:([^"]+)"')


@dataclass(frozen=True, slots=True)
class _Around:
    """What an element means for the words in it."""

    place: Place = "open"
    official: tuple[str, int] | None = None


class Stretch(NamedTuple):
    """Words without a tag in them, and what the elements around them mean for them."""

    run: Run
    place: Place
    official: tuple[str, int] | None
    """The official whom the link around the words names, and the place of that link."""


def stretches(reading: Reading) -> tuple[Stretch, ...]:
    """Find what holds for the words of a fragment; runs of space alone are left out."""
    found: list[Stretch] = []
    around = [_Around()]
    tags = TAG.finditer(reading.html)
    tag = next(tags, None)
    for run in reading.runs:
        while tag and tag.start() < run.at:
            if tag[1]:
                del around[max(1, len(around) - 1) :]
            elif tag[2] not in _EMPTY:
                around.append(_within(around[-1], tag))
            tag = next(tags, None)
        if run.text.strip(_SPACES):
            found.append(Stretch(run, around[-1].place, around[-1].official))
    return tuple(found)


def html_span(known: Sequence[Stretch], start: int, end: int) -> tuple[int, int] | None:
    """Give the place in the fragment of a part of its plain text, if a link may be set there.

    A part that runs over a tag has none.
    """
    run, place, _ = known[_index(known, start)]
    if place != "open" or end > run.end:
        return None
    return run.place(start), run.place(end)


def is_silent(known: Sequence[Stretch], start: int, end: int) -> bool:
    """Tell whether any of a part of the plain text stands where names do not count."""
    part = known[_index(known, start) : _index(known, end - 1) + 1]
    return any(stretch.place == "silent" for stretch in part)


def _index(known: Sequence[Stretch], offset: int) -> int:
    return bisect_right(known, offset, key=lambda stretch: stretch.run.offset) - 1


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
