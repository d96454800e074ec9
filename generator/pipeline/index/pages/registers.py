"""The registers from A to Z: officials, organizations, places."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase
from typing import Final, cast

from generator.model import addresses
from generator.model.offices import holds, present_or_last
from generator.model.page import Page, Shown
from generator.model.people import Official, Role
from generator.model.site import Site, Statement
from generator.model.views.parts import Link, Row, When
from generator.model.views.people import Letter, RegisterView
from generator.pipeline.index.asking import days_of
from generator.pipeline.index.cards.cards import tallied
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.drawings.periods import Periods
from generator.pipeline.index.heads import page_head, part_head
from generator.pipeline.index.pages.trends import rhythm, statements_sparkline
from generator.pipeline.index.paging import paginate, part_at
from generator.pipeline.index.plan import Plan, planned
from generator.pipeline.index.wording.order import filed_name, initial, name_key
from generator.pipeline.index.wording.sentences import (
    capitalized,
    held_between,
    office_held,
    office_words,
    register_title,
)
from generator.pipeline.index.wording.words import (
    PAGES,
    REGISTER_FILTERS,
    REGISTER_INTROS,
    Noun,
    Words,
)

_MOST_ON_A_PAGE: Final = 400
"""A register with more entries has a page for each letter."""


@dataclass(frozen=True, slots=True)
class _Filed:
    """A row and the name that it is filed under."""

    name: str
    row: Row


_NOUNS: Final[Mapping[str, Noun]] = {
    "officials": "official",
    "organizations": "organization",
    "places": "place",
}


def register_pages(plan: Plan) -> Iterator[Page]:
    """Plan the registers: each one page, or one that lists the letters and a page for each."""
    for kind, names in _names(plan.book).items():
        yield planned(addresses.section(kind), "register.html", _register, kind)
        letters = Counter(map(initial, names)) if len(names) > _MOST_ON_A_PAGE else {}
        for letter in sorted(letters):
            rows, url = range(letters[letter]), addresses.letter(kind, letter)
            for part in paginate(rows, url, _MOST_ON_A_PAGE):
                yield planned(part.url, "register.html", _letter, kind, letter, part.number)


def _names(book: Site) -> Mapping[str, Sequence[str]]:
    """Give the names that each register files."""
    return {
        "officials": [filed_name(one) for one in book.officials.values()],
        "organizations": [one.name for one in book.organizations.values()],
        "places": [one.name for one in book.places.values()],
    }


def _letters_of(desk: Desk, kind: str) -> tuple[Letter, ...]:
    """Give all rows of a register by letter."""
    filed = sorted(_filed_in(kind, desk), key=lambda one: (name_key(one.name), one.row.link.url))
    return _letters(filed)


def _filed_in(kind: str, desk: Desk) -> Iterable[_Filed]:
    match kind:
        case "officials":
            periods = rhythm(desk)
            return [_official(one, periods, desk) for one in desk.site.officials.values()]
        case "organizations":
            return _organizations(desk)
        case _:
            return _places(desk)


def _is_long(letters: Iterable[Letter]) -> bool:
    return sum(len(one.rows) for one in letters) > _MOST_ON_A_PAGE


def _register(desk: Desk, kind: str) -> Shown:
    letters, words = desk.once(_letters_of, kind), desk.words
    whole = RegisterView(
        crumbs=(),
        title=words.say(PAGES[kind]),
        intro=words.say(REGISTER_INTROS[kind]),
        filter_label=words.say(REGISTER_FILTERS[kind]),
        letters=letters,
        alphabet=_alphabet({one.letter: f"#{one.anchor}" for one in letters}),
        divided=(),
        pager=None,
        total=words.counted(sum(len(one.rows) for one in letters), _NOUNS[kind]),
    )
    url = addresses.section(kind)
    head = page_head(desk.config, whole.title, section=url, description=whole.intro)
    if not _is_long(letters):
        return Shown(whole, head)
    places = {one.letter: addresses.letter(kind, one.letter) for one in letters}
    sizes = ((Link(one.letter, places[one.letter]), len(one.rows)) for one in letters)
    divided = replace(whole, letters=(), divided=tallied(sizes), alphabet=_alphabet(places))
    return Shown(divided, head)


def _letter(desk: Desk, kind: str, wanted: str, number: int) -> Shown:
    """Show a part of one letter of a long register."""
    register = desk.once(_register, kind)
    divided, head = cast("RegisterView", register.view), register.head
    letter = next(one for one in desk.once(_letters_of, kind) if one.letter == wanted)
    part = part_at(letter.rows, addresses.letter(kind, wanted), _MOST_ON_A_PAGE, number)
    title = register_title(divided.title, wanted, desk.words)
    view = replace(
        divided,
        crumbs=(Link(divided.title, head.section),),
        title=title,
        intro="",
        letters=(replace(letter, rows=tuple(part.items)),),
        divided=(),
        pager=part.pager,
        total=desk.words.counted(len(part.items), _NOUNS[kind]),
    )
    return Shown(view, part_head(replace(head, title=title), part.pager, desk.words))


def _letters(in_order: Sequence[_Filed]) -> tuple[Letter, ...]:
    found: dict[str, list[Row]] = {}
    for one in in_order:
        found.setdefault(initial(one.name), []).append(one.row)
    return tuple(
        Letter(letter, f"letter-{letter.lower() if letter != '#' else 'other'}", tuple(rows))
        for letter, rows in sorted(found.items())
    )


def _alphabet(places: Mapping[str, str]) -> tuple[Link, ...]:
    """List every letter with the place of those that have one; A to Z only in that script."""
    latin = ascii_uppercase if any(one in ascii_uppercase for one in places) else ""
    return tuple(Link(one, places.get(one, "")) for one in sorted({*latin, *places}))


def _official(official: Official, periods: Periods | None, desk: Desk) -> _Filed:
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
        sparkline=statements_sparkline(said, periods, desk.words) if periods else None,
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
    for one in desk.site.places.values():
        said = desk.lookup.statements_at.get(one.id, ())
        briefings = desk.lookup.briefings_at.get(one.id, ())
        note = desk.words.number_of(len(briefings), "briefing") if briefings else ""
        link = Link(one.name, addresses.thing("places", one.id))
        yield _filed(link, note, said, desk.words, name=one.name)


def _latest_statement(said: Sequence[Statement], words: Words) -> When | None:
    days = days_of(said)
    return words.dates.when(days[0]) if days else None
