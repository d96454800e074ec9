"""Dates as readers see them, in the site's language, and as machines read them.

A date is worded with the precision it has and no more: `13 Nov 2024`,
`12–13 November 2024`, `November 2024`, `2024`.  The names of months and the patterns are
got together once: babel's own wording of a date is too slow for a ledger.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.config import DateStyle
from generator.model.views.parts import When
from generator.text.dates import PartialDate
from generator.text.language import Language, phrase


@dataclass(frozen=True, slots=True)
class Patterns:
    """How days are put together; months and years look the same in every style."""

    day: str
    with_weekday: str
    of_one_month: str
    of_one_year: str


_STYLES: Final[Mapping[DateStyle, Patterns]] = {
    "day-first": Patterns(
        day=phrase("%(day)s %(month)s %(year)s"),
        with_weekday=phrase("%(weekday)s %(date)s"),
        of_one_month=phrase("%(first)s–%(last)s %(month)s %(year)s"),
        of_one_year=phrase("%(first)s %(first_month)s – %(last)s %(last_month)s %(year)s"),
    ),
    "month-first": Patterns(
        day=phrase("%(month)s %(day)s, %(year)s"),
        with_weekday=phrase("%(weekday)s, %(date)s"),
        of_one_month=phrase("%(month)s %(first)s–%(last)s, %(year)s"),
        of_one_year=phrase("%(first_month)s %(first)s – %(last_month)s %(last)s, %(year)s"),
    ),
}
_YEAR: Final = 4
_MONTH: Final = 7


@dataclass(frozen=True, slots=True)
class DateWords:
    """Words dates in one language and one style."""

    style: DateStyle
    months: tuple[str, ...]
    lone_months: tuple[str, ...]
    short_months: tuple[str, ...]
    weekdays: tuple[str, ...]
    patterns: Patterns
    two_ends: str
    month_of_year: str
    months_of_year: str
    years: str
    at_time: str

    def when(self, day: PartialDate) -> When:
        """Word a date for a list: `13 Nov 2024`, without the time."""
        return When(self._in_words(day, self.short_months), machine_form(day))

    def when_in_full(self, day: PartialDate) -> When:
        """Word a date for the head of a page: `14 November 2024, 06:50 UTC`."""
        return When(self._with_clock(day), machine_form(day))

    def full_date(self, day: PartialDate) -> str:
        """Word a date without its time and with its month in full: `14 November 2024`."""
        return self._in_words(day, self.months)

    def day_heading(self, day: date) -> When:
        """Word a day with its weekday: `Thursday 14 November 2024`."""
        names = {"weekday": self.weekdays[day.weekday()], "date": self._day(day, self.months)}
        return When(self.patterns.with_weekday % names, day.isoformat())

    def month_name(self, month: int) -> str:
        """Name a month: `November`."""
        return self.lone_months[month - 1]

    def month_heading(self, year: int, month: int) -> str:
        """Name a month of a year, `November 2024`; month 0 is the year as a whole."""
        if not month:
            return str(year)
        return self.month_of_year % {"month": self.month_name(month), "year": year}

    def month_on_axis(self, year: int, month: int) -> str:
        """Name a month on an axis, January with its year: `Dec`, `Jan 2025`."""
        name = self.short_months[month - 1]
        return name if month > 1 else self.month_of_year % {"month": name, "year": year}

    def _in_words(self, day: PartialDate, months: tuple[str, ...]) -> str:
        match day.precision:
            case "year":
                return str(day.first.year)
            case "month":
                return self.month_heading(day.first.year, day.first.month)
            case "range" if not day.is_one_day:
                return self._range(day)
            case _:
                return self._day(day.first, months)

    def _day(self, day: date, months: tuple[str, ...]) -> str:
        if self.style == "iso":
            return day.isoformat()
        return self.patterns.day % {
            "day": day.day,
            "month": months[day.month - 1],
            "year": day.year,
        }

    def _range(self, span: PartialDate) -> str:
        """Word a range; what both ends share is said once."""
        head, tail = span.text.split("/")
        if head == tail:
            return self._end(span.first, len(head))
        match len(head), len(tail):
            case (4, 4):
                return self.years % {"first": head, "last": tail}
            case (7, 7) if head[:_YEAR] == tail[:_YEAR]:
                return self._months(span)
            case (10, 10) if head[:_YEAR] == tail[:_YEAR] and self.style != "iso":
                return self._days(span)
            case _:
                ends = self._end(span.first, len(head)), self._end(span.last, len(tail))
                return self.two_ends % {"first": ends[0], "last": ends[1]}

    def _months(self, span: PartialDate) -> str:
        first, last = self.month_name(span.first.month), self.month_name(span.last.month)
        return self.months_of_year % {"first": first, "last": last, "year": span.last.year}

    def _days(self, span: PartialDate) -> str:
        first, last = span.first, span.last
        days = {"first": first.day, "last": last.day, "year": last.year}
        if first.month == last.month:
            return self.patterns.of_one_month % {**days, "month": self.months[last.month - 1]}
        months = self.months[first.month - 1], self.months[last.month - 1]
        named = {**days, "first_month": months[0], "last_month": months[1]}
        return self.patterns.of_one_year % named

    def _end(self, day: date, length: int) -> str:
        """Word one end of a range by the length of its ISO form: year, month or day."""
        if length == _YEAR:
            return str(day.year)
        if length == _MONTH:
            return self.month_heading(day.year, day.month)
        return self._day(day, self.months)

    def _with_clock(self, day: PartialDate) -> str:
        """Word a moment with its time as the clock showed it there: `, 06:50 UTC+1`."""
        words = self.full_date(day)
        if day.at is None:
            return words
        clock, offset = day.text[11:16], day.text[19:]
        return self.at_time % {"date": words, "time": clock, "zone": _zone(offset)}


def date_words(language: Language, style: DateStyle) -> DateWords:
    """Get together what dates need in a language and a style."""
    patterns = _STYLES["day-first" if style == "iso" else style]
    return DateWords(
        style=style,
        months=language.months,
        lone_months=language.lone_months,
        short_months=language.short_months,
        weekdays=language.weekdays,
        patterns=Patterns(
            day=language.gettext(patterns.day),
            with_weekday=language.gettext(patterns.with_weekday),
            of_one_month=language.gettext(patterns.of_one_month),
            of_one_year=language.gettext(patterns.of_one_year),
        ),
        two_ends=language.gettext("%(first)s – %(last)s"),
        month_of_year=language.gettext("%(month)s %(year)s"),
        months_of_year=language.gettext("%(first)s–%(last)s %(year)s"),
        years=language.gettext("%(first)s–%(last)s"),
        at_time=language.gettext("%(date)s, %(time)s %(zone)s"),
    )


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


def _zone(offset: str) -> str:
    """Name the offset from UTC: `UTC`, `UTC+1`, `UTC−3:30`."""
    hours, minutes = (offset[1:].split(":")) if ":" in offset else ("00", "00")
    if hours == minutes == "00":
        return "UTC"
    beside = f":{minutes}" if minutes != "00" else ""
    return f"UTC{offset[0].replace('-', '−')}{int(hours)}{beside}"
