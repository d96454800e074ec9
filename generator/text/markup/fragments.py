"""Finished HTML fragments, read and changed without parsing them into a tree.

A fragment here is what `text/` itself has written: well formed, every attribute in double
quotes, no comments.  That is why one regular expression can tell tags from words.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape, unescape
from typing import Final

from generator.text.markup import edits
from generator.text.markup.edits import Edit, with_edits
from generator.text.markup.reading import ATTRIBUTES, BLOCKS, TAG, read

_LINK: Final = re.compile(f"<(?:(?:a|img)(?: {ATTRIBUTES})?|/a)>")
_ATTRIBUTE: Final = re.compile(r'\s([a-z-]++)="([^"]*+)"')
_STATEMENT: Final = re.compile(r'<div data-statement="([^"]*+)"></div>')
_NOTE_MARK: Final = re.compile(f'<sup id="fnref[^"]*+"><a {ATTRIBUTES}>[^<]*+</a></sup>')
_NOTES: Final = '<div class="footnote">'
_WORD: Final = re.compile(r"\S+")
_EMPTY: Final = frozenset({"br", "hr", "img"})


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


def pieces(html: str) -> Iterator[Tag | Words]:
    """Take a fragment apart; joined again, the pieces are the fragment.

    >>> [piece.raw for piece in pieces("<p>So <em>it</em></p>")]
    ['<p>', 'So ', '<em>', 'it', '</em>', '</p>']
    """
    at = 0
    for match in TAG.finditer(html):
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
    if "<" not in html and "&" not in html:  # as in most headings
        return html.lstrip(" \t\n\r\f").replace("\n", " ")
    return read(html).text


def rewrite_links(html: str, address: Callable[[str], str | None]) -> str:
    """Give every link and image the address that a function makes of the one it has.

    Where the function gives None, only the text of a link is left, and nothing of an image.
    """
    return with_edits(html, link_edits(html, address))


def link_edits(html: str, address: Callable[[str], str | None]) -> Iterator[Edit]:
    """Tell what to change, that every link and image has the address that a function makes."""
    if "<a" not in html and "<img" not in html:
        return
    unwrapped = False
    for match in _LINK.finditer(html):
        tag = match[0]
        if tag == "</a>":
            made = "" if unwrapped else tag
        else:
            made = _with_address(tag, address) or ""
            unwrapped = not made if tag.startswith("<a") else unwrapped
        if made != tag or tag.startswith("<img"):  # which may get more than an address
            yield Edit(match.start(), edits.TAG, match.end(), made)


def attribute(value: str) -> str:
    """Write a value as it stands between double quotes.

    >>> attribute('"A" & B')
    '&quot;A&quot; &amp; B'
    """
    return escape(value, quote=False).replace('"', "&quot;")


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


def _with_address(tag: str, address: Callable[[str], str | None]) -> str | None:
    for match in _ATTRIBUTE.finditer(tag):
        if match[1] in {"href", "src"}:
            found = address(unescape(match[2]))
            changed = f"{tag[: match.start(2)]}{attribute(found or '')}{tag[match.end(2) :]}"
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
            in_word = in_word and piece.name not in BLOCKS
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
