"""The registers from A to Z: officials, organizations, places."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from generator.model import addresses
from generator.model.offices import holds, present_or_last
from generator.model.page import Page
from generator.model.people import Official, Role
from generator.model.site import Briefing, Statement
from generator.model.views.parts import Link, Row, When
from generator.model.views.people import Letter, RegisterView
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.heads import page_head
from generator.pipeline.index.wording.order import filed_name, initial, name_key
from generator.pipeline.index.wording.sentences import (
    capitalized,
    held_between,
    office_held,
    office_words,
)
from generator.pipeline.index.wording.words import (
    PAGES,
    REGISTER_FILTERS,
    REGISTER_INTROS,
    Noun,
    Words,
)


@dataclass(frozen=True, slots=True)
class _Filed:
    """A row and the name that it is filed under."""

    name: str
    row: Row


def register_pages(desk: Desk) -> tuple[Page, ...]:
    """Give the registers of officials, organizations and places."""
    site = desk.site
    return (
        _register(
            "officials", "official", [_official(one, desk) for one in site.officials.values()], desk
        ),
        _register("organizations", "organization", _organizations(desk), desk),
        _register("places", "place", _places(desk), desk),
    )


def _register(kind: str, noun: Noun, filed: Iterable[_Filed], desk: Desk) -> Page:
    in_order = sorted(filed, key=lambda one: (name_key(one.name), one.row.link.url))
    letters, words = _letters(in_order), desk.words
    view = RegisterView(
        title=words.say(PAGES[kind]),
        intro=words.say(REGISTER_INTROS[kind]),
        filter_label=words.say(REGISTER_FILTERS[kind]),
        letters=letters,
        alphabet=_alphabet(letters),
        total=words.counted(len(in_order), noun),
    )
    url = addresses.section(kind)
    head = page_head(desk.config, view.title, section=url, description=view.intro)
    return Page(url, "register.html", view, head)


def _letters(in_order: Sequence[_Filed]) -> tuple[Letter, ...]:
    found: dict[str, list[Row]] = {}
    for one in in_order:
        found.setdefault(initial(one.name), []).append(one.row)
    return tuple(
        Letter(letter, f"letter-{letter.lower() if letter != '#' else 'other'}", tuple(rows))
        for letter, rows in sorted(found.items())
    )


def _alphabet(letters: Sequence[Letter]) -> tuple[Link, ...]:
    anchors = {one.letter: f"#{one.anchor}" for one in letters}
    return tuple(Link(one, anchors.get(one, "")) for one in sorted({*ascii_uppercase, *anchors}))


def _official(official: Official, desk: Desk) -> _Filed:
    today = desk.lookup.today
    said = desk.lookup.statements_by.get(official.id, ())
    role = present_or_last(official.roles, today) if today else None
    in_office = role is not None and today is not None and holds(role, today)
    row = Row(
        link=Link(filed_name(official), addresses.thing("officials", official.id)),
        note=_office(role, desk.words, held=in_office) if role else "",
        count=desk.words.counted(len(said), "statement"),
        latest=_latest_statement(said, desk.words),
        former=not in_office,
    )
    return _Filed(filed_name(official), row)


def _office(role: Role, words: Words, *, held: bool) -> str:
    office = capitalized(office_words(role, words, former=False))
    end = words.dates.when(role.end_date).text if role.end_date else ""
    return office if held else office_held(office, held_between("", end, words), words)


def _organizations(desk: Desk) -> Iterable[_Filed]:
    said = desk.lookup.statements_of
    for one in desk.site.organizations.values():
        note = one.classification or ""
        link = Link(
            _with_abbreviation(one.name, one.abbreviation), addresses.thing("organizations", one.id)
        )
        yield _filed(link, note, said.get(one.id, ()), desk.words, name=one.name)


def _with_abbreviation(name: str, abbreviation: str | None) -> str:
    return f"{name} ({abbreviation})" if abbreviation and abbreviation not in name else name


def _filed(link: Link, note: str, said: Sequence[Statement], words: Words, *, name: str) -> _Filed:
    count = words.counted(len(said), "statement")
    return _Filed(name, Row(link, capitalized(note), count, _latest_statement(said, words)))


def _places(desk: Desk) -> Iterable[_Filed]:
    about: Mapping[str, Sequence[Briefing]] = desk.lookup.briefings_at
    for one in desk.site.places.values():
        said = desk.lookup.statements_at.get(one.id, ())
        briefings = about.get(one.id, ())
        note = desk.words.number_of(len(briefings), "briefing") if briefings else ""
        link = Link(one.name, addresses.thing("places", one.id))
        yield _filed(link, note, said, desk.words, name=one.name)


def _latest_statement(said: Sequence[Statement], words: Words) -> When | None:
    return words.dates.when(said[0].date) if said else None
