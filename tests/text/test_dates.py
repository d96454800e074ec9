from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.dates import PartialDate, parse_date

LEAP_YEARS = {1600: True, 1900: False, 2000: True, 2023: False, 2024: True, 2100: False}
days = st.dates()
offsets = st.integers(-23 * 60 - 59, 23 * 60 + 59)


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        pytest.param("2024", "year", "2024-01-01", "2024-12-31", id="year"),
        pytest.param("2024-11", "month", "2024-11-01", "2024-11-30", id="month"),
        pytest.param("2024-12", "month", "2024-12-01", "2024-12-31", id="december"),
        pytest.param("9999-12", "month", "9999-12-01", "9999-12-31", id="last-month-there-is"),
        pytest.param("2024-11-13", "day", "2024-11-13", "2024-11-13", id="day"),
        pytest.param("2024-02-29", "day", "2024-02-29", "2024-02-29", id="leap-day"),
        pytest.param("2024-11-12/13", "range", "2024-11-12", "2024-11-13", id="days"),
        pytest.param("2024-11-28/12-02", "range", "2024-11-28", "2024-12-02", id="over-a-month"),
        pytest.param(
            "2024-12-30/2025-01-02", "range", "2024-12-30", "2025-01-02", id="over-a-year"
        ),
        pytest.param("2024-11-13/13", "range", "2024-11-13", "2024-11-13", id="one-day-range"),
        pytest.param("2024-11/12", "range", "2024-11-01", "2024-12-31", id="months"),
        pytest.param("2024-11/2025-02", "range", "2024-11-01", "2025-02-28", id="months-of-two"),
        pytest.param("2024/2025", "range", "2024-01-01", "2025-12-31", id="years"),
        pytest.param("2024-11-20/2024", "range", "2024-11-20", "2024-12-31", id="day-to-year"),
        pytest.param("2024-11-13T23:30+01:00", "moment", "2024-11-13", "2024-11-13", id="moment"),
        pytest.param("2024-11-13T23:30-05:00", "moment", "2024-11-13", "2024-11-13", id="west"),
    ],
)
def test_a_date_means_the_days_it_says(text: str, precision: str, first: str, last: str) -> None:
    found = parse_date(text)

    assert (found.precision, found.first, found.last) == (precision, day(first), day(last))
    assert found.is_one_day == (first == last)


@pytest.mark.parametrize(
    ("text", "at", "written"),
    [
        ("2024-11-13T09:00Z", "2024-11-13T09:00", "2024-11-13T09:00:00Z"),
        ("2024-11-13T09:00:30Z", "2024-11-13T09:00:30", "2024-11-13T09:00:30Z"),
        ("2024-11-13T09:00:30.25Z", "2024-11-13T09:00:30", "2024-11-13T09:00:30Z"),
        ("2024-11-13t09:00z", "2024-11-13T09:00", "2024-11-13T09:00:00Z"),
        ("2024-11-13 09:00+01:00", "2024-11-13T08:00", "2024-11-13T09:00:00+01:00"),
        ("2024-11-13 09:00 +01:00", "2024-11-13T08:00", "2024-11-13T09:00:00+01:00"),
        ("2024-11-13T23:30-05:00", "2024-11-14T04:30", "2024-11-13T23:30:00-05:00"),
        ("2024-11-13T00:15+05:45", "2024-11-12T18:30", "2024-11-13T00:15:00+05:45"),
    ],
)
def test_a_moment_is_an_instant_and_keeps_the_day_where_it_happened(
    text: str, at: str, written: str
) -> None:
    found = parse_date(text)

    assert found.at == datetime.fromisoformat(at).replace(tzinfo=UTC) == found.begins
    assert (found.text, found.first) == (written, day(text[:10]))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Nov. 13", "'Nov. 13' is not a date; write year, month and day, such as 2024-11-13"),
        ("13 November", "write year, month and day"),
        ("November 13, 2024", "write year, month and day"),
        ("", "'' is not a date; write 2024, 2024-11, 2024-11-13, 2024-11-12/13 or 2024-11-13T09"),
        ("soon", "'soon' is not a date"),
        ("13.11.2024", "is not a date"),
        ("20241113", "is not a date"),
        ("2024-W46", "is not a date"),
        ("2024-1-3", "is not a date"),
        ("24-11-13", "is not a date"),
        (" 2024", "is not a date"),
        ("2024\n", "is not a date"),
        ("٢٠٢٤", "is not a date"),
        ("2024-11-13T09Z", "is not a date"),
        ("2024-11-13T09:00.5Z", "is not a date"),
        ("2024-13", "'2024-13' is not a day on the calendar"),
        ("2024-13-45", "'2024-13-45' is not a day on the calendar"),
        ("2024-02-30", "is not a day on the calendar"),
        ("2023-02-29", "is not a day on the calendar"),
        ("0000", "is not a day on the calendar"),
        ("2024-11-13T09:00", "has no time zone; write 2024-11-13T09:00Z or 2024-11-13T09:00+01:00"),
        ("2024-11-13T25:00Z", "is not a time on the calendar"),
        ("2024-11-13T09:60Z", "is not a time on the calendar"),
        ("2024-11-13T23:59:60Z", "is not a time on the calendar"),
        ("2024-02-30T09:00Z", "is not a time on the calendar"),
        ("2024-11-13T09:00+24:00", "is not a time on the calendar"),
        ("0001-01-01T00:00+01:00", "is not a time on the calendar"),
        ("9999-12-31T23:59-01:00", "is not a time on the calendar"),
        ("2024-11-13/12", "'2024-11-13/12' ends before it begins"),
        ("2025/2024", "'2025/2024' ends before it begins"),
        ("2024-11-12T09:00Z/2024-11-13T09:00Z", "is a range of times; a range is of days"),
        ("2024-11-12/2024-11-13T09:00Z", "is a range of times; a range is of days"),
    ],
)
def test_what_is_not_a_date_is_refused_in_words(text: str, message: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011
        parse_date(text)

    assert message in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2024/11", id="november-or-until-2011"),
        pytest.param("2010/11", id="november-or-until-2011-too"),
        "2024/25",
        "2024-11-12/3",
        "2024-11-12/-13",
        "2024-11/11-13",
        "2024-11-12/31",
        "2024-02-28/30",
        "2024-11-12/",
        "/2024",
        "/",
        "2024-11-12/13/14",
        "13/11/2024",
        "2024-11-12T09:00Z/10:00Z",
        pytest.param("2024/" * 5_000 + "2024", id="long"),
    ],
)
def test_what_is_not_a_range_is_refused_and_never_guessed(text: str) -> None:
    with pytest.raises(ValueError, match="is not a range of days on the calendar; write it like"):
        parse_date(text)


