"""A record that grows: what is new is added to it, so that little is written where little changed.

A piece of it is values that JSON can write, each on a line, and after them a checksum of all that
stands before.  So a piece counts only after the one to which it was added: one that was broken
off, or added to another record, counts for nothing, and neither does what follows it.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from generator.runtime.kept import make_folder

_END_OF_LINE: Final = re.compile(rb"\n")
_MARK: Final = b"#"
"""Begins the line of a checksum; no value that JSON writes begins so."""


class Growing:
    """What is believed of a record, and a way to add to it or to write it anew.

    Where writing is not allowed, nothing is kept.
    """

    def __init__(self, path: Path) -> None:
        """Read the record; where there is none it has no pieces."""
        self._path = path
        self.is_whole = False
        """Whether all that stood there is believed."""
        self._pieces: list[list[Any]] = []
        self._seen, self._end, self._first = sha256(), 0, 0
        with suppress(OSError, ValueError):
            data = path.read_bytes()
            self._read(data)
            self.is_whole = 0 < self._end == len(data)

    def take(self) -> list[list[Any]]:
        """Give the pieces that were read, and keep them no longer."""
        pieces, self._pieces = self._pieces, []
        return pieces

    def add(self, *values: object) -> bool:
        """Add a piece; tell whether that was done.

        It is not where somebody else has changed the record since, where it holds what is not
        believed, or where it would be more additions than record.
        """
        if not 0 < self._end < 2 * self._first:
            return False
        with suppress(OSError), self._path.open("r+b") as file:
            if file.seek(0, os.SEEK_END) == self._end:
                seen = self._seen.copy()
                file.write(b"".join(_written(values, seen)))
                self._seen, self._end = seen, file.tell()
                return True
        return False

    def write(self, *values: object) -> None:
        """Write a record of one piece in the place of what is there."""
        beside = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        self.forget()
        with suppress(OSError):
            make_folder(self._path.parent)
            seen = sha256()
            with beside.open("wb") as file:  # a line after the other: a large book's are large
                file.writelines(_written(values, seen))
                end = file.tell()
            beside.replace(self._path)
            self._seen, self._end, self._first = seen, end, end

    def forget(self) -> None:
        """Believe nothing of it."""
        self._end = 0

    def _read(self, data: bytes) -> None:
        seen, begin, lines = sha256(), 0, list[bytes]()
        for end in (found.end() for found in _END_OF_LINE.finditer(data)):
            is_last = data.startswith(_MARK, begin)
            if is_last and data[begin:end] != _checksum(seen):
                return
            seen.update(memoryview(data)[begin:end])
            if is_last:
                self._pieces.append([json.loads(one) for one in lines])
                self._seen, self._end, self._first = seen.copy(), end, self._first or end
                lines = []
            else:
                lines.append(data[begin:end])
            begin = end


def _written(values: Iterable[object], seen: Any) -> Iterator[bytes]:  # noqa: ANN401 - of hashlib
    """Give the lines of a piece after what was seen, which they then are a part of."""
    for value in values:
        line = f"{json.dumps(value, ensure_ascii=True)}\n".encode()
        seen.update(line)
        yield line
    end = _checksum(seen)
    seen.update(end)
    yield end


def _checksum(seen: Any) -> bytes:  # noqa: ANN401 - of hashlib
    return b"%s%s\n" % (_MARK, seen.hexdigest().encode())
