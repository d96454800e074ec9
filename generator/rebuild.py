"""A build that first looks whether anything has changed since the last one.

The answer comes from names, sizes and times of files alone, before anything heavy is
imported: of the book, of the program, of the libraries beside it, and of the site that was
written.  Where there is the least doubt the answer is no, and the site is built.
"""

import hashlib
import sys
import sysconfig
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from generator.diagnostics import Problem
from generator.report import HeldBack, Report, Settings, Written
from generator.runtime.growing import Growing
from generator.runtime.kept import FOLDER, forget, place_of
from generator.runtime.looks import Look, look, now, wait_until_sure
from generator.text.leavings import is_passed_over
from generator.text.left_out import LeftOut

_PROGRAM: Final = Path(__file__).parent
_OWN_LISTS: Final = ".briefbook-"
Record = dict[str, Any]


def build_if_changed(settings: Settings, progress: Callable[[str], None]) -> Report:
    """Build a book, or tell again what the last build told where it would be the same.

    Raises BriefbookError, with located problems, where nothing was published.
    """
    begun, last = time.perf_counter(), LastBuild(settings)
    known = last.told()
    if known:
        return replace(known, seconds=time.perf_counter() - begun)
    from generator.build import build  # noqa: PLC0415 - imported only where there is work

    moment = now()
    last.forget()
    report = build(replace(settings, remembers=True), progress)
    last.keep(report, moment)
    return report


class LastBuild:
    """What is kept of the last build of a site, to know whether the next would be the same."""

    def __init__(self, settings: Settings) -> None:
        self._settings, self._place = settings, _place(settings)

    def told(self) -> Report | None:
        """Give what the build told, where nothing has changed since."""
        kept = Growing(self._place)
        return _unchanged(self._settings, kept.take()[0][0] if kept.is_whole else None)

    def forget(self) -> None:
        """Forget it, because another build begins."""
        forget(self._place)

    def keep(self, report: Report, moment: int, is_so: Callable[[], bool] = lambda: True) -> None:
        """Keep what a build told, if nothing was changed since a moment.

        `is_so` is asked after all has been looked at, and tells whether the book is still as it
        was built.
        """
        seen = _Seen.of(self._settings, report)
        if seen.is_sure(moment) and is_so():
            Growing(self._place).write(_record(self._settings, report, seen))


@dataclass(frozen=True, slots=True)
class _Seen:
    """How all that a site is made from looked, and the site itself."""

    book: Look
    program: Look
    site: Look

    @classmethod
    def of(cls, settings: Settings, report: Report) -> "_Seen":
        """Look at everything."""
        return cls(*_looks(settings, report))

    def is_sure(self, moment: int) -> bool:
        """Tell whether nothing was changed since a moment, and a later change of the site shows."""
        before = self.book.is_sure(moment) and self.program.is_sure(moment)
        return before and self.site.is_sure(now())

    def digests(self) -> list[str]:
        """Give what is the same where everything is."""
        return [one.digest for one in (self.book, self.program, self.site)]


def _looks(settings: Settings, report: Report) -> Iterator[Look]:
    """Look at the book and at the program; at the site last, when a later change would show."""
    yield look([settings.root / one for one in report.sources], ignored=is_passed_over)
    yield look_at_program()
    yield wait_until_sure([Path(report.output)], ignored=_is_no_output)


def _place(settings: Settings) -> Path:
    """Name the record of a site: each output and each edition has its own."""
    asked = (
        settings.output and place_of(settings.output, settings.root),
        settings.edition,
        settings.stock_markdown,
    )
    return settings.root / FOLDER / f"{hashlib.sha256(repr(asked).encode()).hexdigest()[:16]}.json"


def _unchanged(settings: Settings, record: Record | None) -> Report | None:
    """Give the last report where nothing has changed since."""
    try:
        if not record or record["program"] != _version():
            return None
        report = _report(record["report"])
        output = settings.output or settings.root / record["output"]
        report = replace(report, output=str(output))
        since, until = report.since, report.until
        if (since and settings.now < since) or (until and settings.now >= until):
            return None
        pairs = zip(_looks(settings, report), record["seen"], strict=True)
        return report if all(one.digest == seen for one, seen in pairs) else None
    except (KeyError, TypeError, ValueError, AttributeError):
        return None  # written by another version, or by nobody


def look_at_program() -> Look:
    """Look at the program and at its libraries; pip writes a RECORD for each of them."""
    libraries = sorted(Path(sysconfig.get_path("purelib")).glob("*.dist-info/RECORD"))
    parts = [_PROGRAM, _PROGRAM.parent / "templates", *libraries]
    # Python makes folders among the program's files, when it first needs one of them.
    return look(parts, ignored=_is_no_program, times_of_folders=False)


def _is_no_program(name: str) -> bool:
    return name == "__pycache__"


def _is_no_output(name: str) -> bool:
    return name.startswith(".") and not name.startswith(_OWN_LISTS)


def _version() -> str:
    return f"{sys.version} {_PROGRAM}"


def _record(settings: Settings, report: Report, seen: _Seen) -> Record:
    told = asdict(replace(report, seconds=0.0))
    for name in ("since", "until"):
        told[name] = told[name] and told[name].isoformat()
    return {
        "program": _version(),
        "output": place_of(Path(report.output), settings.root),
        "seen": seen.digests(),
        "report": told,
    }


def _report(told: Record) -> Report:
    written = told["written"]
    return Report(
        problems=tuple(Problem.read(one) for one in told["problems"]),
        pages=told["pages"],
        written=Written(0, written["written"] + written["unchanged"], 0, tuple(written["kept"])),
        held_back=tuple(HeldBack(**one) for one in told["held_back"]),
        left_out=tuple((path, LeftOut(**line)) for path, line in told["left_out"]),
        output=told["output"],
        notes=tuple(told["notes"]),
        sources=tuple(told["sources"]),
        since=_moment(told["since"]),
        until=_moment(told["until"]),
    )


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None
