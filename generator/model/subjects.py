"""What briefings are about and rest on: organizations, topics, places, sources, claims, terms."""

from typing import Literal

from generator.model.people import Identifier, OtherName, WebLink
from generator.text.schema import (
    Date,
    Free,
    Id,
    Many,
    Number,
    RecordField,
    Text,
    WebAddress,
    record,
)

Tier = Literal[
    "official-record", "own-recording", "wire", "news", "state-media", "analysis", "reference",
]  # fmt: skip
"""What kind of witness a source is."""

SourceType = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book",
    "broadcast", "chapter", "dataset", "document", "entry-encyclopedia", "graphic", "hearing",
    "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture", "pamphlet",
    "personal_communication", "post", "post-weblog", "regulation", "report", "review", "speech",
    "standard", "treaty", "webpage",
]  # fmt: skip
"""The item types of CSL 1.0.2 that a desk cites."""


@record
class Organization:
    """A body with a name: a ministry, an alliance, a court (Popolo: Organization)."""

    id: Id
    name: Text
    other_names: Many[OtherName] = ()
    abbreviation: Text | None = None
    classification: Text | None = None
    parent: Id | None = None
    area: Text | None = None
    founding_date: Date | None = None
    dissolution_date: Date | None = None
    identifiers: Many[Identifier] = ()
    links: Many[WebLink] = ()
    aliases: Many[Id] = ()
    x: Free = RecordField(default_factory=dict)


@record
class Topic:
    """A subject that briefings are filed under."""

    id: Id
    name: Text
    other_names: Many[Text] = ()
    parent: Id | None = None
    description: Text | None = None
    """What the topic is, in one sentence for readers."""
    scope_note: Text | None = None
    """What belongs here and what does not (SKOS: scopeNote)."""
    see_also: Many[Id] = ()
    owner: Text | None = None
    """The desk or editor who looks after the topic."""
    reviewed: Date | None = None
    review_every: Text | None = None
    """How often the topic is looked over: `3 months`."""
    aliases: Many[Id] = ()
    x: Free = RecordField(default_factory=dict)


@record
class Place:
    """Where something was said or happened."""

    id: Id
    name: Text
    other_names: Many[OtherName] = ()
    country: Text | None = None
    """The country by its two letters (ISO 3166-1): `NO` is Norway."""
    lat: Number | None = RecordField(default=None, ge=-90, le=90)
    """Degrees north."""
    lon: Number | None = RecordField(default=None, ge=-180, le=180)
    """Degrees east."""
    aliases: Many[Id] = ()
    x: Free = RecordField(default_factory=dict)


@record
class Capture:
    """A copy of a source that the desk keeps; it is never published."""

    file: Text
    """The path of a UTF-8 text file below the content folder: `captures/nato-1113.txt`."""
    sha256: Text | None = None
    """Of its text with lines ended by line feeds: what `sha256sum` says on most machines."""


@record
class Source:
    """Something a statement or a briefing rests on (CSL item)."""

    id: Id
    type: SourceType = "webpage"
    title: Text | None = None
    """The title exactly as printed; left out where it is not known."""
    publisher: Text | None = None
    author: Many[Text] = ()
    url: WebAddress | None = None
    issued: Date | None = None
    accessed: Date | None = None
    language: Text | None = None
    tier: Tier | None = None
    derives_from: Id | None = None
    """The source that this one repeats; two such are one witness."""
    archive_url: WebAddress | None = None
    capture: Capture | None = None
    note: Text | None = None
    aliases: Many[Id] = ()
    x: Free = RecordField(default_factory=dict)


@record
class Claim:
    """A sentence that officials assert, deny, suspect or decline to confirm."""

    id: Id
    text: Text
    topics: Many[Id] = ()
    opened: Date | None = None
    closed: Date | None = None
    note: Text | None = None
    aliases: Many[Id] = ()
    x: Free = RecordField(default_factory=dict)


@record
class Term:
    """A word of the glossary."""

    term: Text
    abbreviation: Text | None = None
    definition: Text
    other_names: Many[Text] = ()
    x: Free = RecordField(default_factory=dict)
