"""Offices held, drawn to scale: a bar each on one axis of time.

What a date leaves open is drawn apart: a role that began in 2019 is sure from 2020 on, and
one whose beginning nobody knows is open from the edge of the drawing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.model.views.drawings import AxisTick, PostBar, Posts
from generator.pipeline.index.drawings.labels import fitted, text_width
from generator.text.dates import PartialDate

WIDTH: Final = 720
LETTERS: Final = 11
_ARROW: Final = 9
_ROW: Final = 34
_BAR_TOP: Final = 18
_BAR: Final = 9
_STROKE: Final = 5
_FOOT: Final = 22
_MOST_ROWS: Final = 10
_MOST_YEARS: Final = 10
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_YEAR: Final = 366
_NARROW: Final = 31
"""So many days a date may span and still count as one point on an axis of years."""


@dataclass(frozen=True, slots=True)
class Post:
    """An office as it is to be drawn."""

    label: str
    start: PartialDate | None
    end: PartialDate | None
    """None while the office is held."""
    current: bool


@dataclass(frozen=True, slots=True)
class _Axis:
    first: int
    last: int

    def x(self, day: int) -> int:
        """Give the place of a day, by its ordinal."""
        return (day - self.first) * (WIDTH - _ARROW) // (self.last - self.first)


def posts(held: Sequence[Post], said: Iterable[PartialDate], today: date) -> Posts | None:
    """Draw the newest ten offices; None where the list says as much.

    `held` is newest first.  Drawn are two offices with a date, or one held for over a year.
    """
    dated = [one for one in held if one.start or one.end][:_MOST_ROWS]
    worth = len(dated) > 1 or any(_longest(one, today) > _YEAR for one in dated)
    if not worth:
        return None
    axis = _axis(dated, today)
    base = _ROW * len(dated) + 2
    return Posts(
        width=WIDTH,
        height=base + _FOOT,
        base=base,
        first=date.fromordinal(axis.first).year,
        last=date.fromordinal(axis.last).year,
        years=_years(axis),
        bars=tuple(_bar(one, row, axis, today) for row, one in enumerate(reversed(dated))),
        statements=_strokes(said, axis, base),
    )


def _longest(post: Post, today: date) -> int:
    end = post.end.last if post.end else today
    return (end - post.start.first).days if post.start else 0


def _axis(held: Iterable[Post], today: date) -> _Axis:
    """Span all dates, from a new year on; a beginning that nobody knows has a year before."""
    held = tuple(held)
    known = [day for one in held for day in (one.start, one.end) if day]
    open_ended = [today] if any(one.end is None for one in held) else []
    first = min([*(day.first for day in known), *open_ended]).year
    before = any(one.start is None for one in held)
    last = max([*(day.last for day in known), *open_ended])
    begins = date(max(1, first - 1 if before else first), 1, 1)
    return _Axis(begins.toordinal(), max(last, begins.replace(month=2)).toordinal())


def _years(axis: _Axis) -> tuple[AxisTick, ...]:
    first, last = date.fromordinal(axis.first).year, date.fromordinal(axis.last).year
    step = next(one for one in _STEPS if (last - first) // one < _MOST_YEARS)
    shown = range(-(-first // step) * step, last + 1, step)
    return tuple(_tick(axis.x(date(year, 1, 1).toordinal()), str(year)) for year in shown if year)


def _tick(x: int, label: str) -> AxisTick:
    return AxisTick(x, label if x + 3 + text_width(label, LETTERS) <= WIDTH else "")


def _bar(post: Post, row: int, axis: _Axis, today: date) -> PostBar:
    y = row * _ROW + _BAR_TOP
    sure, unsure = _spans(post, axis, today)
    edges = [x for span in (*sure, *unsure) for x in span]
    label_x, anchor, label = _label(post.label, min(edges), max(edges))
    return PostBar(
        label=label,
        label_x=label_x,
        label_y=y - 4,
        anchor=anchor,
        sure="".join(_box(*span, y) for span in sure),
        unsure="".join(_box(*span, y) for span in unsure),
        arrow="" if post.end else f"M{max(edges)} {y - 2}l{_ARROW - 1} 6.5-{_ARROW - 1} 6.5z",
        current=post.current,
    )


Span = tuple[int, int]


def _spans(post: Post, axis: _Axis, today: date) -> tuple[list[Span], list[Span]]:
    """Give the time of an office that is sure, and the times that its dates leave open."""
    now = max(today, post.start.last) if post.start else today
    ends = post.end or PartialDate("", now, now, "day")
    last = axis.x(ends.last.toordinal())
    if post.start is None:
        return [], [(0, max(last, 2))]
    first, begun = axis.x(post.start.first.toordinal()), axis.x(_settled(post.start))
    ended = last if _is_point(ends) else axis.x(ends.first.toordinal())
    if begun >= ended and not (_is_point(post.start) and _is_point(ends)):
        return [], [(first, max(last, first + 2))]
    sure = (begun, max(ended, begun + 2))
    return [sure], [span for span in ((first, begun), (ended, last)) if span[1] - span[0] > 1]


def _settled(start: PartialDate) -> int:
    """Give the day from which an office was surely held."""
    return (start.first if _is_point(start) else start.last).toordinal()


def _is_point(day: PartialDate) -> bool:
    return (day.last - day.first).days <= _NARROW


def _box(left: int, right: int, y: int) -> str:
    return f"M{left} {y}h{right - left}v{_BAR}h-{right - left}z"


def _label(text: str, left: int, right: int) -> tuple[int, str, str]:
    """Place a label above its bar: from its left end, or else up to its right end."""
    width = text_width(text, LETTERS)
    if left + width <= WIDTH:
        return left, "start", text
    return (right, "end", text) if width <= right else (0, "start", fitted(text, LETTERS, WIDTH))


def _strokes(said: Iterable[PartialDate], axis: _Axis, base: int) -> str:
    days = (day.first.toordinal() for day in said if _is_point(day))
    places = sorted({axis.x(day) for day in days if axis.first <= day <= axis.last})
    return "".join(f"M{x} {base}v-{_STROKE}" for x in places)
