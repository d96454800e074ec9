"""The words of the site, in English: in one place, so that another language can come later.

Dates are worded in `date_words.py`, names are put in order in `order.py`.
"""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from generator.model.briefing import Attribution, DateBasis, Kind, Stance, Verification
from generator.model.people import Role
from generator.model.subjects import Tier
from generator.model.views.parts import Count

Noun = Literal[
    "briefing", "claim", "correction", "day", "minute", "mention", "month", "office", "official",
    "organization", "person", "place", "question", "source", "statement", "term", "topic", "word",
    "year",
]  # fmt: skip
"""What the site counts."""

_IRREGULAR: Final[Mapping[str, str]] = {"person": "people"}

KINDS: Final[Mapping[Kind, str]] = {
    "quote": "Quote",
    "partial-quote": "Part quote",
    "paraphrase": "Paraphrase",
    "written": "Written",
    "position": "Position",
    "declined": "Declined",
}
ATTRIBUTIONS: Final[Mapping[Attribution, str]] = {
    "on-record": "",
    "on-background": "on background",
    "anonymous": "anonymous",
    "leaked": "leaked",
}
VERIFICATIONS: Final[Mapping[Verification, str]] = {
    "verbatim": "",
    "reported": "",
    "disputed": "disputed",
    "misattributed": "misattributed",
    "retracted": "retracted",
}
STANCES: Final[Mapping[Stance, str]] = {
    "asserts": "asserts",
    "confirms": "confirms",
    "suspects": "suspects",
    "doubts": "doubts",
    "denies": "denies",
    "declines": "declines to say",
}
"""In the order in which a claim's page lists them: from yes to no."""
TIERS: Final[Mapping[Tier, str]] = {
    "official-record": "official record",
    "own-recording": "own recording",
    "wire": "news agency",
    "news": "news report",
    "state-media": "state media",
    "analysis": "analysis",
    "reference": "reference work",
}
STATUSES: Final[Mapping[str, str]] = {
    "open": "open",
    "answered": "answered",
    "dropped": "no longer asked",
}
LANGUAGES: Final[Mapping[str, str]] = {
    "ar": "Arabic", "be": "Belarusian", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "ko": "Korean",
    "lt": "Lithuanian", "lv": "Latvian", "nb": "Norwegian", "nl": "Dutch", "no": "Norwegian",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sr": "Serbian", "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
SECTIONS: Final[Mapping[str, str]] = {
    "on-the-record": "On the record",
    "judgments": "Key judgments",
    "known": "What we know",
    "open-questions": "Open questions",
    "watch": "What to watch",
    "sources": "Sources",
    "corrections": "Corrections",
    "changes": "Changes",
}
"""The sections below a briefing's text, by the ids that they have on the page, in order."""

PAGES: Final[Mapping[str, str]] = {
    "home": "Morning brief",
    "briefings": "Briefings",
    "officials": "Officials",
    "topics": "Topics",
    "places": "Places",
    "organizations": "Organizations",
    "statements": "Statements",
    "archive": "Archive",
    "claims": "Claims",
    "glossary": "Glossary",
    "corrections": "Corrections",
    "questions": "Open questions",
}
"""The titles of the pages that every book may have."""

REGISTER_INTROS: Final[Mapping[str, str]] = {
    "officials": "Everyone whose words or deeds this book records, by family name.",
    "organizations": "The bodies whose office holders speak in this book.",
    "places": "Where it was said, and where it happened.",
}
REGISTER_FILTERS: Final[Mapping[str, str]] = {
    "officials": "Find an official",
    "organizations": "Find an organization",
    "places": "Find a place",
}
FACTS: Final[Mapping[str, str]] = {
    "abbreviation": "Abbreviation",
    "also called": "Also called",
    "area": "Area",
    "founded": "Founded",
    "dissolved": "Dissolved",
    "country": "Country",
    "where": "Where",
}
"""The labels of facts about organizations and places."""

LEAD_INS: Final = {
    "new": "New",
    "not_new": "Not new",
    "disputed": "Disputed",
    "key_points": "Key points",
}
"""The labels of the short lists above a briefing's text, in order."""

UNKNOWN_SPEAKER: Final = "Speaker not known"
UNTITLED_SOURCE: Final = "Untitled source"
LATEST: Final = "latest"
WITHDRAWN: Final = "Briefing withdrawn"
MOVED: Final = "This page has moved"
NOT_FOUND: Final = "Page not found"
CARRIED_ON: Final = "carried on here"
CARRIES_ON: Final = "carries this on"
ASKS: Final = "asks what is answered here"
ANSWERS: Final = "answers a question asked here"
NO_OFFICE: Final = "No office on record"
OFFICE_GAP: Final = "no office on record for this day"


def counted(number: int, noun: Noun) -> Count:
    """Give a number with its noun in the right grammatical number.

    >>> counted(3, "briefing")
    Count(number=3, words='briefings')
    """
    return Count(number, noun if number == 1 else _IRREGULAR.get(noun, f"{noun}s"))


def number_of(number: int, noun: Noun) -> str:
    """Write a number and its noun.

    >>> number_of(1, "statement"), number_of(1204, "person")
    ('1 statement', '1,204 people')
    """
    return f"{number:,} {counted(number, noun).words}"


def listed(names: Sequence[str]) -> str:
    """Join names as a sentence does.

    >>> listed(["Ana Petrova", "Jan Visser", "Kim Ha Neul"])
    'Ana Petrova, Jan Visser and Kim Ha Neul'
    """
    *most, last = names or [""]
    return f"{', '.join(most)} and {last}" if most else last


def capitalized(text: str) -> str:
    """Begin a text with a capital and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """End a text with a full stop where it has no end of its own."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def office_words(role: Role, *, former: bool) -> str:
    """Name an office as it was held on a day: `then acting Foreign Minister of Estara`."""
    acting = role.acting and "acting" not in role.label.casefold()
    return f"{'then ' if former else ''}{'acting ' if acting else ''}{role.label}"


def held_between(start: str, end: str) -> str:
    """Say from when to when an office was held.

    >>> held_between("1 Oct 2024", ""), held_between("", "2019"), held_between("2014", "2019")
    ('since 1 Oct 2024', 'until 2019', '2014 to 2019')
    """
    match bool(start), bool(end):
        case True, True:
            return f"{start} to {end}"
        case True, False:
            return f"since {start}"
        case False, True:
            return f"until {end}"
        case _:
            return "dates not known"


def overlap_note(labels: Sequence[str]) -> str:
    """Say that two offices cover the day and none comes first."""
    return f"two offices held that day: {'; '.join(labels)}"


def ambiguous_note(labels: Sequence[str]) -> str:
    """Say that the date is too wide to tell the office."""
    return f"the date leaves the office open: {' or '.join(labels)}"


def date_note(basis: DateBasis, printed: str | None) -> str:
    """Say why the date of a statement is not sure; or nothing."""
    says = f"; the source says “{printed}”" if printed else ""
    match basis:
        case "stated":
            return ""
        case "inferred-from-publication":
            return f"dated by the report{says}"
        case "unknown":
            return f"day not known{says}"


def stance_line(stance: Stance, claim: str) -> str:
    """Say how a speaker stands to a claim: `denies: the ships had left port`."""
    return f"{STANCES[stance]}: {claim}"


def closed_note(day: str) -> str:
    """Say since when a claim is closed."""
    return f"Closed {day}."


def by_author(names: Sequence[str]) -> str:
    """Say who wrote a source."""
    return f"by {listed(names)}"


def repeating(title: str) -> str:
    """Say which source another one repeats."""
    return f"repeats “{title}”"


def read_on(day: str) -> str:
    """Say when the desk read a source."""
    return f"read {day}"


def in_language(code: str) -> str:
    """Name a language by its code (BCP 47).

    >>> in_language("nl-BE"), in_language("mi")
    ('in Dutch', 'in language mi')
    """
    name = LANGUAGES.get(code.partition("-")[0].casefold())
    return f"in {name}" if name else f"in language {code}"


def register_title(title: str, letter: str) -> str:
    """Name one letter of a register: `Officials: A`."""
    return f"{title}: {letter}"


def page_title(title: str, page: int) -> str:
    """Name a part of a long list; the first has the list's own name."""
    return title if page == 1 else f"{title}, page {page}"
