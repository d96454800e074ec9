"""`briefbook build --watch` in a process of its own."""

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from generator.commands.voice import Outcome, Voice
from generator.commands.watch import watch
from generator.errors import ContentError
from generator.model.page import Asked
from generator.pipeline.render import start_rendering
from generator.pipeline.rendering.press import Press
from generator.report import Report, Settings
from tests.preview.previewed import NOW
from tests.test_cli import run
from tests.test_cli_terminal import started
from tests.trees import book, bytes_in, write_tree

TALKS = "content/briefings/2024/11/talks.md"
PAGE = "output/briefings/2024/11/talks.html"
MORE = "They met again."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return book(tmp_path / "book")


@contextmanager
def watching(root: Path, options: str = "") -> Iterator["subprocess.Popen[bytes]"]:
    # A shell has what it starts in the background ignore this.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    process = started(root, f"build --watch {options}")
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def line(stream: IO[bytes] | None) -> str:
    assert stream
    return stream.readline().decode().rstrip("\n")


def change(root: Path, old: str, new: str) -> None:
    text = (root / TALKS).read_text(encoding="utf-8")
    assert old in text
    write_tree(root, {TALKS: text.replace(old, new)})


def test_every_change_is_built_until_someone_ends_it(root: Path) -> None:
    with watching(root) as process:
        assert "0 unchanged" in line(process.stdout)
        assert line(process.stdout).endswith(" files watched, as they are saved; Ctrl-C ends")
        before = bytes_in(root / "output")

        change(root, "title:", "titel:")
        assert f"{TALKS}:2:1: error[unknown-key]" in line(process.stderr)
        while "nothing published" not in line(process.stderr):
            pass
        assert bytes_in(root / "output") == before

        change(root, "titel:", "title:")
        assert " 0 files written, " in line(process.stdout)
        change(root, "\n---\n", f"\n---\n\n{MORE}\n")
        assert " 0 removed, " in line(process.stdout)
        assert MORE in (root / PAGE).read_text(encoding="utf-8")

        process.send_signal(signal.SIGINT)
        told, faults = process.communicate()
        assert (process.returncode, told.strip(), faults) == (0, b"", b"")


def test_what_is_told_may_be_json_a_line_for_each_build(root: Path) -> None:
    with watching(root, "--json") as process:
        first = json.loads(line(process.stdout))
        assert first["result"] == "published"

        change(root, "\n---\n", f"\n---\n\n{MORE}\n")

        again = json.loads(line(process.stdout))
        assert 0 < again["written"] < first["written"]
        assert again["unchanged"] + again["written"] == first["written"]


def test_a_book_with_a_fault_is_watched_until_it_is_mended(root: Path) -> None:
    change(root, "title:", "titel:")
    with watching(root, "--poll 0.2") as process:
        assert "files watched, every 0.2 s" in line(process.stdout)

        change(root, "titel:", "title:")

        assert " 0 unchanged, 0 removed, " in line(process.stdout)
        assert (root / PAGE).is_file()


class Designer(Voice):
    """Changes what is on all pages as soon as the book is watched, and ends when that is seen."""

    def __init__(self, root: Path) -> None:
        super().__init__(as_json=True, quiet=True)
        self.root = root

    def outcome(self, outcome: Outcome, before: Outcome | None = None) -> None:
        del before
        assert isinstance(outcome, Report)
        if MORE in (self.root / PAGE).read_text(encoding="utf-8"):
            raise KeyboardInterrupt
        write_tree(self.root, {"config.yaml": f"title: {MORE}\n"})


@pytest.mark.usefixtures("alone")
def test_what_concerns_all_pages_is_shared_while_the_book_is_watched(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workers = tmp_path / "workers"

    def begin(book: Asked, press: Press) -> None:
        with workers.open("a", encoding="utf-8") as file:
            file.write(f"{os.getpid()}\n")
        start_rendering(book, press)

    monkeypatch.setattr("generator.rendering.start_rendering", begin)
    monkeypatch.setattr("generator.runtime.workers.WORTH_IT", 2)
    settings = Settings(root=root, now=NOW, jobs=2)

    watch(settings, lambda: NOW, Designer(root), first=ContentError(), poll_s=None)

    assert len(set(workers.read_text(encoding="utf-8").split())) == 4
    assert str(os.getpid()) not in workers.read_text(encoding="utf-8")


def test_what_is_watched_is_not_built_without_what_is_kept(root: Path) -> None:
    result = run(root, "build", "--watch", "--no-cache")

    assert result.exit_code == 2
    assert "leave --no-cache out" in result.stderr
