from datetime import date

import pytest

from generator.model.offices import holds, newest_first, present_or_last
from generator.model.people import Role
from tests.builders import role

MAYOR = role("Mayor of Halden", "2014-03-05", "2018-06-30")
MINISTER = role("Minister of Estara", "2019-01-15", "2024-07-15")
PREMIER = role("Premier of Estara", "2024-07-15")
OPEN = role("Envoy of Estara")
YEARS = role("Judge of Estara", "2015", "2019")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param(date(2014, 12, 31), False, id="before"),
        pytest.param(date(2015, 1, 1), True, id="perhaps"),
        pytest.param(date(2019, 12, 31), True, id="perhaps-still"),
        pytest.param(date(2020, 1, 1), False, id="after"),
    ],
)
def test_a_role_with_partial_dates_may_be_held_on_any_day_they_allow(
    asked: date, *, expected: bool
) -> None:
    assert holds(YEARS, asked) is expected


def test_roles_are_listed_newest_first_and_undated_ones_last() -> None:
    roles = (OPEN, MAYOR, PREMIER, MINISTER)

    assert newest_first(roles) == (PREMIER, MINISTER, MAYOR, OPEN)


def test_of_roles_with_the_same_start_the_open_one_comes_first() -> None:
    closed, still = role("Closed", "2020", "2021"), role("Open", "2020")

    assert newest_first((closed, still)) == (still, closed)


@pytest.mark.parametrize(
    ("roles", "day", "expected"),
    [
        pytest.param((MAYOR, MINISTER), date(2020, 1, 1), MINISTER, id="the-one-held"),
        pytest.param((MAYOR, MINISTER), date(2018, 9, 1), MAYOR, id="the-last-in-a-gap"),
        pytest.param((MAYOR, MINISTER), date(2030, 1, 1), MINISTER, id="the-last-of-two"),
        pytest.param((MAYOR, PREMIER), date(2020, 1, 1), MAYOR, id="none-that-begins-later"),
        pytest.param((PREMIER,), date(2020, 1, 1), None, id="nothing-before-the-first"),
        pytest.param((MINISTER, PREMIER), date(2024, 7, 15), PREMIER, id="the-newest-of-two-held"),
        pytest.param((), date(2020, 1, 1), None, id="no-roles"),
    ],
)
def test_someone_is_introduced_with_the_office_of_the_day_or_the_last_before(
    roles: tuple[Role, ...], day: date, expected: Role | None
) -> None:
    assert present_or_last(roles, day) == expected


def test_of_offices_held_at_once_the_one_that_ranks_first_introduces_someone() -> None:
    first, second = role("Premier", "2020", rank=1), role("Party leader", "2021", rank=2)

    assert present_or_last((second, first), date(2022, 1, 1)) == first
