"""Activity by week: bars of a year of weeks, and the turning points named above theirs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.model.views.drawings import ActivityChart, AxisTick, Mark
from generator.pipeline.index.drawings.labels import text_width
from generator.pipeline.index.drawings.periods import Periods

LETTERS: Final = 11
_FOOT: Final = 22
_ROW: Final = 15
_GAP: Final = 8
_STEPS: Final = (1, 2, 5)
_MOST_LINES: Final = 3
_WIDEST_BAR: Final = 14
_MOST_ROWS: Final = 2
_CALM: Final = 3
"""Numbers below it do not fill the height: one briefing a week is no peak."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The width of a drawing, the height of its bars, and the rows of labels above them."""

    width: int
    room: int
    rows: int = 0

    @property
    def top(self) -> int:
        """Where the highest bar ends."""
        return self.rows * _ROW + 6

    @property
    def base(self) -> int:
        """Where the bars stand."""
        return self.top + self.room

    @property
    def height(self) -> int:
        """The height of the whole drawing."""
        return self.base + _FOOT


WIDE: Final = Frame(720, 84)
NARROW: Final = Frame(350, 90)


@dataclass(frozen=True, slots=True)
class Turn:
    """The place of a turning point among the weeks, and its label."""

    place: int
    label: str


@dataclass(frozen=True, slots=True)
class _Scale:
    frame: Frame
    weeks: int
    largest: int

    def left(self, place: int) -> int:
        return place * self.frame.width // self.weeks

    def middle(self, place: int) -> int:
        return (self.left(place) + self.left(place + 1)) // 2

    def y(self, number: int) -> int:
        return self.frame.base - number * self.frame.room // self.largest


def chart(
    numbers: Sequence[int], weeks: Periods, turns: Sequence[Turn], frame: Frame, words: "Words"
) -> ActivityChart:
    """Draw a number for each week; `turns` is oldest first.

    A label that finds no room above its bar is left out: the list beside the drawing has it.
    """
    scale = _scale(numbers, turns, frame)
    frame = scale.frame
    hot = {one.place for one in turns}
    bars = [(place, _bar(place, number, scale)) for place, number in enumerate(numbers) if number]
    return ActivityChart(
        width=frame.width,
        height=frame.height,
        base=frame.base,
        title=words.title,
        bars="".join(bar for place, bar in bars if place not in hot),
        hot="".join(bar for place, bar in bars if place in hot),
        lines=tuple(AxisTick(scale.y(one), str(one)) for one in _lines(scale.largest)),
        months=_months(weeks, scale, words.month),
        marks=_marks(turns, numbers, scale),
    )


@dataclass(frozen=True, slots=True)
class Words:
    """What a drawing says: its title, and the name of a month by its year and number."""

    title: str
    month: Callable[[int, int], str]


def _scale(numbers: Sequence[int], turns: Sequence[Turn], frame: Frame) -> _Scale:
    """Give as few rows of labels as all of them need, and no more than two."""
    largest = max(_CALM, *numbers)
    scales = [
        _Scale(replace(frame, rows=rows), len(numbers), largest) for rows in range(_MOST_ROWS + 1)
    ]
    enough = (one for one in scales if len(_marks(turns, numbers, one)) == len(turns))
    return next(enough, scales[-1])


def _bar(place: int, number: int, scale: _Scale) -> str:
    left, right = scale.left(place) + 1, scale.left(place + 1) - 1
    width = min(right - left, _WIDEST_BAR)
    height = scale.frame.base - scale.y(number)
    return f"M{(left + right - width) // 2} {scale.frame.base}v-{height}h{width}v{height}z"


def _lines(largest: int) -> range:
    """Give the numbers of the scale: one, two or five times a power of ten apart."""
    steps = (digit * 10**power for power in range(12) for digit in _STEPS)
    step = next(one for one in steps if largest // one <= _MOST_LINES)
    return range(step, largest + 1, step)


def _months(weeks: Periods, scale: _Scale, name: Callable[[int, int], str]) -> tuple[AxisTick, ...]:
    """Name each month below the week in which it begins, where the name has room.

    The drawing may begin at the end of a month; its name gives way to the next one.
    """
    days = [weeks.start(place) for place in range(weeks.count)]
    months = [(day.year, day.month) for day in days]
    starts = [
        (scale.left(place), name(*month))
        for place, month in enumerate(months)
        if place == 0 or month != months[place - 1]
    ]
    ends = [x + text_width(label, LETTERS) for x, label in starts]
    limits = [*(x for x, _ in starts[1:]), scale.frame.width]
    rows = zip(starts, ends, limits, strict=True)
    return tuple(AxisTick(x, label) for (x, label), end, limit in rows if end <= limit)


def _marks(turns: Sequence[Turn], numbers: Sequence[int], scale: _Scale) -> tuple[Mark, ...]:
    """Label turning points, the newest first: a label that would touch another is left out."""
    placed: list[Mark] = []
    for turn in reversed(turns):
        options = (
            _mark(turn, scale, row=row, foot=scale.y(numbers[turn.place]), anchor=anchor)
            for row in range(scale.frame.rows)
            for anchor in ("end", "start")
        )
        free = (one for one in options if _fits(one, placed, scale.frame.width))
        placed += [one for one in [next(free, None)] if one]
    return tuple(sorted(placed, key=lambda one: one.x))


def _mark(turn: Turn, scale: _Scale, *, row: int, foot: int, anchor: str) -> Mark:
    x = scale.middle(turn.place)
    baseline = scale.frame.top - 10 - row * _ROW
    edge = x + 4 if anchor == "end" else x - 4
    edge = min(max(edge, 0), scale.frame.width)
    return Mark(
        label=turn.label,
        label_x=edge,
        label_y=baseline,
        anchor=anchor,
        x=x,
        top=min(baseline + 4, foot),
        foot=foot,
    )


def _fits(mark: Mark, placed: Sequence[Mark], width: int) -> bool:
    left, right = extent(mark)
    return left >= 0 and right <= width and not any(_touch(mark, one) for one in placed)


def extent(mark: Mark) -> tuple[int, int]:
    """Give the left and the right end of a label."""
    room = text_width(mark.label, LETTERS)
    left = mark.label_x - room if mark.anchor == "end" else mark.label_x
    return left, left + room


def _touch(one: Mark, other: Mark) -> bool:
    """Tell whether two labels meet, or the line below one runs through the other."""
    (left, right), (first, last) = extent(one), extent(other)
    if one.label_y == other.label_y:
        return left < last + _GAP and first < right + _GAP
    upper, lower = sorted((one, other), key=lambda mark: mark.label_y)
    first, last = extent(lower)
    return first - 3 <= upper.x <= last + 3
