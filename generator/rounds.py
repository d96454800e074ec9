"""The rounds in which one process makes a book again and again, and when the next is due."""

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from math import inf
from typing import TYPE_CHECKING

from generator.diagnostics import Location, Problem
from generator.pipeline.read import CONFIG_NAME
from generator.report import Report, Settings

if TYPE_CHECKING:
    from generator.preparing import Resident


class Rounds:
    """What is known from one round to the next.  One round at a time: whoever uses it sees to that.

    What makes a book is imported only when the first round begins.
    """

    def __init__(self, settings: Settings, clock: Callable[[], datetime]) -> None:
        self._settings, self._clock = settings, clock
        self._moment = clock()
        """For when the book was made last, or was to be."""
        self._around: tuple[datetime | None, datetime | None] = None, None
        """Between which moments what was made last stays the same."""
        self._resident: Resident | None = None
        self._reads_since = 0

    @property
    def resident(self) -> "Resident":
        """What need not be done again in the next round."""
        from generator.preparing import Resident  # noqa: PLC0415

        if self._resident is None:
            self._resident = Resident()
        return self._resident

    def asked(self) -> Settings:
        """Give what is asked for, for the moment of the last round."""
        return replace(self._settings, now=self._moment)

    def tick(self) -> Settings:
        """Read the clock, and give what is asked for now."""
        self._moment = self._clock()
        return self.asked()

    def begin(self, changed: Iterable[str]) -> Settings:
        """Begin a round because files have changed, by their paths below the book's folder."""
        self.resident.read.note(changed)
        self.reads()
        return self.tick()

    def reads(self) -> None:
        """Note that files are read from now on."""
        self._reads_since = self._reads_since or time.time_ns()

    def made(self, report: Report) -> None:
        """Note what came of a round that came to its end."""
        self._around = report.since, report.until

    def forget(self) -> None:
        """Forget all that was made in earlier rounds."""
        self._resident = None

    def files_read(self, problems: Iterable[Problem]) -> tuple[Iterable[str], int]:
        """Give the files that were read since this was asked last, and when the first was.

        `problems` are those of the last round: settings that are not there were not read.
        """
        root = self._settings.root.absolute()
        read, since = self.resident.read.files_read(), self._reads_since
        self._reads_since = 0
        missing = [one.at.path for one in problems if one.code == "no-config"]
        return [str(root / one) for one in {CONFIG_NAME, *read}.difference(missing)], since

    def is_due(self) -> bool:
        """Tell whether the clock has passed a moment of publication or expiry, either way."""
        before, now = self._moment, self._clock()
        since, until = self._around
        return bool((until and before < until <= now) or (since and now < since <= before))

    def due_in_s(self) -> float:
        """Give the seconds until something is published or expires; infinite where nothing does."""
        now, (_, until) = self._clock(), self._around
        return (until - now).total_seconds() if until and until > now else inf


def unforeseen(error: Exception) -> Problem:
    """Tell of a fault of the program itself, which must not end a process that goes on."""
    return Problem(
        "program-failed",
        f"Briefbook itself failed: {type(error).__name__}: {error}",
        Location("briefbook"),
        "save once more; if it fails again, please report what `briefbook build` tells",
    )
