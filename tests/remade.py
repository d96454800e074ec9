"""A book made again and again, by a process that stays and by others, and made anew."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

from generator.build import build, check
from generator.errors import BriefbookError
from generator.preparing import Resident
from generator.publishing import Progress
from generator.rebuild import build_if_changed
from generator.report import Report, Settings
from tests.made import Made, make
from tests.trees import bytes_in

PARTS = ("config.yaml", "content", "templates")
"""What a book is made from."""
Built = TypeVar("Built")


class Staying:
    """Builds a book into a folder again and again, and keeps what it knows from the last time."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self._resident = Resident()
        self._seen: Mapping[str, bytes] = {}

    def build(self, settings: Settings, progress: Progress = lambda _: None) -> Report:
        """Build the book once more."""
        seen = files_of(settings.root)
        self._resident.read.note(changes(self._seen, seen))
        self._seen = seen
        asked = replace(settings, output=self.output, remembers=True)
        return build(asked, progress, self._resident)


def changes(before: Mapping[str, bytes], now: Mapping[str, bytes]) -> list[str]:
    """List the files that are not what they were."""
    return [one for one in {*before, *now} if before.get(one) != now.get(one)]


def files_of(root: Path) -> Mapping[str, bytes]:
    """Give all that a book is made from."""
    files = {f"{name}/{url}": data for name in PARTS for url, data in bytes_in(root / name).items()}
    alone = [root / name for name in PARTS if (root / name).is_file()]
    return files | {path.name: path.read_bytes() for path in alone}


def outcome(build: Callable[[], Built]) -> Built | BriefbookError:
    """Give what is built, or why nothing is."""
    try:
        return build()
    except BriefbookError as error:
        return error


_MADE: Final[OrderedDict[str, Made | BriefbookError]] = OrderedDict()
_MOST_MADE: Final = 50


def forget() -> None:
    """Make all anew: what books become has changed, as when the program itself is another."""
    _MADE.clear()


def made_anew(asked: Settings) -> Made | BriefbookError:
    """Give what a build without a memory makes of a book, or why it makes nothing.

    What a book becomes depends on its files and on what is asked alone, so what was made of the
    same is given again: every row begins with the same book, and misfortunes change none.  In
    which way it is made changes nothing.
    """
    asked = replace(asked, jobs=1, stock_markdown=False)
    said = (replace(asked, root=Path()), sorted(files_of(asked.root).items()))
    key = repr(said)
    if key not in _MADE:
        _MADE[key] = outcome(lambda: make(asked))
    _MADE.move_to_end(key)
    while len(_MADE) > _MOST_MADE:
        _MADE.popitem(last=False)
    return _MADE[key]


def check_as_checked(asked: Settings) -> None:
    """Compare what a check tells of a book, and leaves as it was, with a clean build."""
    clean, before = made_anew(asked), bytes_in(asked.root)
    told = outcome(lambda: check(replace(asked, recalls=True)))
    problems = clean.problems if isinstance(clean, BriefbookError) else clean.report.problems
    assert isinstance(told, BriefbookError) == isinstance(clean, BriefbookError)
    assert told.problems == problems
    assert bytes_in(asked.root) == before


def check_as_made_anew(asked: Settings, staying: Staying) -> None:
    """Compare what two make of a book, a process that stays and a command, with a clean build."""
    clean = made_anew(asked)
    again = outcome(lambda: staying.build(asked))
    report = outcome(lambda: build_if_changed(asked, lambda _: None))
    if isinstance(clean, BriefbookError):
        assert isinstance(report, BriefbookError)
        assert isinstance(again, BriefbookError)
        assert again.problems == report.problems == clean.problems
        return
    wanted = {one.url: one.data for one in clean.outputs}
    for told, folder in ((report, asked.root / "output"), (again, staying.output)):
        assert isinstance(told, Report)
        assert told.problems == clean.report.problems
        assert bytes_in(folder) == wanted
        assert told.written
        assert told.written.written + told.written.unchanged == len(wanted)
