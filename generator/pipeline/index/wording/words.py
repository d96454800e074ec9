"""The words of the site: its phrases in English, and what says them in the site's language.

A phrase is translated where it is said.  One that stands in a table is marked with
`phrase` or `plural`, so that it is found for the catalogues.  Sentences
are said in `sentences.py`, dates in `date_words.py`; names are put in order in `order.py`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from generator.config import DateStyle
from generator.model.briefing import Attribution, Kind, Stance, Verification
from generator.model.subjects import Tier
from generator.model.views.parts import Count
from generator.pipeline.index.wording.date_words import DateWords, date_words
from generator.text.language import Language, Plural, phrase, plural

Noun = Literal[
    "briefing", "minute", "official", "organization", "place", "source", "statement", "topic"
]
"""What the site counts."""

NOUNS: Final[Mapping[Noun, Plural]] = {
    "briefing": plural("briefing", "briefings"),
    "minute": plural("minute", "minutes"),
    "official": plural("official", "officials"),
    "organization": plural("organization", "organizations"),
    "place": plural("place", "places"),
    "source": plural("source", "sources"),
    "statement": plural("statement", "statements"),
    "topic": plural("topic", "topics"),
}
KINDS: Final[Mapping[Kind, str]] = {
    "quote": phrase("Quote"),
    "partial-quote": phrase("Part quote"),
    "paraphrase": phrase("Paraphrase"),
    "written": phrase("Written"),
    "position": phrase("Position"),
    "declined": phrase("Declined"),
}
ATTRIBUTIONS: Final[Mapping[Attribution, str]] = {
    "on-record": "",
    "on-background": phrase("on background"),
    "anonymous": phrase("anonymous"),
    "leaked": phrase("leaked"),
}
VERIFICATIONS: Final[Mapping[Verification, str]] = {
    "verbatim": "",
    "reported": "",
    "disputed": phrase("disputed"),
    "misattributed": phrase("misattributed"),
    "retracted": phrase("retracted"),
}
STANCES: Final[Mapping[Stance, str]] = {
    "asserts": phrase("asserts"),
    "confirms": phrase("confirms"),
    "suspects": phrase("suspects"),
    "doubts": phrase("doubts"),
    "denies": phrase("denies"),
    "declines": phrase("declines to say"),
}
"""In the order in which a claim's page lists them: from yes to no."""
TIERS: Final[Mapping[Tier, str]] = {
    "official-record": phrase("official record"),
    "own-recording": phrase("own recording"),
    "wire": phrase("news agency"),
    "news": phrase("news report"),
    "state-media": phrase("state media"),
    "analysis": phrase("analysis"),
    "reference": phrase("reference work"),
}
CONFIDENCES: Final[Mapping[str, str]] = {
    "low": phrase("low"),
    "moderate": phrase("moderate"),
    "high": phrase("high"),
}
STATUSES: Final[Mapping[str, str]] = {
    "open": phrase("open"),
    "answered": phrase("answered"),
    "dropped": phrase("no longer asked"),
}
SECTIONS: Final[Mapping[str, str]] = {
    "on-the-record": phrase("On the record"),
    "judgments": phrase("Key judgments"),
    "known": phrase("What we know"),
    "open-questions": phrase("Open questions"),
    "watch": phrase("What to watch"),
    "sources": phrase("Sources"),
    "corrections": phrase("Corrections"),
    "changes": phrase("Changes"),
}
"""The sections below a briefing's text, by the ids that they have on the page, in order."""

PAGES: Final[Mapping[str, str]] = {
    "home": phrase("Morning brief"),
    "briefings": phrase("Briefings"),
    "officials": phrase("Officials"),
    "topics": phrase("Topics"),
    "places": phrase("Places"),
    "organizations": phrase("Organizations"),
    "statements": phrase("Statements"),
    "archive": phrase("Archive"),
    "claims": phrase("Claims"),
    "glossary": phrase("Glossary"),
    "corrections": phrase("Corrections"),
    "questions": phrase("Open questions"),
}
"""The titles of the pages that every book may have."""

REGISTER_INTROS: Final[Mapping[str, str]] = {
    "officials": phrase("Everyone whose words or deeds this book records, by family name."),
    "organizations": phrase("The bodies whose office holders speak in this book."),
    "places": phrase("Where it was said, and where it happened."),
}
REGISTER_FILTERS: Final[Mapping[str, str]] = {
    "officials": phrase("Find an official"),
    "organizations": phrase("Find an organization"),
    "places": phrase("Find a place"),
}
FACTS: Final[Mapping[str, str]] = {
    "abbreviation": phrase("Abbreviation"),
    "also called": phrase("Also called"),
    "area": phrase("Area"),
    "founded": phrase("Founded"),
    "dissolved": phrase("Dissolved"),
    "country": phrase("Country"),
    "where": phrase("Where"),
}
"""The labels of facts about organizations and places."""

LEAD_INS: Final = {
    "new": phrase("New"),
    "not_new": phrase("Not new"),
    "disputed": phrase("Disputed"),
    "key_points": phrase("Key points"),
}
"""The labels of the short lists above a briefing's text, in order."""

UNKNOWN_SPEAKER: Final = phrase("Speaker not known")
UNTITLED_SOURCE: Final = phrase("Untitled source")
LATEST: Final = phrase("latest")
WITHDRAWN: Final = phrase("Briefing withdrawn")
MOVED: Final = phrase("This page has moved")
NOT_FOUND: Final = phrase("Page not found")
CARRIED_ON: Final = phrase("carried on here")
CARRIES_ON: Final = phrase("carries this on")
ASKS: Final = phrase("asks what is answered here")
ANSWERS: Final = phrase("answers a question asked here")
NO_OFFICE: Final = phrase("No office on record")
OFFICE_GAP: Final = phrase("no office on record for this day")


@dataclass(frozen=True, slots=True)
class Words:
    """How a site says things: in which language, and with dates in which style."""

    language: Language
    dates: DateWords
    book_language: str
    """The language of the book's own texts, which may be another one."""

    def say(self, phrase: str, /, **values: object) -> str:
        """Say a phrase in the site's language."""
        return self.language.say(phrase, **values)

    def count(self, phrases: Plural, number: int, /, **values: object) -> str:
        """Say a phrase with a number in it."""
        return self.language.count(*phrases, number, **values)

    def counted(self, number: int, noun: Noun) -> Count:
        """Give a number with its noun in the right grammatical number."""
        things = self.language.ngettext(*NOUNS[noun], number)
        written = self.language.number(number)
        both = self.language.say("%(number)s %(things)s", number=written, things=things)
        return Count(number, things, both)

    def number_of(self, number: int, noun: Noun) -> str:
        """Write a number and its noun: `1,204 statements`."""
        return self.counted(number, noun).text

    def other(self, language: str) -> str:
        """Give the language of a text where it is not the one that the site speaks."""
        return "" if language == self.language.tag else language

    def listed(self, names: Sequence[str]) -> str:
        """Join names as a sentence does."""
        return self.language.listed(names)


def words_of(language: Language, style: DateStyle, *, book_language: str) -> Words:
    """Get together how a site says things."""
    return Words(language, date_words(language, style), book_language)
