"""Marks round words of a fragment, so that links can lead to them."""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from generator.text.markup.reading import Reading


@dataclass(frozen=True, slots=True)
class Mark:
    """Words from `start` to `end` of the plain text, and the id that they get."""

    start: int
    end: int
    anchor: str


def with_marks(reading: Reading, marks: Iterable[Mark]) -> str:
    """Write marks into a fragment, one after the other.

    >>> from generator.text.markup.reading import read
    >>> with_marks(read("<p>They said: we agree.</p>"), [Mark(11, 19, "s-nk-1")])
    '<p>They said: <span class="quoted" id="s-nk-1">we agree</span>.</p>'

    Words that run across other markup, or across another mark's edge, are not marked
    themselves: an empty mark goes before.
    """
    written: defaultdict[int, list[str]] = defaultdict(list)
    edges: list[int] = []
    for mark in marks:
        _write(mark, reading, edges, written)
    parts: list[str] = []
    done = 0
    for place in sorted(written):
        parts += (reading.html[done:place], *written[place])
        done = place
    return "".join((*parts, reading.html[done:]))


def _write(
    mark: Mark, reading: Reading, edges: list[int], written: defaultdict[int, list[str]]
) -> None:
    """Note what a mark adds at which places; `edges` are those of the marks before it."""
    opening = f'<span class="quoted" id="{escape(mark.anchor)}">'
    run = reading.run_at(mark.start)
    if run is None:
        written[len(reading.html)].append(f"{opening}</span>")
        return
    start = max(mark.start, run.offset)
    next_edge = bisect_right(edges, start)
    room = min(run.end, edges[next_edge]) if next_edge < len(edges) else run.end
    insort(edges, start)
    if start == mark.start < mark.end <= room:
        written[run.place(start)].append(opening)
        written[run.place(mark.end)].insert(0, "</span>")  # within the marks that are there
        insort(edges, mark.end)
    else:
        written[run.place(start)].append(f"{opening}</span>")
