"""Dates as far as they are known: `2024`, `2024-11`, `2024-11-13`, a range, or a moment.

A date is kept with the precision it was written with and never guessed.  The forms are
those of ISO 8601 that ISO 8601-2 (EDTF) level 0 shares: a calendar date cut short, an
interval `first/last` whose end may leave out what it shares with its start, and an
RFC 3339 time with its offset.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final, Literal

Precision = Literal["year", "month", "day", "range", "moment"]

_LONGEST_MONTH: Final = 31
_YEAR_DIGITS: Final = 4
_YEAR: Final = re.compile(r"([0-9]{4})")
_MONTH: Final = re.compile(r"([0-9]{4})-([0-9]{2})")
_DAY: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MOMENT: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-9]{2}:[0-9]{2})(?:(:[0-9]{2})(?:\.[0-9]+)?)?"
    r" ?([Zz]|[+-][0-9]{2}:[0-9]{2})?"
)
_MONTH_NAME: Final = re.compile(r"[A-Za-z]{3,9}\.?\s+\d{1,2}|\d{1,2}\.?\s+[A-Za-z]{3,9}")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date with its precision: the first and the last day that it can mean.

    `first` and `last` are calendar days where the event took place.  `at` is the instant
    in UTC, for dates that were written with a time.
    """

    text: str
    first: date
    last: date
    precision: Precision
    at: datetime | None = None

    @property
    def is_one_day(self) -> bool:
        """Whether the date names a single calendar day."""
        return self.first == self.last

    @property
    def begins(self) -> datetime:
        """The instant at which the date begins, in UTC; a day begins at midnight UTC."""
        return self.at or datetime(self.first.year, self.first.month, self.first.day, tzinfo=UTC)


def parse_date(text: str) -> PartialDate:
    """Read a date as it may be written in a book.

    >>> parse_date("2024-11-12/13").last
    datetime.date(2024, 11, 13)
    >>> parse_date("2024-02").last
    datetime.date(2024, 2, 29)

    Raises ValueError with a sentence for the editor.
    """
    return _range(text) if "/" in text else _single(text)


def month_of(day: PartialDate) -> tuple[int, int]:
    """Give the year and month under which a date is listed; month 0 for a date wider than one."""
    narrow = (day.last - day.first).days < _LONGEST_MONTH
    return day.first.year, day.first.month if narrow else 0


def _single(text: str) -> PartialDate:
    if match := _MOMENT.fullmatch(text):
        return _moment(text, match)
    if match := _DAY.fullmatch(text):
        day = _calendar_day(text, *map(int, match.groups()))
        return PartialDate(text, day, day, "day")
    if match := _MONTH.fullmatch(text):
        first = _calendar_day(text, int(match[1]), int(match[2]), 1)
        return PartialDate(text, first, _end_of_month(first), "month")
    if match := _YEAR.fullmatch(text):
        first = _calendar_day(text, int(match[1]), 1, 1)
        return PartialDate(text, first, date(first.year, 12, 31), "year")
    if _MONTH_NAME.match(text):
        raise ValueError(f"{text!r} is not a date; write year, month and day, such as 2024-11-13")
    raise ValueError(
        f"{text!r} is not a date; write 2024, 2024-11, 2024-11-13, 2024-11-12/13 "
        "or 2024-11-13T09:00Z"
    )


def _range(text: str) -> PartialDate:
    head, _, tail = text.partition("/")
    given = tail.split("-")
    # Whole parts are left out and never digits: 2024/11 may mean a month of 2024, or 2011.
    shared = [] if len(given[0]) == _YEAR_DIGITS else head.split("-")[: -len(given)]
    try:
        start, end = _single(head), _single("-".join([*shared, *given]))
    except ValueError:
        raise ValueError(
            f"{text!r} is not a range of days on the calendar; "
            "write it like 2024-11-12/13, 2024-11/12 or 2024/2025"
        ) from None
    if start.at or end.at:
        raise ValueError(f"{text!r} is a range of times; a range is of days, such as 2024-11-12/13")
    if end.last < start.first:
        raise ValueError(f"{text!r} ends before it begins")
    return PartialDate(f"{start.text}/{end.text}", start.first, end.last, "range")


def _moment(text: str, match: re.Match[str]) -> PartialDate:
    day, clock, seconds, offset = match.groups()
    if offset is None:
        raise ValueError(f"{text!r} has no time zone; write {day}T{clock}Z or {day}T{clock}+01:00")
    written = f"{day}T{clock}{seconds or ':00'}{offset.upper()}"
    try:
        moment = datetime.fromisoformat(written)
        at = moment.astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError(f"{text!r} is not a time on the calendar") from None
    day_there = moment.date()
    return PartialDate(written, day_there, day_there, "moment", at)


def _calendar_day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"{text!r} is not a day on the calendar") from None


def _end_of_month(first: date) -> date:
    if (first.year, first.month) == (date.max.year, date.max.month):
        return date.max
    following = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    return following - timedelta(days=1)
