"""Every way in which editors and tools save is seen, once, and nothing else is."""

import os
import shutil
import threading
import time
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from generator.runtime import lookout
from generator.runtime.lookout import Lookout
from generator.runtime.watch import Watchdog
from tests.runtime.watching import PATIENCE_S, Lossy, Silent, Watching, targets_of, watched
from tests.saving import (
    Save,
    as_vim,
    by_rename,
    from_outside,
    in_pieces,
    in_place,
    with_sed,
)
from tests.trees import write_tree

BOOK = {
    "config.yaml": "title: T\n",
    "content/a.md": "a",
    "content/deep/b.md": "b",
    "output/index.html": "page",
}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return write_tree(tmp_path / "book", BOOK)


@pytest.fixture
def watching(book: Path) -> Iterator[Watching]:
    with watched(Lookout(targets_of(book))) as found:
        yield found


SAVES: list[Save] = [
    in_place, by_rename, as_vim, with_sed, from_outside, in_pieces,
]  # fmt: skip


@pytest.mark.parametrize("save", SAVES)
def test_a_save_is_one_change(book: Path, watching: Watching, save: Save) -> None:
    for number in range(3):
        save(book / "content/a.md", f"text {number}")
        assert watching.next() == [("a.md", "changed")]
    assert not watching.lookout.polls_because


def test_files_come_go_and_move(book: Path, watching: Watching) -> None:
    (book / "content/a.md").rename(book / "content/c.md")
    assert watching.next() == [("a.md", "gone"), ("c.md", "new")]

    (book / "content/c.md").unlink()
    assert watching.next() == [("c.md", "gone")]


def test_what_stands_in_new_folders_is_seen(book: Path, watching: Watching) -> None:
    write_tree(book, {"content/2025/01/n.md": "n"})
    assert watching.next() == [("n.md", "new")]

    write_tree(book, {"content/2025/01/n.md": "N"})
    assert watching.next() == [("n.md", "changed")]


def test_folders_that_move_take_their_files_along(book: Path, watching: Watching) -> None:
    (book / "content/deep").rename(book / "content/moved")
    assert watching.next() == [("b.md", "gone"), ("b.md", "new")]

    write_tree(book, {"content/moved/b.md": "B"})
    assert watching.next() == [("b.md", "changed")]


def test_the_settings_and_a_new_folder_of_templates_are_seen(
    book: Path, watching: Watching
) -> None:
    by_rename(book / "config.yaml", "title: U\n")
    assert watching.next() == [("config.yaml", "changed")]

    write_tree(book, {"templates/base.html": "1"})
    assert watching.next() == [("base.html", "new")]
    write_tree(book, {"templates/base.html": "2"})
    assert watching.next() == [("base.html", "changed")]


def test_a_content_folder_that_is_exchanged_is_watched(book: Path, watching: Watching) -> None:
    shutil.copytree(book / "content", book / "other")
    write_tree(book, {"other/a.md": "A"})
    (book / "content").rename(book / "old")
    (book / "other").rename(book / "content")
    seen = watching.next()
    while ("a.md", "changed") not in seen:  # or gone, and then new
        seen += watching.next()
        if ("a.md", "new") in seen:
            break

    write_tree(book, {"content/deep/b.md": "B"})
    while ("b.md", "changed") not in seen:
        seen += watching.next()


def test_a_branch_that_is_checked_out_comes_as_one(book: Path, watching: Watching) -> None:
    files = {f"content/n{number}.md": "n" for number in range(300)}

    write_tree(book, files)

    wanted, seen = {(Path(name).name, "new") for name in files}, watching.next()
    while not wanted.issubset(seen):
        seen += watching.next()
    # On a machine with much to do one may be seen before its bytes are there.
    written_later = {(name, "changed") for name, _ in wanted}
    assert Counter(one for one in seen if one not in written_later) == Counter(wanted)


def test_nothing_else_is_a_change(book: Path, watching: Watching) -> None:
    (book / "content/a.md").read_bytes()
    os.utime(book / "content/a.md")
    by_rename(book / "content/a.md", "a")
    write_tree(
        book,
        {
            "output/index.html": "new",
            ".briefbook/x": "x",
            "content/.a.swp": "",
            "content/a.md~": "",
        },
    )

    assert watching.is_quiet(book / "content/marker.md")


def test_without_hints_a_look_finds_it_and_says_so(book: Path) -> None:
    told: SimpleQueue[str] = SimpleQueue()
    with watched(Lookout(targets_of(book), hints=Silent, tell=told.put)) as watching:
        in_place(book / "content/a.md", "A")
        assert watching.next() == [("a.md", "changed")]
        in_place(book / "content/a.md", "AA")
        assert watching.next() == [("a.md", "changed")]
        in_place(book / "content/a.md", "AAA")
        assert watching.next() == [("a.md", "changed")]
        assert "was not told" in told.get(timeout=PATIENCE_S)

    assert "was not told" in watching.lookout.polls_because
    assert told.empty()


