"""What was made is the same as long as it is made of the same and its questions are answered so."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.runtime.traces import Trace
from tests.runtime.tracing import keep, kept, traces


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".kept" / "traces.json"


PAGE = Trace("page", "of this", "value", ["a", "b"])


def test_what_asked_the_same_is_the_same(path: Path) -> None:
    kept(path, PAGE, answers={"a": "1", "b": "2", "c": "3"})

    now = traces(path, {"a": "1", "b": "2", "c": "other", "d": "new"})

    assert now.value_of("page", "of this") == "value"


@pytest.mark.parametrize("answers", [{"a": "1", "b": "3"}, {"a": "1"}, {}])
def test_another_answer_or_none_makes_it_anew(path: Path, answers: Mapping[str, str]) -> None:
    kept(path, PAGE, answers={"a": "1", "b": "2"})

    assert traces(path, answers).value_of("page", "of this") is None


def test_an_answer_where_there_was_none_makes_it_anew(path: Path) -> None:
    kept(path, PAGE, answers={"a": "1"})

    assert traces(path, {"a": "1"}).value_of("page", "of this") == "value"
    assert traces(path, {"a": "1", "b": "2"}).value_of("page", "of this") is None


def test_what_is_made_of_something_else_or_with_something_else_is_made_anew(path: Path) -> None:
    kept(path, PAGE, answers={"a": "1", "b": "2"})
    same = {"a": "1", "b": "2"}

    assert traces(path, same).value_of("page", "of that") is None
    assert traces(path, same).value_of("other", "of this") is None
    assert traces(path, same, made_with="other").value_of("page", "of this") is None


def test_what_is_the_same_is_kept_beside_what_was_made(path: Path) -> None:
    answers = {"a": "1", "b": "2", "c": "3"}
    kept(path, PAGE, Trace("gone", "", "lost", ["a"]), answers=answers)

    second = traces(path, answers)
    assert second.value_of("page", "of this") == "value"
    keep(second, Trace("new", "", "made", ["c"]))

    third = traces(path, answers)
    assert third.value_of("page", "of this") == "value"
    assert third.value_of("new", "") == "made"
    assert third.value_of("gone", "") is None


def test_questions_that_nobody_asks_any_more_are_left_out(path: Path) -> None:
    many = [f"q{number}" for number in range(50)]
    answers = {one: one for one in many}
    kept(path, Trace("page", "", "value", ["q49"]), Trace("gone", "", "", many), answers=answers)

    second = traces(path, answers)
    assert second.value_of("page", "") == "value"
    second.keep()

    assert "q7" not in path.read_text(encoding="utf-8")
    assert traces(path, answers).value_of("page", "") == "value"
    assert traces(path, {**answers, "q49": "other"}).value_of("page", "") is None


def test_what_is_kept_can_be_told_in_other_words(path: Path) -> None:
    answers = {"a": "1", "b": "2"}
    kept(path, PAGE, answers=answers)
    second = traces(path, answers)
    assert second.value_of("page", "of this") == "value"
    second.note(Trace("new", "", "", ["a"]))

    second.keep({"page": "other", "new": "made"})

    third = traces(path, answers)
    assert third.value_of("page", "of this") == "other"
    assert third.value_of("new", "") == "made"


def test_a_damaged_record_is_not_believed(path: Path) -> None:
    kept(path, PAGE, answers={"a": "1", "b": "2"})
    path.write_text(path.read_text(encoding="utf-8").replace("value", "other"), encoding="utf-8")

    assert traces(path, {"a": "1", "b": "2"}).value_of("page", "of this") is None


class Rounds:
    """One process that makes things again and again."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        self.traces = traces(None, answers)

    def begin(self, answers: Mapping[str, str], *, same: bool = False) -> None:
        self.traces.again("with", lambda question: answers.get(question, ""), same=same)

    def value(self, name: str = "page", what: str = "of this") -> str | None:
        return self.traces.value_of(name, what)

    def end(self, *made: Trace) -> None:
        for one in made:
            self.traces.note(one)
        self.traces.keep(there=False)


ANSWERS = {"a": "1", "b": "2"}


def test_a_second_round_knows_what_the_first_made() -> None:
    rounds = Rounds(ANSWERS)
    rounds.end(PAGE)

    rounds.begin(ANSWERS)
    assert rounds.value() == "value"
    rounds.end()
    rounds.begin({"a": "1", "b": "other"})
    assert rounds.value() is None


def test_where_all_is_the_same_no_question_is_asked_again() -> None:
    rounds = Rounds(ANSWERS)
    rounds.end(PAGE)

    rounds.begin({}, same=True)

    assert rounds.value() == "value"


def test_what_one_round_did_not_ask_for_the_next_does_not_know() -> None:
    rounds = Rounds(ANSWERS)
    rounds.end(PAGE)

    rounds.begin({"a": "1", "b": "other"})
    rounds.end()
    rounds.begin({"a": "1", "b": "other"})

    assert rounds.value() is None


def test_a_round_that_broke_off_leaves_no_answers() -> None:
    rounds = Rounds(ANSWERS)
    rounds.end(PAGE)

    rounds.begin({"a": "1", "b": "other"})
    rounds.traces.note(Trace("new", "", "half", ["c"]))
    rounds.begin({"a": "1", "b": "other"})
    assert rounds.value() is None
    rounds.begin(ANSWERS)
    assert rounds.value() == "value"
    assert rounds.value("new", "") is None


def test_what_was_made_anew_takes_the_place_of_what_was_there() -> None:
    rounds = Rounds(ANSWERS)
    rounds.end(PAGE)

    for number in range(3_000):
        rounds.begin({**ANSWERS, "c": str(number)})
        assert rounds.value(what=str(number)) is None
        rounds.end(Trace("page", str(number), f"value {number}", ["a", "c"]))

    rounds.begin({**ANSWERS, "c": "2999"})
    assert rounds.value(what="2999") == "value 2999"
    rounds.begin({**ANSWERS, "c": "3000"})
    assert rounds.value(what="2999") is None


def test_nothing_is_written_without_a_path() -> None:
    Rounds(ANSWERS).end(PAGE)

    assert traces(None, ANSWERS).value_of("page", "of this") is None
