"""A record of traces grows by what each build changes, and is asked no more than it must be."""

from pathlib import Path
from uuid import uuid4

import pytest

from generator.runtime.traces import Grounds, Trace, Traces
from tests.runtime.tracing import keep, kept, traces


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".kept" / "traces.json"


class Book:
    """Many things, each with a question of its own, and one that all ask."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.answers = {"all": "1", **{f"q{one}": "1" for one in range(40)}}
        kept(path, *(self.made(one) for one in range(40)), answers=self.answers)

    def made(self, one: int, value: str = "old") -> Trace:
        return Trace(f"page {one}", "of this", value, ["all", f"q{one}"])

    def build(self, *gone: int) -> list[str]:
        """Make what is to be made; tell what that is."""
        now, made = traces(self.path, self.answers), list[str]()
        for one in (one for one in range(40) if one not in gone):
            if now.value_of(f"page {one}", "of this") is None:
                now.note(self.made(one, "new"))
                made.append(f"page {one}")
        now.keep()
        return made


def test_little_is_written_where_little_changed(path: Path) -> None:
    book = Book(path)
    before = path.read_bytes()
    book.answers["q7"] = "2"

    assert book.build() == ["page 7"]

    assert path.read_bytes().startswith(before)
    assert book.build() == []
    assert traces(path, book.answers).value_of("page 7", "of this") == "new"
    assert traces(path, book.answers).value_of("page 8", "of this") == "old"


def test_a_build_after_many_knows_what_the_last_one_made(path: Path) -> None:
    book = Book(path)
    for one in range(60):
        book.answers[f"q{one % 30}"] = f"other {one}"
        assert book.build() == [f"page {one % 30}"]

    assert book.build() == []
    assert len(path.read_bytes()) < 10_000


def test_an_answer_that_is_as_it_was_before_the_last_build_is_another(path: Path) -> None:
    book = Book(path)
    book.answers["q7"] = "2"
    book.build()
    book.answers["q7"] = "1"

    assert book.build() == ["page 7"]


def test_what_went_in_a_build_is_made_anew_when_it_is_back(path: Path) -> None:
    book = Book(path)
    assert book.build(7) == []

    assert book.build() == ["page 7"]
    assert book.build() == []


def test_other_words_for_what_is_kept_are_added(path: Path) -> None:
    book = Book(path)
    now = traces(path, book.answers)
    for one in range(40):
        now.value_of(f"page {one}", "of this")

    now.keep({"page 7": "told"})

    assert traces(path, book.answers).value_of("page 7", "of this") == "told"


def grounded(path: Path, asked: list[str], **digests: str) -> Traces:
    """Recall traces whose questions begin with the names of what their answers come from.

    What comes from none of these is never surely the same.
    """

    def answer(question: str) -> str:
        asked.append(question)
        return "1"

    names = [*digests]
    grounds = Grounds(
        [*digests.values(), str(uuid4())],
        lambda asked: next((n for n, one in enumerate(names) if asked.startswith(one)), len(names)),
    )
    return Traces(path, "with", answer, grounds)


def test_what_comes_from_the_same_is_not_asked_again(path: Path) -> None:
    made = Trace("page", "", "value", ["lists/a", "facts/b", "texts/c"])
    keep(grounded(path, [], lists="x", facts="y"), made)
    asked: dict[str, list[str]] = {"same": [], "one": [], "both": [], "swapped": []}

    grounded(path, asked["same"], lists="x", facts="y")
    grounded(path, asked["one"], lists="x", facts="z")
    grounded(path, asked["both"], lists="z", facts="z")
    grounded(path, asked["swapped"], lists="y", facts="x")

    assert {name: sorted(each) for name, each in asked.items()} == {
        "same": ["texts/c"],
        "one": ["facts/b", "texts/c"],
        "both": ["facts/b", "lists/a", "texts/c"],
        "swapped": ["facts/b", "lists/a", "texts/c"],
    }


def test_what_answers_come_from_is_told_with_what_is_added(path: Path) -> None:
    many = [Trace(f"page {one}", "", "value", [f"lists/{one}", "facts/b"]) for one in range(40)]
    keep(grounded(path, [], lists="x", facts="y"), *many)
    for lists in ("y", "x"):
        now, asked = grounded(path, [], lists=lists, facts="y"), list[str]()
        for one in many:
            assert now.value_of(one.name, "") == "value"
        now.keep()

        grounded(path, asked, lists=lists, facts="y")

        assert asked == []


def test_what_was_made_with_something_else_is_not_added_to(path: Path) -> None:
    book = Book(path)

    traces(path, book.answers, made_with="other").keep()

    assert traces(path, book.answers).value_of("page 2", "of this") is None


def test_of_two_builds_at_once_the_last_is_remembered(path: Path) -> None:
    book = Book(path)
    one, other = traces(path, book.answers), traces(path, book.answers)
    for number in range(40):
        for each in (one, other):
            each.value_of(f"page {number}", "of this")
    keep(one, Trace("one", "", "value", ["a"]))

    keep(other, Trace("other", "", "value", ["b"]))

    now = traces(path, book.answers)
    assert now.value_of("page 7", "of this") == "old"
    assert (now.value_of("one", ""), now.value_of("other", "")) == (None, "value")


class Staying:
    """One process that makes the things of a book again and again."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.traces = traces(book.path, book.answers)

    def build(self, *, breaks_off: bool = False) -> list[str]:
        """Make what is to be made, and tell what that is; breaking off, keep nothing."""
        self.traces.again("with", lambda question: self.book.answers.get(question, ""))
        made = []
        for one in range(40):
            if self.traces.value_of(f"page {one}", "of this") is None:
                self.traces.note(self.book.made(one, "new"))
                made.append(f"page {one}")
        if not breaks_off:
            self.traces.keep()
        return made


