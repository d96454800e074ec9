"""The registers from A to Z: officials, organizations, places."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase
from typing import Final

from generator.model import addresses
from generator.model.offices import holds, present_or_last
from generator.model.page import Page
from generator.model.people import Official, Role
from generator.model.site import Briefing, Statement
from generator.model.views.parts import Link, Row, When
from generator.model.views.people import Letter, RegisterView
from generator.model.views.site import Head
from generator.pipeline.index.cards.cards import tallied
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.heads import page_head, part_head
from generator.pipeline.index.paging import paginate
from generator.pipeline.index.wording.date_words import when
from generator.pipeline.index.wording.order import filed_name, initial, name_key
from generator.pipeline.index.wording.words import (
    PAGES,
    REGISTER_FILTERS,
    REGISTER_INTROS,
    Noun,
    capitalized,
    counted,
    held_between,
    office_words,
    register_title,
)

_MOST_ON_A_PAGE: Final = 400
"""A register with more entries has a page for each letter."""


@dataclass(frozen=True, slots=True)
class _Filed:
    """A row and the name that it is filed under."""

    name: str
    row: Row


def register_pages(desk: Desk) -> tuple[Page, ...]:
    """Give the registers of officials, organizations and places."""
    site = desk.site
    officials = [_official(one, desk) for one in site.officials.values()]
    return (
        *_register("officials", "official", officials, desk),
        *_register("organizations", "organization", _organizations(desk), desk),
        *_register("places", "place", _places(desk), desk),
    )


def _register(kind: str, noun: Noun, filed: Iterable[_Filed], desk: Desk) -> Iterator[Page]:
    """Give a register: one page, or one that lists the letters and a page for each."""
    in_order = sorted(filed, key=lambda one: (name_key(one.name), one.row.link.url))
    letters = _letters(in_order)
    url = addresses.section(kind)
    whole = RegisterView(
        crumbs=(),
        title=PAGES[kind],
        intro=REGISTER_INTROS[kind],
        filter_label=REGISTER_FILTERS[kind],
        letters=letters,
        alphabet=_alphabet({one.letter: f"#{one.anchor}" for one in letters}),
        divided=(),
        pager=None,
        total=counted(len(in_order), noun),
    )
    head = page_head(desk.config, PAGES[kind], section=url, description=whole.intro)
    if len(in_order) <= _MOST_ON_A_PAGE:
        yield Page(url, "register.html", whole, head)
        return
    places = {one.letter: addresses.letter(kind, one.letter) for one in letters}
    sizes = ((Link(one.letter, places[one.letter]), len(one.rows)) for one in letters)
    divided = replace(whole, letters=(), divided=tallied(sizes), alphabet=_alphabet(places))
    yield Page(url, "register.html", divided, head)
    yield from (page for one in letters for page in _letter_pages(one, kind, divided, head, noun))


def _letter_pages(
    letter: Letter, kind: str, divided: RegisterView, head: Head, noun: Noun
) -> Iterator[Page]:
    """Give the pages of one letter of a long register."""
    title = register_title(divided.title, letter.letter)
    for part in paginate(letter.rows, addresses.letter(kind, letter.letter), _MOST_ON_A_PAGE):
        view = replace(
            divided,
            crumbs=(Link(divided.title, head.section),),
            title=title,
            intro="",
            letters=(replace(letter, rows=part.items),),
            divided=(),
            pager=part.pager,
            total=counted(len(part.items), noun),
        )
        yield Page(
            part.url, "register.html", view, part_head(replace(head, title=title), part.pager)
        )


def _letters(in_order: Sequence[_Filed]) -> tuple[Letter, ...]:
    found: dict[str, list[Row]] = {}
    for one in in_order:
        found.setdefault(initial(one.name), []).append(one.row)
    return tuple(
        Letter(letter, f"letter-{letter.lower() if letter != '#' else 'other'}", tuple(rows))
        for letter, rows in sorted(found.items())
    )


def _alphabet(places: Mapping[str, str]) -> tuple[Link, ...]:
    """List every letter with the place of those that have one."""
    return tuple(Link(one, places.get(one, "")) for one in sorted({*ascii_uppercase, *places}))


def _official(official: Official, desk: Desk) -> _Filed:
    today = desk.lookup.today
    said = desk.lookup.statements_by.get(official.id, ())
    role = present_or_last(official.roles, today) if today else None
    in_office = role is not None and today is not None and holds(role, today)
    row = Row(
        link=Link(filed_name(official), addresses.thing("officials", official.id)),
        note=_office(role, held=in_office) if role else "",
        count=counted(len(said), "statement"),
        latest=_latest_statement(said),
        former=not in_office,
    )
    return _Filed(filed_name(official), row)


def _office(role: Role, *, held: bool) -> str:
    office = capitalized(office_words(role, former=False))
    end = when(role.end_date).text if role.end_date else ""
    return office if held else f"{office}, {held_between('', end)}"


def _organizations(desk: Desk) -> Iterable[_Filed]:
    said = desk.lookup.statements_of
    for one in desk.site.organizations.values():
        note = one.classification or ""
        link = Link(
            _with_abbreviation(one.name, one.abbreviation), addresses.thing("organizations", one.id)
        )
        yield _filed(one.name, link, note, said.get(one.id, ()))


def _with_abbreviation(name: str, abbreviation: str | None) -> str:
    return f"{name} ({abbreviation})" if abbreviation and abbreviation not in name else name


def _filed(name: str, link: Link, note: str, said: Sequence[Statement]) -> _Filed:
    count = counted(len(said), "statement")
    return _Filed(name, Row(link, capitalized(note), count, _latest_statement(said)))


def _places(desk: Desk) -> Iterable[_Filed]:
    about: Mapping[str, Sequence[Briefing]] = desk.lookup.briefings_at
    for one in desk.site.places.values():
        said = desk.lookup.statements_at.get(one.id, ())
        briefings = about.get(one.id, ())
        note = counted(len(briefings), "briefing")
        link = Link(one.name, addresses.thing("places", one.id))
        words = f"{note.number} {note.words}" if note.number else ""
        yield _filed(one.name, link, words, said)


def _latest_statement(said: Sequence[Statement]) -> When | None:
    return when(said[0].date) if said else None
