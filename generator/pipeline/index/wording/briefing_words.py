"""The sentences of a briefing's page: its rights, its citation, who is in it, what goes with it."""

from collections.abc import Sequence
from typing import Final

from generator.model.briefing import Rights
from generator.model.site import Briefing
from generator.pipeline.index.wording.sentences import sentence
from generator.pipeline.index.wording.words import Words
from generator.text.language import plural

_WORDS_A_MINUTE: Final = 230
_MOST_NAMES: Final = 3


def minutes(words: int) -> int:
    """Say how many minutes a text takes to read: at least one."""
    return max(1, round(words / _WORDS_A_MINUTE))


def citation(briefing: Briefing, book: str, words: Words) -> str:
    """Cite a briefing: `“Ships leave Tarsk”, Halden Desk, 14 November 2024`."""
    day = words.dates.full_date(briefing.published)
    return words.say("“%(title)s”, %(book)s, %(day)s", title=briefing.title, book=book, day=day)


def author(byline: str) -> str:
    """Name who wrote a briefing, for machines: the byline without its `By`.

    >>> author("By Ilse Brandt"), author("Strait desk")
    ('Ilse Brandt', 'Strait desk')
    """
    return byline[3:] if byline[:3].casefold() == "by " else byline


def rights_sentences(rights: Rights, words: Words) -> tuple[str, ...]:
    """Say whose the text is."""
    holder = f"© {rights.copyright_holder}" if rights.copyright_holder else ""
    credit = words.say("Credit: %(credit)s", credit=rights.credit) if rights.credit else ""
    return tuple(sentence(one) for one in (holder, rights.notice, credit) if one)


def partial_sentence(rights: Rights, words: Words) -> str:
    """Say how little of a text is published, where its rights allow no more."""
    match rights.publish:
        case "full":
            return ""
        case "excerpt":
            excerpt = plural(
                "Only the first %(count)s word of the text may be published here.",
                "Only the first %(count)s words of the text may be published here.",
            )
            return words.count(excerpt, rights.excerpt_words)
        case "metadata":
            return words.say("The text may not be published here; what is on record about it is.")


def presence(here: int, in_book: int, words: Words) -> str:
    """Say how much someone says in a briefing and in the book.

    `2 statements here, 9 in the book`, or `named here, 9 statements in the book`.
    """
    if here:
        said = plural(
            "%(count)s statement here, %(total)s in the book",
            "%(count)s statements here, %(total)s in the book",
        )
        return words.count(said, here, total=words.language.number(in_book))
    if not in_book:
        return words.say("named here")
    named = plural(
        "named here, %(count)s statement in the book",
        "named here, %(count)s statements in the book",
    )
    return words.count(named, in_book)


def same_series(series: str, words: Words) -> str:
    """Say that a briefing stands in the same series."""
    return words.say("also in the series %(series)s", series=series)


def also_names(people: Sequence[str], words: Words) -> str:
    """Say whom two briefings both name: `also names Ana Petrova and Jan Visser`."""
    return words.say("also names %(people)s", people=_few(people, words))


def also_on(topics: Sequence[str], words: Words) -> str:
    """Say which topics two briefings share."""
    return words.say("also on %(topics)s", topics=_few(topics, words))


def _few(names: Sequence[str], words: Words) -> str:
    """Name at most three, and count the rest."""
    rest = len(names) - _MOST_NAMES
    more = [words.count(plural("%(count)s more", "%(count)s more"), rest)] if rest > 0 else []
    return words.listed([*names[:_MOST_NAMES], *more])
