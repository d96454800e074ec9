"""Marks round words of a fragment, so that links can lead to them."""

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from generator.text.markup.edits import CLOSES, OPENS, Edit
from generator.text.markup.reading import Reading


@dataclass(frozen=True, slots=True)
class Mark:
    """Words from `start` to `end` of the plain text, and the id that they get."""

    start: int
    end: int
    anchor: str


def mark_edits(reading: Reading, marks: Iterable[Mark], links: Sequence[int] = ()) -> list[Edit]:
    """Tell how marks are written into a fragment, one after the other.

    >>> from generator.text.markup.edits import with_edits
    >>> from generator.text.markup.reading import read
    >>> html = "<p>They said: we agree.</p>"
    >>> with_edits(html, mark_edits(read(html), [Mark(11, 19, "s-nk-1")]))
    '<p>They said: <span class="quoted" id="s-nk-1">we agree</span>.</p>'

    Words that run across other markup, or across another mark's edge, are not marked
    themselves: an empty mark goes before.  `links` are the edges, in order, of links that
    are written into the same text.
    """
    edges = list(links)
    return [edit for mark in marks for edit in _edits(mark, reading, edges)]


def _edits(mark: Mark, reading: Reading, edges: list[int]) -> Iterator[Edit]:
    """Tell what a mark adds at which places; `edges` are those of the links and marks before it."""
    opening = f'<span class="quoted" id="{escape(mark.anchor)}">'
    run = reading.run_at(mark.start)
    if run is None:
        yield _opens(len(reading.html), f"{opening}</span>")
        return
    start = max(mark.start, run.offset)
    next_edge = bisect_right(edges, start)
    room = min(run.end, edges[next_edge]) if next_edge < len(edges) else run.end
    insort(edges, start)
    if start == mark.start < mark.end <= room:
        yield _opens(run.place(start), opening)
        end = run.place(mark.end)
        yield Edit(end, CLOSES, end, "</span>")
        insort(edges, mark.end)
    else:
        yield _opens(run.place(start), f"{opening}</span>")


def _opens(place: int, opening: str) -> Edit:
    return Edit(place, OPENS, place, opening)
