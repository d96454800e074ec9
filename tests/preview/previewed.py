"""A book that is previewed while a test edits it, asked as a browser would ask."""

import http.client
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from generator.preview.desk import State
from generator.preview.serving import Options, Preview
from generator.report import Settings
from generator.runtime.states import Change

NOW = datetime(2025, 1, 15, tzinfo=UTC)
PATIENCE_S = 60


class Previewed:
    """A preview at work, and what it was told to do."""

    def __init__(
        self,
        root: Path,
        options: Options = Options(),  # noqa: B008 - it is frozen
    ) -> None:
        self.root, self.now = root, NOW
        self.told: list[str] = []
        settings = Settings(root=root, now=NOW)
        self.preview = Preview(settings, options, lambda: self.now, self.told.append)
        self.states: SimpleQueue[State] = SimpleQueue()
        self.changed: list[tuple[Change, ...]] = []
        self.preview.begin()
        self._open = True
        self._thread = Thread(target=self._work)
        self._thread.start()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.preview.server.server_address[1])

    def at(self, path: str) -> str:
        """Give the address of a page."""
        return f"{self.preview.url}{path}"

    def get(self, path: str) -> tuple[int, bytes]:
        """Ask for a page."""
        return get(self.port, path)

    def next(self) -> State:
        """Wait until the book is made again."""
        return self.states.get(timeout=PATIENCE_S)

    def made_meanwhile(self) -> int:
        """Count how often the book was made again since it was last waited for."""
        return len([*_taken(self.states)])

    def close(self) -> None:
        """End it."""
        self._open = False
        self.preview.watching.lookout.wake()
        self._thread.join(PATIENCE_S)
        self.preview.close()

    def _work(self) -> None:
        while self._open:
            changes = self.preview.watching.lookout.wait(60)
            if changes or self.preview.desk.is_due():
                self.changed.append(changes)
                self.states.put(self.preview.make(changes))


def get(port: int, path: str) -> tuple[int, bytes]:
    """Ask the preview at a port for a page."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
    try:
        connection.request("GET", f"/{path}")
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


@contextmanager
def previewed(
    root: Path,
    options: Options = Options(),  # noqa: B008 - it is frozen
) -> Iterator[Previewed]:
    """Preview a book until the end of a block."""
    made = Previewed(root, options)
    try:
        yield made
    finally:
        made.close()


def _taken(queue: "SimpleQueue[State]") -> Iterable[State]:
    while True:
        try:
            yield queue.get_nowait()
        except Empty:
            return
