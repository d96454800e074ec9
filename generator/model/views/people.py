"""What the pages of officials and organizations show."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.later import asked_later
from generator.model.views.drawings import Posts
from generator.model.views.parts import (
    BriefingCard,
    Count,
    Link,
    Pager,
    Picture,
    Row,
    StatementGroup,
    Tally,
    Tile,
    When,
)


@dataclass(frozen=True, slots=True)
class RoleLine:
    """An office held, with its dates and where they are from."""

    label: str
    organization: Link
    start: When | None
    end: When | None
    """None while the office is held."""
    acting: bool
    current: bool
    statements: Count
    sources: tuple[Link, ...]


@asked_later("sentences")
@dataclass(frozen=True, slots=True)
class MentionGroup:
    """The sentences in which a briefing names someone."""

    briefing: BriefingCard
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LedgerTopic:
    """A topic that a ledger can be narrowed to."""

    name: str
    anchor: str
    """The id of its link, by which other pages lead here: `topic-arms`."""
    slot: int
    """Its number on the page, from 1."""
    count: int
    """The statements on it that the page shows."""


@asked_later(
    "roles",
    "posts",
    "ledger",
    "topics",
    "topics_of",
    "mentions",
    "speaks_about",
    "named_with",
    "places",
    "sources",
)
@dataclass(frozen=True, slots=True)
class OfficialView:
    """An official's page."""

    crumbs: tuple[Link, ...]
    name: str
    portrait: Picture | None
    """Its `alt` is empty where it shows the person and nothing more."""
    initials: str
    """What stands in the place of a portrait where there is none."""
    now: str
    """The office held now, or the last one with its dates; may be empty."""
    summary: str
    tiles: tuple[Tile, ...]
    roles: tuple[RoleLine, ...]
    """Newest first; on the first part of a long page."""
    posts: Posts | None
    """The offices drawn to scale; None where that shows no more than the list."""
    ledger: tuple[StatementGroup, ...]
    """Statements under the office held that day, newest first; of this part of the list."""
    topics: tuple[LedgerTopic, ...]
    """What the ledger of this page can be narrowed to; empty where that is of no use."""
    topics_of: Mapping[str, str]
    """By the id of a statement, the numbers of its topics among those, such as "1 3"."""
    pager: Pager | None
    total: Count
    mentions: tuple[MentionGroup, ...]
    """Where a text names the official, newest first; of this part of the list."""
    speaks_about: tuple[Tally, ...]
    """Counts of statements by topic; as the next two on the first part of a long page."""
    named_with: tuple[Tally, ...]
    places: tuple[Tally, ...]
    also_written: tuple[str, ...]
    links: tuple[Link, ...]
    identifiers: tuple[str, ...]
    sources: tuple[Link, ...]
    feeds: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The officials, or topics, under one letter."""

    letter: str
    anchor: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class RegisterView:
    """A register from A to Z: officials, organizations, places."""

    crumbs: tuple[Link, ...]
    title: str
    intro: str
    filter_label: str
    letters: tuple[Letter, ...]
    """What this page lists; none where each letter has a page of its own."""
    alphabet: tuple[Link, ...]
    """Every letter, with the address of its section or page where it has one."""
    divided: tuple[Tally, ...]
    """The letters with their numbers, where each has a page of its own."""
    pager: Pager | None
    """Where one letter needs several pages."""
    total: Count
    """How many entries this page lists; all, where it lists letters."""


@asked_later("holders", "ledger", "briefings")
@dataclass(frozen=True, slots=True)
class SubjectView:
    """The page of an organization or a place: facts, people, statements, briefings."""

    crumbs: tuple[Link, ...]
    title: str
    note: str
    tiles: tuple[Tile, ...]
    facts: tuple[tuple[str, str], ...]
    holders: tuple[Row, ...]
    """For an organization: who holds or held office there, those of today first; on the first part
    of a long page."""
    parts: tuple[Link, ...]
    """For an organization: the bodies within it."""
    links: tuple[Link, ...]
    ledger: tuple[StatementGroup, ...]
    briefings: tuple[BriefingCard, ...]
    pager: Pager | None
