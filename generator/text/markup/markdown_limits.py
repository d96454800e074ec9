"""Texts that would keep Python-Markdown busy for ever, found before it sees them.

Its time grows with the square of the brackets that are open in a paragraph: a few thousand
of them take minutes, where ordinary prose of that length takes milliseconds.
"""

import re
from typing import Final

MOST_OPEN: Final = 100
"""How many brackets may be open at once in a paragraph; no honest one comes near."""

_BRACKET: Final = re.compile(r"\\.|\n[ \t]*+(?=\n)|\]\(|[\[\])]", re.DOTALL)
_FENCE: Final = re.compile(r"^(?:```|~~~).*$", re.MULTILINE)
_WIDE: Final = re.compile(r"[ \t]{20,}+")


class MarkdownTooDeep(ValueError):  # noqa: N818 (a fact about the text, as the caller sees it)
    """Lists, quotations or brackets are nested deeper than can be read.

    `line` counts from 1; it is 0 where no single line is to blame.
    """

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


def is_too_deep(source: str) -> bool:
    """Tell whether a paragraph leaves too many brackets open, of texts or of addresses.

    >>> is_too_deep("[" * 101), is_too_deep("[a](b) " * 101)
    (True, False)
    """
    return too_deep_at(source) is not None


def too_deep_at(source: str) -> int | None:
    """Give the place of the first bracket that is one too many."""
    few = source.count("[") + source.count("](") <= MOST_OPEN
    return None if few else _one_too_many(source)


def narrowed(source: str) -> str:
    """Close up the wide spaces beside a code fence, over which its pattern stumbles.

    >>> narrowed("```" + " " * 5000 + "python")
    '``` python'
    """
    if "```" not in source and "~~~" not in source:
        return source
    return _FENCE.sub(lambda fence: _WIDE.sub(" ", fence[0]), source)


def _one_too_many(source: str) -> int | None:
    texts = addresses = 0
    for match in _BRACKET.finditer(source):
        match match[0]:
            case "[":
                texts += 1
            case "](":
                texts, addresses = max(texts - 1, 0), addresses + 1
            case "]":
                texts = max(texts - 1, 0)
            case ")":
                addresses = max(addresses - 1, 0)
            case blank if blank[0] == "\n":
                texts = addresses = 0
        if texts + addresses > MOST_OPEN:
            return match.start()
    return None
