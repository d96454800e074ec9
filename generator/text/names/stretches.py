"""Where the words of a fragment's plain text stand in its markup, and what may be done there."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from typing import Final, Literal

from generator.text.markup.fragments import Tag, Words, pieces

Place = Literal["open", "closed", "silent"]
"""Where a link may be set; where names count and none is set; where they do not even count."""

_SPACES: Final = " \t\n\r\f"
_EMPTY: Final = frozenset({"br", "hr", "img", "wbr"})
_SILENT: Final = frozenset({"code", "pre"})
_CLOSED: Final = frozenset({"a", "cite", "h1", "h2", "h3", "h4", "h5", "h6"})
_CLOSED_CLASS: Final = re.compile(r'\sclass="(?:[^"]*\s)?(?:said|attribution)[\s"]')
_NOTE: Final = 'class="footnote-'
_OFFICIAL: Final = re.compile(r'\shref="official:([^"]+)"')


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words without a tag in them, but not the space around them.

    `at` is the place of the words in the fragment, `offset` that in its plain text.
    """

    words: Words
    at: int
    offset: int
    length: int
    place: Place
    official: tuple[str, int] | None
    """The official whom the link around the words names, and the place of that link."""

    @property
    def end(self) -> int:
        """The place behind the words in the plain text."""
        return self.offset + self.length


@dataclass(frozen=True, slots=True)
class _Around:
    """What an element means for the words in it."""

    place: Place = "open"
    official: tuple[str, int] | None = None
    is_note: bool = False


def stretches(html: str, plain: str) -> tuple[Stretch, ...]:
    """Find the words of a fragment in its plain text."""
    found: list[Stretch] = []
    around = [_Around()]
    at = offset = 0
    for piece in pieces(html):
        if isinstance(piece, Words):
            core = len(piece.text.strip(_SPACES))
            if core and not around[-1].is_note:
                offset = _next_word(plain, offset)
                here = around[-1]
                found.append(Stretch(piece, at, offset, core, here.place, here.official))
                offset += core
        elif piece.closes:
            del around[max(1, len(around) - 1) :]
        elif piece.name not in _EMPTY:
            around.append(_within(around[-1], piece, at))
        at += len(piece.raw)
    return tuple(found)


def html_span(known: Sequence[Stretch], start: int, end: int) -> tuple[int, int] | None:
    """Give the place in the fragment of a part of its plain text, if a link may be set there.

    A part that runs over a tag has none.
    """
    stretch = known[_index(known, start)]
    if stretch.place != "open" or end > stretch.end:
        return None
    text = stretch.words.text
    shift = len(text) - len(text.lstrip(_SPACES)) - stretch.offset
    first, last = (stretch.words.raw_offset(shift + offset) for offset in (start, end))
    return stretch.at + first, stretch.at + last


def is_silent(known: Sequence[Stretch], start: int, end: int) -> bool:
    """Tell whether any of a part of the plain text stands where names do not count."""
    part = known[_index(known, start) : _index(known, end - 1) + 1]
    return any(stretch.place == "silent" for stretch in part)


def _index(known: Sequence[Stretch], offset: int) -> int:
    return bisect_right(known, offset, key=lambda stretch: stretch.offset) - 1


def _next_word(plain: str, offset: int) -> int:
    while plain[offset : offset + 1] in _SPACES and offset < len(plain):
        offset += 1
    return offset


def _within(outer: _Around, tag: Tag, at: int) -> _Around:
    place: Place = outer.place
    if tag.name in _SILENT:
        place = "silent"
    elif place == "open" and (tag.name in _CLOSED or _CLOSED_CLASS.search(tag.raw)):
        place = "closed"
    link = _OFFICIAL.search(tag.raw) if tag.name == "a" else None
    official = (unescape(link[1]), at) if link else outer.official
    is_note = tag.name == "a" and _NOTE in tag.raw
    return _Around(place, official, outer.is_note or is_note)
