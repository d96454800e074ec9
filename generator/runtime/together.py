"""Many remembered values in one piece, which is read in half the time of one after the other.

Keys that follow each other are gathered into groups.  The keys themselves tell where a group
ends; so a key that comes, goes or changes changes its own group, and at most the next.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from generator.runtime.checksums import checked, with_checksum
from generator.runtime.packing import Packing, UnreadableError

_TABLE: Final = "CREATE TABLE IF NOT EXISTS together (key BLOB PRIMARY KEY, value BLOB)"
_LAST: Final = 4
"""A key whose first byte is below this is the last of its group: one of 64."""
_SPARE: Final = 100
"""How many groups nobody asked for may stay, beside as many again as were asked for."""
Group = Sequence[bytes]


def groups_of(keys: Iterable[bytes]) -> Iterator[Group]:
    r"""Gather keys into groups, in their order.

    >>> list(groups_of([b"a", b"b", b"\x01", b"c"]))
    [[b'a', b'b', b'\x01'], [b'c']]
    """
    group: list[bytes] = []
    for key in keys:
        group.append(key)
        if key[0] < _LAST:
            yield group
            group = []
    if group:
        yield group


@dataclass(frozen=True, slots=True)
class Together:
    """Groups of values in the file of a memory."""

    package: str
    """The package whose values may be read back."""

    def recalled(self, memory: sqlite3.Connection, keys: Iterable[bytes]) -> dict[bytes, Any]:
        """Give what is kept together of these keys; raises sqlite3.Error where nothing is."""
        unpack, found = Packing(self.package).unpacker(), dict[bytes, Any]()
        for group in groups_of(keys):
            row = memory.execute("SELECT value FROM together WHERE key = ?", (_key(group),))
            for (written,) in row:
                try:
                    found.update(zip(group, unpack(checked(written)), strict=True))
                except (UnreadableError, ValueError, TypeError):
                    continue  # damaged: each of them lies beside it too
        return found

    def keep(self, memory: sqlite3.Connection, values: Mapping[bytes, Any]) -> None:
        """Keep values in groups, as far as the memory has them; groups that are there stay."""
        memory.execute(_TABLE)
        there = _keys(memory, "together")
        groups = {_key(group): group for group in groups_of(values)}
        new = {key: group for key, group in groups.items() if key not in there}
        if new:
            single, pack = _keys(memory, "kept"), Packing(self.package).packer()
            rows = (
                (key, with_checksum(pack([values[one] for one in group])))
                for key, group in new.items()
                if single.issuperset(group)
            )
            memory.executemany("REPLACE INTO together VALUES (?, ?)", rows)
        unused = there - groups.keys()
        if len(unused) > len(groups) + _SPARE:
            memory.executemany("DELETE FROM together WHERE key = ?", ((one,) for one in unused))


def forget_groups(memory: sqlite3.Connection) -> None:
    """Forget all groups of a memory."""
    memory.execute("DROP TABLE IF EXISTS together")


def _keys(memory: sqlite3.Connection, table: str) -> set[bytes]:
    return {key for (key,) in memory.execute(f"SELECT key FROM {table}")}  # noqa: S608


def _key(group: Group) -> bytes:
    return sha256(b"".join(group)).digest()
