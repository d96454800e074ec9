"""The initials of a person, which stand in the place of a portrait."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from generator.model.people import Official

_WORDS: Final = re.compile(r"[^\s\-‐–—.,()\"“”'’]+")


def initials(official: Official) -> str:
    """Give at most two letters, in the order in which the name has them.

    A name that is one word has one: 김정은 is 김.  Where the book says which part is the
    family's, Kim Jong Un is KJ; elsewhere the first and the last word count.
    """
    parts = _parts(official)
    return "".join(_initial(part) for part in parts if _WORDS.search(part))


def _parts(official: Official) -> Sequence[str]:
    name, family = official.name, _family(official)
    found = re.search(rf"(?<!\w){re.escape(family)}(?!\w)", name) if family else None
    if found:
        before, after = name[: found.start()], name[found.end() :]
        if _WORDS.search(before):
            return before, family
        if _WORDS.search(after):
            return family, after
    words = name.split()
    return (words[0], words[-1]) if len(words) > 1 else words


def _family(official: Official) -> str:
    filed, comma, _ = (official.sort_name or "").partition(",")
    return official.family_name or (filed if comma else "")


def _initial(part: str) -> str:
    """Give the first letter that counts: of "van der Berg" the B, with all marks upon it."""
    words: list[str] = _WORDS.findall(unicodedata.normalize("NFC", part))
    word = next((one for one in words if one[0].isupper()), words[0])
    marks = 1
    while marks < len(word) and unicodedata.category(word[marks]).startswith("M"):
        marks += 1
    return word[:marks].upper()
