import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.pipeline.index.drawings.sparkline import HEIGHT, sparkline

BAR = re.compile(r"M(\d+) (\d+)v-(\d+)h(\d+)v(\d+)z")
NUMBERS = st.lists(st.integers(0, 400), min_size=1, max_size=12)


def bars(path: str) -> list[tuple[int, int, int]]:
    """Read the left edge, the width and the height of each bar."""
    found = BAR.findall(path)
    assert "".join(f"M{a} {b}v-{c}h{d}v{e}z" for a, b, c, d, e in found) == path
    assert all(up == down and int(base) == HEIGHT for _, base, up, _, down in found)
    return [(int(x), int(width), int(height)) for x, _, height, width, _ in found]


def test_the_last_number_has_a_path_of_its_own() -> None:
    drawn = sparkline([0, 2, 4], "Statements a week")

    assert (drawn.width, drawn.label) == (24, "Statements a week")
    assert [height for *_, height in bars(drawn.bars)] == [1, 10]
    assert [height for *_, height in bars(drawn.last)] == [20]


def test_one_a_week_is_no_peak() -> None:
    assert bars(sparkline([1], "").last)[0][2] < HEIGHT / 2


@given(NUMBERS)
def test_bars_stay_in_the_frame_and_apart_and_taller_means_more(numbers: list[int]) -> None:
    drawn = sparkline(numbers, "")
    found = [*bars(drawn.bars), *bars(drawn.last)]

    assert len(found) == len(numbers)
    assert all(x + width <= after for (x, width, _), (after, *_) in pairwise(found))
    assert found[-1][0] + found[-1][1] <= drawn.width
    assert all(0 < height <= drawn.height for *_, height in found)
    for (number, bar), (other, beside) in pairwise(zip(numbers, found, strict=True)):
        assert number <= other or bar[2] >= beside[2]
        assert number >= other or bar[2] <= beside[2]
