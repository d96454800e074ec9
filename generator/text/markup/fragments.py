"""Finished HTML fragments, read and changed without parsing them into a tree.

A fragment here is what `text/` itself has written: well formed, every attribute in double
quotes, no comments.  That is why one regular expression can tell tags from words.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape, unescape
from typing import Final, NamedTuple

_ATTRIBUTES: Final = r'(?:[^"<>]++|"[^"]*+")*+'
_TAG: Final = re.compile(f"<(/?)([a-z][a-z0-9]*+)({_ATTRIBUTES})>")
_LINK: Final = re.compile(f"<(?:(?:a|img)(?: {_ATTRIBUTES})?|/a)>")
_ATTRIBUTE: Final = re.compile(r'\s([a-z-]++)="([^"]*+)"')
_STATEMENT: Final = re.compile(r'<div data-statement="([^"]*+)"></div>')
_NOTE_MARK: Final = re.compile(f'<sup id="fnref[^"]*+"><a {_ATTRIBUTES}>[^<]*+</a></sup>')
_NOTES: Final = '<div class="footnote">'
_REFERENCE: Final = re.compile(
    r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)"  # the pattern of html.unescape
)
_WORD: Final = re.compile(r"\S+")
_EMPTY: Final = frozenset({"br", "hr", "img"})
_BLOCKS: Final = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "div", "blockquote", "pre"}
    | {"figure", "figcaption"}
) | {"ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td"}
_SPACES: Final = " \t\n\r\f"


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as it is written."""

    raw: str
    name: str
    closes: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The text between two tags, with its entities."""

    raw: str

    @property
    def text(self) -> str:
        """The words as they are read."""
        return unescape(self.raw) if "&" in self.raw else self.raw

    def raw_offset(self, offset: int) -> int:
        """Give the place in `raw` of a character of `text`.

        >>> Words("Q&amp;A").raw_offset(2)
        6
        """
        if "&" in self.raw:
            for reference in _REFERENCE.finditer(self.raw):
                if reference.start() >= offset:
                    break
                offset += len(reference[0]) - len(unescape(reference[0]))
        return min(offset, len(self.raw))


def pieces(html: str) -> Iterator[Tag | Words]:
    """Take a fragment apart; joined again, the pieces are the fragment.

    >>> [piece.raw for piece in pieces("<p>So <em>it</em></p>")]
    ['<p>', 'So ', '<em>', 'it', '</em>', '</p>']
    """
    at = 0
    for match in _TAG.finditer(html):
        if match.start() > at:
            yield Words(html[at : match.start()])
        yield Tag(match[0], match[2], closes=bool(match[1]))
        at = match.end()
    if at < len(html):
        yield Words(html[at:])


def plain_text(html: str) -> str:
    r"""Give the text that a reader sees, each block on a line of its own.

    >>> plain_text("<p>Q&amp;A,<br>so\nto say</p><ul><li>one</li></ul>")
    'Q&A,\nso to say\none'

    The marks of footnotes and the links back from them are left out.
    """
    parts: list[str] = []
    end = 0
    for run in _runs(html):
        parts.append("\n" * (run.offset - end) + run.text)
        end = run.end
    return "".join(parts)


def rewrite_links(html: str, address: Callable[[str], str | None]) -> str:
    """Give every link and image the address that a function makes of the one it has.

    Where the function gives None, only the text of a link is left, and nothing of an image.
    """
    unwrapped = False

    def rewritten(match: re.Match[str]) -> str:
        nonlocal unwrapped
        if match[0] == "</a>":
            return "" if unwrapped else match[0]
        tag = _with_address(match[0], address)
        if match[0].startswith("<a"):
            unwrapped = tag is None
        return tag or ""

    return _LINK.sub(rewritten, html)


def first_words(html: str, count: int) -> str:
    """Give a fragment's first words, closed properly, with an ellipsis if more would follow.

    Statements and footnotes are left out: they stand for themselves elsewhere.

    >>> first_words("<p>Talks <em>on arms</em> go on</p>", 2)
    '<p>Talks <em>on…</em></p>'
    """
    html = _NOTE_MARK.sub("", _STATEMENT.sub("", html.partition(_NOTES)[0]))
    cut, still_open = _after_words(html, count)
    if cut is None:
        return html
    closing = "".join(f"</{name}>" for name in reversed(still_open))
    return f"{html[:cut]}…{closing}"


def anchor_at(html: str, offset: int, length: int, anchor: str) -> str:
    """Mark the words that begin at an offset of the plain text, so that a link can lead to them.

    >>> anchor_at("<p>They said: we agree.</p>", 11, 8, "s-nk-1")
    '<p>They said: <span class="quoted" id="s-nk-1">we agree</span>.</p>'

    Words that run across other markup are not marked themselves: an empty mark goes before.
    """
    mark = f'<span class="quoted" id="{escape(anchor)}">'
    run = next((run for run in _runs(html) if run.end > offset), None)
    if run is None:
        return f"{html}{mark}</span>"
    begin = max(offset - run.offset, 0)
    inside = run.offset <= offset and offset + length <= run.end
    first = run.at + Words(run.raw).raw_offset(begin)
    last = run.at + Words(run.raw).raw_offset(begin + length) if inside else first
    return f"{html[:first]}{mark}{html[first:last]}</span>{html[last:]}"


def fill_statements(html: str, block: Callable[[str], str]) -> str:
    """Put a statement's own markup wherever a fragment calls for one by its id."""
    return _STATEMENT.sub(lambda match: block(unescape(match[1])), html)


