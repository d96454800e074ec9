"""Whatever is taken from the book is noted, and the same values have the same digests."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.notes import Notes
from generator.pipeline.index.asking import Asked, AskedLists, Kind, digest
from tests.builders import day, official, role

KIND: Kind[str, str] = Kind("items/{}".format, lambda listed: ",".join(listed).encode(), str.upper)


def asked(found: Mapping[str, str], notes: Notes) -> Asked[str, str]:
    return Asked("map", found, notes, str.encode)


def test_a_key_is_noted_whether_it_is_there_or_not() -> None:
    notes = Notes()
    book = asked({"a": "1"}, notes)

    assert (book["a"], book.get("b"), "c" in book) == ("1", None, False)

    assert notes.asked == {"map/a", "map/b", "map/c"}


def test_going_through_all_keys_is_a_question_of_its_own() -> None:
    notes = Notes()

    assert [*asked({"a": "1"}, notes)] == ["a"]
    assert notes.asked == {"map"}
    assert "map/" not in notes.asked


def test_what_is_a_part_of_something_else_asks_for_that_too() -> None:
    notes = Notes()
    book = Asked("parts", {"a": "whole"}, notes, str.encode, lambda value: f"wholes/{value}")

    assert book["a"] == "whole"

    assert notes.asked == {"parts/a", "wholes/whole"}


def test_a_list_notes_the_items_that_are_taken_and_no_others() -> None:
    notes = Notes()
    book = AskedLists("lists", {"a": ("x", "y", "z")}, notes, KIND)

    assert [*book["a"][1:2]] == ["Y"]
    assert notes.asked == {"lists/a", "items/y"}

    assert book["a"][0] == "X"
    assert notes.asked == {"lists/a", "items/y", "items/x"}


def test_what_items_are_found_by_is_asked_for_alone() -> None:
    notes = Notes()
    points: Kind[str, str] = Kind("points/{}".format, KIND.digest, str.title)
    book = AskedLists("lists", {"a": ("x", "y")}, notes, replace(KIND, points=points))

    assert [*book["a"].points()[:1]] == ["X"]
    assert notes.asked == {"lists/a", "points/x"}


DATED = replace(KIND, day=lambda one: day(f"2024-11-{one:0>2}"))


def test_the_days_of_a_list_are_asked_for_without_its_items() -> None:
    notes = Notes()
    book = AskedLists("lists", {"a": ("9", "5", "2"), "b": ()}, notes, DATED)

    assert [one.text for one in book["a"].days()] == ["2024-11-09", "2024-11-02"]
    assert notes.asked == {"lists/a", "days of lists/a"}
    assert book["b"].days() == ()


def test_a_part_of_a_list_has_no_days_of_its_own() -> None:
    book = AskedLists("lists", {"a": ("9", "5")}, Notes(), DATED)

    with pytest.raises(TypeError, match="lists/a: the days of a part"):
        book["a"][1:].days()


@given(st.lists(st.sampled_from("123456"), min_size=1), st.lists(st.sampled_from("123456")))
def test_other_days_have_another_answer(one: list[str], other: list[str]) -> None:
    question = "days of lists/a"
    before, after = (AskedLists("lists", {"a": ids}, Notes(), DATED) for ids in (one, other))

    same = dict(before.answers())[question] == dict(after.answers())[question]

    assert same == (before["a"].days() == after["a"].days())


def test_questions_of_a_part_count_for_the_whole() -> None:
    notes = Notes()
    book = asked({"a": "1", "b": "2"}, notes)

    with notes.apart() as outer:
        assert book["a"] == "1"
        with notes.apart() as inner:
            assert book["b"] == "2"

    assert inner == {"map/b"}
    assert outer == {"map/a", "map/b"}


def test_every_question_of_a_map_is_answered() -> None:
    book = AskedLists("lists", {"a": ("x", "y")}, Notes(), KIND)

    answers = dict(book.answers())

    assert answers == {"lists": digest(["a"]), "lists/a": b"x,y"}


@given(st.text("aé “", min_size=1).map("x{}".format))
def test_equal_values_have_one_digest(name: str) -> None:
    one, shared = official("a", role(name)), "".join(["Fo", "reign"])
    same = official("a", role("".join([*name])))

    assert digest(one) == digest(same)
    assert digest((shared, shared)) == digest(("Foreign", "".join(["F", "oreign"])))
    assert digest(one) != digest(official("b", role(name)))
