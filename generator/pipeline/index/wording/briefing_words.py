"""The sentences of a briefing's page: its rights, its citation, who is in it, what goes with it."""

from collections.abc import Sequence
from typing import Final

from generator.model.briefing import Rights
from generator.pipeline.index.wording.words import listed, number_of, sentence

_WORDS_A_MINUTE: Final = 230
_MOST_NAMES: Final = 3


def minutes(words: int) -> int:
    """Say how many minutes a text takes to read: at least one."""
    return max(1, round(words / _WORDS_A_MINUTE))


def citation(title: str, book: str, day: str) -> str:
    """Cite a briefing: `“Ships leave Tarsk”, Halden Desk, 14 November 2024`."""
    return f"“{title}”, {book}, {day}"


def author(byline: str) -> str:
    """Name who wrote a briefing, for machines: the byline without its `By`.

    >>> author("By Ilse Brandt"), author("Strait desk")
    ('Ilse Brandt', 'Strait desk')
    """
    return byline[3:] if byline[:3].casefold() == "by " else byline


def rights_sentences(rights: Rights) -> tuple[str, ...]:
    """Say whose the text is."""
    holder = f"© {rights.copyright_holder}" if rights.copyright_holder else ""
    credit = f"Credit: {rights.credit}" if rights.credit else ""
    return tuple(sentence(one) for one in (holder, rights.notice, credit) if one)


def partial_sentence(rights: Rights) -> str:
    """Say how little of a text is published, where its rights allow no more."""
    match rights.publish:
        case "full":
            return ""
        case "excerpt":
            words = number_of(rights.excerpt_words, "word")
            return f"Only the first {words} of the text may be published here."
        case "metadata":
            return "The text may not be published here; what is on record about it is."


def presence(here: int, in_book: int) -> str:
    """Say how much someone says in a briefing and in the book.

    >>> presence(2, 9), presence(0, 9)
    ('2 statements here, 9 in the book', 'named here, 9 statements in the book')
    """
    if here:
        return f"{number_of(here, 'statement')} here, {in_book:,} in the book"
    return f"named here, {number_of(in_book, 'statement')} in the book" if in_book else "named here"


def same_series(series: str) -> str:
    """Say that a briefing stands in the same series."""
    return f"also in the series {series}"


def also_names(people: Sequence[str]) -> str:
    """Say whom two briefings both name: `also names Ana Petrova and Jan Visser`."""
    return f"also names {listed(_few(people))}"


def also_on(topics: Sequence[str]) -> str:
    """Say which topics two briefings share."""
    return f"also on {listed(_few(topics))}"


def _few(names: Sequence[str]) -> list[str]:
    """Name at most three, and count the rest."""
    rest = len(names) - _MOST_NAMES
    return [*names[:_MOST_NAMES], f"{rest} more"] if rest > 0 else list(names)
