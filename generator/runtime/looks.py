"""What folders look like from outside: the names, sizes and times of their files.

Nothing is opened.  Two looks that are the same tell that nothing has changed between them,
unless something changed in the very moment of the first one; `is_sure` tells that it did not.
"""

import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

_SECOND: Final = 1_000_000_000
_FINE: Final = _SECOND // 50
"""More than the clock of a file system is behind where it counts parts of a second."""
_COARSE: Final = 2 * _SECOND
"""The same where it counts in seconds, or in pairs of them."""


@dataclass(frozen=True, slots=True)
class Look:
    """What some files and folders looked like."""

    digest: str
    newest: int
    """When the last of them changed, in nanoseconds since 1970."""
    grain: int
    """How near to each other two changes may be that have the same time, in nanoseconds."""

    def is_sure(self, moment: int) -> bool:
        """Tell whether all that is seen had changed for the last time before a moment."""
        return self.newest + self.grain < moment


def now() -> int:
    """Give the moment in nanoseconds since 1970."""
    return time.time_ns()


def is_sure(written: int, changed: int, moment: int) -> bool:
    """Tell whether a change from a moment on shows in the times of a file, in nanoseconds."""
    grain = _FINE if written % _SECOND and changed % _SECOND else _COARSE
    return max(written, changed) + grain < moment


def look(
    paths: Iterable[Path], *, ignored: Callable[[str], bool], times_of_folders: bool = True
) -> Look:
    """Look at files, and at folders with all below them whose name is not ignored.

    The time of a folder tells that something in it came or went, perhaps what is ignored.
    """
    seen, newest, grain = sha256(), 0, _COARSE
    for path in paths:
        seen.update(f"{os.path.abspath(path)}\n".encode("utf-8", "surrogateescape"))  # noqa: PTH100
        for name, found in _found(path, ignored):
            if times_of_folders or not stat.S_ISDIR(found.st_mode):
                newest = max(newest, found.st_ctime_ns)
            if found.st_ctime_ns % _SECOND:
                grain = _FINE
            seen.update(f"{name}\0{_outside(found)}\n".encode("utf-8", "surrogateescape"))
    return Look(seen.hexdigest(), newest, grain)


def settle() -> None:
    """Wait until a change of what was written before would show in its times, if that is soon."""
    time.sleep(_FINE / _SECOND)


def outside(path: str | Path) -> str:
    """Write what tells one state of a file from another; nothing where no file is."""
    try:
        found = os.lstat(path)
    except OSError:
        return ""
    return _outside(found) if stat.S_ISREG(found.st_mode) else ""


def surely_outside(path: str | Path) -> str:
    """Write the same, but nothing where a change in this very moment would not show in it."""
    try:
        found = os.lstat(path)
    except OSError:
        return ""
    sure = is_sure(found.st_mtime_ns, found.st_ctime_ns, now())
    return _outside(found) if sure and stat.S_ISREG(found.st_mode) else ""


def wait_until_sure(paths: Sequence[Path], *, ignored: Callable[[str], bool]) -> Look:
    """Look when a later change would show, if that is soon."""
    seen = look(paths, ignored=ignored)
    patience = seen.newest + seen.grain - now()
    if 0 <= patience <= _FINE:
        time.sleep((patience + 1) / _SECOND)
        return look(paths, ignored=ignored)
    return seen


def _outside(found: os.stat_result) -> str:
    """Write what tells one state of a file from another; of a folder its being there."""
    if stat.S_ISDIR(found.st_mode):
        return "folder"
    times = f"{found.st_mtime_ns} {found.st_ctime_ns}"
    return f"{found.st_mode} {found.st_size} {found.st_ino} {times}"


def _found(path: Path, ignored: Callable[[str], bool]) -> Iterator[tuple[str, os.stat_result]]:
    try:
        found = path.stat()  # what a link leads to, at the top; below it links are no files
    except OSError:
        return
    yield "", found
    pending = [(os.fspath(path), "")] if stat.S_ISDIR(found.st_mode) else []
    while pending:
        folder, below = pending.pop()
        for entry in _entries(folder):
            if ignored(entry.name):
                continue
            name = f"{below}{entry.name}"
            yield name, entry.stat(follow_symlinks=False)
            if entry.is_dir(follow_symlinks=False):
                pending.append((entry.path, f"{name}/"))


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        return sorted(os.scandir(folder), key=lambda one: one.name)
    except OSError:
        return []
