"""Everything that pages look up in a book: its lists, with the things themselves in them.

Lists are newest first.  A name that nothing refers to has no key in a map: ask with
`lookup.briefings_on.get(topic, ())`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.model.briefing import Stance
from generator.model.outline import Outline
from generator.model.people import Official, Role
from generator.model.site import Briefing, Site, Statement
from generator.model.subjects import Organization, Topic
from generator.model.views.parts import Link

NEWEST: Final = "newest"


@dataclass(frozen=True, slots=True)
class Lookup:
    """Everything that the pages of a book look up, by id unless it says otherwise."""

    site: Site
    days: Mapping[str, date]
    """The newest day of publication, as `newest`; nothing while the book is empty."""
    briefings: Mapping[str, Briefing]
    outlines: Mapping[str, Outline]
    """What a briefing says in lists, for which it is not opened; to ask for it is to ask for all
    that the briefing says."""
    ordinals: Mapping[str, int]
    """The place of each briefing in the book, from 0 for the newest: to put some in order by,
    and to be shown nowhere, since a new briefing moves all others."""
    statements: Mapping[str, Statement]
    newest_briefings: Sequence[Outline]
    """All of them."""
    newest_statements: Sequence[Statement]
    ancestors: Mapping[str, tuple[str, ...]]
    """The topics above a topic, the nearest first."""
    sub_topics: Mapping[str, Sequence[Topic]]
    """The topics right below a topic, in order of name."""
    briefings_on: Mapping[str, Sequence[Outline]]
    """Briefings on a topic or on one below it."""
    briefings_naming: Mapping[str, Sequence[Outline]]
    """Briefings in which an official is named, listed or speaks."""
    briefings_with_name: Mapping[str, Sequence[Outline]]
    """Briefings in whose text an official is named."""
    briefings_at: Mapping[str, Sequence[Outline]]
    """Briefings about a place."""
    briefings_reporting: Mapping[str, Sequence[Outline]]
    """Briefings that report statements of an organization or of its office holders."""
    briefings_in: Mapping[tuple[int, int], Sequence[Outline]]
    """Briefings published in a year and month, by (2024, 11); the newest month first."""
    series: Mapping[str, Sequence[Outline]]
    """The briefings of a series, by its name."""
    followed_by: Mapping[str, Sequence[Outline]]
    """The briefings that carry a briefing on."""
    asked_in: Mapping[str, Sequence[Outline]]
    """The briefings with questions that a briefing answers."""
    neighbours: Mapping[str, Sequence[Outline | None]]
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
    corrected: Sequence[Outline]
    """The briefings with corrections."""
    asking: Sequence[Outline]
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
        return self.days.get(NEWEST)


def published_in(briefing: Briefing) -> tuple[int, int]:
    """Give the year and month of the archive in which a briefing stands."""
    return briefing.published.first.year, briefing.published.first.month
