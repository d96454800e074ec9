import errno
import io
import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from generator.errors import OutputError
from generator.pipeline.manifest import JOURNAL, TEMPORARY
from tests.pipeline.killed import LONGEST
from tests.pipeline.publishing import put, refused
from tests.trees import read_tree, write_tree

BEFORE = {"index.html": "old", "topics/korea.html": "same", "gone/x.html": "x", "a": "file"}
AFTER = {
    "index.html": "new",
    "topics/korea.html": "same",
    "briefings/2024/nato.html": "long " * LONGEST,
    "a/b.html": "within",
}
REPOSITORY = Path(__file__).parent.parent.parent
KILLED = 9


def everything(folder: Path) -> dict[str, str]:
    """Read a folder with its empty folders and its manifest."""
    folders = {f"{path}/": "" for path in folder.rglob("*") if path.is_dir()}
    lists = {path.name: path.read_text() for path in folder.glob(".briefbook-*")}
    return read_tree(folder) | lists | {key[len(str(folder)) :]: "" for key in folders}


@pytest.fixture
def clean(tmp_path: Path) -> Callable[[Mapping[str, str]], dict[str, str]]:
    def publish_alone(site: Mapping[str, str]) -> dict[str, str]:
        shutil.rmtree(tmp_path / "clean", ignore_errors=True)
        put(site, tmp_path, tmp_path / "clean")
        return everything(tmp_path / "clean")

    return publish_alone


def killed(books: Mapping[Path, int], site: Mapping[str, str] = AFTER) -> list[int]:
    """Publish a site from each of the books by a process that dies at a step; give the codes."""
    for book in books:
        write_tree(book, {"site.json": json.dumps(site)})
    pairs = [text for book, step in books.items() for text in (str(book), str(step))]
    command = [sys.executable, "-m", "tests.pipeline.killed", *pairs]
    told = subprocess.run(command, cwd=REPOSITORY, check=True, stdout=subprocess.PIPE).stdout
    codes: list[int] = json.loads(told)
    return codes


def assert_only_whole_files(folder: Path) -> None:
    for url, text in read_tree(folder).items():
        if TEMPORARY not in url:
            assert text in {BEFORE.get(url), AFTER.get(url)}, f"{url} is neither old nor new"


def test_a_build_that_is_killed_anywhere_is_completed_by_the_next(
    tmp_path: Path, clean: Callable[[Mapping[str, str]], dict[str, str]]
) -> None:
    books = [tmp_path / f"book{step}" for step in range(40)]
    for book in books:
        put(BEFORE, book)
    codes = killed({book: step for step, book in enumerate(books)})
    last = codes.index(0)
    other = {"gone": "file", "briefings": "file", "index.html": "third"}

    assert codes[0] < 0
    assert set(codes[1:last]) == {KILLED}
    assert last > len(AFTER) * 4
    for book in books:
        assert_only_whole_files(book / "output")
        for name, site in [("a", AFTER), ("b", BEFORE), ("c", other)]:
            shutil.copytree(book / "output", book / name)
            put(site, book, book / name)
            assert everything(book / name) == clean(site), f"{book.name}, then {site}"


def test_a_first_build_that_was_killed_before_its_manifest_leaves_the_folder_ours(
    tmp_path: Path,
) -> None:
    books = {tmp_path / f"{step}": step for step in range(1, 16, 2)}
    killed(books)
    for book in books:
        put(AFTER, book)

        assert read_tree(book / "output") == AFTER


def test_builds_that_are_killed_one_after_the_other_leave_nothing_behind(
    tmp_path: Path, clean: Callable[[Mapping[str, str]], dict[str, str]]
) -> None:
    first, second, third = {"i.html": "1"}, {"b.html": "2", "i.html": "1"}, {"c/d.html": "3"}
    books = {tmp_path / f"{step}": step for step in range(1, 12)}
    for book in books:
        put(first, book)
    killed(dict.fromkeys(books, 9), second)
    assert all("b.html" in read_tree(book / "output") for book in books)
    killed(books, third)
    for book in books:
        put(first, book)

        assert everything(book / "output") == clean(first)


@contextmanager
def failing(step: int, fault: OSError) -> Iterator[list[OSError]]:
    """Let one change to the disk fail; the list holds the fault once that was met."""
    steps, met = count(1), list[OSError]()

    def breaking(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401
            reads = real is io.open and arguments[1][0] == "r"
            if not reads and next(steps) == step:
                met.append(fault)
                raise fault
            return real(*arguments, **named)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for module, name in [(os, "replace"), (os, "unlink"), (os, "mkdir"), (os, "rmdir")]:
            patch.setattr(module, name, breaking(getattr(os, name)))
        patch.setattr(io, "open", breaking(io.open))
        yield met


def test_a_disk_that_fails_anywhere_is_told_and_the_next_build_completes(
    tmp_path: Path, clean: Callable[[Mapping[str, str]], dict[str, str]]
) -> None:
    fault, told = OSError(errno.EIO, "Input/output error", "name"), 0
    for step in count(1):
        root = tmp_path / f"{step}"
        put(BEFORE, tmp_path, root)
        with failing(step, fault) as met, suppress(OutputError):
            put(AFTER, tmp_path, root)
            told -= len(met)  # a folder that stands already need not be made
        if not met:
            break
        told += 1
        assert not list(root.rglob(f"{TEMPORARY}*"))
        assert_only_whole_files(root)

        put(AFTER, tmp_path, root)
        assert everything(root) == clean(AFTER)
    assert told > len(AFTER) * 3


@pytest.mark.parametrize(
    ("number", "words"),
    [
        pytest.param(errno.ENOSPC, "the disk is full", id="full"),
        pytest.param(errno.EROFS, "the disk can only be read", id="read-only"),
        pytest.param(errno.EACCES, "writing there is not allowed", id="forbidden"),
        pytest.param(errno.EBUSY, "device or resource busy", id="other"),
    ],
)
def test_a_fault_of_the_disk_is_told_in_words(number: int, words: str, tmp_path: Path) -> None:
    with failing(3, OSError(number, os.strerror(number))):
        (problem,) = refused({"index.html": "home"}, tmp_path)

    assert problem.message == f"the site could not be written: {words}"
    assert problem.hint == "mend this, then build again"


def test_a_disk_that_fills_up_changes_no_page_and_names_the_file(tmp_path: Path) -> None:
    site = {"topics/korea.html": "same"}
    put(site, tmp_path)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (LONGEST, before[1]))
    try:
        (problem,) = refused(AFTER, tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert problem.code == "output-failed"
    assert "the file is larger than files may be there" in problem.message
    assert problem.at.path == str(tmp_path / "output/briefings/2024/nato.html")
    assert read_tree(tmp_path / "output") == site


def test_an_interrupted_build_leaves_no_half_written_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(BEFORE, tmp_path)

    replace = os.replace

    def interrupted(old: Path, new: Path) -> None:
        if Path(new).name == "b.html":
            raise KeyboardInterrupt
        replace(old, new)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", interrupted)
        with pytest.raises(KeyboardInterrupt):
            put(AFTER, tmp_path)

    assert not list((tmp_path / "output").rglob(f"{TEMPORARY}*"))


def test_a_cut_off_journal_alone_does_not_lock_the_folder(tmp_path: Path) -> None:
    write_tree(tmp_path / "output", {f"{TEMPORARY}{JOURNAL.removeprefix('.')}": '{"for'})
    put(AFTER, tmp_path)

    assert read_tree(tmp_path / "output") == AFTER
