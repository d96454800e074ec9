"""Makes the book again after every change, and keeps the last site that could be made."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from generator.diagnostics import Problem, in_order
from generator.errors import BriefbookError
from generator.pipeline.last import Last
from generator.pipeline.rendering.press import Press
from generator.prepared import Prepared
from generator.preview.snapshot import Snapshot, by_url
from generator.recalling import keep_shown, recalled
from generator.report import HeldBack, Report, Settings
from generator.rounds import Rounds, unforeseen
from generator.runtime.kept import FOLDER
from generator.runtime.memo import ForgottenError, forget_all
from generator.text.dates import parse_date

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
        self._rounds = Rounds(self._settings, clock)
        self._on_change = on_change
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
        begun = time.perf_counter()
        try:
            prepared = recalled(self._rounds.tick())
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
                linked = self._rounds.resident.linked
                keep_shown(self._rounds.asked(), self._shown, linked, is_so)

    def make(self, changed: Iterable[str] = ()) -> State:
        """Make the book again because files changed; where that fails, the last site stays."""
        begun, changed = time.perf_counter(), tuple(changed)
        with self._building:
            try:
                asked = self._rounds.begin(changed)
                self._shown = prepared = self._prepared(asked)
            except BriefbookError as error:
                report = Report(problems=error.problems, held_back=self.state.held_back)
                state = self._made(begun, report, failed=True)
            except Exception as error:  # noqa: BLE001 - whatever it is, the preview goes on
                self._rounds.forget()
                report = Report((unforeseen(error),), held_back=self.state.held_back)
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
        with self._building:
            return self._rounds.files_read(self.state.problems)

    def is_due(self) -> bool:
        """Tell whether the clock has passed a moment of publication or expiry, either way."""
        return self._rounds.is_due()

    def due_in_s(self) -> float:
        """Give the seconds until something is published or expires; infinite where nothing does."""
        return self._rounds.due_in_s()

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
                    asked = replace(self._settings, now=moment)
                    self._others[written] = self._snapshot(self._prepared(asked))
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
            self._rounds.resident.forget()
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

    def _prepared(self, asked: Settings) -> Prepared:
        from generator.preparing import prepare  # noqa: PLC0415 - not before a page was shown

        self._rounds.reads()
        return prepare(asked, resident=self._rounds.resident)

    def _snapshot(self, prepared: Prepared) -> Snapshot:
        site = prepared.site
        press = self._last.of(Press, site.templates, site.frame, site.language)
        return Snapshot(prepared, press, self._last.of(by_url, site.pages))

    def _show(self, prepared: Prepared) -> None:
        self._rounds.made(prepared.report)
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

    def _page_of(self, changed: tuple[str, ...]) -> str:
        if len(changed) != 1 or self.snapshot is None:
            return ""
        wanted = changed[0].replace("\\", "/")
        return next((url for url, path in self.snapshot.sources.items() if path == wanted), "")
