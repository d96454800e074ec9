"""One run of a command: time, processor time, memory."""

import os
import re
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.runs.environment import environment

_LOOK_EVERY: Final = 0.1
MEGABYTE: Final = 1_000_000
_PSS: Final = re.compile(r"^Pss: +(\d+) kB$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took."""

    wall: float
    """Seconds from start to exit."""
    cpu: float
    """Seconds of processor time, user and system, of the command and all that it started."""
    memory: float
    """Peak of the memory of all its processes together, in MB; what several share is counted
    once (Linux: the proportional set size).  Looked at ten times a second, and never less than
    the peak of its largest process."""


class RunFailed(RuntimeError):  # noqa: N818 - it is told, not made: the fact is its name
    """A command ended with an error."""


def measure(command: Sequence[str | Path], folder: Path) -> Run:
    """Run a command in a folder and give what it took; raises RunFailed where it fails."""
    begun = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        watch = Watch(process.pid)
        watch.start()
        told = process.stdout.read() if process.stdout else b""
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.stop()
    if process.returncode:
        last = told.decode(errors="replace")[-2000:]
        raise RunFailed(f"{Path(command[0]).name} ended with {process.returncode}: {last}")
    return Run(
        wall=wall,
        cpu=used.ru_utime + used.ru_stime,
        memory=max(watch.peak, used.ru_maxrss * 1024) / MEGABYTE,
    )


class Watch(threading.Thread):
    """Looks at the memory of a process and of its children until it is stopped."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self._pid = pid
        self._over = threading.Event()

    def run(self) -> None:
        """Look until it is over."""
        while not self._over.wait(_LOOK_EVERY):
            self.peak = max(self.peak, sum(map(_share, family(self._pid))))

    def stop(self) -> None:
        """Look no more."""
        self._over.set()
        self.join()


def family(pid: int) -> Iterator[int]:
    """Give a process and all that it started."""
    yield pid
    for child in _children(pid):
        yield from family(child)


def _children(pid: int) -> list[int]:
    try:
        lists = [one.read_text() for one in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return []  # it ended meanwhile
    return [int(child) for listed in lists for child in listed.split()]


def _share(pid: int) -> int:
    """Give the bytes of a process, of those that several share its part of them."""
    try:
        told = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    found = _PSS.search(told)
    return int(found[1]) * 1024 if found else 0
