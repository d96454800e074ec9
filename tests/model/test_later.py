"""A view's field is gathered when it is asked for, once, and is a plain value all the same."""

import pickle
from dataclasses import dataclass, replace

import pytest

from generator.model.later import asked_later, changed, later


@asked_later("words", "number")
@dataclass(frozen=True, slots=True)
class Shown:
    """A view."""

    title: str
    words: tuple[str, ...]
    number: int = 0


@dataclass
class Counted:
    """Makes words, and counts how often it was asked."""

    asked: int = 0
    made: tuple[str, ...] = ("a", "b")

    def __call__(self) -> tuple[str, ...]:
        self.asked += 1
        return self.made


def test_a_field_is_made_when_it_is_asked_for_and_once() -> None:
    make = Counted()
    view = Shown("t", later(make))
    before = make.asked

    found = view.words, view.words

    assert (before, found, make.asked) == (0, (("a", "b"), ("a", "b")), 1)


def test_a_value_that_is_there_is_taken_as_it_is() -> None:
    assert Shown("t", ("a",), 2) == Shown("t", later(lambda: ("a",)), later(lambda: 2))
    assert Shown("t", ("a",)).number == 0


def test_a_view_is_compared_sent_and_shown_with_its_values() -> None:
    plain, view = Shown("t", ("a", "b")), Shown("t", later(Counted()))

    assert pickle.loads(pickle.dumps(view)) == plain  # noqa: S301
    assert repr(Shown("t", later(Counted()))) == repr(plain)
    assert hash(Shown("t", later(Counted()))) == hash(plain)
    assert replace(Shown("t", later(Counted())), title="u") == Shown("u", ("a", "b"))


def test_a_changed_view_shares_what_was_not_asked_for_yet() -> None:
    make = Counted()
    view = Shown("t", later(make), 1)
    copies = [changed(view, title=title) for title in "uv"]
    before = make.asked

    assert [one.words for one in copies] == [view.words] * 2
    assert (before, make.asked) == (0, 1)
    assert copies == [Shown("u", ("a", "b"), 1), Shown("v", ("a", "b"), 1)]


def test_a_changed_field_is_not_made() -> None:
    make = Counted()

    copy = changed(Shown("t", later(make)), words=("c",))

    assert (copy, make.asked) == (Shown("t", ("c",)), 0)


def test_a_view_cannot_be_written_to() -> None:
    view = Shown("t", later(Counted()))

    with pytest.raises(AttributeError):
        view.words = ()  # type: ignore[misc]


def test_a_fault_of_ours_is_not_taken_for_a_missing_field() -> None:
    view = Shown("t", later(lambda: None.text))  # type: ignore[attr-defined]

    with pytest.raises(RuntimeError, match="words could not be gathered"):
        _ = view.words
    with pytest.raises(AttributeError, match="'Shown' object has no attribute 'other'"):
        _ = view.other  # type: ignore[attr-defined]
