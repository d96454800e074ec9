"""What the pages of a briefing and of a canceled one show."""

from dataclasses import dataclass
from typing import Final

from generator.model.html import Html
from generator.model.later import asked_later
from generator.model.views.parts import (
    Correction,
    Count,
    Link,
    Question,
    SourceLine,
    StatementCard,
    When,
)

BRIEFING: Final = "briefing.html"
"""The template of most pages."""


@dataclass(frozen=True, slots=True)
class LeadIn:
    """A short labelled list above the text: New, Not new, Disputed, Key points."""

    label: str
    items: tuple[Html, ...]


@dataclass(frozen=True, slots=True)
class JudgmentLine:
    """A key judgment and the word for how sure it is; the word may be empty."""

    text: Html
    confidence: str


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Someone in the briefing, with the office held then."""

    anchor: str
    link: Link
    office: str
    note: str
    """Such as "2 statements here, 9 in the book"."""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change made after publication."""

    when: When
    note: str
    major: bool


@asked_later(
    "crumbs", "placed", "statements", "contents", "people", "read_with", "sources", "citation"
)
@dataclass(frozen=True, slots=True)
class BriefingView:
    """A briefing's page."""

    crumbs: tuple[Link, ...]
    title: str
    dek: str
    language: str
    """The text's language where it is not the interface's; or empty."""
    events: When | None
    published: When
    updated: When | None
    byline: str
    dateline: str
    edition: str
    """The name of the edition the briefing is kept to; or empty."""
    minutes: Count
    """How long the text takes to read; 0 where there is none to read."""
    ed_note: Html | None
    summary: Html | None
    lead_ins: tuple[LeadIn, ...]
    """New, Not new, Disputed, Key points: those that have items."""
    body: Html
    """The text with names linked; blocks of statements stand in it as `<div data-statement>`."""
    placed: tuple[StatementCard, ...]
    """The statements whose blocks stand in the text."""
    statements: tuple[StatementCard, ...]
    """The statements listed below the text: all that have no block in it."""
    judgments: tuple[JudgmentLine, ...]
    knowns: tuple[Html, ...]
    questions: tuple[Question, ...]
    watch: tuple[Html, ...]
    contents: tuple[Link, ...]
    """On this page: the text's headings and the sections below it."""
    people: tuple[PersonLine, ...]
    topics: tuple[Link, ...]
    places: tuple[Link, ...]
    series: str
    read_with: tuple[tuple[Link, str], ...]
    """Related briefings, each with the reason: "carried on here", "also names Mark Rutte"."""
    sources: tuple[SourceLine, ...]
    credits: tuple[str, ...]
    rights: tuple[str, ...]
    """Copyright holder, notice and credit, as sentences."""
    partial: str
    """A sentence that says that only a part of the text is published here; or empty."""
    changes: tuple[ChangeLine, ...]
    corrections: tuple[Correction, ...]
    citation: str
    previous: Link | None
    """The briefing before it in its first topic."""
    next: Link | None


@dataclass(frozen=True, slots=True)
class TombstoneView:
    """The page of a canceled briefing: that it was here, and the desk's note."""

    published: When
    note: Html | None


@dataclass(frozen=True, slots=True)
class RedirectView:
    """A page that leads to where something is now."""

    to: str


@dataclass(frozen=True, slots=True)
class TextPageView:
    """A page such as About."""

    title: str
    dek: str
    language: str
    updated: When | None
    body: Html


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for an address that is not in the book."""

    sections: tuple[Link, ...]
