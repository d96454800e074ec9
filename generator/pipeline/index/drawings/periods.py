"""Weeks and months in a row, up to the newest day of the book and never to the clock's."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from generator.text.dates import PartialDate

Unit = Literal["week", "month"]

_WEEK: Final = 7
_YEAR: Final = 12


@dataclass(frozen=True, slots=True)
class Periods:
    """So many weeks (ISO, from Monday) or months; the last one holds the newest day."""

    unit: Unit
    newest: date
    count: int

    @property
    def first_day(self) -> date:
        """The day on which the first period begins."""
        return self.start(0)

    def start(self, place: int) -> date:
        """Give the day on which a period begins; before the calendar's first day, that day."""
        number = _number(self.newest, self.unit) - self.count + 1 + place
        if self.unit == "week":
            return date.fromordinal(max(1, number * _WEEK + 1))
        return date(number // _YEAR, number % _YEAR + 1, 1) if number >= _YEAR else date.min

    def place(self, day: PartialDate) -> int | None:
        """Give the place of the period that a date lies in, from 0 for the oldest.

        A date that does not tell the period has no place: it is not drawn where it may not be.
        """
        place = self._place(day.first)
        known = place == self._place(day.last)
        return place if known and 0 <= place < self.count else None

    def counts(self, days: Iterable[PartialDate]) -> tuple[int, ...]:
        """Count the dates in each period."""
        numbers = [0] * self.count
        for day in days:
            place = self.place(day)
            if place is not None:
                numbers[place] += 1
        return tuple(numbers)

    def _place(self, day: date) -> int:
        return _number(day, self.unit) - _number(self.newest, self.unit) + self.count - 1


def _number(day: date, unit: Unit) -> int:
    """Give the number of a week or month of the calendar, whose first day is a Monday."""
    return (day.toordinal() - 1) // _WEEK if unit == "week" else day.year * _YEAR + day.month - 1
