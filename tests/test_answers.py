"""What a book answers is worked out once for all rounds in which it comes from the same."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.answers import Answers
from generator.build import build
from generator.model.notes import Notes
from generator.pipeline.index import Desk
from generator.pipeline.index.made_once import Kept
from generator.report import Settings
from tests.incremental import beginning
from tests.trees import write_tree

ONE, OTHER = b"\x01", b"\x02"


@dataclass
class Book:
    """A book whose answers are written down, each part with its ground."""

    lists: Mapping[str, bytes] = field(default_factory=dict)
    facts: Mapping[str, bytes] = field(default_factory=dict)
    texts: Mapping[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    notes: Notes = field(default_factory=Notes)
    pieces: Kept[str, str] = field(default_factory=lambda: Kept(Notes()))

    def grounds(self) -> tuple[bytes, bytes, bytes]:
        lists, facts, texts = (repr(one).encode() for one in (self.lists, self.facts, self.texts))
        return lists, facts, texts

    def answers(self) -> Iterator[tuple[str, bytes]]:
        self.asked.append("lists")
        yield from self.lists.items()

    def fact_answers(self) -> Iterator[tuple[str, bytes]]:
        self.asked.append("facts")
        yield from self.facts.items()

    def text_answers(self) -> Iterator[tuple[str, bytes]]:
        self.asked.append("texts")
        yield from self.texts.items()


def worked_out(book: Book, before: Answers | None = None) -> Answers:
    found = Answers(book, before)
    for question in ("briefings_on/x", "briefings/x", "texts/x"):
        found.of(question)
    return found


def test_each_question_is_answered_from_its_part() -> None:
    found = Answers(Book({"on/x": ONE}, {"briefings/x": OTHER}, {"texts/x": ONE}))

    assert [found.of(one) for one in ("on/x", "briefings/x", "texts/x")] == ["01", "02", "01"]
    assert [found.of(one) for one in ("on/y", "briefings/y", "texts/y")] == ["", "", ""]


def test_a_part_is_gone_through_only_if_it_is_asked() -> None:
    book = Book({"on/x": ONE})
    found = Answers(book)
    assert book.asked == []

    found.of("on/x")
    found.of("on/y")

    assert book.asked == ["lists"]


def test_what_comes_from_the_same_is_not_worked_out_again() -> None:
    first = worked_out(Book({"on/x": ONE}, texts={"texts/x": ONE}))
    second = Book({"on/x": ONE}, texts={"texts/x": OTHER})

    now = worked_out(second, first)

    assert second.asked == ["texts"]
    assert (now.of("on/x"), now.of("texts/x")) == ("01", "02")


def test_what_is_told_otherwise_what_is_new_and_what_is_gone_is_unlike() -> None:
    first = worked_out(
        Book({"on/x": ONE, "on/y": ONE}, {"briefings/x": ONE}, {"texts/x": ONE, "texts/y": ONE})
    )
    now = Answers(
        Book({"on/x": ONE, "on/z": ONE}, {"briefings/x": ONE}, {"texts/x": OTHER, "texts/y": ONE}),
        first,
    )

    assert set(now.unlike(first) or ()) == {"on/y", "on/z", "texts/x"}


def test_of_the_same_nothing_is_unlike_though_nothing_was_worked_out() -> None:
    book = Book({"on/x": ONE})

    assert Answers(book).unlike(Answers(book)) == set()
    assert book.asked == []


def test_nobody_knows_what_is_unlike_answers_that_were_never_worked_out() -> None:
    now = Answers(Book({"on/x": ONE}))

    assert now.unlike(Answers(Book({"on/x": OTHER}))) is None


def test_a_build_that_remembers_nothing_works_out_no_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(_: Desk) -> tuple[bytes, bytes, bytes]:
        raise AssertionError("this goes through the whole book")

    monkeypatch.setattr(Desk, "grounds", never)
    root = write_tree(tmp_path, beginning())
    asked = Settings(root=root, now=datetime(2025, 1, 1, tzinfo=UTC))

    assert build(asked).pages > 0
    with pytest.raises(AssertionError):
        build(Settings(root=root, now=asked.now, remembers=True))
