"""What the home page, topics, ledgers and other lists show."""

from dataclasses import dataclass

from generator.model.html import Html
from generator.model.later import asked_later
from generator.model.views.drawings import Activity, Matrix, Together, Trends
from generator.model.views.parts import (
    BriefingCard,
    BriefingGroup,
    Correction,
    Count,
    Link,
    Pager,
    Question,
    StatementCard,
    StatementGroup,
    Tally,
    Tile,
    When,
)


@asked_later("facts", "topics", "questions", "matrix")
@dataclass(frozen=True, slots=True)
class HomeView:
    """The morning brief: the newest day of the book."""

    day: When | None
    """None while the book has no briefing."""
    facts: tuple[str, ...]
    """Such as "3 briefings", "7 statements", "5 minutes"."""
    lead: BriefingCard | None
    lead_summary: Html | None
    lead_statement: StatementCard | None
    also: tuple[BriefingCard, ...]
    """The other briefings of the day."""
    on_record: tuple[StatementCard, ...]
    """The newest statements, without the lead's."""
    topics: Trends | None
    """The topics most written about in the last twelve weeks, or months, of the book."""
    questions: tuple[Question, ...]
    """The newest open questions."""
    earlier: tuple[BriefingGroup, ...]
    """The days before, newest first."""
    matrix: Matrix | None
    """Who has spoken about what; None where too few have."""


@asked_later("activity", "together", "timeline", "statements", "speakers", "questions")
@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic's page."""

    crumbs: tuple[Link, ...]
    name: str
    description: str
    scope_note: str
    also_called: tuple[str, ...]
    tiles: tuple[Tile, ...]
    standing: BriefingCard | None
    """The newest briefing that has a bottom line."""
    standing_summary: Html | None
    activity: Activity | None
    """Briefings by week; None where the weeks hold too few, and on further parts."""
    together: Together | None
    """Who is named in the same briefings; None on further parts."""
    timeline: tuple[BriefingGroup, ...]
    """By month, newest first; of this part of the list."""
    pager: Pager | None
    statements: tuple[StatementCard, ...]
    """The newest; at most ten."""
    statements_total: Count
    speakers: tuple[Tally, ...]
    sub_topics: tuple[Link, ...]
    related: tuple[Link, ...]
    questions: tuple[Question, ...]
    owner: str
    reviewed: When | None
    feeds: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A topic in the list of topics, with those below it."""

    link: Link
    description: str
    count: Count
    latest: When | None
    children: tuple["TopicLine", ...]


@dataclass(frozen=True, slots=True)
class TopicsView:
    """The list of topics, as a tree."""

    topics: tuple[TopicLine, ...]
    total: Count


@asked_later("groups")
@dataclass(frozen=True, slots=True)
class StatementsView:
    """The ledger: every statement of the book, newest first, by month."""

    groups: tuple[StatementGroup, ...]
    pager: Pager | None
    total: Count


@asked_later("groups")
@dataclass(frozen=True, slots=True)
class BriefingsView:
    """A list of briefings: all of them, or those of a month."""

    title: str
    crumbs: tuple[Link, ...]
    groups: tuple[BriefingGroup, ...]
    pager: Pager | None
    total: Count
    previous: Link | None = None
    next: Link | None = None


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """The archive: years, and the months in each with their numbers."""

    years: tuple[tuple[str, tuple[Tally, ...]], ...]
    total: Count


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """Every correction of the book, newest first."""

    corrections: tuple[Correction, ...]
    """Of this part of the list."""
    pager: Pager | None = None


@dataclass(frozen=True, slots=True)
class QuestionsView:
    """The open questions with their age, oldest first, and those settled since."""

    as_of: When | None
    open: tuple[Question, ...]
    settled: tuple[Question, ...]
    pager: Pager | None = None


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim, and the statements that take a stance to it, by stance."""

    anchor: str
    text: str
    note: str
    topics: tuple[Link, ...]
    stances: tuple[StatementGroup, ...]


@dataclass(frozen=True, slots=True)
class ClaimsView:
    """The claims of the book, and who asserts, denies or declines."""

    claims: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class TermLine:
    """A word of the glossary."""

    anchor: str
    term: str
    abbreviation: str
    definition: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """The glossary, in alphabetical order."""

    terms: tuple[TermLine, ...]
