"""The book turned round: what is on a topic, said by someone, at a place, in a month.

Facts of the book point one way; every list that points back is made here, once, in one
pass over the book each.  Lists are newest first.  A name that nothing refers to has no key
in a map: ask with `lookup.briefings_on.get(topic, ())`.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from generator.model.briefing import Stance
from generator.model.notes import Notes
from generator.model.offices import holds
from generator.model.people import Official, Role
from generator.model.site import Briefing, Site, Statement
from generator.model.subjects import Organization, Topic
from generator.model.views.parts import Link
from generator.pipeline.index.cards.links import official_link, topic_link
from generator.pipeline.index.made_once import MadeOnce
from generator.pipeline.index.wording.order import name_key, statement_key

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)

_NEWEST: Final = "newest"


@dataclass(frozen=True, slots=True)
class Lookup:
    """Everything that the pages of a book look up, by id unless it says otherwise."""

    site: Site
    days: Mapping[str, date]
    """The newest day of publication, as `newest`; nothing while the book is empty."""
    briefings: Mapping[str, Briefing]
    ordinals: Mapping[str, int]
    """The place of each briefing in the book, from 0 for the newest: to put some in order by,
    and to be shown nowhere, since a new briefing moves all others."""
    statements: Mapping[str, Statement]
    newest_statements: Sequence[Statement]
    ancestors: Mapping[str, tuple[str, ...]]
    """The topics above a topic, the nearest first."""
    sub_topics: Mapping[str, Sequence[Topic]]
    """The topics right below a topic, in order of name."""
    briefings_on: Mapping[str, Sequence[Briefing]]
    """Briefings on a topic or on one below it."""
    briefings_naming: Mapping[str, Sequence[Briefing]]
    """Briefings in which an official is named, listed or speaks."""
    briefings_at: Mapping[str, Sequence[Briefing]]
    """Briefings about a place."""
    briefings_in: Mapping[tuple[int, int], Sequence[Briefing]]
    """Briefings published in a year and month, by (2024, 11); the newest month first."""
    series: Mapping[str, Sequence[Briefing]]
    """The briefings of a series, by its name."""
    followed_by: Mapping[str, Sequence[Briefing]]
    """The briefings that carry a briefing on."""
    asked_in: Mapping[str, Sequence[Briefing]]
    """The briefings with questions that a briefing answers."""
    neighbours: Mapping[str, tuple[Briefing | None, Briefing | None]]
    """The briefings before and after one in its first topic."""
    statements_by: Mapping[str, Sequence[Statement]]
    """Statements of a speaker, who is an official or an organization."""
    statements_on: Mapping[str, Sequence[Statement]]
    """Statements on a topic or on one below it."""
    speakers_on: Mapping[str, tuple[str, ...]]
    """The officials who have made statements on a topic or on one below it."""
    statements_at: Mapping[str, Sequence[Statement]]
    """Statements made at a place."""
    statements_of: Mapping[str, Sequence[Statement]]
    """Statements of an organization, its own and those of its office holders."""
    stances_to: Mapping[str, Sequence[tuple[Stance, Statement]]]
    """Statements that take a stance to a claim."""
    superseded_by: Mapping[str, Sequence[Statement]]
    """The statements that take the place of a statement."""
    corrected: Sequence[Briefing]
    """The briefings with corrections."""
    asking: Sequence[Briefing]
    """The briefings with open questions, or with settled ones."""
    holders: Mapping[str, Sequence[tuple[Official, Role]]]
    """Who holds or held an office of an organization, and which."""
    parts_of: Mapping[str, Sequence[Organization]]
    """The organizations that are parts of one."""
    in_office: Mapping[str, tuple[str, ...]]
    """The offices, by label, that an official holds today."""
    official_links: Mapping[str, Link]
    topic_links: Mapping[str, Link]

    @property
    def today(self) -> date | None:
        """The newest day of publication; None while the book is empty."""
        return self.days.get(_NEWEST)


def look_up(site: Site) -> Lookup:
    """Turn a book round."""
    statements = tuple(sorted(site.statements, key=statement_key, reverse=True))
    ancestors = {topic: _above(topic, site.topics) for topic in site.topics}
    newest = site.newest

    def with_ancestors(topics: Iterable[str]) -> Iterable[str]:
        return (one for topic in topics for one in (topic, *ancestors.get(topic, ())))

    briefings = {one.id: one for one in site.briefings}
    statements_on = _grouped(statements, lambda one: with_ancestors(one.topics))
    briefings_on = _grouped(site.briefings, lambda one: with_ancestors(one.topics))
    return Lookup(
        site=site,
        days={_NEWEST: newest} if newest else {},
        briefings=briefings,
        ordinals={one.id: n for n, one in enumerate(site.briefings)},
        statements={one.id: one for one in statements},
        newest_statements=statements,
        ancestors=ancestors,
        sub_topics=_sub_topics(site.topics),
        briefings_on=briefings_on,
        briefings_naming=_grouped(site.briefings, lambda one: one.officials),
        briefings_at=_grouped(site.briefings, lambda one: one.places),
        briefings_in=_grouped(site.briefings, lambda one: [published_in(one)]),
        series=_grouped(site.briefings, lambda one: _some(one.entry.series)),
        followed_by=_grouped(site.briefings, lambda one: _some(one.follows)),
        asked_in=_grouped(site.briefings, lambda one: (one.answers or {}).values()),
        neighbours=_neighbours(briefings_on),
        statements_by=_grouped(statements, lambda one: _some(one.speaker)),
        statements_on=statements_on,
        speakers_on={topic: _speakers(said, site) for topic, said in statements_on.items()},
        statements_at=_grouped(statements, lambda one: _some(one.place)),
        statements_of=_grouped(statements, lambda one: _bodies(one, site)),
        stances_to=_stances(statements),
        superseded_by=_grouped(statements, lambda one: one.supersedes),
        corrected=tuple(one for one in site.briefings if one.entry.corrections),
        asking=tuple(one for one in site.briefings if one.entry.unknowns),
        holders=_holders(site),
        parts_of=_grouped(site.organizations.values(), lambda one: _some(one.parent)),
        in_office={one.id: _offices(one, newest) for one in site.officials.values()},
        official_links=official_links(site, Notes()),
        topic_links=topic_links(site, Notes()),
    )


def official_links(site: Site, notes: Notes) -> Mapping[str, Link]:
    """Give the link of each official, made once."""
    return MadeOnce(lambda one: official_link(one, site), notes)


def topic_links(site: Site, notes: Notes) -> Mapping[str, Link]:
    """Give the link of each topic, made once."""
    return MadeOnce(lambda one: topic_link(one, site), notes)


def published_in(briefing: Briefing) -> tuple[int, int]:
    """Give the year and month of the archive in which a briefing stands."""
    return briefing.published.first.year, briefing.published.first.month


def _grouped(
    items: Iterable[Item], keys: Callable[[Item], Iterable[Key]]
) -> Mapping[Key, tuple[Item, ...]]:
    """Put each item under its keys, once under each, and keep the order."""
    groups: defaultdict[Key, list[Item]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys(item)):
            groups[key].append(item)
    return {key: tuple(group) for key, group in groups.items()}


def _some(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


def _above(topic: str, topics: Mapping[str, Topic]) -> tuple[str, ...]:
    """List the topics above one; a circle, which is a fault of the book, ends the list."""
    found: dict[str, None] = {}
    above = topics[topic].parent
    while above is not None and above in topics and above not in {topic, *found}:
        found[above] = None
        above = topics[above].parent
    return tuple(found)


def _sub_topics(topics: Mapping[str, Topic]) -> Mapping[str, tuple[Topic, ...]]:
    in_order = sorted(topics.values(), key=lambda one: (name_key(one.name), one.id))
    return _grouped(in_order, lambda one: _some(one.parent))


def _bodies(statement: Statement, site: Site) -> tuple[str, ...]:
    role = statement.held.role
    if role is not None:
        return (role.organization,)
    return tuple(one for one in _some(statement.speaker) if one in site.organizations)


def _speakers(said: Iterable[Statement], site: Site) -> tuple[str, ...]:
    speakers = (one.speaker for one in said if one.speaker in site.officials)
    return tuple(sorted({one for one in speakers if one}))


def _offices(official: Official, today: date | None) -> tuple[str, ...]:
    held = (one.label for one in official.roles if today is None or holds(one, today))
    return tuple(dict.fromkeys(held))


def _holders(site: Site) -> Mapping[str, tuple[tuple[Official, Role], ...]]:
    held = ((official, role) for official in site.officials.values() for role in official.roles)
    holders: defaultdict[str, list[tuple[Official, Role]]] = defaultdict(list)
    for official, role in held:
        holders[role.organization].append((official, role))
    return {organization: tuple(found) for organization, found in holders.items()}


def _stances(
    statements: Sequence[Statement],
) -> Mapping[str, tuple[tuple[Stance, Statement], ...]]:
    taken = ((one, claim) for one in statements for claim in one.entry.claims)
    by_claim = _grouped(taken, lambda pair: [pair[1].claim])
    return {
        claim: tuple((stance.stance, statement) for statement, stance in pairs)
        for claim, pairs in by_claim.items()
    }


def _neighbours(
    briefings_on: Mapping[str, tuple[Briefing, ...]],
) -> Mapping[str, tuple[Briefing | None, Briefing | None]]:
    return {
        here.id: (before, after)
        for topic, newest_first in briefings_on.items()
        for after, here, before in zip(
            (None, *newest_first[:-1]), newest_first, (*newest_first[1:], None), strict=True
        )
        if here.topics[:1] == (topic,)
    }
