"""A book published again after every change, by one process."""

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from math import inf
from typing import Final

from generator.build import build
from generator.diagnostics import Problem
from generator.errors import BriefbookError, ContentError, OutputError
from generator.pipeline.read import CONFIG_NAME
from generator.publishing import Progress
from generator.rebuild import LastBuild, look_at_program
from generator.report import Report, Settings
from generator.rounds import Rounds, unforeseen
from generator.runtime.looks import now

_AGAIN_S: Final = 2.0
"""How soon it is tried again to write where that was not possible: the disk was full, perhaps."""


class Republished:
    """Publishes a book, round after round; after a fault the site stays as it was."""

    def __init__(
        self, settings: Settings, clock: Callable[[], datetime], progress: Progress
    ) -> None:
        self._progress = progress
        self._rounds = Rounds(replace(settings, remembers=True), clock)
        self._last = LastBuild(settings)
        self._program = look_at_program().digest
        """How the program looked that does all the work; another may lie in its place by now."""
        self._report: Report | None = None
        self._problems: tuple[Problem, ...] = ()
        self._again_at = inf
        self.folders: tuple[str, ...] = ("content", "templates")
        """What the book is made from, beside its settings."""

    def make(self, changed: Iterable[str] = ()) -> Report:
        """Publish the book again because files changed, by their paths below its folder.

        Raises BriefbookError, with located problems, where nothing was published.
        """
        self._report, self._problems, self._again_at = None, (), inf
        self._last.forget()
        try:
            asked = self._rounds.begin(changed)
            report = build(asked, self._progress, self._rounds.resident)
        except BriefbookError as error:
            self._problems = error.problems
            if isinstance(error, OutputError):
                self._again_at = time.monotonic() + _AGAIN_S
            raise
        except Exception as error:
            self._rounds.forget()
            raise ContentError(unforeseen(error)) from error
        self._rounds.made(report)
        self._report, self._problems = report, report.problems
        self.folders = tuple(one for one in report.sources if one != CONFIG_NAME)
        return report

    def keep(self, is_so: Callable[[], bool]) -> None:
        """Keep what was told, for a build that comes after this process has ended.

        `is_so` tells that no file has changed since.
        """
        if self._report and look_at_program().digest == self._program:
            self._last.keep(self._report, now(), is_so)

    def files_read(self) -> tuple[Iterable[str], int]:
        """Give the files that were read since this was asked last, and when the first was."""
        return self._rounds.files_read(self._problems)

    def is_due(self) -> bool:
        """Tell whether a moment of publication or expiry has passed, or to try again to write."""
        return self._rounds.is_due() or time.monotonic() >= self._again_at

    def due_in_s(self) -> float:
        """Give the seconds until it may be time; infinite where nothing is to come."""
        return min(self._rounds.due_in_s(), self._again_at - time.monotonic())
