"""The door to Python-Markdown: what editors write in, clean HTML fragments out.

Raw HTML is text here, and shows as it was typed.  The topmost headings of a text stand at
the second level, whether they were written with one `#` or two: a page has one title of
its own.  There is one converter a process, which is not for use from several threads.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape, unescape
from typing import Final
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor, ParagraphProcessor
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.smarty import SmartyExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, Registry
from slugify import slugify

from generator.text.markup.figures import figure_of, is_bare
from generator.text.markup.fragments import plain_text
from generator.text.markup.markdown_limits import MOST_OPEN, narrowed, too_deep_at
from generator.text.markup.sanitise import sanitise, sanitise_inline, without_controls

_NO_HTML: Final = ("html", "entity")
_NO_BLOCKS: Final = (
    *_NO_HTML,
    *("image_link", "image_reference", "short_image_ref", "reference", "short_reference"),
)
_ENTITY: Final = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z0-9]+);")
_HEADING: Final = re.compile(r'<h([2-6]) id="([^"]++)">(.*?)</h\1>', re.DOTALL)
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_BEFORE_TOC: Final = 6
_INDENTED: Final = re.compile(r"\n[ \t]")
_STATEMENT: Final = "statement:"
_LONGEST_SLUG: Final = 60


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


class MarkdownTooDeep(ValueError):  # noqa: N818 (a fact about the text, as the caller sees it)
    """Lists, quotations or brackets are nested deeper than can be read.

    `line` counts from 1; it is 0 where no single line is to blame.
    """

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


def render_markdown(source: str) -> Rendered:
    r"""Turn a text into a fragment.

    >>> render_markdown("# Talks\n\n[](statement:nk-1)").html
    '<h2 id="h-talks">Talks</h2>\n<div data-statement="nk-1"></div>'

    Raises MarkdownTooDeep.
    """
    raw, links = _BODY.convert(source)
    html = sanitise(raw)
    headings = (
        Heading(match[2], int(match[1]), plain_text(match[3])) for match in _HEADING.finditer(html)
    )
    bare = tuple(address for address, unsaid in links if unsaid)
    return Rendered(html, tuple(headings), tuple(address for address, _ in links), bare)


def render_inline(source: str) -> Rendered:
    """Turn a line into a fragment that can stand within a paragraph.

    >>> render_inline("*No* comment -- so far").html
    '<em>No</em> comment – so far'

    Raises MarkdownTooDeep.
    """
    raw, links = _LINE.convert(" ".join(source.split()))
    return Rendered(sanitise_inline(raw), links=tuple(address for address, _ in links))


def render_plain(paragraphs: Sequence[str]) -> str:
    r"""Turn a raw article's paragraphs into a fragment that shows them as they are.

    >>> render_plain(["2 < 3", "Yeas:\n  12"])
    '<p>2 &lt; 3</p>\n<p>Yeas:<br>\xa0\xa012</p>'

    Lines are kept where any but the first is indented: only then do they mean something.
    """
    shown = (without_controls(one).rstrip().strip("\n") for one in paragraphs)
    return "\n".join(f"<p>{_kept_lines(text)}</p>" for text in shown if text)


def line_of(source: str, target: str) -> tuple[int, int] | None:
    """Give the line and column at which a link's address is first written.

    >>> line_of("See [the talks](topic:talks).", "topic:talks")
    (1, 17)
    """
    written = target.removeprefix("mailto:")
    letters = (r"\\?" + ("&(?:amp;)?" if one == "&" else re.escape(one)) for one in written)
    address = "".join(letters)
    as_link = re.compile(rf"(?<=[(<:\s]){address}(?=[)>\s]|$)")
    found = as_link.search(source) or re.search(address, source)
    if found is None or not written:
        return None
    before = source[: found.start()]
    return before.count("\n") + 1, found.start() - before.rfind("\n")


class _Converter:
    """Python-Markdown, set up once, with what it found in the last text."""

    def __init__(self, markdown: Markdown, unwanted: Sequence[str]) -> None:
        markdown.preprocessors.deregister("html_block")
        for name in unwanted:
            markdown.inlinePatterns.deregister(name)
        self._markdown = markdown
        self._finish = _Finish(markdown)
        markdown.treeprocessors.register(self._finish, "finish", -1)

    def convert(self, source: str) -> tuple[str, tuple[tuple[str, bool], ...]]:
        """Give the markup, not yet sanitised, and its addresses, true for one of a bare picture."""
        if (place := too_deep_at(source)) is not None:
            line = source.count("\n", 0, place) + 1
            raise MarkdownTooDeep(f"more than {MOST_OPEN} brackets are open in one paragraph", line)
        self._markdown.reset()
        self._markdown.parser.state.clear()  # left as it was by a text that was too deep
        self._finish.links.clear()
        try:
            html = self._markdown.convert(narrowed(without_controls(source)))
        except RecursionError:
            raise MarkdownTooDeep("lists or quotations are nested too deep") from None
        return html, tuple(self._finish.links)


class _Finish(Treeprocessor):
    """Notes the addresses, makes figures and room for statements, aligns cells without styles."""

    def __init__(self, markdown: Markdown) -> None:
        super().__init__(markdown)
        self.links: list[tuple[str, bool]] = []

    def run(self, root: Element) -> None:
        """Go through a finished tree."""
        for element in list(root.iter()):
            address = element.get("href", element.get("src"))
            if address is not None and not element.get("class"):
                self.links.append((_decoded(address), is_bare(element)))
            if align := element.attrib.pop("align", None):
                element.set("class", f"ta-{align}")
            for place, child in reversed(list(enumerate(element))):
                if ids := _statements(child):
                    element[place : place + 1] = [_room(id_) for id_ in ids]
                elif (figure := figure_of(child)) is not None:
                    element[place] = figure


class _Footnotes(FootnoteExtension):
    """Footnotes whose ids are numbers: a label may be anything, an id may not."""

    def __init__(self) -> None:
        super().__init__(BACKLINK_TEXT="↩\ufe0e", BACKLINK_TITLE="")

    def setFootnote(self, id: str, text: str) -> None:  # noqa: A002, N802
        """Take a note, unless it is written within another, where notes are numbered already."""
        if not self._numbers:
            super().setFootnote(id, text)

    def reset(self) -> None:
        """Forget the notes of the last text."""
        super().reset()
        self._numbers: dict[str, int] = {}

    def findFootnotesPlaceholder(self, root: Element) -> None:  # noqa: N802
        """Find none: notes always stand at the end."""

    def makeFootnotesDiv(self, root: Element) -> Element | None:  # noqa: N802
        """Make the list of the notes, once their numbers are known."""
        self._numbers = {label: number for number, label in enumerate(self.footnotes, 1)}
        return super().makeFootnotesDiv(root)

    def makeFootnoteId(self, id: str) -> str:  # noqa: A002, N802
        """Make the id of a note."""
        return f"fn:{self._numbers[id]}"

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:  # noqa: A002, FBT001, FBT002, N802
        """Make the id of a place that refers to a note."""
        return self.unique_ref(f"fnref:{self._numbers[id]}", found)


def _kept_lines(text: str) -> str:
    escaped = escape(text, quote=False)
    if not _INDENTED.search(escaped):
        return _kept_indent(escaped)
    return "<br>".join(_kept_indent(line) for line in escaped.split("\n"))


def _kept_indent(line: str) -> str:
    words = line.lstrip(" \t")
    indent = line[: len(line) - len(words)].expandtabs(4)
    return "\u00a0" * len(indent) + words


def _decoded(address: str) -> str:
    """Undo the entities of an address; Markdown makes some itself, to hide e-mail addresses."""
    with_entities = address.replace(AMP_SUBSTITUTE, "&")
    return _ENTITY.sub(lambda match: unescape(match[0]), with_entities)


def _statements(paragraph: Element) -> list[str]:
    """List the statements that a paragraph calls for, if it does nothing else."""
    if paragraph.tag != "p" or (paragraph.text or "").strip():
        return []
    addresses = [
        "" if child.text or len(child) or (child.tail or "").strip() else child.get("href", "")
        for child in paragraph
    ]
    calls_only = all(len(one) > len(_STATEMENT) and one.startswith(_STATEMENT) for one in addresses)
    return [_decoded(one).removeprefix(_STATEMENT) for one in addresses] if calls_only else []


def _room(statement: str) -> Element:
    room = Element("div", {"data-statement": statement})
    room.tail = "\n"
    return room


def _heading_id(text: str, _separator: str) -> str:
    """Make an id that no other part of a page has, because they do not begin with `h-`."""
    slug = slugify(text, max_length=_LONGEST_SLUG, word_boundary=True)
    return f"h-{slug or 'section'}"


class _Levels(Treeprocessor):
    """Puts the topmost headings of a text at the second level, and the others below them."""

    def run(self, root: Element) -> None:
        """Change the tags of the headings."""
        headings = [element for element in root.iter() if element.tag in _HEADINGS]
        top = min((_HEADINGS[heading.tag] for heading in headings), default=2)
        for heading in headings:
            heading.tag = f"h{min(_HEADINGS[heading.tag] - top + 2, 6)}"


def _body_converter() -> Markdown:
    markdown = Markdown(
        extensions=[
            AbbrExtension(),
            DefListExtension(),
            FencedCodeExtension(),
            _Footnotes(),
            SaneListExtension(),
            SmartyExtension(),
            TableExtension(use_align_attribute=True),
            TocExtension(marker="", slugify=_heading_id),
        ],
        output_format="html",
    )
    markdown.treeprocessors.register(_Levels(markdown), "levels", _BEFORE_TOC)
    return markdown


def _line_converter() -> Markdown:
    markdown = Markdown(extensions=[SmartyExtension()], output_format="html")
    blocks: Registry[BlockProcessor] = Registry()
    blocks.register(ParagraphProcessor(markdown.parser), "paragraph", 10)
    markdown.parser.blockprocessors = blocks
    return markdown


_BODY: Final = _Converter(_body_converter(), _NO_HTML)
_LINE: Final = _Converter(_line_converter(), _NO_BLOCKS)
