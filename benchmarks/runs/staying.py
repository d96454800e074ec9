"""One command that goes on and builds again after every change: time, processor time, memory."""

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from benchmarks.runs.measure import MEGABYTE, Run, RunFailed, Watch, family

LOOK_EVERY: Final = 0.002
_PATIENCE: Final = 600.0
_REST: Final = 1.0
"""After so many seconds with next to no work a command has done what it had to."""
_NO_WORK: Final = 0.02
"""Seconds of processor time in which nothing but waiting can be done."""
_TICKS: Final = os.sysconf("SC_CLK_TCK")

Arrived = Callable[[], bool]
"""Tells whether an edit is seen on the site."""


class Staying:
    """A command that was started, and builds whenever a file changes."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process

    def until(self, arrived: Arrived) -> Run:
        """Give what it takes from now until an edit is seen, and all work that the edit makes.

        Raises RunFailed where the command ends, or the edit is never seen.
        """
        begun, before = time.perf_counter(), _work(self._process.pid)
        watch = Watch(self._process.pid)
        watch.start()
        try:
            while not arrived():
                if self._process.poll() is not None:
                    raise RunFailed(f"a command that was to stay ended: {self._process.returncode}")
                if time.perf_counter() - begun > _PATIENCE:
                    raise RunFailed("a command that stays never showed an edit")
                time.sleep(LOOK_EVERY)
            wall = time.perf_counter() - begun
            after = self._at_rest()
        finally:
            watch.stop()
        return Run(wall, after - before, watch.peak / MEGABYTE)

    def _at_rest(self) -> float:
        """Wait until the command has nothing to do, and give how much it has worked."""
        before = _work(self._process.pid)
        while True:
            time.sleep(_REST)
            now = _work(self._process.pid)
            if now - before < _NO_WORK:
                return before
            before = now


def _work(pid: int) -> float:
    """Give the seconds that a process, all that it started, and those that ended have worked."""
    return sum(map(_ticks, family(pid))) / _TICKS


def _ticks(pid: int) -> int:
    try:
        told = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return 0  # it ended meanwhile
    after_the_name = told.rpartition(")")[2].split()
    return sum(map(int, after_the_name[11:15]))
