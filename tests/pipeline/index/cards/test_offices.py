import pytest

from generator.model.people import Role
from generator.model.site import Held
from generator.pipeline.index.cards.offices import office_on, offices_of
from generator.pipeline.index.lookup import Lookup
from tests.builders import MINISTER, WORDS, briefing, official, role, site
from tests.desks import look_up

PETROVA = "ana-petrova"


def lookup(*roles: Role) -> Lookup:
    """Make a book of 14 November 2024 in which someone has held these offices."""
    records = [official(PETROVA, *roles), official("jan-visser", *roles[:1])]
    return look_up(site(briefing("talks", published="2024-11-14"), records=records))


def office(*roles: Role, held: Role) -> str:
    return offices_of(lookup(*roles), WORDS)(Held("computed", held), PETROVA).office


def test_an_office_still_held_is_named_plainly() -> None:
    now = role(MINISTER, "2023-01-01")

    assert office(now, held=now) == MINISTER


def test_an_office_held_until_the_newest_day_is_still_held() -> None:
    ending = role(MINISTER, "2023-01-01", "2024-11-14")

    assert office(ending, held=ending) == MINISTER


def test_an_office_that_ended_is_of_then() -> None:
    before = role(MINISTER, "2020-01-01", "2024-11-13", acting=True)

    assert office(before, held=before) == f"then acting {MINISTER}"


def test_an_office_held_a_second_time_is_not_of_then() -> None:
    first, second = role(MINISTER, "2015-01-01", "2018-01-01"), role(MINISTER, "2023-01-01")

    assert office(first, second, held=first) == MINISTER


def test_where_nobody_asks_for_today_no_office_is_of_then() -> None:
    before = role(MINISTER, "2020-01-01", "2024-11-13")

    assert office_on(Held("computed", before), None, WORDS).office == MINISTER


@pytest.mark.parametrize(
    ("found", "note"),
    [
        (Held("gap"), "no office on record for this day"),
        (
            Held("overlap", None, (role("Mayor"), role("Senator"))),
            "two offices held that day: Mayor; Senator",
        ),
        (
            Held("ambiguous", None, (role("Mayor"), role("Senator"))),
            "the date leaves the office open: Mayor or Senator",
        ),
        (Held("unnamed"), ""),
    ],
)
def test_an_office_that_cannot_be_named_says_why(found: Held, note: str) -> None:
    words = office_on(found, (), WORDS)

    assert (words.office, words.note) == ("", note)


def test_offices_worded_once_are_worded_alike() -> None:
    first, second = role(MINISTER, "2015-01-01", "2018-01-01"), role("Mayor", "2019-01-01")
    acting = role("Mayor", "2018-02-01", "2018-12-31", acting=True)
    book = lookup(first, second, acting)
    held = [Held("computed", one) for one in (first, second, acting)]
    asked = [
        (one, who)
        for one in (*held, Held("gap"), Held("unnamed"))
        for who in (PETROVA, "jan-visser", None)
    ]
    worded = offices_of(book, WORDS)

    found = [worded(*one) for one in (*asked, *asked)]

    in_office = book.in_office
    assert found == [office_on(one, in_office.get(who or ""), WORDS) for one, who in asked * 2]
