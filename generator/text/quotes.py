"""Whether words marked as a quotation stand in a source.

Wording must agree; typography need not.  Both sides are brought to one form of quotation
marks, dashes and spaces, and whatever is found is given as a place in the source as it was.
"""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter
from typing import Final

_INVISIBLE: Final = "\u00ad\u200b-\u200f\u2060\ufeff"
_DASH: Final = "‐‑‒–—―−⁃﹘﹣－"
# A plain space or hyphen that stands alone is left to be copied: most of a text is that.
_SPECIAL: Final = re.compile(
    rf"(?:[^\S ]|[{_DASH}{_INVISIBLE}]|[ -](?=[\s\-{_DASH}{_INVISIBLE}]))[\s\-{_DASH}{_INVISIBLE}]*"
    '|["‘’‚‛“”„‟«»‹›`´\u1fef\u1ffd′″‵ʼʹ＂＇]|…'
)
_DASHES: Final = re.compile(f"[-{_DASH}]")
_INVISIBLES: Final = re.compile(rf"[{_INVISIBLE}]+\Z")
# What may melt into one letter: parts of a Hangul syllable, or a letter and its marks.
_CLUSTER: Final = re.compile(
    r"[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[가-힣][\u11a8-\u11c2]"
    r"|[\s\S][^\s\w\x00-\x7f\u2000-\u206f\u3000-\u3029]*"
)

_SEAM: Final = "\x1e"
"""Stands before a word whose first letter was in brackets; as a space it is in no normal form."""
_LETTER: Final = re.compile(r"(?<!\w)\[(\w)\](?=\w)")
_MARK: Final = re.compile(r"(\x1e|\[ ?\.(?: ?\.){2,} ?\]|\[[^\[\]]*\]|\.(?: ?\.){2,})")
_JOINT: Final = re.compile(r"( |[,;:.](?= )|'+)")
_LOOSE_START: Final = re.compile(r"\A[ ,;:'.-]+(?=\D)")
_LOOSE_END: Final = " ,.;:'-"
_WORD: Final = re.compile(r"\w")
# The reporter's own brackets may stand in the source where the quotation leaves them out.
_ASIDE: Final = r"\[[^\[\]]{0,120}\]"
# A quotation that runs over paragraphs opens its marks again at each.
_SPACE: Final = rf" (?:{_ASIDE} )?(?:(?<=[.!?] )')?"
_CUT_REACH: Final = 600
_INSERT_REACH: Final = 80
_LETTER_REACH: Final = 3

_OPENING: Final = re.compile(r"[“«„]|(?<!\w)\"(?=\S)|(?<!\w)»(?=\w)|(?<!\w)[‘‚](?=\w)(?!\d\ds\b)")
_MARKS: Final = {
    "“": re.compile(r"\n\s*“|[“”]"),
    "„": re.compile(r"\n\s*„|[„“”]"),
    "«": re.compile(r"\n\s*«|[«»]"),
    "»": re.compile(r"«"),
    "‘": re.compile(r"’(?!\w)"),
    "‚": re.compile(r"[‘’](?!\w)"),
    '"': re.compile(r"\"(?!\w)"),
}
_SURE: Final = "“«„"
"""Marks that can be nothing but the beginning of a quotation."""

_LONGEST_PASSAGE: Final = 170
_GRAM: Final = 4
_SLACK: Final = 20


