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
_LONGEST_SHORT: Final = 6
"""How many letters a shortened word has at most: `approx`, `Messrs`."""
_LIST_NUMBER: Final = re.compile(r"\s*\d{1,4}\.\Z")

# Written as they are printed: `No.` is a number, and `no.` ends a sentence.
_NEVER_LAST: Final = re.compile(
    r"Mr|Mrs|Ms|Messrs|Mme|Dr|Prof|Rev|Fr|Gen|Maj|Col|Lt|Capt|Cmdr|Cpl|Sgt|Adm|Brig|Sen|Sens|Rep|"
    r"Reps|Gov|Pres|Sec|Amb|Hon|St|Mt|Ft|Supt|Det|Insp|Atty|Dept|vs|v|cf|viz|approx|e\.g|i\.e"
)
_SELDOM_LAST: Final = re.compile(
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun|"
    r"Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|"
    r"Neb|Nev|Okla|Ore|Pa|Penn|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Inc|Ltd|Corp|Cos?|Bros|Jr|Sr|LLC|plc|"
    r"etc|al|Nos?|Art|Figs?|Vol|pp|Ave|Blvd|Rd|(?:\w+\.)+\w+|[^\W\d_]"
)
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
    found = (
        _trimmed(text, *part)
        for line in _LINE.finditer(text, start, end)
        for part in _in_line(text, line.start(), line.end())
    )
    return (span for span in found if span[0] < span[1])


def _in_line(text: str, start: int, end: int) -> Iterator[Span]:
    for stop in _STOP.finditer(text, start, end):
        if _ends(text, start, stop, end):
            yield start, stop.end()
            start = stop.end()
    yield start, end


def _trimmed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())


def _ends(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Tell whether the stop ends the sentence that began at `start`."""
    following = _NEXT.match(text, stop.end(), end)
    if following is None or not following[1]:
        return True
    if following[1].islower():
        return False
    if not stop[0].startswith(".") or stop[0].startswith(".."):
        return True
    upto = stop.start() + 1
    return not _LIST_NUMBER.match(text, start, upto) and _ends_word(text, start, upto, stop.end())


def _ends_word(text: str, start: int, upto: int, after: int) -> bool:
    """Tell whether the word before a full stop can be the last one of a sentence."""
    written = text[text.rfind(" ", start, upto) + 1 : upto - 1]
    if len(written) > _LONGEST_SHORT and written.isalpha():
        return True
    # No English abbreviation of ours is near forty letters: the look-back stays short.
    last = _LAST_WORD.search(text, max(start, upto - 40), upto)
    if last is None:
        return True
    word = last[0][:-1]
    if _NEVER_LAST.fullmatch(word):
        return False
    if _SELDOM_LAST.fullmatch(word):
        return after > upto or _OPENER.match(text, after) is not None
    return True