def test_polling_can_be_asked_for(book: Path) -> None:
    with watched(Lookout(targets_of(book), hints=Silent, poll_s=0.05)) as watching:
        in_place(book / "content/a.md", "A")

        assert watching.next() == [("a.md", "changed")]
        assert watching.lookout.every_s == 0.05


def test_a_system_that_cannot_watch_is_polled(book: Path) -> None:
    class Full(Silent):
        def arm(self, *_: object) -> str:
            return "no space left on device"

    told: list[str] = []
    with watched(Lookout(targets_of(book), hints=Full, tell=told.append)) as watching:
        in_place(book / "content/a.md", "A")

        assert watching.next() == [("a.md", "changed")]
    assert "no space left on device" in told[0]


@pytest.mark.parametrize("never", [False, True])
def test_only_a_folder_that_is_not_watched_for_a_while_is_told_of(
    book: Path, monkeypatch: pytest.MonkeyPatch, *, never: bool
) -> None:
    born = time.monotonic()
    with watched(Lookout(targets_of(book))) as watching:
        monkeypatch.setattr(
            lookout, "unwatched", lambda _: int(never or time.monotonic() < born + 0.1)
        )
        monkeypatch.setattr(lookout, "_LATE_S", 0.2)
        born = time.monotonic()
        write_tree(book, {"content/2025/n.md": "n"})
        assert watching.next() == [("n.md", "new")]
        time.sleep(0.3)
        write_tree(book, {"content/a.md": "A"})
        assert watching.next() == [("a.md", "changed")]
        write_tree(book, {"content/a.md": "AA"})
        assert watching.next() == [("a.md", "changed")]

    assert bool(watching.lookout.polls_because) == never


def test_what_lies_behind_a_link_is_polled(book: Path) -> None:
    (book / "content").rename(book / "elsewhere")
    (book / "content").symlink_to(book / "elsewhere")
    with watched(Lookout(targets_of(book))) as watching:
        in_place(book / "elsewhere/new.md", "new")

        assert watching.next() == [("new.md", "new")]
    assert "behind a link" in watching.lookout.polls_because


def test_an_overflow_has_everything_looked_at(book: Path) -> None:
    queues = []

    class Noted(Silent):
        def arm(self, *_: object) -> str:
            queues.append(self.queue)
            return ""

    told: list[str] = []
    with watched(Lookout(targets_of(book), hints=Noted, tell=told.append)) as watching:
        write_tree(book, {"content/a.md": "A", "content/deep/b.md": "B"})
        queues[0].put(None)

        assert watching.next() == [("a.md", "changed"), ("b.md", "changed")]
    assert "too much changed at once" in told[0]


def test_a_watch_that_dies_is_begun_anew(book: Path) -> None:
    class Mortal(Watchdog):
        alive = False

        def is_alive(self) -> bool:
            lived, Mortal.alive = Mortal.alive, True
            return lived

    with watched(Lookout(targets_of(book), hints=Mortal)) as watching:
        for number in range(3):
            in_place(book / "content/a.md", f"A{number}")
            assert watching.next() == [("a.md", "changed")]


@pytest.mark.parametrize("hints", [Watchdog, Lossy])
def test_no_edit_of_a_hundred_is_missed(book: Path, hints: type[Watchdog]) -> None:
    with watched(Lookout(targets_of(book), hints=hints)) as watching:
        for number in range(100):
            SAVES[number % 5](book / "content/a.md", f"text {number}")
            if number % 10 == 9:
                assert watching.next()[-1] == ("a.md", "changed")


def test_what_watchdog_says_to_nobody_is_not_shown(tmp_path: Path) -> None:
    hints = Watchdog(SimpleQueue())

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        hints.arm([], [tmp_path])
        warnings.warn("Callback with id '1' already exists for watch a.", RuntimeWarning, 1)
    hints.close()


def test_what_changes_while_hints_rest_is_found_afterwards(book: Path) -> None:
    before = threading.active_count()
    lookout = Lookout(targets_of(book))
    lookout.begin()

    with lookout.resting():
        assert threading.active_count() == before
        in_place(book / "content/a.md", "A")
    found = lookout.wait(PATIENCE_S)
    in_place(book / "content/deep/b.md", "B")
    then = lookout.wait(PATIENCE_S)

    assert [Path(one.path).name for one in (*found, *then)] == ["a.md", "b.md"]
    assert not lookout.polls_because
    lookout.close()
