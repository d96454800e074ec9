from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pipeline.index.drawings.periods import Periods, Unit
from generator.text.dates import parse_date
from tests.builders import day

NEWEST = date(2024, 11, 14)
"""A Thursday."""
UNITS = st.sampled_from(["week", "month"])


def test_weeks_begin_on_monday_and_the_last_holds_the_newest_day() -> None:
    weeks = Periods("week", NEWEST, 3)

    assert [weeks.start(n) for n in range(3)] == [
        date(2024, 10, 28),
        date(2024, 11, 4),
        date(2024, 11, 11),
    ]
    assert weeks.first_day == date(2024, 10, 28)


def test_months_go_back_over_the_new_year() -> None:
    months = Periods("month", date(2025, 1, 31), 3)

    assert [months.start(n) for n in range(3)] == [
        date(2024, 11, 1),
        date(2024, 12, 1),
        date(2025, 1, 1),
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("2024-11-17", 2),
        ("2024-11-10", 1),
        ("2024-10-28", 0),
        ("2024-10-27", None),
        ("2024-11-18", None),
        ("2024-11-12/13", 2),
        ("2024-11-10/11", None),
        ("2024-11", None),
    ],
)
def test_a_date_is_counted_where_it_surely_lies(text: str, place: int | None) -> None:
    assert Periods("week", NEWEST, 3).place(day(text)) == place


def test_a_month_is_counted_in_its_month() -> None:
    days = [day("2024-11"), day("2024-10-01"), day("2024-10-31"), day("2024")]

    assert Periods("month", NEWEST, 2).counts(days) == (2, 1)


@given(st.dates(), UNITS, st.integers(1, 60))
def test_the_newest_day_lies_in_the_last_period_and_nothing_overflows(
    newest: date, unit: Unit, count: int
) -> None:
    periods = Periods(unit, newest, count)
    starts = [periods.start(n) for n in range(count)]

    assert periods.place(parse_date(newest.isoformat())) == count - 1
    assert starts == sorted(starts)
    assert starts[-1] <= newest


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(3000, 1, 1)), UNITS, st.integers(0, 900))
def test_a_day_lies_between_the_start_of_its_period_and_the_next(
    newest: date, unit: Unit, back: int
) -> None:
    periods = Periods(unit, newest, 12)
    asked = newest - timedelta(days=back)

    place = periods.place(day(asked.isoformat()))

    if place is None:
        assert asked < periods.first_day
    else:
        assert periods.start(place) <= asked < periods.start(place + 1)
