"""The parts that several pages show: links, dates, cards.  Everything is ready to print.

Addresses are relative to the site's root (`officials/mark-rutte.html`) or whole web
addresses; the `href` filter makes the first kind relative to the page.
"""

from dataclasses import dataclass

from generator.model.html import Html


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; with an empty `url` they are only words."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the site."""

    url: str
    width: int
    """In pixels; 0 where it is not known."""
    height: int
    """In pixels; 0 where it is not known."""
    alt: str = ""
    """What it shows, for readers who do not see it."""
    credit: str = ""
    """Whose picture it is."""


@dataclass(frozen=True, slots=True)
class When:
    """A date as readers see it and as machines read it.

    `machine` is what a `datetime` attribute may hold, or empty for a range, which has no
    such form.
    """

    text: str
    machine: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """A number and the words it counts, in the right grammatical number."""

    number: int
    words: str
    text: str
    """Both together: "1,204 statements"."""


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a part of a long list stands."""

    page: int
    pages: int
    links: tuple[Link, ...]
    """One for each part; the text is its number."""
    previous: str = ""
    next: str = ""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source as it is cited."""

    title: str
    """The title, or what stands for it where none is known."""
    publisher: str
    """Empty where the title already names it."""
    url: str
    details: tuple[str, ...]
    """Date, locator, kind of source, when read: in reading order."""
    archive_url: str = ""
    anchor: str = ""
    number: int = 0
    """Its number on a briefing's page, or 0."""


@dataclass(frozen=True, slots=True)
class StatementCard:
    """A statement wherever it is shown: who, in which office, when, where, from which source."""

    id: str
    anchor: str
    url: str
    """The permalink."""
    speaker: Link
    speaker_label: str
    """How the source calls the speaker, where that differs; or empty."""
    office: str
    """The office held that day, such as "then US Secretary of State"; or empty."""
    office_note: str
    """Why no office can be named; empty where one is."""
    kind: str
    """The kind as a word: Quote, Part quote, Paraphrase, Written, Position, Declined."""
    kind_id: str
    text: Html
    language: str
    """The language of the words where it is not the interface's; or empty."""
    original: str
    original_language: str
    translator: str
    when: When
    when_note: str
    """Why the date is not sure; or empty."""
    place: Link | None
    event: str
    topics: tuple[Link, ...]
    claims: tuple[Link, ...]
    """Such as "denies: North Korean troops are in Russia"."""
    source: SourceLine
    reported_by: str
    attribution: str
    """Empty for what was said on the record."""
    verification: str
    """Empty for what is verbatim or reported."""
    note: str
    briefing: Link
    responds_to: tuple[Link, ...]
    same_as: tuple[Link, ...]
    supersedes: tuple[Link, ...]
    superseded_by: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class BriefingCard:
    """A briefing in a list."""

    url: str
    title: str
    dek: str
    language: str
    """The language of title and dek where it is not the interface's; or empty."""
    published: When
    events: When | None
    topic: Link | None
    """The first topic: the kicker."""
    officials: tuple[Link, ...]
    """At most four."""
    source: str
    """The publisher of the only source, or "3 sources"; may be empty."""
    statements: Count
    turning_point: str
    """What turned here, where the desk says so; or empty."""


@dataclass(frozen=True, slots=True)
class BriefingGroup:
    """Briefings under a heading: a day, a month, a topic."""

    heading: Link
    cards: tuple[BriefingCard, ...]


@dataclass(frozen=True, slots=True)
class StatementGroup:
    """Statements under a heading: an office, a year."""

    heading: str
    note: str
    """Dates of the office, or empty."""
    cards: tuple[StatementCard, ...]


@dataclass(frozen=True, slots=True)
class Sparkline:
    """Numbers of twelve weeks or months as bars so small that they fit into a line."""

    width: int
    height: int
    bars: str
    """The path of all bars but the last."""
    last: str
    """The path of the last bar."""
    label: str
    """The numbers in words, oldest first."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a register: a name, what it is, how much there is, the latest date."""

    link: Link
    note: str
    count: Count
    latest: When | None
    former: bool = False
    sparkline: Sparkline | None = None
    """The statements of the last weeks or months, where there are any."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A name and how often, with the share of the largest in percent."""

    link: Link
    number: int
    percent: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure of a page's heading: `61`, "statements on the record"."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """An open question wherever it is shown."""

    anchor: str
    text: Html
    language: str
    """The language of the words where it is not the interface's; or empty."""
    raised: When
    age: str
    """Such as "open for 12 days", on the newest day of the book; empty once it is settled."""
    status: str
    briefing: Link
    answered_by: Link | None


@dataclass(frozen=True, slots=True)
class Correction:
    """What was wrong and what is right."""

    when: When
    was: str
    now: str
    language: str
    """The language of the words where it is not the interface's; or empty."""
    severity: str
    briefing: Link