@dataclass(frozen=True, slots=True)
class Found:
    """Where a quotation stands in the source."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Part:
    """Words without a gap, and how far behind the part before them they may begin."""

    pattern: re.Pattern[str]
    reach: int


def quoted_parts(text: str) -> tuple[str, ...]:
    """Give the words inside each pair of quotation marks; marks inside marks stay.

    >>> quoted_parts("She spoke of “a ‘real’ risk” and of «no plan».")
    ('a ‘real’ risk', 'no plan')
    """
    return tuple(part for part in map(str.strip, _quoted(text)) if part)


def normalise(text: str) -> tuple[str, tuple[int, ...]]:
    """Give a text's normal form, and for each character of it where it stood in the text.

    Quotation marks become `'`, dashes `-` without space around them, runs of space one
    space; invisible characters go; letters are composed (NFC); case stays.  The last
    offset, one more than there are characters, is the end of the last character.

    >>> normalise("“It’s   on–off”")[0]
    "'It's on-off'"
    >>> normalise("a – b")
    ('a-b', (0, 1, 4, 5))
    """
    start = 0
    pieces: list[str] = []
    offsets: list[int] = []
    for special in _SPECIAL.finditer(text):
        form = _form(special[0])
        pieces += (text[start : special.start()], form)
        offsets += range(start, special.start())
        offsets += (special.start(),) * len(form)
        start = special.end()
    pieces.append(text[start:])
    offsets += range(start, len(text) + 1)
    normal, offsets = _composed("".join(pieces), offsets)
    lead = len(normal) - len(normal.lstrip(" "))
    stripped = normal.strip(" ")
    return stripped, tuple(offsets[lead : lead + len(stripped) + 1])


def find_quote(words: str, text: str) -> Found | None:
    """Find a quotation in a source, or None where the source does not have these words.

    `[…]` and `…` stand for words left out, and `[words]` for an editor's own.  A comma or
    full stop at the end, and the case of a first letter, may differ.

    >>> find_quote("The tests [there] … failed.", 'He said: "the tests failed, all of them."')
    Found(start=10, end=26)
    """
    parts = _parts(normalise(words)[0])
    if not parts:
        return None
    normal, offsets = normalise(text)
    span = _chained(parts, normal)
    if span is None:
        return None
    last = text[offsets[span[1] - 1] : offsets[span[1]]].rstrip()
    return Found(offsets[span[0]], offsets[span[1] - 1] + max(1, len(last)))


def nearest_passage(words: str, text: str) -> str:
    """Give the passage of a source that is most like the words; empty if nothing is.

    >>> nearest_passage("the talks collapsed", "It rained.  The talks have collapsed, he said.")
    'The talks have collapsed,'
    """
    wanted = normalise(words)[0]
    normal, offsets = normalise(text)
    size = min(_GRAM, len(wanted))
    grams = {wanted[at : at + size] for at in range(len(wanted) - size + 1)} - {""}
    places = [at for at in range(len(normal) - size + 1) if normal[at : at + size] in grams]
    if not places:
        return ""
    width = min(len(wanted), _LONGEST_PASSAGE)
    first, beyond = _densest(places, [normal[at : at + size] for at in places], width)
    spare = max(0, width - (beyond - first)) // 2 + 1
    start = normal.rfind(" ", 0, max(first - spare, 0) + 1) + 1
    end = normal.find(" ", beyond + spare - 1)
    return " ".join(text[offsets[start] : offsets[end if end >= 0 else -1]].split())


def _form(special: str) -> str:
    if special == "…":
        return "..."
    if _DASHES.search(special):
        return "-"
    if any(one.isspace() for one in special):
        return " "
    return "" if _INVISIBLES.match(special) else "'"


def _composed(text: str, offsets: list[int]) -> tuple[str, list[int]]:
    if unicodedata.is_normalized("NFC", text):
        return text, offsets
    pieces: list[str] = []
    moved: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        form = unicodedata.normalize("NFC", cluster[0])
        same = form == cluster[0]
        pieces.append(form)
        moved += (offsets[cluster.start() + (place if same else 0)] for place in range(len(form)))
    return "".join(pieces), [*moved, offsets[-1]]


def _quoted(text: str) -> Iterator[str]:
    at = 0
    while opening := _OPENING.search(text, at):
        at = opening.end()
        end = _closing(text, opening.end(), opening[0])
        if end is not None:
            yield text[opening.end() : end]
            at = end + 1


def _closing(text: str, start: int, opening: str) -> int | None:
    """Find where a quotation ends; one that stays open goes on to the end of the text."""
    depth = 1
    for mark in _MARKS[opening].finditer(text, start):
        depth += _turn(mark[0], opening)
        if depth == 0:
            return mark.start()
    return len(text) if opening in _SURE else None


def _turn(mark: str, opening: str) -> int:
    if mark.startswith("\n"):  # a new paragraph of the same quotation opens its mark again
        return 0
    return 1 if mark == opening != '"' else -1


def _parts(words: str) -> tuple[_Part, ...]:
    """Cut a quotation in its normal form at its gaps."""
    pieces = _MARK.split(_LETTER.sub(rf"{_SEAM}\1", words))
    marks = ("", *pieces[1::2], "")
    parts: list[_Part] = []
    reach = 0
    for before, piece, after in zip(marks, pieces[::2], marks[1:], strict=False):
        reach += _reach(before)
        if literal := _bare(piece):
            pattern = _pattern(
                literal,
                starts_word=not (_is_insert(before) and piece[0] == literal[0]),
                ends_word=not (_is_insert(after) and piece[-1] == literal[-1]),
            )
            parts.append(_Part(pattern, reach))
            reach = 0
    if not parts and _WORD.search(words):  # all of it in brackets: then they are the source's own
        return (_Part(_pattern(words, starts_word=True, ends_word=True), 0),)
    return tuple(parts)


def _reach(mark: str) -> int:
    if _is_insert(mark):
        return max(_INSERT_REACH, len(mark) + 2)
    return {"": 0, _SEAM: _LETTER_REACH}.get(mark, _CUT_REACH)


def _is_insert(mark: str) -> bool:
    return mark.startswith("[") and "..." not in mark.replace(" ", "")


def _bare(piece: str) -> str:
    """Take off what may differ at the ends of words; `-5` and `.5` keep their sign."""
    return _LOOSE_START.sub("", piece).rstrip(_LOOSE_END)


def _pattern(literal: str, *, starts_word: bool, ends_word: bool) -> re.Pattern[str]:
    cases = (literal[0], literal[0].lower(), literal[0].upper())
    first = "|".join(dict.fromkeys(map(re.escape, cases)))
    rest = "".join(_loosened(piece) for piece in _JOINT.split(literal[1:]) if piece)
    start = r"(?<!\w)" if starts_word and _WORD.match(literal[0]) else ""
    end = r"(?!\w)" if ends_word and _WORD.match(literal[-1]) else ""
    # Looking ahead finds places that overlap.
    return re.compile(f"(?=({start}(?:{first}){rest}{end}))")


def _loosened(piece: str) -> str:
    """Write a pattern for a piece of the words that lets the source's own marks stand."""
    if piece == " ":
        return _SPACE
    if piece.startswith("'"):
        return "'{1,2}"
    return rf"(?: {_ASIDE})?\{piece}" if piece in ",;:." else re.escape(piece)


