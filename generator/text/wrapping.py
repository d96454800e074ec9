"""Text in lines of a measured width, as a picture needs it."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

Measure = Callable[[str], float]
_ELLIPSIS: Final = "…"
_NARROWER: Final = (0.7, 0.76, 0.82, 0.88, 0.94)
"""Parts of the width that are tried to make lines of about the same length."""


def wrap(text: str, width: float, measure: Measure) -> tuple[str, ...]:
    """Break a text into as few lines as a width allows, all of about the same length.

    A word that is wider than a line is broken too.

    >>> wrap("Ships leave the port of Tarsk", 20, len)
    ('Ships leave the', 'port of Tarsk')
    """
    lines = tuple(_lines(text, width, measure))
    for part in _NARROWER:
        narrow = tuple(_lines(text, width * part, measure))
        if len(narrow) <= len(lines) and _unbroken(narrow, text):
            return narrow
    return lines


def cut(lines: Sequence[str], most: int, width: float, measure: Measure) -> tuple[str, ...]:
    """Keep the first lines, with an ellipsis where something was left out.

    >>> cut(("Ships leave", "the port", "of Tarsk"), 2, 11, len)
    ('Ships leave', 'the port…')
    """
    if len(lines) <= most:
        return tuple(lines)
    last = shortened(f"{lines[most - 1]} {lines[most]}", width, measure)
    return (*lines[: most - 1], last)


def shortened(text: str, width: float, measure: Measure) -> str:
    """Give a text as it fits into one line, with an ellipsis where it does not.

    >>> shortened("Ships leave", 11, len), shortened("Ships leave", 10, len)
    ('Ships leave', 'Ships…')
    """
    if measure(text) <= width:
        return text
    kept = text
    while kept and measure(kept + _ELLIPSIS) > width:
        kept = kept[:-1]
    whole_words = kept if text[len(kept) :].startswith(" ") else kept.rpartition(" ")[0]
    return (whole_words or kept).rstrip(" ,;:–—-") + _ELLIPSIS


def _lines(text: str, width: float, measure: Measure) -> Iterator[str]:
    line = ""
    for word in _pieces(text.split(), width, measure):
        longer = f"{line} {word}" if line else word
        if line and measure(longer) > width:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


def _pieces(words: Sequence[str], width: float, measure: Measure) -> Iterator[str]:
    """Give the words, those too wide for a line in pieces, after a hyphen where there is one."""
    for word in words:
        if measure(word) <= width:
            yield word
            continue
        rest = word
        while measure(rest) > width and len(rest) > 1:
            end = next((n for n in range(len(rest), 1, -1) if measure(rest[:n]) <= width), 1)
            hyphens = [found.end() for found in re.finditer("[-–—/]", rest[:end])]
            end = hyphens[-1] if hyphens else end
            yield rest[:end]
            rest = rest[end:]
        yield rest


def _unbroken(lines: Sequence[str], text: str) -> bool:
    return " ".join(lines) == " ".join(text.split())
