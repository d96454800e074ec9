"""Which patterns can match in a text, by the marks that stand in it.

Every mark that some pattern needs has a bit.  A text's bits are looked up, not worked out:
there are few different texts in this respect, however many there are in all.
"""

from typing import Final

from markdown.inlinepatterns import Pattern

from generator.text.markup.fast.needs import REFERENCES, Need, need_of

Able = tuple[tuple[int, Pattern], ...]
"""Patterns, each with its place in the order of all."""


class Plan:
    """The patterns of one processor, and the marks that they need."""

    def __init__(self, patterns: tuple[Pattern, ...]) -> None:
        self.patterns: Final = patterns
        needs = [need_of(pattern) for pattern in self.patterns]
        self._all_known: Final = None not in needs
        marks = {mark for need in needs for group in need or () for mark in group}
        self._bits: Final = {mark: 1 << n for n, mark in enumerate(sorted(marks))}
        self._needs: Final = [self._masks(need or ()) for need in needs]
        self._able: Final[dict[int, Able]] = {}
        self._marks: tuple[tuple[str, int], ...] = ()
        self._given = 0

    def look_at(self, document: str, *, references: bool) -> Able:
        """Take all texts of a document together, and give the patterns that can match in any.

        Where a character stands nowhere, no mark with it need be looked for in the texts.  A
        mark itself may still come about when matches that overlap are put together.  And what
        a pattern unknown here puts into the document, nobody knows.
        """
        self._given = self._bits.get(REFERENCES, 0) if references else 0
        self._marks = tuple(
            (mark, bit)
            for mark, bit in self._bits.items()
            if mark != REFERENCES
            and (not self._all_known or all(character in document for character in mark))
        )
        return self.able(document)

    def able(self, text: str) -> Able:
        """Give the patterns that can match in a text."""
        mask = self._given
        for mark, bit in self._marks:
            if mark in text:
                mask |= bit
        able = self._able.get(mask)
        return self._chosen(mask) if able is None else able

    def _masks(self, need: Need) -> tuple[int, ...]:
        return tuple(sum(self._bits[mark] for mark in group) for group in need)

    def _chosen(self, mask: int) -> Able:
        able = tuple(
            (n, pattern)
            for n, (pattern, need) in enumerate(zip(self.patterns, self._needs, strict=True))
            if all(mask & group for group in need)
        )
        self._able[mask] = able
        return able
