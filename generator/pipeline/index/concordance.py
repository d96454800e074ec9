"""The book turned round: what is on a topic, said by someone, at a place, in a month.

Facts of the book point one way; every list that points back is made here, once, in one pass
over what things are found by.  Lists hold ids and are newest first.  A name that nothing
refers to has no key in a map.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from generator.model.briefing import Stance
from generator.model.offices import holds
from generator.model.outline import Points, StatementPoints
from generator.model.people import Official, Role
from generator.model.site import Site
from generator.model.subjects import Organization, Topic
from generator.pipeline.index.wording.order import name_key
from generator.text.dates import month_of, parse_date

Key = TypeVar("Key")
Value = TypeVar("Value")
Ids = tuple[str, ...]
Month = tuple[int, int]
Lists = Mapping[str, Ids]


@dataclass(frozen=True, slots=True)
class BriefingLists:
    """Briefings by what they are found by."""

    on: Lists
    """On a topic or on one below it."""
    naming: Lists
    """Those in which an official is named, listed or speaks."""
    with_name: Lists
    """Those in whose text an official is named."""
    at: Lists
    """About a place."""
    reporting: Lists
    """Those that report statements of an organization, its own and those of its office holders."""
    in_month: Mapping[Month, Ids]
    """Published in a year and month, by (2024, 11); the newest month first."""
    series: Lists
    """Of a series, by its name."""
    followed_by: Lists
    """Those that carry a briefing on."""
    asked_in: Lists
    """Those with questions that a briefing answers."""
    neighbours: Mapping[str, tuple[str | None, str | None]]
    """Those before and after one in its first topic."""
    corrected: Ids
    """Those with corrections."""
    asking: Ids
    """Those with open questions, or with settled ones."""


@dataclass(frozen=True, slots=True)
class StatementLists:
    """Statements by what they are found by."""

    homes: Mapping[str, tuple[str, int]]
    """The briefing of a statement, and its place there."""
    newest: Ids
    by: Lists
    """Of a speaker, who is an official or an organization."""
    on: Lists
    """On a topic or on one below it."""
    speakers_on: Lists
    """The officials who have made statements on a topic or on one below it."""
    at: Lists
    """Made at a place."""
    of: Lists
    """Of an organization, its own and those of its office holders."""
    stances_to: Mapping[str, tuple[tuple[Stance, str], ...]]
    """Those that take a stance to a claim."""
    superseded_by: Lists
    """Those that take the place of a statement."""


@dataclass(frozen=True, slots=True)
class Concordance:
    """Every list of a book, by id unless it says otherwise."""

    points: Sequence[Points]
    """Of each briefing, newest first."""
    ordinals: Mapping[str, int]
    """The place of each briefing in the book, from 0 for the newest: to put some in order by,
    and to be shown nowhere, since a new briefing moves all others."""
    newest: date | None
    """The newest day of publication; None while the book is empty."""
    ancestors: Lists
    """The topics above a topic, the nearest first."""
    sub_topics: Mapping[str, Sequence[Topic]]
    """The topics right below a topic, in order of name."""
    briefings: BriefingLists
    statements: StatementLists
    holders: Mapping[str, Sequence[tuple[Official, Role]]]
    """Who holds or held an office of an organization, and which."""
    parts_of: Mapping[str, Sequence[Organization]]
    """The organizations that are parts of one."""
    in_office: Lists
    """The offices, by label, that an official holds today."""


def turn_round(points: tuple[Points, ...], book: Site) -> Concordance:
    """Turn a book round; of the book no more is asked than its registries."""
    ancestors = {topic: _above(topic, book.topics) for topic in book.topics}
    newest = max((one.published.first for one in points), default=None)
    return Concordance(
        points=points,
        ordinals={one.id: n for n, one in enumerate(points)},
        newest=newest,
        ancestors=ancestors,
        sub_topics=_sub_topics(book.topics),
        briefings=_briefings(points, _Under(ancestors)),
        statements=_statements(points, _Under(ancestors), book.officials),
        holders=_holders(book.officials.values()),
        parts_of=_grouped((one.parent, one) for one in book.organizations.values() if one.parent),
        in_office={one.id: _offices(one, newest) for one in book.officials.values()},
    )


class _Under(dict[Ids, Ids]):
    """Topics with those above them, each once; many briefings have the same topics."""

    def __init__(self, ancestors: Lists) -> None:
        super().__init__()
        self._ancestors = ancestors

    def __missing__(self, topics: Ids) -> Ids:
        found = (one for topic in topics for one in (topic, *self._ancestors.get(topic, ())))
        made = self[topics] = tuple(dict.fromkeys(found))
        return made


def _briefings(points: Sequence[Points], under: _Under) -> BriefingLists:
    on = _grouped((topic, one.id) for one in points for topic in under[one.topics])
    return BriefingLists(
        on=on,
        naming=_grouped((key, one.id) for one in points for key in dict.fromkeys(one.officials)),
        with_name=_grouped((key, one.id) for one in points for key in one.named),
        at=_grouped((key, one.id) for one in points for key in dict.fromkeys(one.places)),
        reporting=_grouped((key, one.id) for one in points for key in _bodies(one)),
        in_month=_grouped((one.month, one.id) for one in points),
        series=_grouped((one.series, one.id) for one in points if one.series is not None),
        followed_by=_grouped((one.follows, one.id) for one in points if one.follows is not None),
        asked_in=_grouped((key, one.id) for one in points for key in dict.fromkeys(one.answering)),
        neighbours=dict(_neighbours(on, {one.id: one.topics[:1] for one in points})),
        corrected=tuple(one.id for one in points if one.corrected),
        asking=tuple(one.id for one in points if one.asked or one.settled),
    )


def _bodies(one: Points) -> Iterable[str]:
    return dict.fromkeys(said.body for said in one.statements if said.body is not None)


def _statements(
    points: Sequence[Points], under: _Under, officials: Mapping[str, Official]
) -> StatementLists:
    orders = _Orders()
    said = sorted(
        (one for each in points for one in each.statements),
        key=lambda one: orders[one.said_on],
        reverse=True,
    )
    return StatementLists(
        homes={one.id: (each.id, n) for each in points for n, one in enumerate(each.statements)},
        newest=tuple(one.id for one in said),
        by=_grouped((one.speaker, one.id) for one in said if one.speaker is not None),
        on=_grouped((topic, one.id) for one in said for topic in under[one.topics]),
        speakers_on=_speakers(said, under, officials),
        at=_grouped((one.place, one.id) for one in said if one.place is not None),
        of=_grouped((one.body, one.id) for one in said if one.body is not None),
        stances_to=_grouped(
            (claim, (stance, one.id)) for one in said for claim, stance in one.stances
        ),
        superseded_by=_grouped(
            (key, one.id) for one in said for key in dict.fromkeys(one.supersedes)
        ),
    )


class _Orders(dict[str, str]):
    """What sorts statements by date, by the date as it is written.

    What is known by its year stands first.  A text is quicker to compare than dates are.
    """

    def __missing__(self, written: str) -> str:
        date = parse_date(written)
        year, month = month_of(date)
        order = f"{year:04}-{month:02} {date.first.isoformat()} {date.begins.isoformat()}"
        self[written] = order
        return order


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> Mapping[Key, tuple[Value, ...]]:
    """Put each value under its key, and keep the order."""
    groups: defaultdict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(group) for key, group in groups.items()}


def _above(topic: str, topics: Mapping[str, Topic]) -> Ids:
    """List the topics above one; a circle, which is a fault of the book, ends the list."""
    found: dict[str, None] = {}
    above = topics[topic].parent
    while above is not None and above in topics and above not in {topic, *found}:
        found[above] = None
        above = topics[above].parent
    return tuple(found)


def _sub_topics(topics: Mapping[str, Topic]) -> Mapping[str, tuple[Topic, ...]]:
    in_order = sorted(topics.values(), key=lambda one: (name_key(one.name), one.id))
    return _grouped((one.parent, one) for one in in_order if one.parent is not None)


def _speakers(
    said: Iterable[StatementPoints], under: _Under, officials: Mapping[str, Official]
) -> Lists:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in said:
        known = {one.speaker} if one.speaker and one.speaker in officials else set()
        for topic in under[one.topics]:
            found[topic] |= known
    return {topic: tuple(sorted(speakers)) for topic, speakers in found.items()}


def _offices(official: Official, today: date | None) -> Ids:
    held = (one.label for one in official.roles if today is None or holds(one, today))
    return tuple(dict.fromkeys(held))


def _holders(officials: Iterable[Official]) -> Mapping[str, tuple[tuple[Official, Role], ...]]:
    return _grouped((role.organization, (one, role)) for one in officials for role in one.roles)


def _neighbours(
    on: Lists, first_topics: Mapping[str, Ids]
) -> Iterator[tuple[str, tuple[str | None, str | None]]]:
    for topic, newest_first in on.items():
        befores, afters = (*newest_first[1:], None), (None, *newest_first[:-1])
        for here, before, after in zip(newest_first, befores, afters, strict=True):
            if first_topics[here] == (topic,):
                yield here, (before, after)