def reachable(html: str) -> str:
    """Let what can be wider than a page be moved sideways with the keys alone.

    >>> reachable("<pre>a</pre>")
    '<pre tabindex="0">a</pre>'
    """
    html = html.replace("<pre>", '<pre tabindex="0">')
    html = html.replace("<table>", '<div class="scroll" tabindex="0"><table>')
    return html.replace("</table>", "</table></div>")


def statement_places(html: str) -> tuple[str, ...]:
    """List the ids of the statements that a fragment calls for, in its order.

    >>> statement_places('<p>So:</p><div data-statement="nk-1"></div>')
    ('nk-1',)
    """
    return tuple(unescape(match[1]) for match in _STATEMENT.finditer(html))


class _Run(NamedTuple):
    """Words as they are read, with their place in the fragment and in its plain text."""

    raw: str
    text: str
    at: int
    offset: int
    end: int


def _runs(html: str) -> list[_Run]:
    """Find the words a reader sees: without notes' marks, nor the space between blocks."""
    runs: list[_Run] = []
    at, fresh, in_pre, in_note = 0, True, False, False
    for tag in _TAG.finditer(html):
        start = tag.start()
        if start > at and not in_note and _add_run(runs, html[at:start], at, (fresh, in_pre)):
            fresh = False
        at = tag.end()
        name = tag[2]
        if name in _BLOCKS:
            _drop_last_spaces(runs)
            fresh, in_pre = True, name == "pre" and not tag[1]
        elif name == "a":
            in_note = not tag[1] and 'class="footnote-' in tag[0]
    if at < len(html) and not in_note:
        _add_run(runs, html[at:], at, (fresh, in_pre))
    return runs


def _add_run(runs: list[_Run], raw: str, at: int, state: tuple[bool, bool]) -> bool:
    """Add the words that follow, and tell whether there are any; there may be only space."""
    fresh, in_pre = state
    if fresh and not in_pre:
        length = len(raw)
        raw = raw.lstrip(_SPACES)
        at += length - len(raw)
    if not raw:
        return False
    text = unescape(raw) if "&" in raw else raw
    if not in_pre and "\n" in text:
        text = text.replace("\n", " ")
    offset = runs[-1].end + fresh if runs else 0
    runs.append(_Run(raw, text, at, offset, offset + len(text)))
    return True


def _drop_last_spaces(runs: list[_Run]) -> None:
    """Take away the space before the end of a block, which no browser shows."""
    while runs and runs[-1].text[-1:] in _SPACES:
        last = runs.pop()
        raw = last.raw.rstrip(_SPACES)
        if raw:
            text = last.text.rstrip(_SPACES)
            runs.append(_Run(raw, text, last.at, last.offset, last.offset + len(text)))
            return


def _with_address(tag: str, address: Callable[[str], str | None]) -> str | None:
    for match in _ATTRIBUTE.finditer(tag):
        if match[1] in {"href", "src"}:
            found = address(unescape(match[2]))
            value = escape(found or "", quote=False).replace('"', "&quot;")
            changed = f"{tag[: match.start(2)]}{value}{tag[match.end(2) :]}"
            return None if found is None else changed
    return None  # a link without an address, which was refused, is none


def _after_words(html: str, count: int) -> tuple[int | None, list[str]]:
    """Give the place after the first words and the tags open there; none if no word follows."""
    cut, at = 0, 0
    open_now: list[str] = []
    still_open: list[str] = []
    counted, in_word = 0, False
    for piece in pieces(html):
        if isinstance(piece, Tag):
            in_word = in_word and piece.name not in _BLOCKS
            if piece.closes:
                del open_now[-1:]
            elif piece.name not in _EMPTY:
                open_now.append(piece.name)
            at += len(piece.raw)
            continue
        for word in _WORD.finditer(piece.raw):
            counted += not (in_word and word.start() == 0)
            if counted > count:
                return cut, still_open
            cut, still_open = at + word.end(), open_now[:]
        in_word = not piece.raw[-1].isspace()
        at += len(piece.raw)
    return None, []
