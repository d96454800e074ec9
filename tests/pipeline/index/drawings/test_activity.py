import re
from datetime import date
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.model.views.drawings import ActivityChart
from generator.pipeline.index.drawings.activity import (
    NARROW,
    WIDE,
    Frame,
    Turn,
    Words,
    chart,
    extent,
)
from generator.pipeline.index.drawings.periods import Periods

NEWEST = date(2024, 11, 14)
BAR = re.compile(r"M(\d+) (\d+)v-(\d+)h(\d+)v(\d+)z")
WORDS = Words("Briefings a week", lambda _, month: f"{month:02}")


def drawn(numbers: list[int], turns: list[Turn], frame: Frame = WIDE) -> ActivityChart:
    return chart(numbers, Periods("week", NEWEST, 52), turns, frame, WORDS)


def quiet(**numbers: int) -> list[int]:
    return [numbers.get(f"w{n}", 0) for n in range(52)]


def boxes(path: str) -> list[tuple[int, int, int]]:
    return [(int(x), int(width), int(height)) for x, _, height, width, _ in BAR.findall(path)]


def test_a_week_with_a_turning_point_is_drawn_apart_and_labelled() -> None:
    shown = drawn(quiet(w10=2, w40=1), [Turn(40, "Talks break off")])

    assert (len(boxes(shown.bars)), len(boxes(shown.hot))) == (1, 1)
    (mark,) = shown.marks
    x, width, _ = boxes(shown.hot)[0]
    assert mark.label == "Talks break off"
    assert x <= mark.x <= x + width


def test_the_scale_has_round_numbers_up_to_the_largest() -> None:
    assert [one.label for one in drawn(quiet(w3=11), []).lines] == ["5", "10"]
    assert [one.label for one in drawn(quiet(w3=1), []).lines] == ["1", "2", "3"]


def test_months_are_named_below_the_week_they_begin_in() -> None:
    names = [one.label for one in drawn(quiet(w3=1), []).months]

    assert " ".join(names) == "11 12 01 02 03 04 05 06 07 08 09 10 11"


def test_the_name_of_a_month_gives_way_to_the_next() -> None:
    long = Words("", lambda _, month: f"Month {month:02}")

    shown = chart(quiet(w3=1), Periods("week", NEWEST, 52), [], WIDE, long)

    assert shown.months[0].label[-2:] == "12"
    assert all(one.at + 40 <= WIDE.width for one in shown.months)


def test_a_label_without_room_is_left_out_and_the_newest_comes_first() -> None:
    turns = [Turn(40, f"{n} a label of quite some length") for n in range(4)]

    shown = drawn(quiet(w40=4), turns, NARROW)

    assert [one.label[0] for one in shown.marks] == ["3"]


def test_rows_of_labels_are_added_only_as_they_are_needed() -> None:
    none = drawn(quiet(w40=1), [])
    one = drawn(quiet(w40=1), [Turn(40, "Talks")])
    two = drawn(quiet(w40=1, w41=1), [Turn(40, "Talks begin"), Turn(43, "Talks end in Halden")])

    assert none.height < one.height < two.height


NUMBERS = st.lists(st.integers(0, 60), min_size=24, max_size=24)
LABELS = st.text(min_size=1, max_size=40)
TURNS = st.lists(st.builds(Turn, st.integers(0, 23), LABELS), max_size=8)


@given(NUMBERS, TURNS.map(lambda found: sorted(found, key=lambda one: one.place)))
def test_bars_stay_in_the_frame_and_labels_never_touch(
    numbers: list[int], turns: list[Turn]
) -> None:
    shown = drawn(numbers, turns, NARROW)

    bars = sorted((*boxes(shown.bars), *boxes(shown.hot)))
    assert len(bars) == sum(map(bool, numbers))
    assert all(x + width <= after for (x, width, _), (after, *_) in pairwise(bars))
    assert all(0 < height <= shown.base and x + width <= shown.width for x, width, height in bars)
    for one, other in combinations(shown.marks, 2):
        (left, right), (first, last) = extent(one), extent(other)
        assert one.label_y != other.label_y or right < first or last < left
    assert all(extent(one)[0] >= 0 and extent(one)[1] <= shown.width for one in shown.marks)
    assert all(0 < one.label_y <= one.top <= one.foot <= shown.base for one in shown.marks)
