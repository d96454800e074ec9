"""What pure functions made before, by keys that say everything it was made from.

A key that is not there costs time and nothing else: the memory can be lost, damaged, old or
in use by another build.  Nothing in it is run: only plain values and those of the package
that the caller names are read back.

What is large and seldom needed is kept beside a value, and read when it is opened.
"""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from generator.runtime.checksums import checked, with_checksum
from generator.runtime.kept import forget, make_folder
from generator.runtime.packing import Packing, UnreadableError
from generator.runtime.together import Together, forget_groups

Item = TypeVar("Item")
Result = TypeVar("Result")
Key = TypeVar("Key")

_TABLE: Final = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB, rest BLOB)"
_SELECT: Final = "SELECT rest FROM kept WHERE key = ?"
_AT_ONCE: Final = 500
_SPARE: Final = 1_000
"""How many entries nobody asked for may stay, beside as many again as were asked for."""


class ForgottenError(Exception):
    """What was remembered a moment ago cannot be opened any more."""


class Made(NamedTuple):
    """What was made now: a value, and the parts of the rest of it, packed where they were made."""

    value: bytes
    rest: tuple[bytes, ...]
    lasts: bool
    """Whether it may be remembered: whether it would be made again."""


class Filing(NamedTuple):
    """A value, and what opens a part of the rest; that raises ForgottenError if it is lost."""

    value: Any
    open: Callable[[int], Any]
    lasts: bool = True


@dataclass(frozen=True, slots=True)
class Memo:
    """A memory on disk; without a path it remembers nothing."""

    path: Path | None = None
    package: str = ""
    """The package whose values may be read back."""
    keeps: bool = True
    """Whether anything is added; else what is there is recalled, and no more."""
    _rests: "_Rests" = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_rests", _Rests(self.path or Path(), self.package))

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
        with suppress(sqlite3.Error), closing(self._read(self.path)) as memory:
            for first in range(0, len(keys), _AT_ONCE):
                some = keys[first : first + _AT_ONCE]
                marks = ",".join("?" * len(some))
                found = memory.execute(f"SELECT key, value FROM kept WHERE key IN ({marks})", some)  # noqa: S608
                for one, written in found:
                    with suppress(UnreadableError):
                        yield one, unpack(checked(written))

    def filed(self, keys: Sequence[bytes]) -> dict[bytes, Filing]:
        """Give what is remembered of these keys, each with what opens the rest of it."""
        known = self._together(keys)
        known |= self.recalled([one for one in keys if one not in known])
        return {key: Filing(value, self.opens(key)) for key, value in known.items()}

    def _read(self, path: Path) -> sqlite3.Connection:
        # What a build left that was killed is only put right where something may be written.
        return sqlite3.connect(path, timeout=0) if self.keeps else _read_only(path)

    def _together(self, keys: Sequence[bytes]) -> dict[bytes, Any]:
        """Give what `keep_together` kept of these keys."""
        if self.path is not None:
            with suppress(sqlite3.Error), closing(self._read(self.path)) as memory:
                return Together(self.package).recalled(memory, keys)
        return {}

    def keep_together(self, values: Mapping[bytes, Any]) -> None:
        """Keep what is remembered once more, in its order, to be recalled quickly."""
        self._change(lambda memory: Together(self.package).keep(memory, values))

    def file(
        self, new: Iterable[tuple[bytes, Made]], used: Iterable[bytes] = ()
    ) -> dict[bytes, Filing]:
        """Remember what is made, while it is made, and give it as it is filed.

        What does not last, or cannot be remembered, is filed in this process.
        """
        pack, filed = Packing(self.package).packer(), dict[bytes, Filing]()
        coming = iter(new)
        while some := list(islice(coming, _AT_ONCE)):
            lasting = {key: one for key, one in some if one.lasts}
            added = self._add({key: (one.value, pack(one.rest)) for key, one in lasting.items()})
            here = filed_here(some, self.package)
            there = {key: Filing(here[key].value, self.opens(key)) for key in lasting}
            filed |= here | (there if added else {})
        self._tidy([*used, *filed])
        return filed

    def remember(self, new: Mapping[bytes, Any], used: Sequence[bytes]) -> None:
        """Add what is new, and drop what is not used when there is much of it."""
        pack = Packing(self.package).packer()
        self._add({key: (pack(value), b"") for key, value in new.items()})
        self._tidy(used)

    def _add(self, new: Mapping[bytes, tuple[bytes, bytes]]) -> bool:
        """Add packed values, each with its rest; tell whether that was done."""
        rows = ((key, *map(with_checksum, pair)) for key, pair in new.items())

        def add(memory: sqlite3.Connection) -> None:
            memory.execute(_TABLE)
            memory.executemany("REPLACE INTO kept VALUES (?, ?, ?)", rows)

        return self._change(add)

    def _tidy(self, used: Sequence[bytes]) -> None:
        """Drop what is not used when there is much of it."""

        def tidy(memory: sqlite3.Connection) -> None:
            (count,) = memory.execute("SELECT count(*) FROM kept").fetchone()
            if count > 2 * len(used) + _SPARE:
                _drop_others(memory, used)

        self._change(tidy)

    def _change(self, change: Callable[[sqlite3.Connection], object]) -> bool:
        """Change the memory; tell whether that was done."""
        path = self.path
        if path is None or not self.keeps:
            return False
        try:
            make_folder(path.parent)
            with closing(sqlite3.connect(path, timeout=0)) as memory, memory:
                memory.execute("PRAGMA synchronous = OFF")
                memory.execute("PRAGMA page_size = 16384")  # most entries are on one page
                change(memory)
        except sqlite3.OperationalError:
            return False  # in use, or not to be written
        except sqlite3.DatabaseError:
            with suppress(OSError):
                path.unlink()  # no memory any more
            return False
        except OSError:
            return False
        return True

    def opens(self, key: bytes) -> Callable[[int], Any]:
        """Give what opens a part of the rest of a value; raises ForgottenError if it is lost."""
        return partial(self._rests.open, key)


