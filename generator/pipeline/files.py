"""Files and folders as they lie on the disk, and why one cannot be read.

Symbolic links are refused, so that nothing outside a folder can end up on the site.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.diagnostics import Location, Problem
from generator.text.encoding import decode
from generator.text.leavings import is_passed_over


class Entry(NamedTuple):
    """A file that was found in a folder."""

    path: str
    """As messages call it: below the book's folder."""
    name: str
    """Below the folder in which it was found."""
    at: str
    """In the file system."""


def walk(folder: Path, *, prefix: str, problems: list[Problem]) -> Iterator[Entry]:
    """Give every file below a folder; `prefix` is how messages call the folder."""
    pending = [(os.fspath(folder), "")]
    while pending:
        here, below = pending.pop()
        for found in _entries(here, f"{prefix}/{below}".rstrip("/"), problems):
            name = f"{below}{found.name}"
            path = f"{prefix}/{name}"
            if is_passed_over(found.name):
                continue
            if found.is_symlink():
                problems.append(_symlink(path, found.path))
            elif found.is_dir():
                pending.append((found.path, f"{name}/"))
            else:
                yield Entry(path, name, found.path)


def _entries(folder: str, path: str, problems: list[Problem]) -> list[os.DirEntry[str]]:
    try:
        return sorted(os.scandir(folder), key=lambda one: one.name)
    except OSError as error:
        problems.append(_unreadable("folder", error, path))
        return []


def _unreadable(what: str, error: OSError, path: str) -> Problem:
    reason = (error.strerror or str(error)).lower()
    return Problem("unreadable", f"this {what} cannot be read: {reason}", Location(path))


def _symlink(path: str, at: str) -> Problem:
    message = f"this is a symbolic link to {Path(at).readlink()}, and links are not followed"
    return Problem("symbolic-link", message, Location(path), "copy the file here instead")


def bytes_of(entry: Entry, problems: list[Problem]) -> bytes | None:
    """Give what is in a file; None, with a problem, where it cannot be read."""
    try:
        # A named pipe would make a plain open wait for ever.
        descriptor = os.open(entry.at, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as stream:
            if stat.S_ISREG(os.fstat(descriptor).st_mode):
                return stream.read()
        message = "this is not a regular file"
        problems.append(Problem("unreadable", message, Location(entry.path)))
    except OSError as error:
        problems.append(_unreadable("file", error, entry.path))
    return None


def text_at(path: str, at: str) -> str:
    """Give the text of a file as it is now; nothing where it cannot be read."""
    return decode(bytes_of(Entry(path, path, at), []) or b"", path=path).value or ""
