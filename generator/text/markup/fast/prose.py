r"""Prose, made into markup at once: paragraphs, headings, quotations, lists and tables, each plain.

Most of what a desk writes needs few of Markdown's rules.  Where no others can apply, none
need be tried, and whether that is so, one expression tells for each block.  A text with
anything else in it, in whatever block, is left whole to the library.
"""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Final

import markdown
from markdown.extensions.toc import unique

from generator.text.deadline import Check, no_deadline
from generator.text.markup.fast.meter import Meter
from generator.text.markup.fast.parts import PROVED
from generator.text.markup.fast.prose_words import (
    SPAN,
    WORDS,
    NotProseError,
    escaped,
    set_type,
    write_words,
)
from generator.text.visible import is_visible

_START: Final = r"(?=(?!\d+\.)[^\W_]|[\"'“„‘«(–—…]|\*\*?\w|\[)"
"""Where a line begins so, no rule for blocks applies to it."""
_LINE: Final = rf"{_START}(?:{WORDS}++|{SPAN})++(?<! )"
_ROW: Final = rf"\|(?:(?:{WORDS}++|{SPAN})++\|)++"
_CALL: Final = r"\[\]\(statement:[a-z0-9-]++\)"
_BLOCK: Final = re.compile(
    rf"(?P<paragraph>{_LINE}(?:\n{_LINE})*+)"
    r"|(?P<heading>#{1,6} ++[^\n\\`*_\[\]<>|#]++(?<! ))"
    rf"|(?P<quotation>> {_LINE}(?:\n> {_LINE})*+)"
    rf"|(?P<bullets>- {_LINE}(?:\n- {_LINE})*+)"
    rf"|(?P<numbers>1\. {_LINE}(?:\n[0-9]{{1,9}}\. {_LINE})*+)"
    rf"|(?P<statements>{_CALL}(?:\n{_CALL})*+)"
    rf"|(?P<table>{_ROW}\n\|(?: *+-++ *+\|)++(?:\n{_ROW})++)"
)
_LISTS: Final = {"bullets": "ul", "numbers": "ol"}
_BEFORE: Final = re.compile(r"^(?:[>-]|[0-9]++\.) ", re.MULTILINE)
"""What stands before the words of a line of a quotation or a list."""
_BREAKS: Final = re.compile(r"\n{2,}")
_ONE_LINE: Final = re.compile(rf"(?:{WORDS}++|{SPAN})++")
_LOWEST: Final = 6

Block = tuple[str, str]
"""What kind of block it is, and its source."""
Made = tuple[str, tuple[tuple[str, bool], ...]]
"""Markup, and each address in it; none is that of a picture."""


def prose(source: str, heading_id: Callable[[str], str], check: Check = no_deadline) -> Made:
    """Make markup of a text; `heading_id` makes the id of a heading.

    Raises NotProseError, and what `check` raises when time is over.
    """
    _refuse_the_unknown(source)
    meter = Meter()
    meter.start(check)
    blocks = [_known(block, meter) for block in _parted(source.strip("\n"))]
    top = min((_level(source) for kind, source in blocks if kind == "heading"), default=1)
    writing = _Writing(top, heading_id)
    html = "\n".join([writing.block(kind, source) for kind, source in _joined(blocks)])
    return html, _of_no_pictures(writing.links)


def prose_line(source: str, check: Check = no_deadline) -> Made:
    """Make markup of a line.

    Raises NotProseError, and what `check` raises when time is over.
    """
    _refuse_the_unknown(source)
    meter = Meter()
    meter.start(check)
    meter.spend(len(source))
    if not _ONE_LINE.fullmatch(source):
        raise NotProseError
    links: list[str] = []
    return write_words(source, links), _of_no_pictures(links)


def _of_no_pictures(links: list[str]) -> tuple[tuple[str, bool], ...]:
    return tuple((one, False) for one in links)


