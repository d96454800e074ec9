"""Whether words marked as a quotation stand in a source.

Wording must agree; typography need not.  Both sides are brought to one form of quotation
marks, dashes and spaces, and whatever is found is given as a place in the source as it was.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter
from typing import Final

from generator.text.normal_text import NormalText, normal_text

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
_LOOSE: Final = re.compile(r"'|[.!?] ")
_CUT_REACH: Final = 600
_INSERT_REACH: Final = 80
_LETTER_REACH: Final = 3

# One set of characters in front lets the search run over all others at once.
_OPENING: Final = re.compile(
    r"[“«„\"»‘‚](?:(?<=[“«„])"
    r"|(?<=\")(?<!\w\")(?=\S)|(?<=»)(?<!\w»)(?=\w)|(?<=[‘‚])(?<!\w[‘‚])(?=\w)(?!\d\ds\b))"
)
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

    literal: str
    reach: int
    starts_word: bool = True
    ends_word: bool = True


def quoted_parts(text: str) -> tuple[str, ...]:
    """Give the words inside each pair of quotation marks; marks inside marks stay.

    >>> quoted_parts("She spoke of “a ‘real’ risk” and of «no plan».")
    ('a ‘real’ risk', 'no plan')
    """
    return tuple(part for part in map(str.strip, _quoted(text)) if part)


def find_quote(words: str, source: NormalText) -> Found | None:
    """Find a quotation in a source, or None where the source does not have these words.

    `[…]` and `…` stand for words left out, and `[words]` for an editor's own.  A comma or
    full stop at the end, and the case of a first letter, may differ.

    >>> source = normal_text('He said: "the tests failed, all of them."')
    >>> find_quote("The tests [there] … failed.", source)
    Found(start=10, end=26)
    """
    parts = _parts(normal_text(words).form)
    span = _chained(parts, source.form) if parts else None
    if span is None:
        return None
    start, last, beyond = map(source.place, (span[0], span[1] - 1, span[1]))
    return Found(start, last + max(1, len(source.text[last:beyond].rstrip())))


def nearest_passage(words: str, source: NormalText) -> str:
    """Give the passage of a source that is most like the words; empty if nothing is.

    >>> source = normal_text("It rained.  The talks have collapsed, he said.")
    >>> nearest_passage("the talks collapsed", source)
    'The talks have collapsed,'
    """
    wanted, normal = normal_text(words).form, source.form
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
    passage = slice(source.place(start), source.place(end if end >= 0 else len(normal)))
    return " ".join(source.text[passage].split())


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
            starts_word = not (_is_insert(before) and piece[0] == literal[0])
            ends_word = not (_is_insert(after) and piece[-1] == literal[-1])
            parts.append(_Part(literal, reach, starts_word, ends_word))
            reach = 0
    if not parts and _WORD.search(words):  # all of it in brackets: then they are the source's own
        return (_Part(words, 0),)
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


def _chained(parts: Sequence[_Part], normal: str) -> tuple[int, int] | None:
    """Find the closest place where the parts follow one another within reach."""
    if len(parts) == 1 and _is_shortest(parts[0].literal):
        as_written = next(iter(_exact_spans(parts[0], normal)), None)
        if as_written:
            return as_written
    chains = list(_spans(parts[0], normal))
    for part in parts[1:]:
        chains = sorted(_extended(chains, part, normal), key=itemgetter(1))
    return min(chains, key=lambda chain: chain[1] - chain[0], default=None)


def _extended(
    chains: Sequence[tuple[int, int]], part: _Part, normal: str
) -> Iterator[tuple[int, int]]:
    ends = [end for _, end in chains]
    for start, end in _spans(part, normal) if chains else ():
        nearest = bisect_right(ends, start) - 1
        if nearest >= 0 and start - ends[nearest] <= part.reach:
            yield chains[nearest][0], end


def _spans(part: _Part, normal: str) -> Iterable[tuple[int, int]]:
    """Find all places of a part; a pattern is made only where it could find more than the words."""
    if not all(piece in normal for piece in _JOINT.split(part.literal[1:])[::2]):
        return ()
    if _is_rigid(part.literal, normal):
        return _exact_spans(part, normal)
    # Looking ahead finds places that overlap.
    return (place.span(1) for place in re.finditer(f"(?=({_pattern(part)}))", normal))


def _is_shortest(literal: str) -> bool:
    """Tell whether every other way to set the words is longer than they are themselves."""
    return _keeps_length(literal[0]) and "[" not in literal and "''" not in literal


def _is_rigid(literal: str, normal: str) -> bool:
    """Tell whether a text has no room for another way to set the words."""
    return _keeps_length(literal[0]) and "[" not in normal and not _LOOSE.search(literal)


def _keeps_length(letter: str) -> bool:
    """Tell whether a letter is one letter in either case; `ß` is not."""
    return len(letter.lower()) == len(letter.upper()) == 1


def _exact_spans(part: _Part, normal: str) -> list[tuple[int, int]]:
    """Find the words letter by letter; the case of the first one may differ."""
    size = len(part.literal)
    return sorted(
        (at, at + size)
        for first in _cases(part.literal)
        for at in _places(first + part.literal[1:], normal)
        if _stands_free(part, normal, at)
    )


def _places(words: str, normal: str) -> Iterator[int]:
    at = normal.find(words)
    while at >= 0:
        yield at
        at = normal.find(words, at + 1)


def _stands_free(part: _Part, normal: str, at: int) -> bool:
    """Tell whether words at a place are not a part of longer ones."""
    end = at + len(part.literal)
    return not (
        (at and part.starts_word and _WORD.match(part.literal[0]) and _WORD.match(normal[at - 1]))
        or (part.ends_word and _WORD.match(part.literal[-1]) and _WORD.match(normal, end))
    )


def _cases(literal: str) -> Iterable[str]:
    return dict.fromkeys((literal[0], literal[0].lower(), literal[0].upper()))


def _pattern(part: _Part) -> str:
    literal = part.literal
    first = "|".join(map(re.escape, _cases(literal)))
    rest = "".join(_loosened(piece) for piece in _JOINT.split(literal[1:]) if piece)
    start = r"(?<!\w)" if part.starts_word and _WORD.match(literal[0]) else ""
    end = r"(?!\w)" if part.ends_word and _WORD.match(literal[-1]) else ""
    return f"{start}(?:{first}){rest}{end}"


def _loosened(piece: str) -> str:
    """Write a pattern for a piece of the words that lets the source's own marks stand."""
    if piece == " ":
        return _SPACE
    if piece.startswith("'"):
        return "'{1,2}"
    return rf"(?: {_ASIDE})?\{piece}" if piece in ",;:." else re.escape(piece)


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
