"""How wide words are in a drawing, estimated so that it is never too little.

Fonts cannot be measured while a site is built, and a reader may have another one.
"""

from typing import Final

_NARROW: Final = frozenset("fijlrtI.,:;!|'’‘()[]/- ")
_WIDE: Final = frozenset("mwMWQOG@%&—…")
_FIRST_SQUARE: Final = 0x1100
"""From here on letters are as wide as they are high: Hangul, Kana, Han."""


def text_width(text: str, size: int) -> int:
    """Estimate the width of a line of text whose letters are `size` high."""
    hundredths = sum(_letter(one) for one in text)
    return -(-hundredths * size // 100)


def fitted(text: str, size: int, width: int) -> str:
    """Give as much of a text as a width holds; what is cut ends with dots.

    >>> fitted("Deputy Foreign Minister", 11, 80)
    'Deputy Fore…'
    """
    if text_width(text, size) <= width:
        return text
    kept = text
    while kept and text_width(f"{kept.rstrip()}…", size) > width:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _letter(letter: str) -> int:
    if letter in _NARROW:
        return 36
    if letter in _WIDE:
        return 95
    if ord(letter) >= _FIRST_SQUARE:
        return 105
    return 72 if letter.isupper() else 66 if letter.isdecimal() else 62
