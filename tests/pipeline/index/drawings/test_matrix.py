from hypothesis import given
from hypothesis import strategies as st

from generator.pipeline.index.drawings.matrix import about, counts, leading, level, steps


def test_a_statement_counts_once_for_its_official_and_in_each_topic() -> None:
    found = counts([("ana", ("arms", "ports")), ("ana", ("arms",)), ("jan", ("ports",))])

    assert found.cells == {("ana", "arms"): 2, ("ana", "ports"): 1, ("jan", "ports"): 1}
    assert (found.said, found.topics) == ({"ana": 2, "jan": 1}, {"arms": 2, "ports": 2})


def test_topics_are_counted_for_some_officials_alone() -> None:
    found = counts([("ana", ("arms",)), ("jan", ("ports",))])

    assert about(found, ["jan"]) == {"ports": 1}


def test_the_largest_lead_and_names_decide_between_equals() -> None:
    names = {"a": "Zoe", "b": "Ana", "c": "Mia"}

    assert leading({"a": 1, "b": 1, "c": 3}, lambda one: (names[one],), 2) == ("c", "b")


def test_large_numbers_stretch_the_steps() -> None:
    assert [one.text for one in steps(30)] == ["1–5", "6–11", "12–17", "18+"]


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_heat_rises_with_the_number_and_every_number_has_a_step_of_the_legend(
    number: int, largest: int
) -> None:
    number = min(number, largest)
    found = level(number, largest)

    assert level(0, largest) == 0
    assert level(number - 1, largest) <= found
    assert found in {one.level for one in steps(largest)}
