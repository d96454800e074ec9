"""A process that stays publishes every change; a fault leaves the site as it was."""

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

import pytest

from generator import republish, watching
from generator.build import build
from generator.errors import BriefbookError, ContentError, OutputError
from generator.pipeline.manifest import only_builder
from generator.rebuild import build_if_changed
from generator.report import Report, Settings
from generator.republish import Republished
from generator.runtime.lookout import Lookout
from generator.runtime.watch import Watchdog
from generator.watching import Watching
from tests.preview.edits import BOOK, Editor, Expected
from tests.runtime.watching import PATIENCE_S, Lossy
from tests.trees import book, bytes_in, write_tree

EDITS = int(os.environ.get("EDITS", "45")) // 3
"""How many edits; those of a preview are more, and find out the same of what is watched."""
NOON = datetime(2024, 11, 20, 12, tzinfo=UTC)
TALKS = "content/briefings/2024/11/talks.md"
PAGE = "briefings/2024/11/talks.html"
LATER = (
    "---\ntitle: Later\npublished: 2024-11-15\ntopics: [arms]\nembargoed: 2024-12-01\n---\nText.\n"
)


def settle() -> None:
    """Wait until what is written now has another time than what was written before."""
    time.sleep(0.12)


class Desk:
    """A book that is published again and again, at a time that a test tells."""

    def __init__(self, root: Path) -> None:
        self.root, self.now = root, NOON
        self.settings = Settings(root=root, now=NOON)
        self.book = Republished(self.settings, lambda: self.now, lambda _: None)

    @property
    def site(self) -> Mapping[str, bytes]:
        return bytes_in(self.root / "output")

    def page(self) -> str:
        return self.site[PAGE].decode()

    def append(self, words: str) -> None:
        path = self.root / TALKS
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{words}\n", encoding="utf-8")

    def clean(self, output: Path) -> Mapping[str, bytes]:
        """Give what a build without a memory makes."""
        build(Settings(root=self.root, now=self.now, output=output))
        return bytes_in(output)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    later = {"content/briefings/2024/11/later.md": LATER}
    made = Desk(write_tree(book(tmp_path / "book"), later))
    made.book.make()
    return made


def test_a_change_is_published_and_nothing_else_is_written(desk: Desk, tmp_path: Path) -> None:
    desk.append("They met again.")

    report = desk.book.make([TALKS])

    assert "They met again." in desk.page()
    assert desk.site == desk.clean(tmp_path / "clean")
    assert report.written
    assert 0 < report.written.written < report.written.unchanged


def test_a_fault_leaves_the_site_as_it_was_until_it_is_mended(desk: Desk) -> None:
    before, text = desk.site, (desk.root / TALKS).read_text(encoding="utf-8")
    write_tree(desk.root, {TALKS: text.replace("title:", "titel:")})
    with pytest.raises(ContentError) as caught:
        desk.book.make([TALKS])
    assert desk.site == before
    assert caught.value.problems[0].at.line == 2

    write_tree(desk.root, {TALKS: f"{text}\nMended.\n"})
    desk.book.make([TALKS])

    assert "Mended." in desk.page()


def test_where_it_could_not_be_written_it_is_tried_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(republish, "_AGAIN_S", 0.0)
    desk.append("Held up.")
    with only_builder(desk.root / "output"), pytest.raises(OutputError):
        desk.book.make([TALKS])

    assert desk.book.is_due()
    assert desk.book.due_in_s() <= 0
    desk.book.make()

    assert "Held up." in desk.page()
    assert not desk.book.is_due()


def test_a_fault_of_the_program_ends_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> Report:
        raise ZeroDivisionError("none")

    with monkeypatch.context() as patched:
        patched.setattr(republish, "build", fails)
        with pytest.raises(ContentError) as caught:
            desk.book.make()
    assert caught.value.problems[0].code == "program-failed"
    desk.append("All the same.")

    desk.book.make()

    assert "All the same." in desk.page()


def test_what_is_embargoed_is_published_when_its_time_has_come(desk: Desk) -> None:
    later = "briefings/2024/11/later.html"
    assert later not in desk.site
    assert desk.book.due_in_s() == timedelta(days=10, hours=12).total_seconds()

    desk.now = datetime(2024, 12, 1, tzinfo=UTC)
    assert desk.book.is_due()
    desk.book.make()

    assert later in desk.site


def test_a_build_that_comes_after_knows_that_nothing_has_changed(desk: Desk) -> None:
    desk.append("Kept.")
    desk.book.make([TALKS])
    steps: list[str] = []
    desk.book.keep(lambda: False)
    build_if_changed(desk.settings, steps.append)
    assert steps

    desk.append("Kept too.")
    desk.book.make([TALKS])
    settle()
    desk.book.keep(lambda: True)
    steps.clear()
    build_if_changed(desk.settings, steps.append)

    assert steps == []


def test_what_was_built_by_a_program_that_is_no_longer_there_is_not_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle()
    monkeypatch.setattr(desk.book, "_program", "as it was when it began")
    desk.book.keep(lambda: True)
    steps: list[str] = []

    build_if_changed(desk.settings, steps.append)

    assert steps


@contextmanager
def watched(root: Path) -> Iterator[Watching[Report]]:
    one = Watching(Republished(Settings(root=root, now=NOON), lambda: NOON, lambda _: None), root)
    one.begin()
    one.make()
    try:
        yield one
    finally:
        one.close()


def test_what_was_made_is_kept_once_while_nobody_edits(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, kept, patience = iter([None, None, (), None, ()]), list[object](), list[float]()

    def wait(_: object, longest_s: float) -> tuple[()] | None:
        patience.append(longest_s)
        return next(told)

    monkeypatch.setattr(watching, "_REST_S", 1.0)
    monkeypatch.setattr(watching, "_LONGEST_WAIT_S", 9.0)
    monkeypatch.setattr(Watching, "wait", wait)
    monkeypatch.setattr(Republished, "keep", lambda _, is_so: kept.append(is_so))
    one = Watching(desk.book, desk.root)
    for _ in range(2):
        one.make(one.next())

    assert patience == [1.0, 9.0, 9.0, 1.0, 9.0]
    assert kept == [one.lookout.is_as_known] * 2


@pytest.mark.parametrize("hints", [Watchdog, Lossy])
def test_every_edit_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hints: type[Watchdog]
) -> None:
    monkeypatch.setattr(watching, "Lookout", partial(Lookout, hints=hints))
    monkeypatch.setattr(republish, "_AGAIN_S", 0.0)
    editor = Editor(write_tree(tmp_path / "book", BOOK), Random(20_241_115))  # noqa: S311
    with watched(editor.root) as one:
        for _ in range(EDITS):
            _, expected = editor.edit()
            while expected and not is_there(editor.root / "output", expected):
                publish(one)

    build(Settings(root=editor.root, now=NOON, output=tmp_path / "clean"))
    site = bytes_in(editor.root / "output")
    assert {**site, "index.html": b""} == {**bytes_in(tmp_path / "clean"), "index.html": b""}


def publish(one: Watching[Report]) -> None:
    """Publish what has changed; move away what somebody has put in the place of a page."""
    changes = one.wait(PATIENCE_S)
    assert changes is not None
    try:
        one.make(changes)
    except OutputError as error:
        for problem in error.problems:
            Path(problem.at.path).unlink()
    except BriefbookError:  # what is half written may be an error for a moment
        return


def is_there(site: Path, expected: Expected) -> bool:
    page = site / expected.page
    if not page.is_file():
        return expected.status != 200
    return expected.status == 200 and expected.shows in page.read_text(encoding="utf-8")
