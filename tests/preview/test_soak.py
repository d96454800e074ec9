"""A preview that is left open all day needs no more in the evening than in the morning."""

import math
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from statistics import mean

import pytest

from tests.needs import PROC, Needs
from tests.preview.edits import BOOK, Editor
from tests.preview.previewed import get
from tests.trees import write_tree

MINUTES = float(os.environ.get("MINUTES", "0"))
"""How long it is edited; `make soak` asks for half an hour."""
PATIENCE_S = 30
AT_LEAST = 30
"""Edits, however short the time."""
WARM = 0.1
"""After this part of the time all is full that is kept up to a limit."""
GROWTH = 1.1
STARTED = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # which shells ignore in the background
runpy.run_module("generator", run_name="__main__")
"""

pytestmark = pytest.mark.skipif(not PROC.is_dir(), reason="only Linux tells what a process needs")


@contextmanager
def serving(root: Path, told: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """Preview a book as an editor does; give the process and its port."""
    command = [sys.executable, "-u", "-c", STARTED, "serve", "--root", str(root)]
    with (
        told.open("wb") as file,
        subprocess.Popen(command, stdout=file, stderr=subprocess.STDOUT) as process,
    ):
        try:
            yield process, port_in(told)
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(PATIENCE_S)
            finally:
                process.kill()


def port_in(told: Path) -> int:
    """Wait until the preview has told where it is."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", told.read_text(encoding="utf-8"))
        if found:
            return int(found[1])
        time.sleep(0.05)
    raise AssertionError(told.read_text(encoding="utf-8"))


def edit(editor: Editor, port: int) -> None:
    """Save something, and wait until it is shown."""
    _, expected = editor.edit()
    end = time.monotonic() + PATIENCE_S
    while expected and time.monotonic() < end:
        status, body = get(port, expected.page)
        if status == expected.status and expected.shows.encode() in body:
            return
        time.sleep(0.02)
    assert expected is None, expected


def test_a_day_of_edits_leaves_nothing_behind(tmp_path: Path) -> None:
    editor = Editor(write_tree(tmp_path / "book", BOOK), Random(20_241_114))  # noqa: S311
    told = tmp_path / "told.txt"
    with serving(editor.root, told) as (process, port):
        begun, end, needs = time.monotonic(), MINUTES * 60, list[tuple[float, Needs]]()
        while editor.number < AT_LEAST or time.monotonic() - begun < end:
            edit(editor, port)
            needs.append((time.monotonic() - begun, Needs.of(process.pid)))
        time.sleep(1)
        needs.append((end, Needs.of(process.pid)))
        warm = [one for at, one in needs if at >= WARM * end]
        first, last = warm[0], warm[-1]
        assert process.poll() is None
        assert last.threads <= first.threads + 2
        if MINUTES:
            memory = by_tenths([one.memory for one in warm])
            report(editor, f"{first} -> {last}; memory {memory}", process.pid)
            assert last.descriptors <= first.descriptors + 2
            assert last.memory <= first.memory * GROWTH
    assert process.returncode == 0
    assert "Traceback" not in told.read_text(encoding="utf-8")


def by_tenths(weights: Sequence[int]) -> list[int]:
    """Give the mean of each tenth: each goes up and down, as garbage is looked for now and then."""
    size = math.ceil(len(weights) / 10)
    return [round(mean(weights[at : at + size])) for at in range(0, len(weights), size)]


def report(editor: Editor, needs: str, process: int) -> None:
    """Tell what was measured, and that a preview at rest needs next to nothing."""
    before = Needs.of(process).ticks
    time.sleep(60)
    idle = (Needs.of(process).ticks - before) / os.sysconf("SC_CLK_TCK") / 60
    measured = f"{editor.number} edits; {needs}; at rest {idle:.2%} of a processor\n"
    sys.stdout.write(measured)
    assert idle < 0.01