@pytest.mark.parametrize("year", LEAP_YEARS)
def test_february_ends_when_it_does(year: int) -> None:
    assert parse_date(f"{year}-02").last.day == (29 if LEAP_YEARS[year] else 28)


def test_a_day_begins_at_midnight_utc() -> None:
    assert parse_date("2024-11-13").begins == datetime(2024, 11, 13, tzinfo=UTC)
    assert parse_date("2024-11").begins == datetime(2024, 11, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    ["2024", "2024-11", "2024-11-13", "2024-11-12/13", "2024/2025", "2024-11-13 09:00+01:00"],
)
def test_its_text_is_read_as_the_same_date(written: str) -> None:
    found = parse_date(written)

    assert parse_date(found.text) == found


@given(days)
def test_every_day_is_read_as_it_is_written(when: date) -> None:
    assert parse_date(when.isoformat()) == PartialDate(when.isoformat(), when, when, "day")


@given(st.integers(1, 9999), st.integers(1, 12))
def test_a_month_has_all_its_days(year: int, month: int) -> None:
    found = parse_date(f"{year:04}-{month:02}")

    assert (found.last - found.first).days + 1 == monthrange(year, month)[1]


@given(days, days)
def test_a_range_holds_its_ends_and_may_leave_out_what_they_share(one: date, other: date) -> None:
    first, last = sorted((one, other))
    whole = parse_date(f"{first}/{last}")
    shared = 5 * (first.year == last.year) + 3 * (first.isoformat()[:7] == last.isoformat()[:7])

    assert (whole.first, whole.last, whole.text) == (first, last, f"{first}/{last}")
    assert parse_date(f"{first}/{last.isoformat()[shared:]}") == whole


@given(st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1)), offsets)  # noqa: DTZ001
def test_a_moment_is_the_same_instant_wherever_it_is_written(local: datetime, minutes: int) -> None:
    sign, size = "-" if minutes < 0 else "+", abs(minutes)
    written = f"{local:%Y-%m-%dT%H:%M:%S}".rjust(19, "0")

    found = parse_date(f"{written}{sign}{size // 60:02}:{size % 60:02}")

    assert found.first == local.date()
    assert found.begins == local.replace(microsecond=0, tzinfo=UTC) - timedelta(minutes=minutes)


@given(st.text() | st.text("0123456789-/T:Z+ ", max_size=30))
def test_any_text_is_a_date_that_reads_back_the_same_or_is_refused(text: str) -> None:
    try:
        found = parse_date(text)
    except ValueError as error:
        assert repr(text) in str(error)  # noqa: PT017
    else:
        assert parse_date(found.text) == found
        assert found.first <= found.last
