"""Makes a book again whenever one of its files changes, and when it is time to."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, Generic, Protocol, TypeVar

from generator.pipeline.read import CONFIG_NAME
from generator.runtime.lookout import Lookout
from generator.runtime.states import Change, Targets
from generator.text.leavings import is_passed_over

Made_co = TypeVar("Made_co", covariant=True)
_REST_S: Final = 8.0
"""After so long without an edit what was made is kept for the next time."""
_LONGEST_WAIT_S: Final = 60.0
_LEAST_S: Final = 0.05


class Maker(Protocol[Made_co]):
    """Makes a book, round after round."""

    @property
    def folders(self) -> tuple[str, ...]:
        """Name what the book is made from, beside its settings."""

    def make(self, changed: Iterable[str]) -> Made_co:
        """Make it again because files changed, by their paths below the book's folder."""

    def keep(self, is_so: Callable[[], bool]) -> None:
        """Keep what was made for the next time; `is_so` tells that no file has changed since."""

    def files_read(self) -> tuple[Iterable[str], int]:
        """Give the files that were read since this was asked last, and when the first was."""

    def is_due(self) -> bool:
        """Tell whether it is time to make the book again, though no file has changed."""

    def due_in_s(self) -> float:
        """Give the seconds until it may be."""


class Watching(Generic[Made_co]):
    """Watches the files of a book, until it is closed; nothing that changes meanwhile is missed."""

    def __init__(
        self,
        maker: Maker[Made_co],
        root: Path,
        *,
        poll_s: float | None = None,
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._maker, self._root = maker, root
        self._is_kept = False
        self.lookout = Lookout(self._targets(), poll_s=poll_s, tell=tell)

    def begin(self) -> None:
        """Watch from now on."""
        self.lookout.begin()

    def make(self, changes: Iterable[Change] = ()) -> Made_co:
        """Make the book again.  Raises what the maker raises."""
        self._is_kept = False
        try:
            return self._maker.make([os.path.relpath(one.path, self._root) for one in changes])
        finally:
            self.lookout.aim(self._targets())
            self.lookout.note_read(*self._maker.files_read())

    def next(self) -> tuple[Change, ...]:
        """Wait for a reason to make the book again; when nobody edits, keep what was made.

        Gives what has changed; nothing where it is only time.
        """
        while True:
            changes = self.wait(_LONGEST_WAIT_S if self._is_kept else _REST_S)
            if changes is not None:
                return changes
            if not self._is_kept:
                self._maker.keep(self.lookout.is_as_known)
                self._is_kept = True

    def wait(self, longest_s: float) -> tuple[Change, ...] | None:
        """Wait for a reason to make the book again.

        Gives what has changed, nothing of it where it is only time; None where so many seconds
        have passed without a reason.
        """
        patience = min(max(self._maker.due_in_s(), _LEAST_S), longest_s)
        changes = self.lookout.wait(patience)
        return changes if changes or self._maker.is_due() else None

    def how(self) -> str:
        """Say how many files are watched, and how."""
        lookout = self.lookout
        how = f"every {lookout.every_s:.1f} s" if lookout.polls_because else "as they are saved"
        return f"{len(lookout)} files watched, {how}; Ctrl-C ends"

    def close(self) -> None:
        """Watch no longer."""
        self.lookout.close()

    def _targets(self) -> Targets:
        root = self._root.absolute()
        folders = tuple(root / name for name in self._maker.folders)
        return Targets((root / CONFIG_NAME,), folders, (), is_passed_over)
