"""The program in a process of its own: as a module, in a pipe, and on a terminal."""

import os
import pty
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from tests.test_cli import BROKEN
from tests.trees import book, write_tree

REPOSITORY = Path(__file__).parents[1]
PIPE = subprocess.PIPE
NOT_SET = {"CI", "NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH"}


def started(
    root: Path,
    command: str,
    *,
    stdout: int | None = PIPE,
    stderr: int = PIPE,
    env: Mapping[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    """Start the program in a book's folder."""
    usual = {name: value for name, value in os.environ.items() if name not in NOT_SET}
    return subprocess.Popen(
        [sys.executable, "-m", "generator", *command.split()],
        cwd=root,
        env={**usual, "PYTHONPATH": str(REPOSITORY), "TERM": "xterm", **(env or {})},
        stdout=stdout,
        stderr=stderr,
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return book(tmp_path / "book")


def test_the_module_is_the_same_program_and_begins_in_the_current_folder(root: Path) -> None:
    process = started(root, "check")
    told, _ = process.communicate()

    assert process.returncode == 0
    assert told.endswith(b" pages checked, no problem\n")
    assert started(root, "--version").communicate()[0].startswith(b"briefbook, version ")


def test_a_pipe_gets_neither_progress_nor_colours(root: Path) -> None:
    write_tree(root, BROKEN)

    told = b"".join(started(root, "build").communicate())

    assert b"error[unknown-key]" in told
    assert b"\x1b" not in told
    assert b"\r" not in told


@pytest.mark.parametrize("setting", [{}, {"NO_COLOR": "1"}], ids=["usual", "no-color"])
def test_a_terminal_gets_colours_unless_no_color_is_set(
    setting: dict[str, str], root: Path
) -> None:
    write_tree(root, BROKEN)

    told = on_a_terminal(root, "build", setting)

    assert b"parsing" in told
    assert (b"\x1b[31m" in told) == (not setting)


@pytest.mark.parametrize("command", ["build --quiet", "build --json"])
def test_a_terminal_gets_no_progress_where_it_is_not_wanted(command: str, root: Path) -> None:
    assert on_a_terminal(root, command, {}) == b""


def on_a_terminal(root: Path, command: str, setting: Mapping[str, str]) -> bytes:
    """Run the program with its errors on a terminal, and give what stands there."""
    ours, theirs = pty.openpty()
    process = started(root, command, stdout=subprocess.DEVNULL, stderr=theirs, env=setting)
    os.close(theirs)
    parts = []
    with suppress(OSError):  # a terminal ends with a fault
        while part := os.read(ours, 4096):
            parts.append(part)
    os.close(ours)
    process.wait()
    return b"".join(parts)
