"""Block rules, each tried only on a block with a line that begins as the rule needs it.

Every rule but that of tables is about how a line begins: with `#`, `>`, a number and so
on, behind at most three spaces.  A paragraph of prose begins with a letter, and then there
is nothing to try.
"""

from typing import Any, Final
from xml.etree.ElementTree import Element

from markdown import blockprocessors as rules
from markdown.blockparser import BlockParser
from markdown.extensions import abbr, def_list, footnotes, sane_lists, tables

from generator.text.markup.fast.meter import Meter
from generator.text.markup.fast.registry import OrderedRegistry

_BLANK: Final = "\n"
_INDENTED: Final = " "
_DIGIT: Final = "0"
_TABLE: Final = "|"
_ALWAYS: Final = ""
_BEGINNINGS: Final[dict[type[Any], str]] = {
    rules.EmptyBlockProcessor: _BLANK,
    rules.ListIndentProcessor: _INDENTED,
    def_list.DefListIndentProcessor: _INDENTED,
    rules.CodeBlockProcessor: _INDENTED,
    tables.TableProcessor: _TABLE,
    rules.HashHeaderProcessor: "#",
    rules.SetextHeaderProcessor: "=-",
    rules.HRProcessor: "-_*",
    sane_lists.SaneOListProcessor: _DIGIT,
    sane_lists.SaneUListProcessor: "*+-",
    def_list.DefListProcessor: ":",
    rules.BlockQuoteProcessor: ">",
    footnotes.FootnoteBlockProcessor: "[",
    abbr.AbbrBlockprocessor: "*",
    rules.ReferenceProcessor: "[",
    rules.ParagraphProcessor: _ALWAYS,
}
"""How a line begins where a rule applies: with one of these."""
_BITS: Final = {mark: 1 << n for n, mark in enumerate("\n |#=-_*+:>[0")}


class QuickBlockParser(BlockParser):
    """Asks of each block the rules that can apply to it, in the library's order."""

    meter: Meter
    blockprocessors: OrderedRegistry
    _rules: tuple[Any, ...] = ()
    _able: dict[int, tuple[Any, ...]]
    """The rules that can apply, by the marks with which lines begin."""

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802
        """Take block after block to the first rule that takes it."""
        while blocks:
            self.meter.spend(len(blocks[0]))
            for rule in self.rules_for(blocks[0]):
                if rule.test(parent, blocks[0]) and rule.run(parent, blocks) is not False:
                    break

    def rules_for(self, block: str) -> tuple[Any, ...]:
        """Give the rules that can apply to a block: all of them if one is not known here."""
        if self._rules is not self.blockprocessors.ordered():
            self._rules, self._able = self.blockprocessors.ordered(), {}
        mask = _mask(block)
        rules = self._able.get(mask)
        if rules is None:
            rules = self._able[mask] = self._chosen(mask)
        return rules

    def _chosen(self, mask: int) -> tuple[Any, ...]:
        if not all(type(rule) in _BEGINNINGS for rule in self._rules):
            return self._rules
        return tuple(rule for rule in self._rules if _can_apply(rule, mask))


def _can_apply(rule: object, mask: int) -> bool:
    marks = _BEGINNINGS[type(rule)]
    return marks == _ALWAYS or any(mask & _BITS[mark] for mark in marks)


def _mask(block: str) -> int:
    """Give the bits of the marks with which the lines of a block begin."""
    if block[:1].isalpha() and "\n" not in block:
        return 0
    mask = _BITS.get(block[:1] or _BLANK, 0)
    lines = block.split("\n")
    if len(lines) > 1 and _TABLE in block:
        mask |= _BITS[_TABLE]
    for line in lines:
        first = line.lstrip(" ")[:1]
        mask |= _BITS[_DIGIT] if first.isdecimal() else _BITS.get(first, 0)
    return mask
