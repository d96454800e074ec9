import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Location, Outcome, Problem, has_errors, in_order, shown

WARNING = Problem("lint", "long", Location("a.md"), severity="warning")
ERROR = Problem("bad-date", "'x' is not a date", Location("a.md", 3, 7, 1))

places = st.builds(
    Location, st.sampled_from(["a.md", "b.md"]), st.integers(0, 3), st.integers(0, 3)
)
problem_lists = st.lists(
    st.builds(Problem, st.sampled_from(["x", "y"]), st.sampled_from(["m", "n"]), places),
    max_size=8,
)


@pytest.mark.parametrize(
    ("problems", "expected"),
    [
        pytest.param([], False, id="none"),
        pytest.param([WARNING], False, id="warning"),
        pytest.param([WARNING, ERROR], True, id="both"),
    ],
)
def test_only_errors_forbid_publishing(problems: list[Problem], expected: bool) -> None:  # noqa: FBT001
    assert has_errors(problems) is expected


def test_problems_are_sorted_by_file_line_and_column() -> None:
    places = [("a.md", 2, 1), ("a.md", 10, 1), ("a.md", 10, 3), ("b.md", 1, 1)]
    problems = [Problem("x", "m", Location(*place)) for place in places]

    assert list(in_order(reversed(problems))) == problems


@given(problem_lists)
def test_sorting_says_each_problem_once_and_does_not_depend_on_the_order(
    problems: list[Problem],
) -> None:
    assert in_order(problems) == in_order(reversed(problems))
    assert set(in_order(problems)) == set(problems)
    assert len(in_order(problems)) == len(set(problems))


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        pytest.param(
            Problem("x", "is wrong", Location("a.md")), "a.md: error[x]: is wrong", id="whole-file"
        ),
        pytest.param(
            Problem("x", "is wrong", Location("a.md", 4), "mend it", "warning"),
            "a.md:4: warning[x]: is wrong\n  mend it",
            id="line-and-hint",
        ),
        pytest.param(
            Problem("x", "is wrong", Location("a.md", 14, 3, 4), excerpt="  word"),
            "a.md:14:3: error[x]: is wrong\n   14 |   word\n      |   ^^^^",
            id="excerpt",
        ),
        pytest.param(
            Problem("x", "is wrong", Location("a.md", 2, 1, 0), "add it", excerpt="a:"),
            "a.md:2:1: error[x]: is wrong\n    2 | a:\n      | ^ add it",
            id="no-width",
        ),
    ],
)
def test_a_problem_is_shown_as_a_compiler_would(problem: Problem, text: str) -> None:
    assert shown(problem) == text


def test_the_caret_stands_below_what_is_meant() -> None:
    excerpt = "topics:    [nuclear-prolif, korea]"
    at = Location("a.md", 14, excerpt.index("nuclear") + 1, len("nuclear-prolif"))

    _, line, caret = shown(Problem("x", "m", at, excerpt=excerpt)).splitlines()

    assert line[caret.index("^") : caret.rindex("^") + 1] == "nuclear-prolif"


def test_problems_and_outcomes_travel_to_workers_and_back() -> None:
    outcome = Outcome("draft", (WARNING, ERROR))

    assert pickle.loads(pickle.dumps(outcome)) == outcome  # noqa: S301


@pytest.mark.parametrize("column", [1, 50, 400, 1_000, 1_001])
def test_of_a_long_line_the_part_around_the_mistake_is_shown(column: int) -> None:
    line = "".join(chr(0x4E00 + number) for number in range(1_000))
    at = Location("a.md", 1, column, 5)

    _, shown_line, caret = shown(Problem("x", "m", at, excerpt=line)).splitlines()

    assert len(shown_line) < 320
    marked = shown_line[caret.index("^") : caret.index("^") + 1]
    assert marked in {line[column - 1 : column], ""}
