"""The pages of organizations and places: facts, people, statements, briefings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.model import addresses
from generator.model.later import changed, later
from generator.model.offices import holds
from generator.model.outline import Outline
from generator.model.page import Page, Shown
from generator.model.people import Official, OtherName, Role
from generator.model.site import Statement
from generator.model.subjects import Organization, Place
from generator.model.views.parts import Link, Row, StatementGroup, Tile
from generator.model.views.people import SubjectView
from generator.pipeline.index.asking import days_of
from generator.pipeline.index.cards.cards import count_tile
from generator.pipeline.index.cards.links import organization_link, section_link
from generator.pipeline.index.cards.offices import with_roles
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.heads import page_head, part_head
from generator.pipeline.index.paging import longer, paginate, part_at, part_of, runs
from generator.pipeline.index.plan import Plan, planned
from generator.pipeline.index.wording.order import filed_name, name_key
from generator.pipeline.index.wording.sentences import (
    capitalized,
    coordinates,
    held_between,
    office_held,
    office_words,
)
from generator.pipeline.index.wording.words import FACTS, LATEST, Words
from generator.text.dates import month_of

Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Listed:
    """What the page of something lists."""

    said: Sequence[Statement]
    briefings: Sequence[Outline]


def subject_pages(plan: Plan) -> Iterator[Page]:
    """Plan the pages of every organization and place; a long ledger has several."""
    said, briefings = plan.found.statements, plan.found.briefings
    for one in plan.book.organizations:
        # As many briefings as report it have no more parts than what is reported.
        yield from _parts("organizations", one, said.of.get(one, ()), plan)
    for one in plan.book.places:
        listed = longer(said.at.get(one, ()), briefings.at.get(one, ()))
        yield from _parts("places", one, listed, plan)


def _parts(section: str, identifier: str, listed: Sequence[object], plan: Plan) -> Iterator[Page]:
    for part in paginate(listed, addresses.thing(section, identifier), plan.config.pages_per_list):
        yield planned(part.url, "subject.html", _shown, section, identifier, part.number)


def _listed(section: str, identifier: str, desk: Desk) -> _Listed:
    lookup = desk.lookup
    if section == "organizations":
        said, briefings = lookup.statements_of, lookup.briefings_reporting
    else:
        said, briefings = lookup.statements_at, lookup.briefings_at
    return _Listed(said.get(identifier, ()), briefings.get(identifier, ()))


def _shown(desk: Desk, section: str, identifier: str, number: int) -> Shown:
    url, size = addresses.thing(section, identifier), desk.config.pages_per_list
    listed = _listed(section, identifier, desk)
    part = part_at(longer(listed.said, listed.briefings), url, size, number)
    view = changed(
        (_organization_view if section == "organizations" else _place_view)(desk, identifier),
        holders=later(partial(desk.once, _holder_rows, identifier)) if number == 1 else (),
        ledger=later(partial(_ledger, part_of(listed.said, number, size), desk)),
        briefings=later(partial(desk.cards.of_briefings, part_of(listed.briefings, number, size))),
        pager=part.pager,
    )
    head = page_head(
        desk.config,
        view.title,
        section=addresses.section(section),
        description=view.note or view.title,
    )
    return Shown(view, part_head(head, part.pager, desk.words))


def _ledger(said: Iterable[Statement], desk: Desk) -> tuple[StatementGroup, ...]:
    heading = desk.words.dates.month_heading
    return tuple(
        StatementGroup(heading(*month), "", desk.cards.of_statements(statements))
        for month, statements in runs(said, lambda one: month_of(one.date))
    )


def _organization_view(desk: Desk, identifier: str) -> SubjectView:
    one, lookup = desk.site.organizations[identifier], desk.lookup
    parts = lookup.parts_of.get(identifier, ())
    above = (organization_link(one.parent, desk.site),) if one.parent else ()
    return SubjectView(
        crumbs=(section_link("organizations", desk.words), *above),
        title=one.name,
        note=capitalized(one.classification or ""),
        tiles=_tiles(_listed("organizations", identifier, desk), desk.words),
        facts=_organization_facts(one, desk.words),
        holders=(),
        parts=tuple(organization_link(part.id, desk.site) for part in parts),
        links=tuple(Link(link.note or link.url, link.url) for link in one.links),
        ledger=(),
        briefings=(),
        pager=None,
    )


def _place_view(desk: Desk, identifier: str) -> SubjectView:
    place, words = desk.site.places[identifier], desk.words
    return SubjectView(
        crumbs=(section_link("places", words),),
        title=place.name,
        note="",
        tiles=_tiles(_listed("places", identifier, desk), words),
        facts=_place_facts(place, words),
        holders=(),
        parts=(),
        links=(),
        ledger=(),
        briefings=(),
        pager=None,
    )


def _tiles(listed: _Listed, words: Words) -> tuple[Tile, ...]:
    tiles = (
        count_tile(words.counted(len(listed.said), "statement"), words),
        count_tile(words.counted(len(listed.briefings), "briefing"), words),
    )
    days = days_of(listed.said)[:1]
    return (*tiles, *(Tile(words.dates.when(day).text, words.say(LATEST)) for day in days))


def _organization_facts(one: Organization, words: Words) -> Facts:
    when = words.dates.when
    return _stated(
        words,
        ("abbreviation", one.abbreviation),
        ("also called", _names(one.other_names)),
        ("area", one.area),
        ("founded", when(one.founding_date).text if one.founding_date else None),
        ("dissolved", when(one.dissolution_date).text if one.dissolution_date else None),
        *((identifier.scheme, identifier.identifier) for identifier in one.identifiers),
    )


def _place_facts(place: Place, words: Words) -> Facts:
    known = place.lat is not None and place.lon is not None
    where = coordinates(place.lat or 0.0, place.lon or 0.0, words) if known else None
    return _stated(
        words,
        ("also called", _names(place.other_names)),
        ("country", place.country),
        ("where", where),
    )


def _names(names: Iterable[OtherName]) -> str:
    return "; ".join(one.name for one in names)


def _stated(words: Words, *facts: tuple[str, str | None]) -> Facts:
    return tuple(
        (words.say(FACTS[name]) if name in FACTS else name, value) for name, value in facts if value
    )


def _holder_rows(desk: Desk, organization: str) -> tuple[Row, ...]:
    held = desk.lookup.holders.get(organization, ())
    rows = [_holder_row(official, role, desk) for official, role in held]
    return tuple(sorted(rows, key=lambda row: (row.former, name_key(row.link.text), row.note)))


def _holder_row(official: Official, role: Role, desk: Desk) -> Row:
    today = desk.lookup.today
    said = desk.lookup.statements_by.get(official.id, ())
    dates = [one.date for one, spoken_in in with_roles(said, official) if spoken_in == role]
    term = (role.start_date, role.end_date)
    start, end = (desk.words.dates.when(day).text if day else "" for day in term)
    office = capitalized(office_words(role, desk.words, former=False))
    return Row(
        link=Link(filed_name(official), addresses.thing("officials", official.id)),
        note=office_held(office, held_between(start, end, desk.words), desk.words),
        count=desk.words.counted(len(dates), "statement"),
        latest=desk.words.dates.when(dates[0]) if dates else None,
        former=today is None or not holds(role, today),
    )