def filed_here(new: Iterable[tuple[Key, Made]], package: str) -> dict[Key, Filing]:
    """File what is made in this process alone."""
    unpack = Packing(package).unpacker()
    return {
        key: Filing(unpack(one.value), partial(_opened, unpack, one.rest), one.lasts)
        for key, one in new
    }


def _opened(unpack: Callable[[bytes], Any], rest: Sequence[bytes], part: int) -> Any:  # noqa: ANN401
    return unpack(rest[part])


def forget_all(folder: Path) -> None:
    """Forget every memory in a folder."""
    for path in folder.glob("*.sqlite"):
        forget(path)


class _Rests:
    """Opens what is kept beside values; each process that inherits it reads for itself."""

    def __init__(self, path: Path, package: str) -> None:
        self._path, self._unpack = path, Packing(package).unpacker()
        self._made_in = os.getpid()
        self._process = 0
        self._memory: sqlite3.Connection | None = None
        self._last: tuple[bytes, Sequence[bytes]] | None = None
        """What was read last: after one part of a rest the next is often asked for."""

    def open(self, key: bytes, part: int) -> Any:  # noqa: ANN401 - whatever was kept
        """Give a part of what is kept beside a value; raises ForgottenError where it is lost."""
        try:
            last = self._last
            if last is None or last[0] != key:
                found = self._connected().execute(_SELECT, (key,))
                last = self._last = key, self._unpack(checked(found.fetchone()[0]))
            return _opened(self._unpack, last[1], part)
        except (sqlite3.Error, UnreadableError, TypeError, IndexError) as error:
            raise ForgottenError from error

    def _connected(self) -> sqlite3.Connection:
        process = os.getpid()
        if self._memory is None or self._process != process:
            self._process = process
            self._memory = _read_only(self._path)
            if process != self._made_in:  # it works for a moment, and may keep others from writing
                self._memory.execute("BEGIN")
        return self._memory


def _read_only(path: Path) -> sqlite3.Connection:
    name = path.absolute().as_uri()
    return sqlite3.connect(f"{name}?mode=ro", uri=True, timeout=0, check_same_thread=False)


def _drop_others(memory: sqlite3.Connection, used: Iterable[bytes]) -> None:
    memory.execute("CREATE TEMP TABLE used (key BLOB PRIMARY KEY) WITHOUT ROWID")
    memory.executemany("INSERT OR IGNORE INTO used VALUES (?)", ((key,) for key in used))
    memory.execute("DELETE FROM kept WHERE key NOT IN (SELECT key FROM used)")
    forget_groups(memory)  # whose rests may be gone
