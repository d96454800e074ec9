"""The page of an official: offices held, what was said in each, and where texts name them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from itertools import chain

from generator.model import addresses
from generator.model.briefing import SourceRef
from generator.model.later import changed, later
from generator.model.offices import holds, newest_first, present_or_last
from generator.model.outline import Outline
from generator.model.page import Page, Shown
from generator.model.people import Official, Role
from generator.model.site import Statement
from generator.model.views.parts import Link, Picture, StatementGroup, Tally, Tile, When
from generator.model.views.people import MentionGroup, OfficialView, RoleLine
from generator.model.views.site import Head
from generator.pipeline.index.asking import days_of, points_of_briefings, points_of_statements
from generator.pipeline.index.cards.cards import count_tile, tallies
from generator.pipeline.index.cards.links import (
    official_link,
    organization_link,
    picture,
    place_link,
    section_link,
    topic_link,
)
from generator.pipeline.index.cards.offices import office_on, with_roles
from generator.pipeline.index.cards.source_lines import source_line
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.heads import page_head, part_head, with_card
from generator.pipeline.index.pages.drawn_people import posts_of
from generator.pipeline.index.pages.ledger_topics import ledger_topics, topics_of
from generator.pipeline.index.pages.linked_data import official_linked_data
from generator.pipeline.index.paging import longer, paginate, part_at, part_of, runs
from generator.pipeline.index.plan import Plan, planned
from generator.pipeline.index.wording.initials import initials
from generator.pipeline.index.wording.sentences import (
    capitalized,
    held_between,
    office_held,
    office_words,
)
from generator.pipeline.index.wording.words import LATEST, NO_OFFICE, Words
from generator.text.dates import PartialDate
from generator.text.language import plural

_MOST_TALLIES = 8


def official_pages(plan: Plan) -> Iterator[Page]:
    """Plan the pages of every official; long lists of words and of mentions have several."""
    said, naming = plan.found.statements.by, plan.found.briefings.with_name
    for one in plan.book.officials:
        listed, url = (
            longer(said.get(one, ()), naming.get(one, ())),
            addresses.thing("officials", one),
        )
        for part in paginate(listed, url, plan.config.pages_per_list):
            yield planned(part.url, "official.html", _shown, one, part.number)


def _shown(desk: Desk, identifier: str, number: int) -> Shown:
    official, size = desk.site.officials[identifier], desk.config.pages_per_list
    said = desk.lookup.statements_by.get(identifier, ())
    naming = desk.lookup.briefings_with_name.get(identifier, ())
    url = addresses.thing("officials", identifier)
    part = part_at(longer(said, naming), url, size, number)
    here = part_of(said, number, size)
    mentions = part_of(naming, number, size)
    view = changed(
        (_further if number > 1 else official_view)(desk, identifier),
        ledger=later(partial(_ledger, here, desk)),
        topics=later(partial(ledger_topics, here, desk)),
        topics_of=later(partial(topics_of, here)),
        mentions=later(partial(_mentions, identifier, mentions, desk)),
        pager=part.pager,
    )
    return Shown(view, _head(official, view, desk))


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
    data = later(partial(official_linked_data, official, desk)) if first else ""
    return part_head(changed(head, type="profile", linked_data=data), view.pager, desk.words)


def official_view(desk: Desk, identifier: str) -> OfficialView:
    """Show an official, without the long lists that are divided into parts."""
    return changed(
        _further(desk, identifier),
        roles=later(partial(desk.once, _roles, identifier)),
        posts=later(partial(desk.once, posts_of, identifier)),
        speaks_about=later(partial(desk.once, _speaks_about, identifier)),
        named_with=later(partial(desk.once, _named_with, identifier)),
        places=later(partial(desk.once, _places, identifier)),
    )


def _further(desk: Desk, identifier: str) -> OfficialView:
    """Show what every part shows; further ones carry the lists on and add nothing else."""
    lookup, site = desk.lookup, desk.site
    official = site.officials[identifier]
    said = lookup.statements_by.get(official.id, ())
    naming = lookup.briefings_naming.get(official.id, ())
    return OfficialView(
        crumbs=(section_link("officials", desk.words),),
        name=official.name,
        portrait=_portrait(official, desk),
        initials=initials(official),
        now=_office_now(official, lookup.today, desk.words),
        summary=official.summary or "",
        tiles=_tiles(said, naming, desk.words),
        roles=(),
        posts=None,
        ledger=(),
        topics=(),
        topics_of={},
        pager=None,
        total=desk.words.counted(len(said), "statement"),
        mentions=(),
        speaks_about=(),
        named_with=(),
        places=(),
        also_written=tuple(
            f"{other.name} ({other.note})" if other.note else other.name
            for other in official.other_names
        ),
        links=tuple(Link(one.note or one.url, one.url) for one in official.links),
        identifiers=tuple(f"{one.scheme}: {one.identifier}" for one in official.identifiers),
        sources=later(partial(_sources, official.sources, desk)),
        feeds=desk.feeds_of("officials", identifier, official.name),
    )


def _speaks_about(desk: Desk, official: str) -> tuple[Tally, ...]:
    said = desk.lookup.statements_by.get(official, ())
    topics = chain.from_iterable(one.topics for one in points_of_statements(said))
    return tallies(topics, lambda topic: topic_link(topic, desk.site), _MOST_TALLIES)


def _named_with(desk: Desk, official: str) -> tuple[Tally, ...]:
    naming = desk.lookup.briefings_naming.get(official, ())
    others = (
        one for each in points_of_briefings(naming) for one in each.officials if one != official
    )
    return tallies(others, lambda one: official_link(one, desk.site), _MOST_TALLIES)


def _places(desk: Desk, official: str) -> tuple[Tally, ...]:
    said = desk.lookup.statements_by.get(official, ())
    places = (one.place for one in points_of_statements(said) if one.place)
    return tallies(places, lambda place: place_link(place, desk.site), _MOST_TALLIES)


def _portrait(official: Official, desk: Desk) -> Picture | None:
    asset = desk.site.assets.get(official.image or "")
    if asset is None:
        return None
    return picture(asset, official.image_alt or "", official.image_credit or "")


def _office_now(official: Official, today: date | None, words: Words) -> str:
    """Name the office held on the newest day of the book, or the last one held before it."""
    role = present_or_last(official.roles, today) if today else None
    if role is None or today is None:
        return ""
    office = capitalized(office_words(role, words, former=False))
    return office if holds(role, today) else office_held(office, _span(role, words), words)


def _span(role: Role, words: Words) -> str:
    start = words.dates.when(role.start_date).text if role.start_date else ""
    end = words.dates.when(role.end_date).text if role.end_date else ""
    return held_between(start, end, words)


def _tiles(said: Sequence[Statement], naming: Sequence[Outline], words: Words) -> tuple[Tile, ...]:
    on_record = plural("statement on the record", "statements on the record")
    tiles = [
        Tile(words.language.number(len(said)), words.count(on_record, len(said))),
        count_tile(words.counted(len(naming), "briefing"), words),
    ]
    days = days_of(said)
    if days:
        newest, oldest = (words.dates.when(day).text for day in days)
        tiles.append(Tile(oldest, words.say("first, in this book")))
        tiles.append(Tile(newest, words.say(LATEST)))
    return tuple(tiles)


def _roles(desk: Desk, identifier: str) -> tuple[RoleLine, ...]:
    official, said = desk.site.officials[identifier], desk.lookup.statements_by.get(identifier, ())
    spoken_in = Counter(role for _, role in with_roles(said, official))
    return tuple(_role_line(role, spoken_in[role], desk) for role in newest_first(official.roles))


def _role_line(role: Role, statements: int, desk: Desk) -> RoleLine:
    today = desk.lookup.today
    return RoleLine(
        label=role.label,
        organization=organization_link(role.organization, desk.site),
        start=_when(role.start_date, desk.words),
        end=_when(role.end_date, desk.words),
        acting=role.acting,
        current=today is not None and holds(role, today),
        statements=desk.words.counted(statements, "statement"),
        sources=_sources(role.sources, desk),
    )


def _when(day: PartialDate | None, words: Words) -> When | None:
    return words.dates.when(day) if day else None


def _sources(ids: Sequence[str], desk: Desk) -> tuple[Link, ...]:
    lines = (source_line(SourceRef(id=one), desk.site, desk.words) for one in ids)
    return tuple(Link(line.publisher or line.title, line.url) for line in lines)


def _ledger(said: Sequence[Statement], desk: Desk) -> tuple[StatementGroup, ...]:
    """Group statements under the office held that day; a return to an office is a new group."""
    groups = []
    for office, statements in runs(said, lambda one: _office_heading(one, desk.words)):
        role = statements[0].held.role
        note = _span(role, desk.words) if role else ""
        groups.append(StatementGroup(office, note, desk.cards.of_statements(statements)))
    return tuple(groups)


def _office_heading(statement: Statement, words: Words) -> str:
    held = office_on(statement.held, None, words)
    return capitalized(held.office or held.note) or words.say(NO_OFFICE)


def _mentions(official: str, naming: Sequence[Outline], desk: Desk) -> tuple[MentionGroup, ...]:
    return tuple(
        MentionGroup(
            desk.cards.briefings[one.id], later(partial(_sentences, official, one.id, desk))
        )
        for one in points_of_briefings(naming)
    )


def _sentences(official: str, briefing: str, desk: Desk) -> tuple[str, ...]:
    """Give the sentences in which a briefing names someone, each once."""
    mentions = desk.lookup.briefings[briefing].mentions
    return tuple(dict.fromkeys(one.sentence for one in mentions if one.official == official))
