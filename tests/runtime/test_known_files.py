"""A file is known while it surely is as it was."""

import os
import time
from pathlib import Path

import pytest

from generator.runtime.known_files import KnownFiles

LATER = 0.03
"""Longer than a file system's clock may stand still."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "book" / "a.md"
    path.parent.mkdir()
    path.write_text("One.")
    return path


def known(file: Path, *, made_with: str = "1") -> KnownFiles:
    return KnownFiles(file.parent / ".kept" / "files", file.parent, made_with)


def read(file: Path, digest: bytes = b"one") -> None:
    """Read a file as a build does, and keep its digest."""
    files = known(file)
    assert files.digest(str(file)) is None
    files.keep([(str(file), digest)])


def test_a_file_that_was_not_touched_is_known(file: Path) -> None:
    time.sleep(LATER)
    read(file)

    assert known(file).digest(str(file)) == b"one"
    assert known(file, made_with="2").digest(str(file)) is None


def test_it_stays_known_when_others_are_read(file: Path) -> None:
    time.sleep(LATER)
    read(file)
    files = known(file)
    files.digest(str(file))

    files.keep([(str(file), b"one")])

    assert known(file).digest(str(file)) == b"one"


def test_a_file_that_was_written_just_now_is_read_again(file: Path) -> None:
    file.write_text("Two.")
    read(file)

    assert known(file).digest(str(file)) is None


def test_a_file_that_changes_while_it_is_read_is_read_again(file: Path) -> None:
    time.sleep(LATER)
    files = known(file)
    files.digest(str(file))
    file.write_text("Two.")
    time.sleep(LATER)

    files.keep([(str(file), b"one")])

    assert known(file).digest(str(file)) is None


@pytest.mark.parametrize("change", ["words", "time", "gone", "link"])
def test_a_file_that_is_another_is_not_known(file: Path, change: str) -> None:
    time.sleep(LATER)
    read(file)
    match change:
        case "words":
            file.write_text("Two.")
            os.utime(file, (0, 0))
        case "time":
            os.utime(file)
        case "gone":
            file.unlink()
        case _:
            file.rename(file.with_name("b.md"))
            file.symlink_to("b.md")

    assert known(file).digest(str(file)) is None


def test_without_a_record_nothing_is_known(file: Path) -> None:
    files = KnownFiles(None, file.parent, "1")
    time.sleep(LATER)
    files.digest(str(file))

    files.keep([(str(file), b"one")])

    assert KnownFiles(None, file.parent, "1").digest(str(file)) is None
