"""Two looks are the same exactly where nothing has changed, as far as names and times tell."""

import os
import time
from pathlib import Path

from generator.runtime.looks import look, now


def nothing(_: str) -> bool:
    return False


def test_looks_at_the_same_are_the_same(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one", encoding="utf-8")

    assert look([tmp_path], ignored=nothing) == look([tmp_path], ignored=nothing)


def test_a_file_that_takes_the_place_of_another_shows(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one", encoding="utf-8")
    before = look([tmp_path], ignored=nothing)
    times = (tmp_path / "a").stat()

    (tmp_path / "b").write_text("two", encoding="utf-8")
    os.utime(tmp_path / "b", ns=(times.st_atime_ns, times.st_mtime_ns))
    (tmp_path / "b").replace(tmp_path / "a")

    assert look([tmp_path], ignored=nothing).digest != before.digest


def test_an_empty_folder_and_a_file_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    before = look([tmp_path], ignored=nothing)
    (tmp_path / "a").rmdir()
    missing = look([tmp_path], ignored=nothing)
    (tmp_path / "a").write_text("", encoding="utf-8")

    assert len({before.digest, missing.digest, look([tmp_path], ignored=nothing).digest}) == 3


def test_what_is_ignored_does_not_show(tmp_path: Path) -> None:
    before = look([tmp_path], ignored=lambda name: name == "b").digest

    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c").write_text("", encoding="utf-8")

    assert look([tmp_path], ignored=lambda name: name == "b").digest == before


def test_what_comes_into_a_folder_is_no_change_of_its_files(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one", encoding="utf-8")
    before = look([tmp_path], ignored=nothing, times_of_folders=False)
    time.sleep(0.05)

    (tmp_path / "__pycache__").mkdir()

    seen = [
        look([tmp_path], ignored=lambda name: name == "__pycache__", times_of_folders=counts)
        for counts in (False, True)
    ]
    assert seen[0] == before
    assert seen[0].newest < seen[1].newest


def test_a_change_of_this_moment_leaves_doubt(tmp_path: Path) -> None:
    moment = now()
    (tmp_path / "a").write_text("one", encoding="utf-8")

    seen = look([tmp_path], ignored=nothing)

    assert not seen.is_sure(moment)
    assert not seen.is_sure(seen.newest)
    assert seen.is_sure(seen.newest + seen.grain + 1)


def test_a_disk_that_counts_seconds_leaves_doubt_for_longer(tmp_path: Path) -> None:
    seen = look([tmp_path / "nothing"], ignored=nothing)

    assert seen.grain > look([tmp_path], ignored=nothing).grain
