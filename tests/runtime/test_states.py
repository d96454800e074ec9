"""What counts as a change: other bytes, and nothing else."""

import os
import time
from pathlib import Path

import pytest

from generator.runtime import states as states_module
from generator.runtime.states import Change, States, Targets
from generator.text.leavings import is_passed_over
from tests.trees import write_tree

SECOND = 1_000_000_000
"""In nanoseconds."""


def begun(folder: Path) -> States:
    states = States(Targets((folder / "c.yaml",), (folder / "in",), (folder / "in/out",),
                            is_passed_over))  # fmt: skip
    states.begin()
    while states.learn(100):
        pass
    return states


def found(states: States, *paths: Path) -> list[tuple[str, str]]:
    named = [os.fspath(one) for one in paths] or None
    changes = states.take(states.compare(named))
    return [(Path(one.path).name, one.kind) for one in changes]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return write_tree(tmp_path, {"c.yaml": "c", "in/a.md": "a", "in/deep/b.md": "b", "in/z.md": ""})


def test_files_are_found_new_changed_and_gone(book: Path) -> None:
    states = begun(book)

    write_tree(book, {"in/a.md": "A", "in/deep/more/n.md": "n", "c.yaml": "C"})
    (book / "in/deep/b.md").unlink()

    expected = [("c.yaml", "changed"), ("a.md", "changed"), ("b.md", "gone"), ("n.md", "new")]
    assert found(states) == expected
    assert found(states) == []


def test_a_look_at_one_path_finds_what_a_look_at_everything_does(book: Path) -> None:
    states = begun(book)

    write_tree(book, {"in/a.md": "A", "in/deep/more/n.md": "n"})
    (book / "in/deep/b.md").unlink()

    assert found(states, book / "in/a.md") == [("a.md", "changed")]
    assert found(states, book / "in/deep") == [("b.md", "gone"), ("n.md", "new")]


def test_a_change_within_a_second_is_found_on_a_disk_that_counts_seconds(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def counted_in_seconds(seen: os.stat_result) -> states_module.Stamp:
        seconds = (int(seen.st_mtime) * SECOND, int(seen.st_ctime) * SECOND)
        return (seen.st_mode, seen.st_size, *seconds, seen.st_ino)

    monkeypatch.setattr(states_module, "_stamp", counted_in_seconds)
    states = begun(book)

    (book / "in/a.md").write_text("b", encoding="utf-8")
    assert found(states, book / "in/a.md") == [("a.md", "changed")]


def test_the_same_bytes_are_no_change(book: Path) -> None:
    states = begun(book)

    os.utime(book / "in/a.md")
    (book / "beside").write_text("b", encoding="utf-8")
    (book / "beside").replace(book / "in/deep/b.md")

    assert found(states) == []


def test_other_bytes_of_the_same_size_and_time_are_a_change(book: Path) -> None:
    states = begun(book)
    times = (book / "in/a.md").stat()

    (book / "in/a.md").write_text("A", encoding="utf-8")
    os.utime(book / "in/a.md", ns=(times.st_atime_ns, times.st_mtime_ns))

    assert found(states) == [("a.md", "changed")]


def test_a_file_of_this_very_moment_is_read_again(book: Path) -> None:
    states = begun(book)
    write_tree(book, {"in/a.md": "A"})
    found(states)

    seen = {one: os.lstat(book / "in/a.md") for one in "x"}["x"]
    with (book / "in/a.md").open("r+b") as file:
        file.write(b"B")
    os.utime(book / "in/a.md", ns=(seen.st_atime_ns, seen.st_mtime_ns))

    assert found(states) == [("a.md", "changed")]


def test_before_bytes_were_read_the_look_alone_decides(book: Path) -> None:
    states = States(Targets((), (book / "in",), (), is_passed_over))
    states.begin()

    os.utime(book / "in/a.md")

    assert found(states) == [("a.md", "changed")]


def test_what_editors_leave_and_what_is_written_to_do_not_count(book: Path) -> None:
    states = begun(book)

    write_tree(book, {
        "in/.a.md.swp": "", "in/a.md~": "", "in/.git/x": "", "in/out/page.html": "", "other": "",
    })  # fmt: skip

    assert found(states) == []
    assert found(states, book / "in/.git/x", book / "other", book / "in/out/page.html") == []


def test_a_folder_may_take_the_place_of_a_file_and_back(book: Path) -> None:
    states = begun(book)

    (book / "in/a.md").unlink()
    write_tree(book, {"in/a.md/x.md": "x"})
    assert found(states, book / "in/a.md") == [("a.md", "gone"), ("x.md", "new")]

    (book / "in/a.md/x.md").unlink()
    (book / "in/a.md").rmdir()
    write_tree(book, {"in/a.md": "again"})
    assert found(states, book / "in/a.md") == [("a.md", "new"), ("x.md", "gone")]


def test_what_is_no_file_is_never_opened(book: Path) -> None:
    states = begun(book)

    os.mkfifo(book / "in/pipe.md")
    (book / "in/link.md").symlink_to("/etc/passwd")

    assert found(states) == [("link.md", "new"), ("pipe.md", "new")]


def test_a_link_at_the_top_is_followed(book: Path) -> None:
    (book / "in").rename(book / "elsewhere")
    (book / "in").symlink_to(book / "elsewhere")
    states = begun(book)

    write_tree(book, {"elsewhere/a.md": "A", "elsewhere/deep/n.md": "n"})

    assert found(states) == [("a.md", "changed"), ("n.md", "new")]


def test_what_was_read_between_two_looks_is_a_change_at_the_next(book: Path) -> None:
    states = begun(book)

    read = [book / one for one in ("in/a.md", "in/n.md", "in/z.md", "in/deep", "beside.md")]
    for text in ("A", "a"):
        write_tree(book, {"in/a.md": text})

    assert states.note_read(map(os.fspath, read), time.time_ns() - 60_000_000_000)
    assert found(states) == [("a.md", "changed"), ("n.md", "gone")]
    assert found(states) == []
    assert not states.note_read(map(os.fspath, read[2:]), time.time_ns())


def test_what_was_read_as_it_is_now_is_no_change(book: Path) -> None:
    states = begun(book)

    write_tree(book, {"in/a.md": "A", "in/n.md": "n"})
    time.sleep(0.05)
    read = [os.fspath(book / one) for one in ("in/a.md", "in/n.md")]

    assert not states.note_read(read, time.time_ns())
    assert found(states) == []
    write_tree(book, {"in/n.md": "N"})
    assert found(states) == [("n.md", "changed")]


def test_everything_may_vanish(book: Path) -> None:
    states = begun(book)

    (book / "in").rename(book / "elsewhere")

    assert states.compare(None).changes[0] == Change(str(book / "in/a.md"), "gone")
    assert len(found(states)) == 3


def test_folders_that_are_gone_are_none_any_more(book: Path) -> None:
    states = begun(book)
    (book / "in/deep").rename(book / "in/other")

    assert found(states, book / "in/deep", book / "in/other")
    assert {Path(one).name for one in states.folders} == {"in", "other"}
