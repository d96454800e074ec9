"""Whether the words before a surname are a title: `Secretary` for a `Secretary of State`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_WORD: Final = re.compile(r"\w+")
_TOGETHER: Final = re.compile(r"\b(under|vice)(?=secretary|president|minister|chairman)")
_GENERAL: Final = re.compile(
    r"\b(secretary|director|attorney|governor|consul|inspector)[ -]general\b"
)
_TAIL: Final = re.compile(r",|\b(?:of|for|to|at|in|on|and|the|with)\b")
_SHORT: Final = {
    "adm": "admiral", "amb": "ambassador", "capt": "captain", "col": "colonel", "gen": "general",
    "gov": "governor", "lt": "lieutenant", "maj": "major", "pres": "president", "prof": "professor",
    "rep": "representative", "sec": "secretary", "sen": "senator", "sgt": "sergeant", "dr": "dr",
    "mr": "mr", "mrs": "mrs", "ms": "ms",
}  # fmt: skip
OFFICES: Final = frozenset(_SHORT.values()) | {
    "adviser", "advisor", "chair", "chairman", "chairwoman", "chancellor", "commissioner",
    "congressman", "congresswoman", "deputy", "director", "envoy", "judge", "justice", "king",
    "mayor", "minister", "negotiator", "premier", "prince", "queen", "spokesman", "spokesperson",
    "spokeswoman",
}  # fmt: skip
"""Words that are no part of a name though they stand before one with a capital letter."""
CONTRARY: Final = frozenset(
    {"assistant", "associate", "deputy", "ex", "former", "late", "prime", "shadow", "sub", "then"}
    | {"under", "vice"}
)
"""Words that make another title of the one that they stand before."""


def is_shortened(word: str) -> bool:
    """Tell whether a word is a title cut short, which a full stop may follow.

    >>> is_shortened("Gen"), is_shortened("General")
    (True, False)
    """
    return word.casefold() in _SHORT


@dataclass(frozen=True, slots=True)
class Title:
    """A title's words, and how many of them lead up to the noun that it turns on."""

    words: tuple[str, ...]
    noun: int


def read_title(title: str) -> Title:
    """Take a title apart, so that words can be compared with it."""
    main = _TAIL.split(title.casefold().strip(), maxsplit=1)[0]
    return Title(_parts(title), len(_parts(main)))


def fit(words: str, titles: Iterable[Title]) -> int:
    """Tell how well words call someone by a title: 2 by its main part, 1 by a lesser one, 0 not.

    >>> deputy = [read_title("Deputy Secretary of State")]
    >>> fit("deputy secretary", deputy), fit("secretary", deputy), fit("State", deputy)
    (2, 1, 0)
    """
    called = _parts(words)
    return max((_fit(called, title) for title in titles), default=0) if called else 0


def _fit(called: tuple[str, ...], title: Title) -> int:
    """Compare words with a title; they have to take in the noun that it turns on."""
    whole = title.words
    for at in range(len(whole) - len(called) + 1):
        if at < title.noun <= at + len(called) and whole[at : at + len(called)] == called:
            return 1 if at and whole[at - 1] in CONTRARY else 2
    return 0


def _parts(title: str) -> tuple[str, ...]:
    joined = _GENERAL.sub(r"\1_general", _TOGETHER.sub(r"\1 ", title.casefold()))
    return tuple(_SHORT.get(word, word) for word in _WORD.findall(joined))
