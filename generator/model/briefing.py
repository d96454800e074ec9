"""A briefing's metadata as its editor writes it (schema.org: NewsArticle; IPTC: ninjs)."""

from typing import Annotated, Literal

from generator.text.schema import Date, Free, Id, Many, RecordField, Text, Whole, or_just, record

Status = Literal["draft", "usable", "withheld", "canceled"]
"""IPTC publication status, with `draft` for what is not finished."""
Kind = Literal["quote", "partial-quote", "paraphrase", "written", "position", "declined"]
Stance = Literal["asserts", "denies", "suspects", "confirms", "doubts", "declines"]
DateBasis = Literal["stated", "inferred-from-publication", "unknown"]
Attribution = Literal["on-record", "on-background", "anonymous", "leaked"]
Verification = Literal["verbatim", "reported", "disputed", "misattributed", "retracted"]


@record
class SourceRef:
    """A source and where in it to look."""

    id: Id
    locator: Text | None = None
    """Page, paragraph, minute or question: `p. 4`, `12:40`."""


@record
class Original:
    """The words in the language in which they were said."""

    text: Text
    language: Text
    translator: Text | None = None


@record
class Event:
    """The occasion on which something was said."""

    name: Text
    classification: Text | None = None
    audience: Text | None = None


@record
class ClaimStance:
    """How the speaker stands to a claim."""

    claim: Id
    stance: Stance


Cited = Annotated[SourceRef, or_just("id", SourceRef)]


@record
class StatementEntry:
    """Something an official said, wrote or declined to say, as it stands in the front matter."""

    id: Id
    """Unlike any other statement's in the book; its address is made of it."""
    speaker: Id
    """An official, an organization, or `unknown`."""
    speaker_label: Text | None = None
    """How the source calls the speaker: `a senior State Department official`."""
    role: Id | None = None
    """The role spoken in, where it is not the one that the dates give."""
    kind: Kind
    text: Text
    """The words (quote, partial-quote: inside quotation marks) or what they came to."""
    original: Original | None = None
    date: Date | None = None
    """The day of speaking, where it happened; left out, that of the event or of publication."""
    date_text: Text | None = None
    """The date as the source prints it: `Wednesday`."""
    date_basis: DateBasis | None = None
    place: Id | None = None
    event: Annotated[Event, or_just("name", Event)] | None = None
    topics: Many[Id] = ()
    """The topics spoken about; left out, those of the briefing."""
    claims: Many[ClaimStance] = ()
    source: Cited
    reported_by: Text | None = None
    attribution: Attribution = "on-record"
    verification: Verification = "reported"
    same_as: Many[Id] = ()
    responds_to: Many[Id] = ()
    supersedes: Many[Id] = ()
    note: Text | None = None
    x: Free = RecordField(default_factory=dict)


@record
class Rights:
    """How much of the text may be published, and whose it is."""

    publish: Literal["full", "excerpt", "metadata"] = "full"
    excerpt_words: Whole = RecordField(default=50, ge=1)
    copyright_holder: Text | None = None
    notice: Text | None = None
    credit: Text | None = None


@record
class Judgment:
    """What the desk concludes, and how sure it is."""

    text: Text
    confidence: Literal["low", "moderate", "high"] | None = None


@record
class Unknown:
    """An open question."""

    id: Id
    text: Text
    raised: Date | None = None
    """The day the question was first asked; left out, the day of publication."""
    status: Literal["open", "answered", "dropped"] = "open"
    answered_by: Id | None = None
    """The briefing that answers it."""


@record
class Change:
    """What was changed after publication."""

    date: Date
    type: Literal["major", "minor"] = "minor"
    note: Text


@record
class Correction:
    """What was wrong and what is right (schema.org: CorrectionComment)."""

    date: Date
    was: Text
    now: Text
    severity: Literal["minor", "major"] = "minor"


@record
class BriefingEntry:
    """All that an editor says about a briefing beside its text."""

    title: Text | None = None
    """The headline; a raw article may leave it to its first line."""
    published: Date
    topics: Many[Id] = RecordField(min_length=1)
    id: Id | None = None
    """Left out, the file's name."""
    slug: Id | None = None
    """The last part of the address, where it is not the file's name."""
    aliases: Many[Text] = ()
    """Earlier ids or addresses below briefings/, without `.html`."""
    dek: Text | None = None
    """The line below the headline."""
    summary: Text | None = None
    """The bottom line, in one to three sentences."""
    updated: Date | None = None
    event_date: Date | None = None
    status: Status = "usable"
    embargoed: Date | None = None
    """Nothing is published before this moment; a day begins at midnight UTC."""
    expires: Date | None = None
    """Nothing is published from this moment on."""
    edition: Id | None = None
    ed_note: Text | None = None
    """A note to readers above the text."""
    language: Text | None = None
    byline: Text | None = None
    dateline: Text | None = None
    places: Many[Id] = ()
    officials: Many[Id] = ()
    """People whom the text is about but does not name; those it names are found."""
    rights: Rights = RecordField(default_factory=Rights)
    sources: Many[Cited] = ()
    follows: Id | None = None
    """The briefing that this one carries on."""
    series: Text | None = None
    turning_point: Text | None = None
    """What turned here, in two to five words, where the desk calls it a turning point."""
    key_points: Many[Text] = ()
    new: Many[Text] = ()
    not_new: Many[Text] = ()
    disputed: Many[Text] = ()
    watch: Many[Text] = ()
    key_judgments: Many[Annotated[Judgment, or_just("text", Judgment)]] = ()
    knowns: Many[Text] = ()
    unknowns: Many[Unknown] = ()
    changes: Many[Change] = ()
    corrections: Many[Correction] = ()
    statements: Many[StatementEntry] = ()
    x: Free = RecordField(default_factory=dict)


@record
class PageEntry:
    """The front matter of a page such as About."""

    title: Text
    dek: Text | None = None
    updated: Date | None = None
    order: Whole = 0
    """Where the page stands in the footer's list."""
    status: Literal["draft", "usable"] = "usable"
    language: Text | None = None
    x: Free = RecordField(default_factory=dict)
