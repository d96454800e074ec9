import pytest

from generator.pipeline.index.wording.drawing_words import (
    activity_summary,
    bars_label,
    cell_label,
    matrix_rest,
    pairs_rest,
)
from tests.builders import WORDS


def test_a_sparkline_says_its_numbers() -> None:
    assert bars_label("Briefings a week", [0, 2, 1], WORDS) == (
        "Briefings a week, oldest first: 0, 2, 1"
    )


def test_a_cell_of_the_matrix_says_what_it_counts() -> None:
    assert cell_label("Ana Petrova", "Arms", 1, WORDS) == "Ana Petrova, Arms: 1 statement"


@pytest.mark.parametrize(
    ("officials", "topics", "expected"),
    [(3, 1, "3 officials and 1 topic"), (0, 2, "2 topics"), (1, 0, "1 official"), (0, 0, "")],
)
def test_what_the_matrix_has_no_room_for_is_counted(
    officials: int, topics: int, expected: str
) -> None:
    assert matrix_rest(officials, topics, WORDS) == expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([0, 3, 1], "4 briefings in 2 of 3 weeks; most, 3, in the week of 4 November 2024."),
        ([0, 1], "1 briefing in 2 weeks, in the week of 4 November 2024."),
        ([1, 0, 1], "2 briefings in 2 of 3 weeks; never more than one a week."),
    ],
)
def test_activity_comes_to_a_sentence(numbers: list[int], expected: str) -> None:
    assert activity_summary(numbers, "4 November 2024", WORDS) == expected


def test_pairs_that_are_not_listed_are_counted() -> None:
    assert [pairs_rest(n, WORDS) for n in (0, 1, 2)] == [
        "",
        "and 1 more pair",
        "and 2 more pairs",
    ]