def _refuse_the_unknown(source: str) -> None:
    """Refuse what cannot be seen, what may be a code for a character, and releases not proved."""
    if markdown.__version__ not in PROVED:
        raise NotProseError
    if not is_visible(source) or ("&" in source and ";" in source):
        raise NotProseError


def _parted(source: str) -> list[str]:
    return _BREAKS.split(source) if "\n\n\n" in source else source.split("\n\n")


def _known(block: str, meter: Meter) -> Block:
    meter.spend(len(block))
    found = _BLOCK.fullmatch(block)
    if found is None or found.lastgroup is None:
        raise NotProseError
    return found.lastgroup, block


def _joined(blocks: list[Block]) -> list[Block]:
    """Make one of quotations that follow each other; lists that do are no plain ones."""
    kinds = [kind for kind, _ in blocks]
    pairs = {one for one, following in pairwise(kinds) if one == following}
    if pairs.isdisjoint(("quotation", *_LISTS)):
        return blocks
    if not pairs.isdisjoint(_LISTS):
        raise NotProseError
    joined: list[Block] = []
    for kind, source in blocks:
        if kind == "quotation" and joined and joined[-1][0] == kind:
            joined[-1] = kind, f"{joined[-1][1]}\n\n{source}"
        else:
            joined.append((kind, source))
    return joined


def _level(heading: str) -> int:
    return len(heading) - len(heading.lstrip("#"))


class _Writing:
    """Writes blocks, and keeps what is to be known of those before: addresses and ids."""

    def __init__(self, top: int, heading_id: Callable[[str], str]) -> None:
        self.links: list[str] = []
        self._top = top
        self._heading_id = heading_id
        self._ids: set[str] = set()

    def block(self, kind: str, source: str) -> str:
        """Give the markup of a block."""
        match kind:
            case "paragraph":
                return self._paragraph(source)
            case "heading":
                return self._heading(source)
            case "quotation":
                parts = _BEFORE.sub("", source).split("\n\n")
                written = "\n".join([self._paragraph(part) for part in parts])
                return f"<blockquote>\n{written}\n</blockquote>"
            case "statements":
                return self._statements(source)
            case "table":
                return self._table(source)
            case _:
                return self._list(_LISTS[kind], source)

    def _paragraph(self, source: str) -> str:
        return f"<p>{write_words(source, self.links)}</p>"

    def _heading(self, source: str) -> str:
        level = _level(source)
        text = set_type(source[level:].strip(" "))
        id_ = unique(self._heading_id(" ".join(text.split())), self._ids)
        tag = f"h{min(level - self._top + 2, _LOWEST)}"
        return f'<{tag} id="{id_}">{escaped(text)}</{tag}>'

    def _list(self, tag: str, source: str) -> str:
        lines = _BEFORE.sub("", source).split("\n")
        items = "\n".join([f"<li>{write_words(line, self.links)}</li>" for line in lines])
        return f"<{tag}>\n{items}\n</{tag}>"

    def _statements(self, source: str) -> str:
        addresses = [line[len("[](") : -len(")")] for line in source.split("\n")]
        self.links += addresses
        ids = [one.removeprefix("statement:") for one in addresses]
        return "\n".join([f'<div data-statement="{one}"></div>' for one in ids])

    def _table(self, source: str) -> str:
        head, rule, *rows = [line[1:-1].split("|") for line in source.split("\n")]
        if any(len(row) != len(rule) for row in (head, *rows)):
            raise NotProseError
        body = "\n".join([self._row("td", row) for row in rows])
        return (
            f"<table>\n<thead>\n{self._row('th', head)}\n</thead>\n"
            f"<tbody>\n{body}\n</tbody>\n</table>"
        )

    def _row(self, tag: str, row: list[str]) -> str:
        words = (write_words(cell.strip(" "), self.links) for cell in row)
        cells = "\n".join([f"<{tag}>{one}</{tag}>" for one in words])
        return f"<tr>\n{cells}\n</tr>"
