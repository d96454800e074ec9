"""The sentences that several pages say: offices, dates that are not sure, languages, places."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from generator.model.briefing import DateBasis, Stance
from generator.model.people import Role
from generator.pipeline.index.wording.words import STANCES, Words
from generator.text.dates import PartialDate
from generator.text.language import phrase, plural

_MONTHS_OF_DAYS: Final = 2
"""An age is given in days below so many months, then in months..."""
_MONTHS_OF_MONTHS: Final = 24
"""...below so many, then in years."""


def capitalized(text: str) -> str:
    """Begin a text with a capital and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """End a text with a full stop where it has no end of its own."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def office_words(role: Role, words: Words, *, former: bool) -> str:
    """Name an office as it was held on a day: `then acting Foreign Minister of Estara`."""
    label = role.label.casefold()
    said = ("acting", words.say("Acting").casefold())
    acting = role.acting and not any(one in label for one in said)
    match former, acting:
        case True, True:
            return words.say("then acting %(office)s", office=role.label)
        case True, False:
            return words.say("then %(office)s", office=role.label)
        case False, True:
            return words.say("acting %(office)s", office=role.label)
        case _:
            return role.label


def held_between(start: str, end: str, words: Words) -> str:
    """Say from when to when an office was held: `since 1 Oct 2024`, `until 2019`."""
    match bool(start), bool(end):
        case True, True:
            return words.say("%(start)s to %(end)s", start=start, end=end)
        case True, False:
            return words.say("since %(day)s", day=start)
        case False, True:
            return words.say("until %(day)s", day=end)
        case _:
            return words.say("dates not known")


def office_held(office: str, dates: str, words: Words) -> str:
    """Name an office with its dates: `Foreign Minister of Estara, until 6 May 2024`."""
    return words.say("%(office)s, %(dates)s", office=office, dates=dates)


def open_for(since: PartialDate, today: date, words: Words) -> str:
    """Say how long a question has been open: `open for 12 days`."""
    start = since.first
    months = (today.year - start.year) * 12 + today.month - start.month - (today.day < start.day)
    days = (today - start).days
    if days < 1:
        return words.say("open for less than a day")
    if months < _MONTHS_OF_DAYS:
        return words.count(plural("open for %(count)s day", "open for %(count)s days"), days)
    if months < _MONTHS_OF_MONTHS:
        return words.count(plural("open for %(count)s month", "open for %(count)s months"), months)
    years = plural("open for %(count)s year", "open for %(count)s years")
    return words.count(years, months // 12)


def overlap_note(labels: Sequence[str], words: Words) -> str:
    """Say that two offices cover the day and none comes first."""
    return words.say("two offices held that day: %(offices)s", offices="; ".join(labels))


def ambiguous_note(labels: Sequence[str], words: Words) -> str:
    """Say that the date is too wide to tell the office."""
    offices = words.language.either(labels)
    return words.say("the date leaves the office open: %(offices)s", offices=offices)


def date_note(basis: DateBasis, printed: str | None, words: Words) -> str:
    """Say why the date of a statement is not sure; or nothing."""
    match basis, printed:
        case "inferred-from-publication", None:
            return words.say("dated by the report")
        case "inferred-from-publication", _:
            return words.say("dated by the report; the source says “%(words)s”", words=printed)
        case "unknown", None:
            return words.say("day not known")
        case "unknown", _:
            return words.say("day not known; the source says “%(words)s”", words=printed)
        case _:
            return ""


def stance_line(stance: Stance, claim: str, words: Words) -> str:
    """Say how a speaker stands to a claim: `denies: the ships had left port`."""
    return words.say("%(stance)s: %(claim)s", stance=words.say(STANCES[stance]), claim=claim)


def quoted(text: str, words: Words) -> str:
    """Put words in quotation marks."""
    return words.say("“%(words)s”", words=text)


def in_language(code: str, words: Words) -> str:
    """Name a language by its code (BCP 47): `in Dutch`."""
    name = words.language.languages.get(code.partition("-")[0].casefold())
    if name is None:
        return words.say("in language %(code)s", code=code)
    return words.say("in %(language)s", language=name)


def register_title(title: str, letter: str, words: Words) -> str:
    """Name one letter of a register: `Officials: A`."""
    return words.say("%(title)s: %(letter)s", title=title, letter=letter)


def page_title(title: str, page: int, words: Words) -> str:
    """Name a part of a long list; the first has the list's own name."""
    return title if page == 1 else words.say("%(title)s, page %(page)s", title=title, page=page)


def coordinates(latitude: float, longitude: float, words: Words) -> str:
    """Write where a place is: `59.91° N, 10.75° E`."""
    first = words.say(
        phrase("%(degrees)s° S") if latitude < 0 else phrase("%(degrees)s° N"),
        degrees=_degrees(latitude, words),
    )
    second = words.say(
        phrase("%(degrees)s° W") if longitude < 0 else phrase("%(degrees)s° E"),
        degrees=_degrees(longitude, words),
    )
    return f"{first}, {second}"


def _degrees(value: float, words: Words) -> str:
    return f"{abs(value):.2f}".replace(".", words.language.decimal_point)
