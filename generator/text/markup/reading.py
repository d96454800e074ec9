"""A fragment with the text that a reader sees, and where in the markup each part of it stands."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from html import unescape
from operator import attrgetter
from typing import Final, NamedTuple

ATTRIBUTES: Final = r'(?:[^"<>]++|"[^"]*+")*+'
TAG: Final = re.compile(f"<(/?)([a-z][a-z0-9]*+)({ATTRIBUTES})>")
BLOCKS: Final = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "div", "blockquote", "pre"}
    | {"figure", "figcaption"}
) | {"ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td"}
_REFERENCE: Final = re.compile(
    r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)"  # the pattern of html.unescape
)
_SPACES: Final = " \t\n\r\f"
_NOTE: Final = 'class="footnote-'


class Run(NamedTuple):
    """Words without a tag in them as they are written and read.

    They begin at `at` in the fragment; in its plain text they go from `offset` to `end`.
    """

    raw: str
    text: str
    at: int
    offset: int
    end: int

    def place(self, offset: int) -> int:
        """Give the place in the fragment of an offset of the plain text.

        >>> read("<p>The Q&amp;A</p>").runs[0].place(6)
        13
        """
        raw_offset = offset - self.offset
        if "&" in self.raw:
            for reference in _REFERENCE.finditer(self.raw):
                if reference.start() >= raw_offset:
                    break
                raw_offset += len(reference[0]) - len(unescape(reference[0]))
        return self.at + min(raw_offset, len(self.raw))


@dataclass(frozen=True, slots=True)
class Reading:
    """A fragment, its plain text, and the runs of words of which that is made."""

    html: str
    text: str
    runs: tuple[Run, ...]

    def run_at(self, offset: int) -> Run | None:
        """Give the run in which an offset of the plain text lies, or the next one."""
        number = bisect_right(self.runs, offset, key=attrgetter("end"))
        return self.runs[number] if number < len(self.runs) else None


def read(html: str) -> Reading:
    """Read a fragment: without notes' marks, nor the space between blocks."""
    runs = _runs(html)
    parts: list[str] = []
    end = 0
    for run in runs:
        if run.offset > end:
            parts.append("\n")
        parts.append(run.text)
        end = run.end
    return Reading(html, "".join(parts), tuple(runs))


def _runs(html: str) -> list[Run]:
    runs: list[Run] = []
    at, fresh, in_pre, in_note = 0, True, False, False
    parts = iter(("", "", "", *TAG.split(html)))
    for slash, name, attributes, raw in zip(parts, parts, parts, parts, strict=True):
        if name in BLOCKS:
            if runs and runs[-1].text[-1] in _SPACES:
                _drop_last_spaces(runs)
            fresh, in_pre = True, name == "pre" and not slash
        elif name == "a":
            in_note = not slash and _NOTE in attributes
        at += len(slash) + len(name) + len(attributes) + 2 * bool(name)
        words = raw.lstrip(_SPACES) if fresh and not in_pre else raw
        if words and not in_note:
            start = runs[-1].end + fresh if runs else 0
            runs.append(_run(words, at + len(raw) - len(words), start, in_pre=in_pre))
            fresh = False
        at += len(raw)
    return runs


def _run(raw: str, at: int, offset: int, *, in_pre: bool) -> Run:
    text = unescape(raw) if "&" in raw else raw
    if "\n" in text and not in_pre:
        text = text.replace("\n", " ")
    return Run(raw, text, at, offset, offset + len(text))


def _drop_last_spaces(runs: list[Run]) -> None:
    """Take away the space before the end of a block, which no browser shows."""
    while runs and runs[-1].text[-1:] in _SPACES:
        last = runs.pop()
        raw = last.raw.rstrip(_SPACES)
        if raw:
            text = last.text.rstrip(_SPACES)
            runs.append(Run(raw, text, last.at, last.offset, last.offset + len(text)))
            return
