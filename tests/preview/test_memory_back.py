"""A preview gives memory back when nobody edits, and now and then where somebody always does."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from generator.preview import serving
from generator.preview.serving import Options, Preview
from generator.report import Settings
from generator.runtime.lookout import Lookout
from tests.runtime.watching import Silent
from tests.trees import SMALL_BOOK, write_tree

NOW: Final = datetime(2025, 1, 15, tzinfo=UTC)
MOST: Final = 3


class Counted:
    """How often memory was given back."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        """Give it back."""
        self.times += 1


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Counted:
    given = Counted()
    monkeypatch.setattr(serving, "give_back", given)
    monkeypatch.setattr(serving, "_MOST_ROUNDS", MOST)
    return given


@pytest.fixture
def preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Preview]:
    """A preview that is told of nothing, and does not look by itself for an hour."""
    monkeypatch.setattr(serving, "Lookout", partial(Lookout, hints=Silent))
    settings = Settings(root=write_tree(tmp_path, SMALL_BOOK), now=NOW)
    preview = Preview(settings, Options(poll_s=3600), lambda: NOW, lambda _: None)
    preview.begin()
    yield preview
    preview.close()


def test_it_is_given_back_once_when_nobody_edits(
    preview: Preview, given: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = iter([()] * 5)
    monkeypatch.setattr(preview.lookout, "wait", lambda _: next(waits))

    with pytest.raises(StopIteration):
        preview.next()
    assert given.times == 1


def test_it_is_given_back_now_and_then_where_somebody_always_edits(
    preview: Preview, given: Counted
) -> None:
    for _ in range(2 * MOST):
        preview.make(())
    assert given.times == 2
