"""What pure functions made before, by keys that say everything it was made from.

A key that is not there costs time and nothing else: the memory can be lost, damaged, old or
in use by another build.  Nothing in it is run: only plain values and those of the package
that the caller names are read back.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, TypeVar

from generator.runtime.kept import make_folder
from generator.runtime.packing import Packing, UnreadableError

Item = TypeVar("Item")
Result = TypeVar("Result")

_TABLE: Final = "CREATE TABLE IF NOT EXISTS made (key BLOB PRIMARY KEY, value BLOB)"
_AT_ONCE: Final = 500
_CHECKSUM: Final = 16
_SPARE: Final = 1_000
"""How many entries nobody asked for may stay, beside as many again as were asked for."""


@dataclass(frozen=True, slots=True)
class Memo:
    """A memory on disk; without a path it remembers nothing."""

    path: Path | None = None
    package: str = ""
    """The package whose values may be read back."""

    def each(
        self,
        items: Sequence[Item],
        *,
        key: Callable[[Item], bytes],
        make: Callable[[Sequence[Item]], Sequence[Result]],
        lasts: Callable[[Result], bool],
    ) -> list[Result]:
        """Give for each item what was made of it before, or is made now of all that are new.

        `lasts` tells whether something may be remembered: whether it would be made again.
        """
        if self.path is None:
            return list(make(items))
        keys = [key(item) for item in items]
        known = dict(self.recalled(keys))
        new = [(one, item) for one, item in zip(keys, items, strict=True) if one not in known]
        made = dict(zip((one for one, _ in new), make([item for _, item in new]), strict=True))
        self.remember({one: value for one, value in made.items() if lasts(value)}, keys)
        return [made[one] if one in made else known[one] for one in keys]

    def recalled(self, keys: Sequence[bytes]) -> Iterator[tuple[bytes, Any]]:
        """Give what is remembered of these keys, each with its key."""
        if self.path is None:
            return
        unpack = Packing(self.package).unpacker()
        with suppress(sqlite3.Error), closing(sqlite3.connect(self.path, timeout=0)) as memory:
            for first in range(0, len(keys), _AT_ONCE):
                some = keys[first : first + _AT_ONCE]
                marks = ",".join("?" * len(some))
                found = memory.execute(f"SELECT key, value FROM made WHERE key IN ({marks})", some)  # noqa: S608
                for one, written in found:
                    with suppress(UnreadableError):
                        yield one, unpack(_checked(written))

    def remember(self, new: Mapping[bytes, Any], used: Sequence[bytes]) -> None:
        """Add what is new, and drop what is not used when there is much of it."""
        path = self.path
        if path is None:
            return
        pack = Packing(self.package).packer()
        rows = ((key, _with_checksum(pack(value))) for key, value in new.items())
        try:
            make_folder(path.parent)
            with closing(sqlite3.connect(path, timeout=0)) as memory, memory:
                memory.execute("PRAGMA synchronous = OFF")
                memory.execute(_TABLE)
                memory.executemany("REPLACE INTO made VALUES (?, ?)", rows)
                (count,) = memory.execute("SELECT count(*) FROM made").fetchone()
                if count > 2 * len(used) + _SPARE:
                    _drop_others(memory, used)
        except sqlite3.OperationalError:
            return  # in use, or not to be written
        except sqlite3.DatabaseError:
            with suppress(OSError):
                path.unlink()  # no memory any more
        except OSError:
            return


def _drop_others(memory: sqlite3.Connection, used: Iterable[bytes]) -> None:
    memory.execute("CREATE TEMP TABLE used (key BLOB PRIMARY KEY) WITHOUT ROWID")
    memory.executemany("INSERT OR IGNORE INTO used VALUES (?)", ((key,) for key in used))
    memory.execute("DELETE FROM made WHERE key NOT IN (SELECT key FROM used)")


def _with_checksum(data: bytes) -> bytes:
    return sha256(data).digest()[:_CHECKSUM] + data


def _checked(written: object) -> bytes:
    """Give what was written with its checksum; raises UnreadableError if it is not that."""
    data = written[_CHECKSUM:] if isinstance(written, bytes) else b""
    if _with_checksum(data) != written:
        raise UnreadableError
    return data
