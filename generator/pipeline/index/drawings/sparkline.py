"""Sparklines: the numbers of twelve weeks or months in a line of text, two paths each."""

from collections.abc import Sequence
from typing import Final

from generator.model.views.parts import Sparkline

HEIGHT: Final = 20
STEP: Final = 8
_BAR: Final = 7
_NONE: Final = 1
"""The height of no bar: the ground line."""
_LEAST: Final = 3
"""The height of the lowest bar."""
_CALM: Final = 4
"""Numbers below it do not fill the height: one briefing a month is no peak."""


def sparkline(numbers: Sequence[int], label: str) -> Sparkline:
    """Draw numbers, oldest first; `label` says them in words."""
    largest = max(numbers, default=0)
    bars = [_bar(place, _height(number, largest)) for place, number in enumerate(numbers)]
    return Sparkline(
        width=STEP * len(bars),
        height=HEIGHT,
        bars="".join(bars[:-1]),
        last="".join(bars[-1:]),
        label=label,
    )


def _height(number: int, largest: int) -> int:
    if number == 0:
        return _NONE
    return max(_LEAST, HEIGHT * number // max(largest, _CALM))


def _bar(place: int, height: int) -> str:
    return f"M{place * STEP} {HEIGHT}v-{height}h{_BAR}v{height}z"
