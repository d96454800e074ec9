"""A process that makes a book again and again, and is told which files have changed."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from generator.build import build
from generator.preparing import Resident
from generator.publishing import Progress
from generator.report import Report, Settings
from tests.trees import bytes_in

PARTS = ("config.yaml", "content", "templates")
"""What a book is made from."""


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
