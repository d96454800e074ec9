"""The door to Python-Markdown: the dialect of a book, set up once.

Raw HTML is text here.  The topmost headings of a text stand at the second level.  A
converter is not for use from several threads.
"""

import re
from enum import Enum, auto
from html import unescape
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

from generator.text.deadline import Check, no_deadline
from generator.text.markup.fast.meter import Meter
from generator.text.markup.fast.parts import accelerate
from generator.text.markup.figures import figure_of, is_bare
from generator.text.markup.markdown_limits import MOST_OPEN, MarkdownTooDeep, narrowed, too_deep_at
from generator.text.markup.sanitise import without_controls

_PICTURES_AND_NAMES: Final = (
    *("image_link", "image_reference", "short_image_ref"),
    *("reference", "short_reference"),
)
_ENTITY: Final = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z0-9]+);")
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_BEFORE_TOC: Final = 6
_STATEMENT: Final = "statement:"
_LONGEST_SLUG: Final = 60


Made = tuple[str, tuple[tuple[str, bool], ...]]
"""Markup, and each address in it with whether it is that of a picture without words."""


class Engine(Enum):
    """What reads Markdown; both give the same markup, to the byte."""

    QUICK = auto()
    """Python-Markdown with the accelerated parts of `fast/`."""
    STOCK = auto()
    """Python-Markdown as it comes, some five times slower."""


class Converter:
    """Python-Markdown, set up once, with what it found in the last text."""

    def __init__(self, markdown: Markdown, engine: Engine) -> None:
        self._markdown = markdown
        self._finish = _Finish(markdown)
        markdown.treeprocessors.register(self._finish, "finish", -1)
        self._meter = accelerate(markdown) if engine is Engine.QUICK else Meter()

    def convert(self, source: str, check: Check = no_deadline) -> Made:
        """Give the markup, not yet sanitised, and its addresses.

        `check` is called now and then, and raises what is to be raised when time is over.
        """
        if (place := too_deep_at(source)) is not None:
            line = source.count("\n", 0, place) + 1
            raise MarkdownTooDeep(f"more than {MOST_OPEN} brackets are open in one paragraph", line)
        self._markdown.reset()
        self._markdown.parser.state.clear()  # left as it was by a text that was too deep
        self._finish.links.clear()
        self._meter.start(check)
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
        moves = False
        for element in root.iter():
            if not element.keys():
                continue
            address = element.get("href", element.get("src"))
            if address is not None and not element.get("class"):
                self.links.append((_decoded(address), is_bare(element)))
                moves = moves or address.startswith(_STATEMENT) or "title" in element.attrib
            if align := element.attrib.pop("align", None):
                element.set("class", f"ta-{align}")
        if moves:
            _make_room(root)


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


def _decoded(address: str) -> str:
    """Undo the entities of an address; Markdown makes some itself, to hide e-mail addresses."""
    with_entities = address.replace(AMP_SUBSTITUTE, "&")
    return _ENTITY.sub(lambda match: unescape(match[0]), with_entities)


def _make_room(root: Element) -> None:
    """Put places for statements where paragraphs call for them, and figures where they are one."""
    for element in list(root.iter()):
        for place, child in reversed(list(enumerate(element))):
            if ids := _statements(child):
                element[place : place + 1] = [_room(id_) for id_ in ids]
            elif (figure := figure_of(child)) is not None:
                element[place] = figure


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


def heading_id(text: str, _separator: str = "-") -> str:
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


def body_converter(engine: Engine) -> Converter:
    """Make a converter for texts, with all that a briefing may have."""
    markdown = Markdown(
        extensions=[
            AbbrExtension(),
            DefListExtension(),
            FencedCodeExtension(),
            _Footnotes(),
            SaneListExtension(),
            SmartyExtension(),
            TableExtension(use_align_attribute=True),
            TocExtension(marker="", slugify=heading_id),
        ],
        output_format="html",
    )
    markdown.treeprocessors.register(_Levels(markdown), "levels", _BEFORE_TOC)
    return Converter(_without_html(markdown), engine)


def line_converter(engine: Engine) -> Converter:
    """Make a converter for lines, which have no blocks and no pictures."""
    markdown = Markdown(extensions=[SmartyExtension()], output_format="html")
    blocks: Registry[BlockProcessor] = Registry()
    blocks.register(ParagraphProcessor(markdown.parser), "paragraph", 10)
    markdown.parser.blockprocessors = blocks
    for name in _PICTURES_AND_NAMES:
        markdown.inlinePatterns.deregister(name)
    return Converter(_without_html(markdown), engine)


def _without_html(markdown: Markdown) -> Markdown:
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    markdown.inlinePatterns.deregister("entity")
    return markdown
