"""Makes the book again after every change, and keeps the last site that could be made."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from math import inf
from typing import TYPE_CHECKING, Final

from generator.diagnostics import Location, Problem, in_order
from generator.errors import BriefbookError
from generator.pipeline.last import Last
from generator.pipeline.read import CONFIG_NAME
from generator.pipeline.rendering.press import Press
from generator.prepared import Prepared
from generator.preview.snapshot import Snapshot, by_url
from generator.recalling import keep_shown, recalled
from generator.report import HeldBack, Report, Settings
from generator.runtime.kept import FOLDER
from generator.runtime.memo import ForgottenError, forget_all
from generator.text.dates import parse_date

if TYPE_CHECKING:
    from generator.preparing import Resident

_MOST_MOMENTS: Final = 3
"""How many other days the site is kept for at once."""


@dataclass(frozen=True, slots=True)
class State:
    """What is known of the last time the book was made."""

    number: int
    seconds: float
    problems: tuple[Problem, ...]
    held_back: tuple[HeldBack, ...]
    failed: bool
    """Whether the book cannot be published as it is; what is shown is from before."""
    styles: Mapping[str, str]
    follow: str = ""
    """The address of the page whose file alone was changed."""


class Desk:
    """The book that is previewed.  One thread makes it; any may ask for its pages."""

    def __init__(
        self,
        settings: Settings,
        clock: Callable[[], datetime],
        on_change: Callable[[State], None] = lambda _: None,
    ) -> None:
        self._settings = replace(settings, unpublished=True, remembers=True, jobs=1)
        self._clock = clock
        self._moment = clock()
        """For when the book was made last, or was to be."""
        self._on_change = on_change
        self._reads_since = 0
        self._resident: Resident | None = None
        self._building = threading.Lock()
        self._others: OrderedDict[str, Snapshot] = OrderedDict()
        self._good: dict[str, bytes] = {}
        self._last = Last()
        self._shown: Prepared | None = None
        """What the book was made into last; nothing as long as it is only recalled."""
        self.snapshot: Snapshot | None = None
        self.state = State(0, 0.0, (), (), failed=True, styles={})
        self.folders: tuple[str, ...] = ("content", "templates")
        """What the book is made from, beside its settings."""

    def recall(self) -> bool:
        """Show what was shown last, where nothing has changed since; the book is not made yet."""
        begun, self._moment = time.perf_counter(), self._clock()
        try:
            prepared = recalled(replace(self._settings, now=self._moment))
        except BriefbookError:
            return False
        if prepared is None:
            return False
        self._show(prepared)
        self._tell(self._made(begun, prepared.report))
        return True

    def keep(self, is_so: Callable[[], bool]) -> None:
        """Keep what is shown for the next time; `is_so` tells that no file has changed since."""
        if self._shown and not self.state.failed:
            with self._building, suppress(ForgottenError):
                settings = replace(self._settings, now=self._moment)
                keep_shown(settings, self._shown, self._residents().linked, is_so)

    def make(self, changed: Iterable[str] = ()) -> State:
        """Make the book again because files changed; where that fails, the last site stays."""
        begun, changed = time.perf_counter(), tuple(changed)
        with self._building:
            self._residents().read.note(changed)
            self._moment = self._clock()
            try:
                self._shown = prepared = self._prepared(self._moment)
            except BriefbookError as error:
                report = Report(problems=error.problems, held_back=self.state.held_back)
                state = self._made(begun, report, failed=True)
            except Exception as error:  # noqa: BLE001 - whatever it is, the preview goes on
                self._resident = None
                report = Report((_unforeseen(error),), held_back=self.state.held_back)
                state = self._made(begun, report, failed=True)
            else:
                self._show(prepared)
                state = self._made(begun, prepared.report)
            self._others.clear()
            state = replace(state, follow=self._page_of(changed))
        self._tell(state)
        return state

    def files_read(self) -> tuple[Iterable[str], int]:
        """Give the files that were read since this was asked last, and when the first was."""
        root = self._settings.root.absolute()
        with self._building:
            read, since = self._residents().read.files_read(), self._reads_since
            self._reads_since = 0
        missing = [one.at.path for one in self.state.problems if one.code == "no-config"]
        return [str(root / one) for one in {CONFIG_NAME, *read}.difference(missing)], since

    def is_due(self) -> bool:
        """Tell whether the clock has passed a moment of publication or expiry, either way."""
        before, now = self._moment, self._clock()
        since, until = self._around()
        return bool((until and before < until <= now) or (since and now < since <= before))

    def due_in_s(self) -> float:
        """Give the seconds until something is published or expires; infinite where nothing does."""
        now, (_, until) = self._clock(), self._around()
        return (until - now).total_seconds() if until and until > now else inf

    def _around(self) -> tuple[datetime | None, datetime | None]:
        """Give the moments between which the site that is shown stays the same."""
        report = self.snapshot.report if self.snapshot else None
        return (report.since, report.until) if report else (None, None)

    def at(self, written: str) -> Snapshot | None:
        """Give the site as it will be on a day or at a moment; today's where that is none."""
        try:
            moment = parse_date(written).begins
        except ValueError:
            return self.snapshot
        if known := self._others.get(written):
            return known  # at once, even while the book is made again
        with self._building:
            if written not in self._others:
                try:
                    self._others[written] = self._snapshot(self._prepared(moment))
                except BriefbookError:
                    return self.snapshot
            while len(self._others) > _MOST_MOMENTS:
                self._others.popitem(last=False)
            return self._others[written]

    def page(self, url: str, snapshot: Snapshot) -> bytes | None:
        """Give a file of a site; where its template is broken, as it was when it was not."""
        try:
            data = snapshot.find(url)
        except BriefbookError as error:
            self.add_problems(error.problems)
            return self._good.get(url, b"")
        except ForgottenError:  # damaged, or another build has tidied up
            forget_all(self._settings.root / FOLDER)
            self._residents().forget()
            self.make()
            return self.snapshot.find(url) if self.snapshot else None
        if data is not None and url.endswith(".html"):
            self._good[url] = data
        return data

    def add_problems(self, problems: Iterable[Problem]) -> None:
        """Note what was found while a page was made."""
        found = in_order((*self.state.problems, *problems))
        if found != self.state.problems:
            self._tell(replace(self.state, problems=found, number=self.state.number + 1))

    def _tell(self, state: State) -> None:
        self.state = state
        self._on_change(state)

    def _prepared(self, moment: datetime) -> Prepared:
        from generator.preparing import prepare  # noqa: PLC0415 - not before a page was shown

        self._reads_since = self._reads_since or time.time_ns()
        return prepare(replace(self._settings, now=moment), resident=self._residents())

    def _snapshot(self, prepared: Prepared) -> Snapshot:
        site = prepared.site
        press = self._last.of(Press, site.templates, site.frame, site.language)
        return Snapshot(prepared, press, self._last.of(by_url, site.pages))

    def _show(self, prepared: Prepared) -> None:
        self.snapshot = snapshot = self._snapshot(prepared)
        self.folders = snapshot.folders
        pages = self._good.copy()  # at once, since others add theirs
        self._good = {url: page for url, page in pages.items() if url in snapshot}

    def _made(self, begun: float, report: Report, *, failed: bool = False) -> State:
        """Give the state of the book, which somebody began to make at a time."""
        return State(
            number=self.state.number + 1,
            seconds=time.perf_counter() - begun,
            problems=report.problems,
            held_back=report.held_back,
            failed=failed,
            styles=self.snapshot.styles() if self.snapshot else {},
        )

    def _residents(self) -> "Resident":
        """Give what is kept from one round to the next."""
        from generator.preparing import Resident  # noqa: PLC0415

        if self._resident is None:
            self._resident = Resident()
        return self._resident

    def _page_of(self, changed: tuple[str, ...]) -> str:
        if len(changed) != 1 or self.snapshot is None:
            return ""
        wanted = changed[0].replace("\\", "/")
        return next((url for url, path in self.snapshot.sources.items() if path == wanted), "")


def _unforeseen(error: Exception) -> Problem:
    """Tell of a fault of the program itself."""
    return Problem(
        "program-failed",
        f"Briefbook itself failed: {type(error).__name__}: {error}",
        Location("briefbook"),
        "save once more; if it fails again, please report what `briefbook build` tells",
    )
