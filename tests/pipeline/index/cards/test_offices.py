from datetime import date

import pytest

from generator.model.people import Role
from generator.model.site import Held
from generator.pipeline.index.cards.offices import office_on, offices_of
from tests.builders import MINISTER, WORDS, official, role

TODAY = date(2024, 11, 14)


def held(one: Role) -> Held:
    return Held("computed", one)


def test_an_office_still_held_is_named_plainly() -> None:
    now = role(MINISTER, "2023-01-01")

    words = office_on(held(now), official("ana-petrova", now), TODAY, WORDS)

    assert (words.office, words.note) == (MINISTER, "")


def test_an_office_held_until_the_newest_day_is_still_held() -> None:
    ending = role(MINISTER, "2023-01-01", "2024-11-14")

    words = office_on(held(ending), official("ana-petrova", ending), TODAY, WORDS)

    assert words.office == MINISTER


def test_an_office_that_ended_is_of_then() -> None:
    before = role(MINISTER, "2020-01-01", "2024-11-13", acting=True)

    words = office_on(held(before), official("ana-petrova", before), TODAY, WORDS)

    assert words.office == f"then acting {MINISTER}"


def test_an_office_held_a_second_time_is_not_of_then() -> None:
    first, second = role(MINISTER, "2015-01-01", "2018-01-01"), role(MINISTER, "2023-01-01")

    words = office_on(held(first), official("ana-petrova", first, second), TODAY, WORDS)

    assert words.office == MINISTER


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
    words = office_on(found, official(), TODAY, WORDS)

    assert (words.office, words.note) == ("", note)


def test_offices_worded_once_are_worded_alike() -> None:
    first, second = role(MINISTER, "2015-01-01", "2018-01-01"), role("Mayor", "2019-01-01")
    acting = role("Mayor", "2018-02-01", "2018-12-31", acting=True)
    ana, jan = official("ana-petrova", first, second, acting), official("jan-visser", first)
    asked = [
        (one, who)
        for one in (held(first), held(second), held(acting), Held("gap"), Held("unnamed"))
        for who in (ana, jan, None)
    ]
    worded = offices_of(TODAY, WORDS)

    found = [worded(*one) for one in (*asked, *asked)]

    assert found == [office_on(*one, TODAY, WORDS) for one in (*asked, *asked)]
