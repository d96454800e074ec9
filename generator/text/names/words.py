"""A text as words that can be parts of names.

`Kim Yong-hyun` is two words and not three, so a name never ends within another.  What may
follow a name and is no part of it, `’s` or `-led`, does not belong to the word.
"""

import re
import unicodedata
from collections.abc import Container, Iterator
from typing import Final, NamedTuple

from generator.text.names.titles import OFFICES

_INVISIBLE: Final = "\u00ad\u200b-\u200d\u2060"
# Python counts no combining marks among the letters, nor the vowel signs of Indian scripts.
_LETTER: Final = (
    rf"\w\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0670\u0900-\u0963\u0971-\u0dff{_INVISIBLE}"
)
_JOINER: Final = "-‐‑'’ʼ."
_APART: Final = " \n“("
"""What most often stands before a word and is no part of one."""
_IS_LETTER: Final = re.compile(f"[{_LETTER}]")
_WORD: Final = re.compile(rf"[{_LETTER}]+(?:[{_JOINER}][{_LETTER}]+)*")
# One set of characters in front lets the search run over all others at once.
_CAPITAL: Final = re.compile(
    rf"[^\x00-@\[-\x7f](?<=[{_LETTER}])[{_LETTER}]*+(?:[{_JOINER}][{_LETTER}]++)*+"
)
_TAIL: Final = re.compile(
    r"(?:['’ʼ]s|[-‐‑](?:led|era|style|backed|allied|appointed|run|brokered|hosted|linked|friendly|"
    r"controlled|inspired|aligned|based|chaired|sponsored|supported|drafted|signed))\Z"
)
_PLAIN: Final = {ord(one): "-" for one in "‐‑"} | {ord(one): "'" for one in "’ʼ"}
_SHAPE: Final = _PLAIN | dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060))
_SPACE: Final = re.compile(r"[^\S\n]+")
_COMMON: Final = re.compile(
    r"a|after|also|although|an|and|as|asked|at|because|before|both|but|by|did|for|from|had|he|her|"
    r"his|however|i|if|in|instead|is|it|its|later|like|meanwhile|no|not|now|of|on|once|or|she|"
    r"since|so|still|than|that|the|then|there|they|this|though|to|today|under|until|was|we|what|"
    r"when|where|which|while|who|why|with|yesterday|yet|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|jan|"
    r"feb|mar|apr|aug|sept|oct|nov|dec"
)


class Word(NamedTuple):
    """A word at its place, and the form in which it is compared.

    `beyond` is where the next word may begin: behind what follows and is no part of the word.
    """

    key: str
    start: int
    end: int
    beyond: int


def name_words(text: str) -> tuple[Word, ...]:
    """Take a text apart into words.

    >>> [word.key for word in name_words("Kim Yong‑hyun’s U.S. visit, the Rutte-led one")]
    ['Kim', 'Yong-hyun', 'U.S', 'visit', 'the', 'Rutte', 'one']
    """
    return tuple(_word(text, *match.span()) for match in _WORD.finditer(text))


def find_words(text: str, keys: Container[str], heads: Container[str]) -> Iterator[Word]:
    """Find the words of a text that are among those by which names are looked up.

    `heads` are what `head` gives of each key: most words are told from a name by that alone.

    >>> [word.start for word in find_words("So Rutte’s ally met Al-Rutte.", {"Rutte"}, {"Rutte"})]
    [3]
    """
    for capital in _CAPITAL.finditer(text):
        raw = capital[0]
        if raw not in heads and raw.isalpha() and raw.isascii():
            continue
        start = capital.start()
        if start and text[start - 1] not in _APART:
            start = _beginning(text, start)
        key, end = _read(text, start, capital.end())
        if key in keys:
            yield Word(key, start, end, capital.end())


def head(key: str) -> str:
    """Give a key from its first capital on, or from its first letter that is none of English.

    >>> head("al-Assad"), head("Rutte")
    ('Assad', 'Rutte')
    """
    capital = _CAPITAL.search(key)
    return capital[0] if capital else ""


def word_before(text: str, word: Word) -> Word | None:
    """Give the word before another, if there is one."""
    last = word.start - 1
    if last > 0 and text[last] == " ":  # most often a word of letters alone, between spaces
        start = text.rfind(" ", 0, last) + 1
        raw = text[start:last]
        if raw.isalpha() and raw.isascii():
            return Word(raw, start, last, last)
    while last >= 0 and not _IS_LETTER.match(text, last):
        last -= 1
    return _word(text, _beginning(text, last), last + 1) if last >= 0 else None


def word_after(text: str, word: Word) -> Word | None:
    """Give the word after another, if there is one."""
    match = _WORD.search(text, word.beyond)
    return _word(text, *match.span()) if match else None


def gap(text: str, word: Word, following: Word) -> str:
    """Give what stands between a word and the next, with one space for any run of space.

    A line break stays one: names do not run over it.
    """
    between = text[word.end : following.start]
    return between if between == " " else _SPACE.sub(" ", between).translate(_SHAPE)


def is_findable(key: str) -> bool:
    """Tell whether names are looked up by such a word."""
    return key[:1].isupper() or not key.isascii()


def may_be_name(key: str) -> bool:
    """Tell whether a word beside a surname may make another person's name of it.

    >>> may_be_name("Walter"), may_be_name("NATO"), may_be_name("Friday")
    (True, False, False)
    """
    is_acronym = len(key) > 1 and key.isupper()
    return key[:1].isupper() and not is_acronym and not is_common(key)


def is_common(key: str) -> bool:
    """Tell whether a word has a capital letter for another reason than being a name.

    >>> is_common("May"), is_common("Minister"), is_common("Meier")
    (True, True, False)
    """
    folded = key.casefold()
    return folded in OFFICES or _COMMON.fullmatch(folded) is not None


def _beginning(text: str, at: int) -> int:
    """Give where the word begins that has a letter at a place."""
    while at:
        if text[at - 1].isalnum() or _IS_LETTER.match(text, at - 1):
            at -= 1
        elif at > 1 and text[at - 1] in _JOINER and _IS_LETTER.match(text, at - 2):
            at -= 2
        else:
            break
    return at


def _word(text: str, start: int, beyond: int) -> Word:
    key, end = _read(text, start, beyond)
    return Word(key, start, end, beyond)


def _read(text: str, start: int, beyond: int) -> tuple[str, int]:
    """Give the form in which a word is compared, and where the word ends."""
    raw, end = text[start:beyond], beyond
    if not raw.isalpha() and (tail := _TAIL.search(raw)):
        end -= len(tail[0])
        raw = raw[: tail.start()]
    key = raw if raw.isascii() else unicodedata.normalize("NFC", raw.translate(_SHAPE))
    return key, end
