"""What briefings and statements are found by: what librarians call their access points.

Which pages a book has, and which things each list holds in which order, follows from these
alone.  Whatever else a briefing says changes only the pages that show it.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.model.briefing import Stance
from generator.model.site import Briefing, Statement
from generator.pipeline.index.wording.order import statement_key
from generator.pipeline.last import EachAgain
from generator.text.dates import PartialDate


class StatementPoints(NamedTuple):
    """What a statement is found by."""

    id: str
    order: tuple[object, ...]
    """What puts statements in the order of their dates."""
    speaker: str | None
    body: str | None
    """The organization whose office its speaker held, or which spoke itself."""
    topics: tuple[str, ...]
    place: str | None
    stances: tuple[tuple[str, Stance], ...]
    """The claims to which it takes a stance."""
    supersedes: tuple[str, ...]


class Points(NamedTuple):
    """What a briefing is found by, and its statements."""

    id: str
    url: str
    published: PartialDate
    updated: PartialDate | None
    topics: tuple[str, ...]
    places: tuple[str, ...]
    officials: tuple[str, ...]
    named: frozenset[str]
    """Those of the officials whom its text names."""
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


def points_of(briefing: Briefing, organizations: Mapping[str, object]) -> Points:
    """Give what a briefing is found by; `organizations` has the ids of all there are."""
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
        named=frozenset([one.official for one in briefing.mentions]),
        series=entry.series,
        follows=briefing.follows,
        answering=tuple((briefing.answers or {}).values()),
        aliases=briefing.aliases,
        corrected=len(entry.corrections),
        asked=still_open,
        settled=len(entry.unknowns) - still_open,
        statements=tuple([_of_statement(one, organizations) for one in briefing.statements]),
    )


def _of_statement(statement: Statement, organizations: Mapping[str, object]) -> StatementPoints:
    role, speaker = statement.held.role, statement.speaker
    spoke_itself = speaker if speaker in organizations else None
    return StatementPoints(
        id=statement.id,
        order=statement_key(statement),
        speaker=speaker,
        body=role.organization if role else spoke_itself,
        topics=statement.topics,
        place=statement.place,
        stances=tuple([(one.claim, one.stance) for one in statement.entry.claims]),
        supersedes=statement.supersedes,
    )


class PointsBefore:
    """The points of the briefings of a book; those of a briefing that is the same are kept."""

    def __init__(self) -> None:
        self._each = EachAgain[Briefing, Points]()

    def of(
        self, briefings: Iterable[Briefing], organizations: Mapping[str, object]
    ) -> tuple[Points, ...]:
        """Give the points of each briefing."""
        by_id = {one.id: one for one in briefings}
        return tuple(self._each.of(by_id, organizations, lambda one: points_of(one, organizations)))
