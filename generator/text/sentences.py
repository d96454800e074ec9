"""Where sentences begin and end in news English.

A stop ends a sentence only if what follows can begin one.  In doubt the sentence goes on:
a sentence too long is a nuisance, one cut at `Gen.` is wrong.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Final

Span = tuple[int, int]
_LONGEST: Final = 300
_CUT: Final = "…"

_LINE: Final = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_CLOSERS: Final = "\"'”’»›)\\]"
# One set of characters in front lets the search run over all others at once.
_STOP: Final = re.compile(
    rf"[.!?…。！？](?:(?<=[.!?…])(?<![.!?…][.!?…])[.!?…]*+[{_CLOSERS}]*+(?=\s)"
    r"|(?<=[。！？])[。！？]*[」』”’]*)"
)
_NEXT: Final = re.compile(r"[\s\"'“‘«‹„(\[—–-]*(\S?)")
_LAST_WORD: Final = re.compile(r"(?:\w[\w&'’-]*\.)*\w[\w&'’-]*\.\Z")
_LIST_NUMBER: Final = re.compile(r"\s*\d{1,4}\.\Z")

# Written as they are printed: `No.` is a number, and `no.` ends a sentence.
_NEVER_LAST: Final = frozenset({
    "Mr", "Mrs", "Ms", "Messrs", "Mme", "Dr", "Prof", "Rev", "Fr", "Gen", "Maj", "Col", "Lt",
    "Capt", "Cmdr", "Cpl", "Sgt", "Adm", "Brig", "Sen", "Sens", "Rep", "Reps", "Gov", "Pres",
    "Sec", "Amb", "Hon", "St", "Mt", "Ft", "Supt", "Det", "Insp", "Atty", "Dept", "vs", "v", "cf",
    "viz", "approx", "e.g", "i.e",
})  # fmt: skip
_SELDOM_LAST: Final = frozenset({
    "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "Mon",
    "Tue", "Tues", "Wed", "Thur", "Thurs", "Thu", "Fri", "Sat", "Sun", "Ala", "Ariz", "Ark",
    "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Md", "Mass",
    "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Penn", "Tenn",
    "Tex", "Va", "Vt", "Wash", "Wis", "Wyo", "Inc", "Ltd", "Corp", "Co", "Cos", "Bros", "Jr",
    "Sr", "LLC", "plc", "etc", "al", "No", "Nos", "Art", "Fig", "Figs", "Vol", "pp", "Ave",
    "Blvd", "Rd",
})  # fmt: skip
_LETTERS: Final = re.compile(r"(?:\w+\.)+\w+|[^\W\d_]")
"""An initial, or letters that stand for words: `U.S`."""
_OPENER: Final = re.compile(
    r"[\s\"'“‘«‹„(\[—–-]*(?:The|A|An|In|On|At|It|Its|He|She|They|We|You|I|But|And|Or|So|Yet|This|"
    r"That|These|Those|There|Here|His|Her|Their|Our|My|If|When|While|After|Before|As|By|For|"
    r"From|With|To|Both|Some|Many|Most|No|Not|What|Who|Why|How|Asked|Since|Under|Earlier|"
    r"Later|Meanwhile|However|Officials|Speaking)(?=[\s'’,])"
)


def sentence_spans(text: str) -> tuple[Span, ...]:
    """Give the start and end of each sentence, without the space around it.

    A line break always ends a sentence.

    >>> text = "Gen. Roe of the U.S. Army spoke at 5 p.m. in D.C. It was short."
    >>> [text[start:end] for start, end in sentence_spans(text)]
    ['Gen. Roe of the U.S. Army spoke at 5 p.m. in D.C.', 'It was short.']
    """
    return tuple(_spans(text, 0, len(text)))


def spans_around(text: str, places: Iterable[int]) -> tuple[Span, ...]:
    """Give the start and end of the sentences in which there are some words, and of some others.

    The places of the words are in order.  What follows the last of them in a line is left out.
    """
    found: list[Span] = []
    following: Iterator[Span] = iter(())
    done = 0
    for place in places:
        if place >= done:
            start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
            done = len(text) if end < 0 else end
            following = _spans(text, start, done)
        while not found or found[-1][1] <= place:
            found.append(next(following))
    return tuple(found)


def sentence_around(
    text: str, spans: Sequence[Span], part: Span, *, longest: int = _LONGEST
) -> str:
    """Give the sentence in which a part of a text stands, cut at words where it is too long.

    >>> text = "It rained. All of them met Roe in the old hall."
    >>> sentence_around(text, sentence_spans(text), (27, 30), longest=16)
    '…met Roe in…'
    """
    span = spans[bisect_right(spans, part[0], key=itemgetter(0)) - 1]
    start, end = span[0], max(span[1], part[1])
    if end - start <= longest:
        return text[start:end]
    room = longest - 2 * len(_CUT)
    first = max(start, min((sum(part) - room) // 2, end - room))
    beyond = min(end, first + room)
    if first > start:
        first = text.find(" ", first - 1, part[0]) + 1 or part[0]
    if beyond < end:
        cut = text.rfind(" ", part[1], beyond + 1)
        beyond = cut if cut >= 0 else part[1]
    before, after = _CUT * (first > start), _CUT * (beyond < end)
    return f"{before}{text[first:beyond].strip()}{after}"


def _spans(text: str, start: int, end: int) -> Iterator[Span]:
    return (span for span in _parts(text, start, end) if span[0] < span[1])


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    for line in _lines(text, start, end):
        at, beyond = line
        for stop in _STOP.finditer(text, at, beyond):
            if _ends(text, at, stop, beyond):
                yield _trimmed(text, at, stop.end())
                at = stop.end()
        yield _trimmed(text, at, beyond)


def _lines(text: str, start: int, end: int) -> Iterable[Span]:
    part = text[start:end]
    if part.splitlines() == [part]:  # which ends lines at whatever ends one here
        return ((start, end),)
    return (line.span() for line in _LINE.finditer(text, start, end))


def _trimmed(text: str, start: int, end: int) -> Span:
    """Give a part without the space around it; it is empty if there is nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _ends(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Tell whether the stop ends the sentence that began at `start`."""
    place, after = stop.span()
    first = _first_letter(text, after, end)
    if not first:
        return True
    if first.islower():
        return False
    if text[place] != "." or text.startswith(".", place + 1, after):
        return True
    return _ends_word(text, start, place + 1, after)


def _first_letter(text: str, after: int, end: int) -> str:
    """Give what the words behind a stop begin with, be there marks before; empty if none are."""
    first = text[after + 1 : min(after + 2, end)]
    if first.isalpha() and text[after] == " ":
        return first
    following = _NEXT.match(text, after, end)
    return following[1] if following else ""


def _ends_word(text: str, start: int, upto: int, after: int) -> bool:
    """Tell whether the word before a full stop can be the last one of a sentence."""
    word = text[text.rfind(" ", start, upto) + 1 : upto - 1]
    if not word.isalpha():
        if _LIST_NUMBER.match(text, start, upto):
            return False
        # No English abbreviation of ours is near forty letters: the look-back stays short.
        last = _LAST_WORD.search(text, max(start, upto - 40), upto)
        if last is None:
            return True
        word = last[0][:-1]
    if word in _NEVER_LAST:
        return False
    if word in _SELDOM_LAST or _LETTERS.fullmatch(word):
        return after > upto or _OPENER.match(text, after) is not None
    return True
