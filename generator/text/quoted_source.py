"""A text in which quotations are looked for, made ready for that no further than needed.

Most quotations stand in their source letter by letter, but for the form of its marks.  They
are found in it as it is; only for others it is brought to its normal form.
"""

import re
from typing import Final

from generator.text.normal_text import NormalText, level_text, normal_text
from generator.text.quotes import Found, find_quote

# Words of which nothing can be left out or set in another way.
_PLAIN: Final = re.compile(r"[A-Za-z0-9]+(?:(?:[,;:.!?]? |['.-])[A-Za-z0-9]+)*+")
_WORDS: Final = re.compile(r"[A-Za-z0-9]+")
_LOOSE_END: Final = " ,.;:'-"


class QuotedSource:
    """A text in which quotations are found."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._level: str | None = level_text(text)
        self._normal: NormalText | None = None

    def find(self, words: str) -> Found | None:
        """Find a quotation as `find_quote` does."""
        as_written = find_as_written(words, self._level) if self._level else None
        return as_written or find_quote(words, self.normal())

    def normal(self) -> NormalText:
        """Give the normal form of the text."""
        if self._normal is None:
            self._normal = normal_text(self._text)
        return self._normal


def find_as_written(words: str, level: str) -> Found | None:
    """Find a quotation that stands letter by letter in a level text, if that is sure to be it.

    >>> find_as_written("The tests failed.", "He said: 'the tests failed.'")
    Found(start=10, end=26)

    It is sure if any word of it but the first, which may begin with another letter, does
    not stand further up.
    """
    literal = words.replace("’", "'").rstrip(_LOOSE_END)
    if not _PLAIN.fullmatch(literal):
        return None
    start = level.find(literal[1:]) - 1
    end = start + len(literal)
    if start < 0 or level[start] not in literal[0].lower() + literal[0].upper():
        return None
    if (start and _is_word(level[start - 1])) or _is_word(level[end : end + 1]):
        return None
    others = sorted(_WORDS.findall(literal)[1:], key=len, reverse=True)
    is_sure = any(0 < literal.find(one) == level.find(one) - start for one in others)
    return Found(start, end) if is_sure else None


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
