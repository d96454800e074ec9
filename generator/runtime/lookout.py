"""Waits until files change: hints say when to look, and a look decides.

Where hints do not come, or some do not, looking at everything from time to time finds what
they did not tell; then it is done more often, and said so.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from math import inf
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final

from generator.runtime.mounts import silent_mount, unwatched
from generator.runtime.states import Change, States, Targets
from generator.runtime.watch import Hint, Hints, Watchdog

QUIET_S: Final = 0.02
"""A burst of changes is over when nothing has come for so long."""
LONGEST_BURST_S: Final = 0.3
_GONE_S: Final = 0.06
"""How long a file may be missing while an editor saves it."""
_SELDOM_S: Final = 2.0
_OFTEN_S: Final = 0.7
_SHARE_SELDOM: Final = 150
_SHARE_OFTEN: Final = 40
"""Times as long as a look takes before the next one, so that it costs little of the processor."""
_LATE_S: Final = 1.0
"""How much later than its change a hint may come."""
_FEW: Final = 100
_WAKE: Final = "\0"
Tell = Callable[[str], None]
MakeHints = Callable[["SimpleQueue[Hint]"], Hints]


class Lookout:
    """Watches the files of a book, until it is closed."""

    def __init__(
        self,
        targets: Targets,
        *,
        poll_s: float | None = None,
        tell: Tell = lambda _: None,
        hints: MakeHints = Watchdog,
    ) -> None:
        self._queue: SimpleQueue[Hint] = SimpleQueue()
        self._hints = hints(self._queue)
        self._tell = tell
        self._states = States(targets)
        self._poll_s = poll_s
        self.polls_because = "as asked for" if poll_s else ""
        """Why everything is looked at again and again; nothing where hints can be relied on."""
        self._armed: list[int] = []
        self._next_look = 0.0
        self._look_took = 0.0
        self._unread = True
        self._was_blind = False
        self._unannounced: set[str] = set()
        self._patience_ends = 0.0
        self._count_at = inf

    def __len__(self) -> int:
        return len(self._states)

    def begin(self) -> None:
        """Watch, and only then look for the first time, so that nothing falls between."""
        for folder in (*self._states.targets.folders, *self._flat()):
            self.polls_because = self.polls_because or _silence(folder)
        self._arm()
        begun = time.perf_counter()
        self._states.begin()
        self._set_next(time.perf_counter() - begun)
        self._count_watches()

    def aim(self, targets: Targets) -> None:
        """Watch something else, because the settings name other folders now."""
        if targets == self._states.targets:
            return
        self._states.targets = targets
        self._arm()
        self._look_soon()

    def wake(self) -> None:
        """End the waiting of another thread."""
        self._queue.put(_WAKE)

    def wait(self, seconds: float) -> tuple[Change, ...]:
        """Give what has changed as soon as something has; nothing where the time is over."""
        end = time.monotonic() + seconds
        while True:
            hint, is_hint = self._next_hint(end)
            if hint == _WAKE:
                return ()
            changes = self._look_at(hint) if is_hint else ()
            self._judge()
            if not changes and time.monotonic() >= self._next_look:
                changes = self._look_everywhere()
            if changes or time.monotonic() >= end:
                return changes

    def is_as_known(self) -> bool:
        """Look at everything, and tell whether nothing has changed that was not told yet."""
        return not self._states.compare(None).changes

    def note_read(self, paths: Iterable[str], since: int) -> None:
        """Know files as they were read, at a moment or later; tell next of what may be other now.

        A file may have been there, or have said something else, between two looks only.
        """
        self._unread = True
        if self._states.note_read(paths, since):
            self._look_soon()

    def learn(self) -> bool:
        """Read some bytes that were not read yet, and tell whether more are left."""
        self._unread = self._states.learn(_FEW)
        return self._unread

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Do without hints for a while, and their threads; then look for what they did not tell."""
        self._hints.close()
        try:
            yield
        finally:
            self._arm()
            self._look_soon()

    def close(self) -> None:
        """Watch no longer."""
        self._hints.close()

    def _next_hint(self, end: float) -> tuple[Hint, bool]:
        while self._unread:  # bytes are read when there is nothing else to do
            try:
                return self._queue.get_nowait(), True
            except Empty:
                self.learn()
        patience = max(0.0, min(end, self._next_look) - time.monotonic())
        try:
            return self._queue.get(timeout=patience), True
        except Empty:
            return None, False

    def _look_at(self, first: Hint) -> tuple[Change, ...]:
        hints = {first}
        if first is not None and not self._counts(first):
            return ()
        self._gather(hints, QUIET_S)
        difference = self._states.compare(self._paths(hints))
        if difference.lacks_files:
            self._gather(hints, _GONE_S)
            difference = self._states.compare(self._paths(hints))
        if None in hints:
            self._tell("too much changed at once to be told of; everything was looked at")
        self._unannounced -= {one for one in self._unannounced if _is_named(one, hints)}
        self._rearm_if_moved()
        return self._taken(difference.found, self._states.take(difference))

    def _look_everywhere(self) -> tuple[Change, ...]:
        begun = time.perf_counter()
        difference = self._states.compare(None)
        self._set_next(time.perf_counter() - begun)
        if difference.lacks_files:
            self._gather(set(), _GONE_S)
            difference = self._states.compare(None)
        changes = self._taken(difference.found, self._states.take(difference))
        if changes and not self.polls_because and not self._was_blind:
            self._unannounced = {one.path for one in changes}
            self._patience_ends = time.monotonic() + _LATE_S
        self._was_blind = False
        self._rearm_if_moved()
        return changes

    def _taken(self, found: object, changes: tuple[Change, ...]) -> tuple[Change, ...]:
        if found:
            self._unread = True
        if any(one.kind == "new" for one in changes):
            self._count_at = time.monotonic() + _LATE_S  # a new folder is not watched at once
        return changes

    def _gather(self, hints: set[Hint], quiet_s: float) -> None:
        """Take what comes until nothing has come for a while."""
        end = time.monotonic() + LONGEST_BURST_S
        while time.monotonic() < end:
            try:
                hint = self._queue.get(timeout=quiet_s)
            except Empty:
                return
            if hint == _WAKE:
                self._queue.put(hint)
                return
            if hint is None or self._counts(hint):
                hints.add(hint)

    def _counts(self, path: str) -> bool:
        """Tell whether a hint is worth a look: its path is a target, or holds targets."""
        tops = (*self._states.targets.files, *self._states.targets.folders)
        return self._states.counts(path) or any(one.is_relative_to(path) for one in tops)

    def _paths(self, hints: Iterable[Hint]) -> list[str] | None:
        named = [one for one in hints if one is not None]
        everywhere = len(named) < len(list(hints)) or any(
            not self._states.counts(one) for one in named
        )
        return None if everywhere else named

    def _judge(self) -> None:
        """Rely on hints no longer where some did not come, and begin anew where they ended."""
        if self._unannounced and time.monotonic() > self._patience_ends:
            self._poll_from_now("a change was not told by the system")
            self._unannounced = set()
        if not self._hints.is_alive() and not self.polls_because:
            self._arm()
        if time.monotonic() > self._count_at:
            self._count_watches()

    def _poll_from_now(self, why: str) -> None:
        if not self.polls_because:
            self.polls_because = why
            self._set_next(self._look_took)
            self._tell(f"looking at all files every {self.every_s:.1f} s: {why}")

    @property
    def every_s(self) -> float:
        """How often everything is looked at."""
        if self._poll_s:
            return self._poll_s
        least, share = (
            (_OFTEN_S, _SHARE_OFTEN) if self.polls_because else (_SELDOM_S, _SHARE_SELDOM)
        )
        return max(least, share * self._look_took)

    def _set_next(self, took: float) -> None:
        self._look_took = took
        self._next_look = time.monotonic() + self.every_s

    def _flat(self) -> list[Path]:
        """List the folders that hold targets beside what does not count."""
        targets = self._states.targets
        return sorted({one.parent for one in (*targets.files, *targets.folders)})

    def _arm(self) -> None:
        why = self._hints.arm(self._flat(), self._states.targets.folders)
        self._armed = self._places()
        if why:
            self._poll_from_now(f"the system does not tell of changes ({why})")

    def _rearm_if_moved(self) -> None:
        """Watch what stands in the place of a watched folder now."""
        if self._places() != self._armed:
            self._arm()
            self._look_soon()

    def _look_soon(self) -> None:
        """Look at everything next, as hints of what is there by now cannot have come."""
        self._next_look = 0.0
        self._was_blind = True

    def _places(self) -> list[int]:
        return [one.stat().st_ino if one.exists() else 0 for one in self._states.targets.folders]

    def _count_watches(self) -> None:
        self._count_at = inf
        missing = 0 if self.polls_because else unwatched(self._states.folders)
        if missing:
            limit = "raise fs.inotify.max_user_watches to be told of changes"
            self._poll_from_now(f"{missing} of the folders cannot be watched; {limit}")


def _silence(folder: Path) -> str:
    """Say why changes in a folder may not be told, or give nothing."""
    if kind := silent_mount(folder):
        return f"changes on a mount of the kind {kind} may not be told"
    is_link = folder.is_symlink()
    return f"changes behind a link such as {folder.name} may not be told" if is_link else ""


def _is_named(path: str, hints: Iterable[Hint]) -> bool:
    return any(one is None or Path(path).is_relative_to(one) for one in hints)
