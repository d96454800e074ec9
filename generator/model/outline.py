"""What a book knows of a briefing that was not opened.

Which pages a book has, which things each list holds and in which order, and what the gate
lets through follow from these alone.  Whatever else a briefing says changes only the pages
that show it.
"""

from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from generator.model.briefing import Stance, Status
from generator.text.dates import PartialDate, parse_date
from generator.text.left_out import LeftOut

if TYPE_CHECKING:
    from generator.model.site import Briefing, Digests, Statement

_MOST_DATES: Final = 20_000
_date = lru_cache(_MOST_DATES)(parse_date)
"""Many statements have the same date."""


class StatementPoints(NamedTuple):
    """What a statement is found by."""

    id: str
    said_on: str
    """Its date, as it may be written: a text is quicker to keep and to recall than a date is."""
    speaker: str | None
    pinned: str | None
    """The id of the office in which its speaker spoke, where its editor chose one."""
    body: str | None
    """The organization whose office its speaker held, or which spoke itself."""
    topics: tuple[str, ...]
    place: str | None
    stances: tuple[tuple[str, Stance], ...]
    """The claims to which it takes a stance."""
    supersedes: tuple[str, ...]

    @property
    def date(self) -> PartialDate:
        """The date on which it was made."""
        return _date(self.said_on)

    @classmethod
    def unpacked(cls, *parts: Any) -> "StatementPoints":  # noqa: ANN401 - its fields
        """Make it of its fields, with one text for what many statements say."""
        one = cls(*parts)
        return one._replace(
            said_on=intern(one.said_on),
            speaker=one.speaker and intern(one.speaker),
            body=one.body and intern(one.body),
            topics=tuple(map(intern, one.topics)),
            place=one.place and intern(one.place),
        )


class Points(NamedTuple):
    """What a briefing is found by, and its statements: librarians call these access points."""

    id: str
    url: str
    published: PartialDate
    updated: PartialDate | None
    topics: tuple[str, ...]
    places: tuple[str, ...]
    officials: tuple[str, ...]
    named: tuple[str, ...]
    """Those of the officials whom its text names, each once."""
    series: str | None
    follows: str | None
    answering: tuple[str, ...]
    """The briefings that answer its questions."""
    aliases: tuple[str, ...]
    corrected: int
    """How many corrections it has."""
    asked: int
    """How many of its questions are open."""
    settled: int
    """How many of its questions are not open any more."""
    statements: tuple[StatementPoints, ...]

    @property
    def month(self) -> tuple[int, int]:
        """The year and month of the archive in which it stands."""
        day = self.published.first
        return day.year, day.month

    @classmethod
    def unpacked(cls, *parts: Any) -> "Points":  # noqa: ANN401 - its fields
        """Make them of their fields, with one text for what many briefings say."""
        one = cls(*parts)
        return one._replace(
            topics=tuple(map(intern, one.topics)),
            places=tuple(map(intern, one.places)),
            officials=tuple(map(intern, one.officials)),
            named=tuple(map(intern, one.named)),
        )


class Headline(NamedTuple):
    """What a list shows of a briefing, beside its title and what it is found by."""

    dek: str | None
    language: str
    events: PartialDate | None
    sources: tuple[str, ...]
    turning_point: str | None


class Release(NamedTuple):
    """What decides whether and how far a briefing is published, as its editor wrote it."""

    status: Status
    embargoed: PartialDate | None
    expires: PartialDate | None
    edition: str | None
    is_full: bool
    """Whether rights allow all of the text."""

    @classmethod
    def unpacked(cls, *parts: Any) -> "Release":  # noqa: ANN401 - its fields
        """Make it of its fields; most briefings have the same."""
        return _release(*parts)


_release = lru_cache(1_000)(Release)


class Outline(NamedTuple):
    """A briefing as the book knows it before it is opened."""

    name: str
    path: str
    meta_path: str
    title: str
    points: Points
    headline: Headline
    release: Release
    related: tuple[str, ...]
    """The statements that its statements name."""
    leads_to: tuple[str, ...]
    shows: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    digests: "Digests"

    @property
    def id(self) -> str:
        """The id of the briefing."""
        return self.points.id

    @property
    def url(self) -> str:
        """The address of its page."""
        return self.points.url

    @property
    def published(self) -> PartialDate:
        """When it was published."""
        return self.points.published


def outline_of(briefing: "Briefing") -> Outline:
    """Give the outline of a briefing."""
    entry, said = briefing.entry, briefing.statements
    return Outline(
        name=briefing.name,
        path=briefing.path,
        meta_path=briefing.meta_path,
        title=briefing.title,
        points=points_of(briefing),
        headline=Headline(
            briefing.dek,
            briefing.language,
            entry.event_date,
            tuple([one.id for one in briefing.sources]),
            entry.turning_point,
        ),
        release=Release(
            entry.status,
            entry.embargoed,
            entry.expires,
            entry.edition,
            entry.rights.publish == "full",
        ),
        related=tuple([to for one in said for to in _related(one)]),
        leads_to=briefing.leads_to,
        shows=briefing.shows,
        left_out=briefing.left_out,
        digests=briefing.digests,
    )


def points_of(briefing: "Briefing") -> Points:
    """Give what a briefing is found by."""
    entry = briefing.entry
    still_open = sum(one.status == "open" for one in entry.unknowns)
    return Points(
        id=briefing.id,
        url=briefing.url,
        published=briefing.published,
        updated=entry.updated,
        topics=briefing.topics,
        places=briefing.places,
        officials=briefing.officials,
        named=tuple(dict.fromkeys(one.official for one in briefing.mentions)),
        series=entry.series,
        follows=briefing.follows,
        answering=tuple((briefing.answers or {}).values()),
        aliases=briefing.aliases,
        corrected=len(entry.corrections),
        asked=still_open,
        settled=len(entry.unknowns) - still_open,
        statements=tuple([points_of_statement(one) for one in briefing.statements]),
    )


def points_of_statement(statement: "Statement") -> StatementPoints:
    """Give what a statement is found by."""
    held, speaker = statement.held, statement.speaker
    return StatementPoints(
        id=statement.id,
        said_on=statement.date.text,
        speaker=speaker,
        pinned=statement.entry.role,
        body=held.role.organization if held.role else speaker if held.how == "body" else None,
        topics=statement.topics,
        place=statement.place,
        stances=tuple([(one.claim, one.stance) for one in statement.entry.claims]),
        supersedes=statement.supersedes,
    )


def _related(statement: "Statement") -> tuple[str, ...]:
    return (*statement.responds_to, *statement.same_as, *statement.supersedes)
