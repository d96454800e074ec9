"""The one door to watchdog: hints that something may have changed, and where.

A hint may be lost, come twice or name what has not changed; whoever asks has a look.
"""

import logging
import os
import warnings
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import Final, Protocol

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

Hint = str | None
"""A path that may have changed; None: anything may have."""
_EVENTS: Final[list[type[FileSystemEvent]]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
"""Never that a file was opened or read: we do that ourselves."""
_LOGGER: Final = logging.getLogger("watchdog.observers")
_LOGGER.addHandler(logging.NullHandler())  # or what it says at the end reaches the terminal
_OVERFLOW: Final = "overflow"
_HEARD_TWICE: Final = "Callback with id"
_PATIENCE_S: Final = 2.0


class Hints(Protocol):
    """Where hints come from."""

    def arm(self, flat: Iterable[Path], deep: Iterable[Path]) -> str:
        """Watch folders, and others with all below them, instead of those before.

        Gives why that cannot be done, or nothing.
        """

    def is_alive(self) -> bool:
        """Tell whether hints can still come."""

    def close(self) -> None:
        """Watch no longer."""


class Watchdog:
    """Hints from the operating system, put into a queue."""

    def __init__(self, queue: "SimpleQueue[Hint]") -> None:
        self._queue = queue
        self._observer: BaseObserver | None = None
        self._overflows = _Overflows(queue)

    def arm(self, flat: Iterable[Path], deep: Iterable[Path]) -> str:
        """Watch folders; give why that cannot be done, or nothing."""
        self.close()
        # Of a folder that has just come watchdog may hear twice; it watches it once, and says so.
        warnings.filterwarnings("ignore", _HEARD_TWICE, RuntimeWarning)
        _LOGGER.addHandler(self._overflows)
        observer, handler = Observer(), _Passing(self._queue)
        self._observer = observer
        try:
            for folders, recursive in ((flat, False), (deep, True)):
                for folder in filter(Path.is_dir, folders):
                    observer.schedule(
                        handler, os.fspath(folder), recursive=recursive, event_filter=_EVENTS
                    )
            observer.start()
        except OSError as error:
            return (error.strerror or str(error)).lower()
        return ""

    def is_alive(self) -> bool:
        """Tell whether the observer and all that it needs still run."""
        observer = self._observer
        return bool(
            observer and observer.is_alive() and all(one.is_alive() for one in observer.emitters)
        )

    def close(self) -> None:
        """Watch no longer."""
        _LOGGER.removeHandler(self._overflows)
        observer, self._observer = self._observer, None
        if observer:
            observer.unschedule_all()
            with suppress(RuntimeError):  # it was never started
                observer.stop()
                observer.join(_PATIENCE_S)


class _Passing(FileSystemEventHandler):
    """Passes on the paths of an event and does nothing else, as an error here ends the watch."""

    def __init__(self, queue: "SimpleQueue[Hint]") -> None:
        self._queue = queue

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Pass on both ends of a move."""
        for path in (event.src_path, event.dest_path):
            if path:
                self._queue.put(os.fsdecode(path))


class _Overflows(logging.Handler):
    """Hears that events were lost, which watchdog tells its log alone."""

    def __init__(self, queue: "SimpleQueue[Hint]") -> None:
        super().__init__(logging.WARNING)
        self._queue = queue

    def emit(self, record: logging.LogRecord) -> None:
        """Have everything looked at."""
        if _OVERFLOW in record.getMessage():
            self._queue.put(None)
