"""A text in one form of quotation marks, dashes and spaces, and where each letter of it stood.

Two texts of the same wording have the same normal form, however they are set.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_MARKS: Final = '"‘’‚‛“”„‟«»‹›`´\u1fef\u1ffd′″‵ʼʹ＂＇'
_INVISIBLE: Final = "\u00ad\u200b-\u200f\u2060\ufeff"
_DASH: Final = "‐‑‒–—―−⁃﹘﹣－"
_BETWEEN: Final = rf"\s\-{_DASH}{_INVISIBLE}"
# A plain space or hyphen that stands alone is left to be copied: most of a text is that.
# One set of characters in front lets the search run over all others at once.
_SPECIAL: Final = re.compile(
    rf"[{_MARKS}…{_BETWEEN}](?<! (?![{_BETWEEN}]))(?<!-(?![{_BETWEEN}]))"
    rf"(?:(?<=[{_MARKS}…])|[{_BETWEEN}]*)"
)
_DASHES: Final = re.compile(f"[-{_DASH}]")
_FORMS: Final = {**dict.fromkeys(_MARKS, "'"), "…": "...", "\n": " "}
_ASCII: Final = bytes(range(0x80))
_VANISHING: Final = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_ALONE: Final = frozenset("‘’‚“”„«»‹›…‐‑‒–—")
"""The commonest of those that are no letters: none melts into another."""
_AS_IS: Final = "surrogatepass"
_OTHER_MARKS: Final = frozenset(one for one in _MARKS if not one.isascii())
# What may melt into one letter: parts of a Hangul syllable, or a letter and its marks.
_CLUSTER: Final = re.compile(
    r"[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[가-힣][\u11a8-\u11c2]"
    r"|[\s\S][^\s\w\x00-\x7f\u2000-\u206f\u3000-\u3029]*"
)


@dataclass(frozen=True, slots=True)
class NormalText:
    """A text, its normal form, and the places from which stretches of the form were copied.

    A stretch begins at each of `starts` in the normal form, and at the same number of
    `origins` in the text; from there on both go letter by letter.
    """

    text: str
    form: str
    starts: Sequence[int]
    origins: Sequence[int]

    def place(self, at: int) -> int:
        """Give the place in the text of a character of the form, or of the end of the form.

        >>> [normal_text("a – b").place(at) for at in range(4)]
        [0, 1, 4, 5]
        """
        stretch = bisect_right(self.starts, at) - 1
        return self.origins[stretch] + at - self.starts[stretch]


def normal_text(text: str) -> NormalText:
    """Bring a text to its normal form.

    Quotation marks become `'`, dashes `-` without space around them, runs of space one
    space; invisible characters go; letters are composed (NFC); case stays.

    >>> normal_text("“It’s   on–off”").form
    "'It's on-off'"
    """
    pieces: list[str] = []
    starts, origins = [0], [0]
    start = at = 0
    for special in _SPECIAL.finditer(text):
        form = _form(special[0])
        found, end = special.span()
        pieces += (text[start:found], form)
        at += found - start
        for _ in form:
            starts.append(at)
            origins.append(found)
            at += 1
        starts.append(at)
        origins.append(end)
        start = end
    pieces.append(text[start:])
    whole = NormalText(text, "".join(pieces), starts, origins)
    return _stripped(whole if unicodedata.is_normalized("NFC", whole.form) else _composed(whole))


def level_text(text: str) -> str | None:
    """Give a text with one form of quotation marks and of space, letter by letter.

    Its words are those of the normal form; dashes, and runs of space, stay as they are.
    None where something in the text is no letter of its own: an accent, a soft hyphen.

    >>> level_text("“It’s   on–off”"), level_text("so\u00adft")
    ("'It's   on–off'", None)
    """
    others = set(text.encode(errors=_AS_IS).translate(None, _ASCII).decode(errors=_AS_IS))
    odd = others - _ALONE
    if odd and (odd & _VANISHING or not unicodedata.is_normalized("NFC", text)):
        return None
    level = text.replace("\n", " ")
    for mark in ('"', "`", *sorted(others & _OTHER_MARKS)):
        level = level.replace(mark, "'")
    return level


def _form(special: str) -> str:
    if special in _FORMS:
        return _FORMS[special]
    if _DASHES.search(special):
        return "-"
    return " " if any(one.isspace() for one in special) else ""


def _composed(whole: NormalText) -> NormalText:
    pieces: list[str] = []
    origins: list[int] = []
    for cluster in _CLUSTER.finditer(whole.form):
        form = unicodedata.normalize("NFC", cluster[0])
        same = form == cluster[0]
        pieces.append(form)
        origins += (
            whole.place(cluster.start() + (place if same else 0)) for place in range(len(form))
        )
    origins.append(whole.place(len(whole.form)))
    return NormalText(whole.text, "".join(pieces), range(len(origins)), origins)


def _stripped(whole: NormalText) -> NormalText:
    lead = len(whole.form) - len(whole.form.lstrip(" "))
    starts = [start - lead for start in whole.starts] if lead else whole.starts
    return NormalText(whole.text, whole.form.strip(" "), starts, whole.origins)
