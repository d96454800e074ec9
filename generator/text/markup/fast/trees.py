"""What is done to a finished tree, without the work whose result is nothing."""

from typing import Any, Final
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import TocTreeprocessor
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import STX

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class QuickMarkdown(Markdown):
    """Looks a tag up once in the long list of those that are blocks."""

    _blocks: dict[Any, bool]

    def is_block_level(self, tag: object) -> bool:
        """Tell whether a tag is that of a block."""
        known = self._blocks.get(tag)
        if known is None:
            known = self._blocks[tag] = super().is_block_level(tag)
        return known

    def reset(self) -> "QuickMarkdown":
        """Forget what belongs to the last text."""
        self._blocks = {}
        return super().reset()


class QuickUnescape(UnescapeTreeprocessor):
    """Looks for escaped characters only where the mark of one stands."""

    def unescape(self, text: str) -> str:
        """Put escaped characters back."""
        return super().unescape(text) if STX in text else text


class QuickToc(TocTreeprocessor):
    """Gives headings their ids, and makes no table of contents, which no page shows."""

    def run(self, doc: Element) -> None:
        """Name the headings, where there are any."""
        if any(element.tag in _HEADINGS for element in doc.iter()):
            super().run(doc)

    def build_toc_div(self, toc_list: list[Any]) -> Element:  # noqa: ARG002
        """Make an empty table."""
        return Element("div")
