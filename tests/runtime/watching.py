"""Folders watched by a thread that writes down what it finds, and hints that a test gives."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from random import Random

from generator.runtime.lookout import Lookout
from generator.runtime.states import Change, Targets
from generator.runtime.watch import Hint, Watchdog
from generator.text.leavings import is_passed_over

PATIENCE_S = 20


def targets_of(folder: Path) -> Targets:
    return Targets(
        (folder / "config.yaml",), (folder / "content", folder / "templates"), (), is_passed_over
    )


class Silent:
    """Hints that never come."""

    def __init__(self, queue: "SimpleQueue[Hint]") -> None:
        self.queue = queue

    def arm(self, flat: Iterable[Path], deep: Iterable[Path]) -> str:
        del flat, deep
        return ""

    def is_alive(self) -> bool:
        return True

    def close(self) -> None:
        """Nothing is open."""


class Lossy(Watchdog):
    """Hints of which some are lost."""

    def __init__(self, queue: "SimpleQueue[Hint]") -> None:
        super().__init__(_Losing(queue))  # type: ignore[arg-type]


class _Losing:
    def __init__(self, queue: "SimpleQueue[Hint]") -> None:
        self._queue, self._random = queue, Random(1)  # noqa: S311

    def put(self, hint: Hint) -> None:
        if self._random.random() > 0.3:
            self._queue.put(hint)


class Watching:
    """What a lookout found."""

    def __init__(self, lookout: Lookout) -> None:
        self.lookout = lookout
        self.found: SimpleQueue[tuple[Change, ...]] = SimpleQueue()
        self.told: list[str] = []

    def next(self) -> list[tuple[str, str]]:
        """Wait for what is found next."""
        return [(Path(one.path).name, one.kind) for one in self.found.get(timeout=PATIENCE_S)]

    def is_quiet(self, marker: Path) -> bool:
        """Tell whether nothing was found before a change that is made now."""
        marker.write_text("marker", encoding="utf-8")
        return self.next() == [(marker.name, "new")]


@contextmanager
def watched(lookout: Lookout) -> Iterator[Watching]:
    """Watch until the end of a test."""
    watching = Watching(lookout)
    over = threading.Event()
    lookout.begin()
    while lookout.learn():
        pass

    def run() -> None:
        while not over.is_set():
            changes = lookout.wait(60)
            if changes:
                watching.found.put(changes)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield watching
    finally:
        over.set()
        lookout.wake()
        thread.join(PATIENCE_S)
        lookout.close()
