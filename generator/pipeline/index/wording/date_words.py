"""Dates as readers see them, in English, and as machines read them.

A date is worded with the precision it has and no more: `13 Nov 2024`,
`12–13 November 2024`, `November 2024`, `2024`.
"""

from datetime import date
from typing import Final

from generator.model.views.parts import When
from generator.pipeline.index.wording.words import number_of
from generator.text.dates import PartialDate

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SHORT_MONTHS: Final = tuple(month[:3] for month in _MONTHS)
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_YEAR: Final = 4
_MONTH: Final = 7
_DAY: Final = 10
_MONTHS_OF_DAYS: Final = 2
"""An age is given in days below so many months, then in months..."""
_MONTHS_OF_MONTHS: Final = 24
"""...below so many, then in years."""


def when(day: PartialDate) -> When:
    """Word a date for a list: `13 Nov 2024`, without the time."""
    return When(_in_words(day, _SHORT_MONTHS), machine_form(day))


def when_in_full(day: PartialDate) -> When:
    """Word a date for the head of a page: `14 November 2024, 06:50 UTC`."""
    return When(full_date(day) + _clock(day), machine_form(day))


def full_date(day: PartialDate) -> str:
    """Word a date without its time and with its month in full: `14 November 2024`."""
    return _in_words(day, _MONTHS)


def day_heading(day: date) -> When:
    """Word a day with its weekday: `Thursday 14 November 2024`."""
    return When(f"{_DAYS[day.weekday()]} {_day(day, _MONTHS)}", day.isoformat())


def month_name(month: int) -> str:
    """Name a month: `November`."""
    return _MONTHS[month - 1]


def month_on_axis(year: int, month: int) -> str:
    """Name a month on an axis, January with its year: `Dec`, `Jan 2025`."""
    return f"{_SHORT_MONTHS[0]} {year}" if month == 1 else _SHORT_MONTHS[month - 1]


def month_heading(year: int, month: int) -> str:
    """Name a month of a year; month 0 is the year as a whole.

    >>> month_heading(2024, 11), month_heading(2024, 0)
    ('November 2024', '2024')
    """
    return f"{month_name(month)} {year}" if month else str(year)


def machine_form(day: PartialDate) -> str:
    """Write a date for a `datetime` attribute; a range has no such form and gives nothing."""
    match day.precision:
        case "year" | "month" | "day" | "moment":
            return day.text
        case "range":
            return day.first.isoformat() if day.is_one_day else ""


def date_stamp(day: PartialDate) -> str:
    """Write the day, or the moment, at which a date begins: ISO 8601 for a page's head."""
    return day.text if day.at else day.first.isoformat()


def timestamp(day: PartialDate) -> str:
    """Write the instant at which a date begins, in RFC 3339, for feeds.

    A day begins at midnight UTC: feeds have no form for a day alone.
    """
    return day.begins.isoformat(timespec="seconds").replace("+00:00", "Z")


def age(since: PartialDate, today: date) -> str:
    """Say how long ago a date began: `12 days`, `3 months`, `2 years`."""
    start = since.first
    months = (today.year - start.year) * 12 + today.month - start.month - (today.day < start.day)
    days = (today - start).days
    if days < 1:
        return "less than a day"
    if months < _MONTHS_OF_DAYS:
        return number_of(days, "day")
    if months < _MONTHS_OF_MONTHS:
        return number_of(months, "month")
    return number_of(months // 12, "year")


def _in_words(day: PartialDate, months: tuple[str, ...]) -> str:
    match day.precision:
        case "year":
            return str(day.first.year)
        case "month":
            return month_heading(day.first.year, day.first.month)
        case "range" if not day.is_one_day:
            return _range(day)
        case _:
            return _day(day.first, months)


def _day(day: date, months: tuple[str, ...]) -> str:
    return f"{day.day} {months[day.month - 1]} {day.year}"


def _range(span: PartialDate) -> str:
    """Word a range; what both ends share is said once."""
    head, tail = span.text.split("/")
    if head == tail:
        return _end(span.first, len(head))
    match len(head), len(tail):
        case (4, 4):
            return f"{head}–{tail}"
        case (7, 7) if head[:_YEAR] == tail[:_YEAR]:
            return f"{month_name(span.first.month)}–{_end(span.last, _MONTH)}"
        case (10, 10) if head[:_MONTH] == tail[:_MONTH]:
            return f"{span.first.day}–{_end(span.last, _DAY)}"
        case (10, 10) if head[:_YEAR] == tail[:_YEAR]:
            start = f"{span.first.day} {month_name(span.first.month)}"
            return f"{start} – {_end(span.last, _DAY)}"
        case _:
            return f"{_end(span.first, len(head))} – {_end(span.last, len(tail))}"


def _end(day: date, length: int) -> str:
    """Word one end of a range by the length of its ISO form: year, month or day."""
    if length == _YEAR:
        return str(day.year)
    return month_heading(day.year, day.month) if length == _MONTH else _day(day, _MONTHS)


def _clock(day: PartialDate) -> str:
    """Word the time of a moment as the clock showed it there: `, 06:50 UTC+1`."""
    if day.at is None:
        return ""
    clock, offset = day.text[11:16], day.text[19:]
    hours, minutes = (offset[1:].split(":")) if ":" in offset else ("00", "00")
    if hours == minutes == "00":
        return f", {clock} UTC"
    beside = f":{minutes}" if minutes != "00" else ""
    return f", {clock} UTC{offset[0].replace('-', '−')}{int(hours)}{beside}"
