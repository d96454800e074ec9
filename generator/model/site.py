"""The linked book: every name has become the thing it names.

A graph by ids: facts point one way and nothing points back.  "All of an official's
statements" exists only in a view.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from generator.model.briefing import BriefingEntry, Cited, PageEntry, StatementEntry
from generator.model.draft import Asset, Blocks, Heading
from generator.model.html import Html
from generator.model.people import Official, Role
from generator.model.shelf import Shelf
from generator.model.subjects import Claim, Organization, Place, Source, Term, Topic
from generator.text.dates import PartialDate
from generator.text.left_out import LeftOut
from generator.text.picture_size import Size

Shown = Literal["block", "text", "list"]
"""Where a statement's anchor is: its block in the text, its words there, or the list below."""


@dataclass(frozen=True, slots=True)
class Held:
    """The office in which someone spoke, or why none can be named.

    `role` is set for `computed` and `pinned` alone.  `gap`: no role covers the day.
    `overlap`: two do and no rank decides.  `ambiguous`: a partial date leaves it open.
    `body`: an organization spoke.  `unnamed`: the speaker is not known.
    """

    how: Literal["computed", "pinned", "gap", "overlap", "ambiguous", "body", "unnamed"]
    role: Role | None = None
    candidates: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said, in the office held that day, from its source."""

    id: str
    briefing: str
    url: str
    """The permalink: the briefing's address and the statement's anchor."""
    entry: StatementEntry
    speaker: str | None
    """The id of an official or an organization; None where the speaker is not known."""
    held: Held
    date: PartialDate
    date_basis: Literal["stated", "inferred-from-publication", "unknown"]
    topics: tuple[str, ...]
    place: str | None
    shown: Shown
    responds_to: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """The id of the statement's element on its briefing's page."""
        return f"st-{self.id}"


@dataclass(frozen=True, slots=True)
class Mention:
    """An official named in a text, with the sentence that names them."""

    official: str
    sentence: str


class Digests(NamedTuple):
    """Digests of what a briefing says, and of its YAML; empty where they are not worked out."""

    metadata: bytes = b""
    facts: bytes = b""
    """Of all that is in the briefing itself."""
    text: bytes = b""
    """Of its text."""
    points: bytes = b""
    """Of what it is found by."""


UNDIGESTED: Final = Digests()


@dataclass(frozen=True, slots=True)
class BriefingText:
    """What a briefing says at length.

    Lists, cards and other briefings do without it; so it is kept apart, and opened where it
    is shown.
    """

    body: Html
    plain: str
    """The reader's text of the body, for checks and excerpts."""
    headings: tuple[Heading, ...]
    words: int
    blocks: Blocks
    credits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Briefing:
    """A briefing with everything it names looked up; its text is among those of the site."""

    id: str
    url: str
    path: str
    name: str
    meta_path: str
    entry: BriefingEntry
    title: str
    dek: str | None
    byline: str | None
    published: PartialDate
    language: str
    topics: tuple[str, ...]
    places: tuple[str, ...]
    officials: tuple[str, ...]
    """Everyone named, listed or speaking, in order of first appearance."""
    mentions: tuple[Mention, ...]
    sources: tuple[Cited, ...]
    """Sources of the briefing and its statements, in order, each once."""
    statements: tuple[Statement, ...]
    follows: str | None = None
    answers: Mapping[str, str] | None = None
    """For each answered question of this briefing, the briefing that answers it."""
    aliases: tuple[str, ...] = ()
    """Addresses that lead here."""
    leads_to: tuple[str, ...] = ()
    """The addresses of the site to which its text leads, but for those of officials."""
    shows: tuple[str, ...] = ()
    """The addresses of the pictures in its text."""
    left_out: tuple[LeftOut, ...] = ()
    excerpted: bool = False
    """Whether rights allow only a part of the text, or none of it."""
    digests: Digests = UNDIGESTED


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What stays of a canceled briefing: its address, its date, and the desk's note."""

    url: str
    published: PartialDate
    note: Html | None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page such as About."""

    url: str
    path: str
    entry: PageEntry
    body: Html
    language: str


@dataclass(frozen=True, slots=True)
class Redirect:
    """An old address and where it leads now."""

    url: str
    to: str


@dataclass(frozen=True, slots=True)
class LinkedAsset:
    """An asset with its address, which changes with its bytes, and its size as a picture."""

    asset: Asset
    url: str
    size: Size | None
    """None for a file that is no picture, and for a picture that cannot be read."""


@dataclass(frozen=True, slots=True)
class Site:
    """The whole book, linked.  Mappings are by id, in the order in which an index lists them."""

    briefings: Shelf
    """Newest first."""
    texts: Mapping[str, BriefingText]
    """What each briefing says at length, by its name; opened when it is asked for."""
    officials: Mapping[str, Official]
    organizations: Mapping[str, Organization]
    topics: Mapping[str, Topic]
    places: Mapping[str, Place]
    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    terms: Sequence[Term]
    pages: Sequence[TextPage]
    assets: Mapping[str, LinkedAsset]
    """By path below content/."""
    tombstones: Sequence[Tombstone] = ()
    redirects: Sequence[Redirect] = ()
    logo: LinkedAsset | None = None
    linked_by_masthead: tuple[str, ...] = ()
    """The addresses of assets to which the masthead links."""
