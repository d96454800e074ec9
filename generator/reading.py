"""The read step over a whole book: files that are known to be as they were are not read."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from generator.config import Config
from generator.diagnostics import Outcome
from generator.memories import folder_of
from generator.model.draft import Book
from generator.pipeline.read import is_beside_the_book, paths_of, read_book, read_changed
from generator.report import Settings
from generator.runtime.fingerprint import fingerprint
from generator.runtime.known_files import KnownFiles

_PACKAGE: Final = Path(__file__).parent


class ReadBefore:
    """Reads a book, and later on only what is said to have changed since."""

    def __init__(self) -> None:
        self._last: tuple[Config, Outcome[Book]] | None = None
        self._changed: set[str] = set()
        self._files: set[str] = set()

    def forget(self) -> None:
        """Forget everything."""
        self._last = None

    def note(self, changed: Iterable[str]) -> None:
        """Note that files have changed, by their paths below the book's folder."""
        self._changed |= {*changed}

    def note_read(self, files: Iterable[str]) -> None:
        """Note that files were read elsewhere, by their paths below the book's folder."""
        self._files |= {*files}

    def files_read(self) -> frozenset[str]:
        """Give the files that were read since this was asked last."""
        read, self._files = frozenset(self._files), set()
        return read

    def read(self, settings: Settings, config: Config) -> Outcome[Book]:
        """Read a book.  Raises ConfigError where it has no content folder."""
        if self._last and self._last[0] == config:
            read = read_changed(config, self._last[1], self._changed)
        else:
            read = None
        if read is None:
            read = _read(settings, config)
            self.note_read(paths_of(read))
        else:
            self.note_read(one for one in self._changed if not is_beside_the_book(one, config))
        self._last = config, read
        self._changed.clear()
        return read


def _read(settings: Settings, config: Config) -> Outcome[Book]:
    folder = folder_of(settings)
    record = folder / "files.traces" if folder else None
    known = KnownFiles(record, settings.root, fingerprint(_PACKAGE))
    read = read_book(settings.root, config, known.digest)
    briefings = read.value.briefings if read.value else ()
    if settings.remembers:
        known.keep((file.at, file.digest) for one in briefings for file in one.files())
    return read
