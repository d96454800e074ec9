"""The page of an official: offices held, what was said in each, and where texts name them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from generator.model import addresses
from generator.model.briefing import SourceRef
from generator.model.offices import holds, newest_first, present_or_last
from generator.model.page import Page
from generator.model.people import Official, Role
from generator.model.site import Briefing, Statement
from generator.model.views.parts import Link, Picture, StatementGroup, Tile, When
from generator.model.views.people import MentionGroup, OfficialView, RoleLine
from generator.model.views.site import Head
from generator.pipeline.index.cards.cards import tallies
from generator.pipeline.index.cards.links import (
    feed_links,
    official_link,
    organization_link,
    picture,
    place_link,
    section_link,
    topic_link,
)
from generator.pipeline.index.cards.source_lines import source_line
from generator.pipeline.index.cards.statement_cards import office_on
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.heads import page_head, part_head, with_card
from generator.pipeline.index.pages.linked_data import official_linked_data
from generator.pipeline.index.paging import longer, paginate, part_of, runs
from generator.pipeline.index.wording.date_words import when
from generator.pipeline.index.wording.initials import initials
from generator.pipeline.index.wording.words import (
    NO_OFFICE,
    capitalized,
    counted,
    held_between,
    office_words,
)
from generator.text.dates import PartialDate

_MOST_TALLIES = 8


def official_pages(desk: Desk) -> Iterator[Page]:
    """Give the pages of every official; long lists of words and of mentions have several."""
    size = desk.config.pages_per_list
    for official in desk.site.officials.values():
        url = addresses.thing("officials", official.id)
        view = official_view(official, url, desk)
        said = desk.lookup.statements_by.get(official.id, ())
        named = _mentions(official.id, desk.lookup.briefings_naming.get(official.id, ()), desk)
        for part in paginate(longer(said, named), url, size):
            shown = replace(
                view,
                ledger=_ledger(part_of(said, part.number, size), official, desk),
                mentions=tuple(part_of(named, part.number, size)),
                pager=part.pager,
            )
            yield Page(part.url, "official.html", shown, _head(official, shown, desk))


def _head(official: Official, view: OfficialView, desk: Desk) -> Head:
    head = page_head(
        desk.config,
        official.name,
        section=addresses.section("officials"),
        description=official.summary or view.now,
        feeds=view.feeds,
    )
    head = with_card(head, addresses.thing("officials", official.id), desk.config)
    first = view.pager is None or view.pager.page == 1
    data = official_linked_data(official, desk) if first else ""
    return part_head(replace(head, type="profile", linked_data=data), view.pager)


def official_view(official: Official, url: str, desk: Desk) -> OfficialView:
    """Show an official, without the long lists that are divided into parts."""
    lookup, site = desk.lookup, desk.site
    said = lookup.statements_by.get(official.id, ())
    naming = lookup.briefings_naming.get(official.id, ())
    others = (one for briefing in naming for one in briefing.officials if one != official.id)
    return OfficialView(
        crumbs=(section_link("officials"),),
        name=official.name,
        portrait=_portrait(official, desk),
        initials=initials(official),
        now=_office_now(official, lookup.today),
        summary=official.summary or "",
        tiles=_tiles(said, naming),
        roles=_roles(official, said, desk),
        ledger=(),
        pager=None,
        total=counted(len(said), "statement"),
        mentions=(),
        speaks_about=tallies(
            chain.from_iterable(one.topics for one in said),
            lambda topic: topic_link(topic, site),
            _MOST_TALLIES,
        ),
        named_with=tallies(others, lambda one: official_link(one, site), _MOST_TALLIES),
        places=tallies(
            (one.place for one in said if one.place),
            lambda place: place_link(place, site),
            _MOST_TALLIES,
        ),
        also_written=tuple(
            f"{other.name} ({other.note})" if other.note else other.name
            for other in official.other_names
        ),
        links=tuple(Link(one.note or one.url, one.url) for one in official.links),
        identifiers=tuple(f"{one.scheme}: {one.identifier}" for one in official.identifiers),
        sources=_sources(official.sources, desk),
        feeds=feed_links(url, official.name),
    )


def _portrait(official: Official, desk: Desk) -> Picture | None:
    asset = desk.site.assets.get(official.image or "")
    if asset is None:
        return None
    return picture(asset, official.image_alt or "", official.image_credit or "")


def _office_now(official: Official, today: date | None) -> str:
    """Name the office held on the newest day of the book, or the last one held before it."""
    role = present_or_last(official.roles, today) if today else None
    if role is None or today is None:
        return ""
    office = capitalized(office_words(role, former=False))
    return office if holds(role, today) else f"{office}, {_span(role)}"


def _span(role: Role) -> str:
    start = when(role.start_date).text if role.start_date else ""
    end = when(role.end_date).text if role.end_date else ""
    return held_between(start, end)


def _tiles(said: Sequence[Statement], naming: Sequence[Briefing]) -> tuple[Tile, ...]:
    days = sorted((one.date for one in said), key=lambda day: (day.first, day.text))
    tiles = [
        Tile(f"{len(said):,}", counted(len(said), "statement").words + " on the record"),
        Tile(f"{len(naming):,}", counted(len(naming), "briefing").words),
    ]
    if days:
        tiles.append(Tile(when(days[0]).text, "first, in this book"))
        tiles.append(Tile(when(days[-1]).text, "latest"))
    return tuple(tiles)


def _roles(official: Official, said: Sequence[Statement], desk: Desk) -> tuple[RoleLine, ...]:
    spoken_in = Counter(one.held.role for one in said if one.held.role)
    return tuple(_role_line(role, spoken_in[role], desk) for role in newest_first(official.roles))


def _role_line(role: Role, statements: int, desk: Desk) -> RoleLine:
    today = desk.lookup.today
    return RoleLine(
        label=role.label,
        organization=organization_link(role.organization, desk.site),
        start=_when(role.start_date),
        end=_when(role.end_date),
        acting=role.acting,
        current=today is not None and holds(role, today),
        statements=counted(statements, "statement"),
        sources=_sources(role.sources, desk),
    )


def _when(day: PartialDate | None) -> When | None:
    return when(day) if day else None


def _sources(ids: Sequence[str], desk: Desk) -> tuple[Link, ...]:
    lines = (
        source_line(SourceRef(id=one), desk.site, language=desk.config.language) for one in ids
    )
    return tuple(Link(line.publisher or line.title, line.url) for line in lines)


def _ledger(
    said: Sequence[Statement], official: Official, desk: Desk
) -> tuple[StatementGroup, ...]:
    """Group statements under the office held that day; a return to an office is a new group."""
    groups = []
    for office, statements in runs(said, lambda one: _office_heading(one, official)):
        role = statements[0].held.role
        note = _span(role) if role else ""
        groups.append(StatementGroup(office, note, desk.cards.of_statements(statements)))
    return tuple(groups)


def _office_heading(statement: Statement, official: Official) -> str:
    words = office_on(statement.held, official, None)
    return capitalized(words.office.removeprefix("then ") or words.note) or NO_OFFICE


def _mentions(official: str, naming: Sequence[Briefing], desk: Desk) -> tuple[MentionGroup, ...]:
    groups = []
    for briefing in naming:
        sentences = dict.fromkeys(
            one.sentence for one in briefing.mentions if one.official == official
        )
        if sentences:
            groups.append(MentionGroup(desk.cards.briefings[briefing.id], tuple(sentences)))
    return tuple(groups)
