"""Quotation marks, dashes and ellipses in one pass where the library needs eighteen.

The library tries one expression after another, and what the earlier ones have replaced,
the later ones see as a placeholder.  That matters only to marks that stand close together.
All others are decided by the characters around them alone, and one expression with the same
rules in the same order finds the same answer.  Marks that stand close go the library's way.
"""

import re
from collections.abc import Iterable
from html import unescape
from typing import Any, Final
from xml.etree.ElementTree import Element

from markdown.extensions import smarty
from markdown.util import AtomicString

from generator.text.markup.fast.inline import InlineProcessor

EM_DASH: Final = r"(?<!-)---(?!-)"
EN_DASH: Final = r"(?<!-)--(?!-)"
ELLIPSIS: Final = r"(?<!\.)\.{3}(?!\.)"

RULES: Final = (
    (EM_DASH, ("&mdash;",)),
    (EN_DASH, ("&ndash;",)),
    (smarty.singleQuoteStartRe, ("&rsquo;",)),
    (smarty.doubleQuoteStartRe, ("&rdquo;",)),
    (smarty.doubleQuoteSetsRe, ("&ldquo;&lsquo;",)),
    (smarty.singleQuoteSetsRe, ("&lsquo;&ldquo;",)),
    (smarty.doubleQuoteSetsRe2, ("&rsquo;&rdquo;",)),
    (smarty.singleQuoteSetsRe2, ("&rdquo;&rsquo;",)),
    (smarty.decadeAbbrRe, ("&rsquo;",)),
    (smarty.openingSingleQuotesRegex, (1, "&lsquo;")),
    (smarty.closingSingleQuotesRegex, ("&rsquo;",)),
    (smarty.closingSingleQuotesRegex2, ("&rsquo;", 1)),
    (smarty.remainingSingleQuotesRegex, ("&lsquo;",)),
    (smarty.openingDoubleQuotesRegex, (1, "&ldquo;")),
    (smarty.closingDoubleQuotesRegex, ("&rdquo;",)),
    (smarty.closingDoubleQuotesRegex2, ("&rdquo;",)),
    (smarty.remainingDoubleQuotesRegex, ("&ldquo;",)),
    (ELLIPSIS, ("&hellip;",)),
)
"""The library's expressions in its order, and what each puts in; a number is a group kept."""

_CLOSE: Final = re.compile(
    r"""['";-](?:"""
    r"""(?<=['"])(?:['"]|--|(?![^\W\d_s]).{1,3}['"])"""  # behind a letter, `s` aside, all is seen
    r"""|(?<=;)['"]|(?<=-)-['"])""",  # perhaps the end of an entity for a space or a dash
    re.DOTALL,
)
"""Marks that stand so close that one is among the characters that decide the other."""
_MARK: Final = re.compile(r"""'|"|--+|\.\.\.+""")
_RUNS: Final = {"--": "&ndash;", "---": "&mdash;", "...": "&hellip;"}
"""Runs of exactly this length mean something; longer ones do not."""
_AFTER_SPACE: Final = r"(?<=[\s–—])"
_QUOTE: Final = re.compile(
    f"(?P<decade>{smarty.singleQuoteStartRe}|{smarty.decadeAbbrRe})"
    f"|(?P<lsquo>{_AFTER_SPACE}'(?=\\w))"
    f"|(?P<rsquo>{smarty.closingSingleQuotesRegex}|'(?=\\s|s\\b))"
    f"|(?P<single>')"
    f"|(?P<start>{smarty.doubleQuoteStartRe})"
    f'|(?P<ldquo>{_AFTER_SPACE}"(?=\\w))'
    f"|(?P<rdquo>{smarty.closingDoubleQuotesRegex}|{smarty.closingDoubleQuotesRegex2})"
    f'|(?P<double>")'
)
_ENTITIES: Final = {name: f"&{name};" for name in ("lsquo", "rsquo", "ldquo", "rdquo")} | {
    "decade": "&rsquo;",
    "single": "&lsquo;",
    "start": "&rdquo;",
    "double": "&ldquo;",
}
_CHARACTERS: Final = {entity: unescape(entity) for entity in (*_ENTITIES.values(), *_RUNS.values())}


def is_smarty(patterns: Iterable[Any]) -> bool:
    """Tell whether these are the patterns of typography as the library makes them."""
    return (
        tuple((pattern.pattern, tuple(getattr(pattern, "replace", ()))) for pattern in patterns)
        == RULES
    )


class QuickTypography(InlineProcessor):
    """Writes entities straight into the texts, where the library stores them and comes back."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:  # noqa: ARG002
        """Set every text of a tree."""
        self.stashed_nodes = {}
        self.ancestors = []
        if self.can_match(tree):
            for element in tree.iter():
                if element is not tree:
                    self._set(element)
        return tree

    def _set(self, element: Element) -> None:
        text, tail = element.text, element.tail
        if text and has_marks(text):
            element.text = self._with_entities(text)
        if tail and has_marks(tail):
            element.tail = self._with_entities(tail)

    def _with_entities(self, text: str) -> str:
        self.meter.spend(len(text))
        if isinstance(text, AtomicString):
            return text
        if _CLOSE.search(text):
            return self._as_library(text)
        return _MARK.sub(_entity, text)

    def _as_library(self, text: str) -> str:
        holder = Element("d")
        holder.text = text
        self.apply(holder)
        return holder.text or ""


def has_marks(text: str) -> bool:
    """Tell whether there is anything to set in a text."""
    return "'" in text or '"' in text or "--" in text or "..." in text


def typeset(text: str) -> str | None:
    """Give a text with its marks as the characters they mean; None if two of them stand close."""
    if _CLOSE.search(text):
        return None
    return _MARK.sub(lambda mark: _CHARACTERS.get(_entity(mark), mark[0]), text)


def _entity(mark: re.Match[str]) -> str:
    found = _QUOTE.match(mark.string, mark.start())
    return _ENTITIES[found.lastgroup or ""] if found else _RUNS.get(mark[0], mark[0])
