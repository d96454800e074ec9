from itertools import pairwise

import pytest
from hypothesis import given

from generator.text.markup.markdown_html import Rendered
from generator.text.markup.reading import read
from tests.text.markup.made import FRAGMENTS


@pytest.mark.parametrize(
    ("raw", "offset", "expected"),
    [
        ("abc", 2, 2),
        ("abc", 9, 3),
        ("&amp;b", 0, 0),
        ("&amp;b", 1, 5),
        ("a&lt;&gt;b", 2, 5),
        ("a&lt;&gt;b", 3, 9),
        ("&#8230;&nbsp;x", 2, 13),
        ("a & b &c;", 4, 4),
    ],
)
def test_a_place_in_the_text_is_found_in_the_markup(raw: str, offset: int, expected: int) -> None:
    assert read(raw).runs[0].place(offset) == expected


@given(FRAGMENTS)
def test_runs_are_the_plain_text_and_stand_where_they_say(rendered: Rendered) -> None:
    reading = read(rendered.html)

    assert all(reading.text[run.offset : run.end] == run.text != "" for run in reading.runs)
    assert all(rendered.html.startswith(run.raw, run.at) for run in reading.runs)
    between = [reading.text[one.end : two.offset] for one, two in pairwise(reading.runs)]
    assert set(between) <= {"", "\n"}


def test_a_place_between_two_runs_is_the_next_ones() -> None:
    reading = read("<p>a</p><p>b</p>")

    assert [reading.run_at(at) for at in range(4)] == [
        reading.runs[0],
        reading.runs[1],
        reading.runs[1],
        None,
    ]
