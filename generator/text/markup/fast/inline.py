"""Inline patterns, each tried only on a text that holds what the pattern cannot do without.

The library tries every pattern on every text.  A link needs `](`, emphasis a `*` or a `_`;
most texts of a briefing have none of all this.  A match takes characters away and puts a
placeholder in their place, which holds none of them either, so that one look at a text
before the first pattern is enough.
"""

from collections import deque
from collections.abc import Callable
from typing import Final
from xml.etree.ElementTree import Element

from markdown import treeprocessors
from markdown.inlinepatterns import Pattern
from markdown.util import INLINE_PLACEHOLDER_PREFIX, AtomicString

from generator.text.markup.fast.meter import Meter
from generator.text.markup.fast.plan import Plan
from generator.text.markup.fast.registry import OrderedRegistry

_Found = list[tuple[Element, list[str]]]
_PLACEHOLDER: Final = INLINE_PLACEHOLDER_PREFIX


class InlineProcessor(treeprocessors.InlineProcessor):
    """Goes through a tree as the library does, past the texts that no pattern can match.

    It has the same name as the library's class, and so the same private methods.
    """

    meter: Meter
    inlinePatterns: OrderedRegistry  # noqa: N815 (the name in the library)
    _plan: Plan = Plan(())
    __applyPattern: Callable[[Pattern, str, int, int], tuple[str, bool, int]]
    __processPlaceholders: Callable[..., _Found]

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Apply the patterns to every text of a tree.

        The order is the library's, level by level, since footnotes are numbered by it.
        """
        self.stashed_nodes = {}
        if self.can_match(tree):
            stack = deque([(tree, [*(ancestors or ()), tree.tag.lower()])])
            while stack:
                element, self.ancestors = stack.popleft()
                if element is not tree:
                    self.ancestors.append(element.tag.lower())
                stack.extend(self._go_over(element))
        return tree

    def _go_over(self, element: Element) -> _Found:
        """Apply the patterns within an element; give the elements to go over later."""
        later: _Found = []
        filled = []
        for child in element:  # the new ones too, which are put behind one of the old
            if child.text and self._matters(child.text):
                found = self.apply(child)
                later.extend(found)
                filled.append((child, found))
            if child.tail and self._matters(child.tail):
                self._apply_behind(child, element)
            if len(child):
                later.append((child, self.ancestors[:]))
        for child, found in filled:
            for place, (new, _) in enumerate(found):
                child.insert(place, new)
        return later

    def can_match(self, tree: Element) -> bool:
        """Prepare for the texts of a tree; tell whether any pattern can match in them."""
        patterns = self.inlinePatterns.ordered()
        if self._plan.patterns is not patterns:
            self._plan = Plan(patterns)
        document = "".join(tree.itertext())
        able = self._plan.look_at(document, references=bool(self.md.references))
        return bool(able) or _PLACEHOLDER in document

    def _matters(self, text: str) -> bool:
        return bool(self._plan.able(text)) or _PLACEHOLDER in text

    def apply(self, child: Element) -> _Found:
        """Apply the patterns to an element's text, and give what is to be put into it."""
        if isinstance(child.text, AtomicString):
            return []
        self.ancestors.append(child.tag.lower())
        text, child.text = self.__handleInline(child.text or ""), None
        found = self.__processPlaceholders(text, child)
        self.ancestors.pop()
        return found

    def _apply_behind(self, child: Element, parent: Element) -> None:
        holder = Element("d")
        tail, child.tail = self.__handleInline(child.tail or ""), None
        found = self.__processPlaceholders(tail, holder, isText=False)
        if holder.tail:
            child.tail = holder.tail
        place = list(parent).index(child) + 1
        for new, _ in reversed(found):
            parent.insert(place, new)

    def __handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        """Put placeholders where the patterns match, from one of them on."""
        if isinstance(data, AtomicString):
            return data
        for index, pattern in self._plan.able(data):
            start, matched = 0, index >= patternIndex
            while matched:
                self.meter.spend(len(data))
                data, matched, start = self.__applyPattern(pattern, data, index, start)
        return data