def test_a_process_that_stays_adds_each_round_to_the_record(path: Path) -> None:
    book = Book(path)
    before, staying = path.read_bytes(), Staying(book)
    for one in (7, 8):
        book.answers[f"q{one}"] = "2"
        assert staying.build() == [f"page {one}"]

    assert path.read_bytes().startswith(before)
    assert book.build() == []


def test_a_round_that_broke_off_leaves_nothing_behind(path: Path) -> None:
    book = Book(path)
    staying = Staying(book)
    book.answers |= {"q7": "2", "asked then": "1"}
    of_then = Trace("page 7", "of this", "then", ["asked then"])
    staying.build(breaks_off=True)
    staying.traces.note(of_then)

    book.answers["q8"] = "2"

    assert staying.build() == ["page 7", "page 8"]
    assert book.build() == []
    book.answers["q9"] = "2"
    assert book.build() == ["page 9"]


def test_with_something_else_a_process_that_stays_begins_anew(path: Path) -> None:
    book = Book(path)
    staying = Staying(book)
    staying.build()

    staying.traces.again("other", lambda question: book.answers.get(question, ""))
    assert staying.traces.value_of("page 7", "of this") is None
    staying.traces.note(book.made(7, "of other"))
    staying.traces.keep()

    now = traces(path, book.answers, made_with="other")
    assert now.value_of("page 7", "of this") == "of other"
    assert now.value_of("page 8", "of this") is None


def test_what_comes_from_the_same_is_not_asked_again_in_a_process_that_stays(path: Path) -> None:
    asked: list[str] = []
    grounds = Grounds(["x"], lambda question: 0 if question.startswith("lists") else 1)
    staying = Traces(path, "with", lambda _: "1", grounds)
    keep(staying, Trace("page", "", "value", ["lists/a", "texts/c"]))

    def answer(question: str) -> str:
        asked.append(question)
        return "1"

    staying.again("with", answer, grounds)
    assert asked == ["texts/c"]
    assert staying.value_of("page", "") == "value"
    staying.keep()
    staying.again("with", answer, Grounds(["y"], grounds.of))
    assert asked[1:] == ["lists/a", "texts/c"]
    staying.again("with", answer, grounds)  # the round before broke off
    assert asked[3:] == ["texts/c"]


def test_where_it_is_known_which_answers_may_be_others_only_these_are_asked() -> None:
    staying, answers = traces(None, {}), {"a": "1", "b": "2"}
    keep(staying, Trace("one", "", "value", ["a", "c"]), Trace("two", "", "value", ["b"]))
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return answers.get(question, "")

    staying.again("with", answer, unlike=["b", "d"])
    assert asked == ["b"]
    assert staying.value_of("one", "") == "value"
    assert staying.value_of("two", "") is None