def _chained(parts: Sequence[_Part], normal: str) -> tuple[int, int] | None:
    """Find the closest place where the parts follow one another within reach."""
    chains = [place.span(1) for place in parts[0].pattern.finditer(normal)]
    for part in parts[1:]:
        chains = sorted(_extended(chains, part, normal), key=itemgetter(1))
    return min(chains, key=lambda chain: chain[1] - chain[0], default=None)


def _extended(
    chains: Sequence[tuple[int, int]], part: _Part, normal: str
) -> Iterator[tuple[int, int]]:
    ends = [end for _, end in chains]
    for place in part.pattern.finditer(normal):
        start, end = place.span(1)
        nearest = bisect_right(ends, start) - 1
        if nearest >= 0 and start - ends[nearest] <= part.reach:
            yield chains[nearest][0], end


def _densest(places: Sequence[int], grams: Sequence[str], width: int) -> tuple[int, int]:
    """Find the stretch in which the most telling of the shared runs of letters meet."""
    times = Counter(grams)
    worth = list(accumulate((1 / times[gram] for gram in grams), initial=0.0))
    size = len(grams[0])
    spans = (
        (at, bisect_right(places, place + width + _SLACK - size)) for at, place in enumerate(places)
    )
    first, beyond = max(spans, key=lambda span: worth[span[1]] - worth[span[0]])
    return places[first], places[beyond - 1] + size
