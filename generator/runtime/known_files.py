"""Which files are as they were in the last build, so that they need not be read."""

import os
from collections.abc import Iterable
from pathlib import Path

from generator.runtime.looks import outside, surely_outside
from generator.runtime.traces import Trace, Traces


class KnownFiles:
    """Digests of files, each with how the file looked when it was read."""

    def __init__(self, record: Path | None, root: Path, made_with: str) -> None:
        """Read the record; without one nothing is known.

        `made_with` tells how digests are made.  Files are known by their path below `root`.
        """
        self._remembers = record is not None
        self._root = f"{os.fspath(root)}{os.sep}"
        self._traces = Traces(record, made_with, str)
        self._new: dict[str, str] = {}

    def digest(self, at: str) -> bytes | None:
        """Give a file's digest, if it is as it was when that was made."""
        if not self._remembers:
            return None
        look = outside(at)
        found = self._traces.value_of(self._name(at), look) if look else None
        if found is None:
            # It is about to be read: what changes from now on must show in its look.
            self._new[at] = surely_outside(at)
            return None
        return bytes.fromhex(found)

    def keep(self, digests: Iterable[tuple[str, bytes]]) -> None:
        """Keep the digests of files that were read, as far as they look as they did before."""
        if not self._remembers:
            return
        for at, made in digests:
            look = self._new.get(at)
            if look and look == outside(at):
                self._traces.note(Trace(self._name(at), look, made.hex(), ()))
        self._traces.keep()

    def _name(self, at: str) -> str:
        return at.removeprefix(self._root)
