"""What editors write in Markdown to clean HTML fragments.

Raw HTML is text here, and shows as it was typed.  The topmost headings of a text stand at
the second level, whether they were written with one `#` or two: a page has one title of
its own.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from html import escape
from typing import Final

from generator.text.deadline import Check, no_deadline
from generator.text.markup.converter import Engine, Made, body_converter, heading_id, line_converter
from generator.text.markup.fast.prose import prose, prose_line
from generator.text.markup.fast.prose_words import NotProseError
from generator.text.markup.fragments import plain_text
from generator.text.markup.sanitise import sanitise, sanitise_inline, without_controls

_HEADING: Final = re.compile(r'<h([2-6]) id="([^"]++)">(.*?)</h\1>', re.DOTALL)
_INDENTED: Final = re.compile(r"\n[ \t]")
_BODIES: Final = {engine: body_converter(engine) for engine in Engine}
_LINES: Final = {engine: line_converter(engine) for engine in Engine}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a text, and the id by which a link leads to it."""

    id: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished fragment, and what there is to know of it."""

    html: str
    headings: tuple[Heading, ...] = ()
    links: tuple[str, ...] = ()
    """Every address as it was written, those too that the fragment does not have any more."""
    bare: tuple[str, ...] = ()
    """The addresses of pictures of which no words say what they show."""


def render_markdown(
    source: str, engine: Engine = Engine.QUICK, check: Check = no_deadline
) -> Rendered:
    r"""Turn a text into a fragment.

    >>> render_markdown("# Talks\n\n[](statement:nk-1)").html
    '<h2 id="h-talks">Talks</h2>\n<div data-statement="nk-1"></div>'

    Raises MarkdownTooDeep, and what `check` raises.
    """
    raw, links = _body(source, engine, check)
    html = sanitise(raw)
    headings = (
        Heading(match[2], int(match[1]), plain_text(match[3])) for match in _HEADING.finditer(html)
    )
    bare = tuple(address for address, unsaid in links if unsaid)
    return Rendered(html, tuple(headings), tuple(address for address, _ in links), bare)


def render_inline(
    source: str, engine: Engine = Engine.QUICK, check: Check = no_deadline
) -> Rendered:
    """Turn a line into a fragment that can stand within a paragraph.

    >>> render_inline("*No* comment -- so far").html
    '<em>No</em> comment – so far'

    Raises MarkdownTooDeep, and what `check` raises.
    """
    raw, links = _line(" ".join(source.split()), engine, check)
    return Rendered(sanitise_inline(raw), links=tuple(address for address, _ in links))


def render_plain(paragraphs: Sequence[str]) -> str:
    r"""Turn a raw article's paragraphs into a fragment that shows them as they are.

    >>> render_plain(["2 < 3", "Yeas:\n  12"])
    '<p>2 &lt; 3</p>\n<p>Yeas:<br>\xa0\xa012</p>'

    Lines are kept where any but the first is indented: only then do they mean something.
    """
    shown = (without_controls(one).rstrip().strip("\n") for one in paragraphs)
    return "\n".join(f"<p>{_kept_lines(text)}</p>" for text in shown if text)


def _body(source: str, engine: Engine, check: Check) -> Made:
    if engine is Engine.QUICK:
        with suppress(NotProseError):
            return prose(source, heading_id, check)
    return _BODIES[engine].convert(source, check)


def _line(source: str, engine: Engine, check: Check) -> Made:
    if engine is Engine.QUICK:
        with suppress(NotProseError):
            return prose_line(source, check)
    return _LINES[engine].convert(source, check)


def _kept_lines(text: str) -> str:
    escaped = escape(text, quote=False)
    if not _INDENTED.search(escaped):
        return _kept_indent(escaped)
    return "<br>".join(_kept_indent(line) for line in escaped.split("\n"))


def _kept_indent(line: str) -> str:
    words = line.lstrip(" \t")
    indent = line[: len(line) - len(words)].expandtabs(4)
    return "\u00a0" * len(indent) + words
