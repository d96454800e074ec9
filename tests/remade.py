"""A process that makes a book again and again, and is told which files have changed."""

from collections.abc import Mapping
from pathlib import Path

from generator.build import Made
from generator.preparing import Resident, prepare
from generator.report import Settings

PARTS = ("config.yaml", "content", "templates")
"""What a book is made from."""


class Staying:
    """Makes a book, and keeps what a preview keeps."""

    def __init__(self) -> None:
        self._resident = Resident()
        self._seen: Mapping[str, bytes] = {}

    def make(self, settings: Settings) -> Made:
        """Make the book once more."""
        seen = _files(settings.root)
        either = {*seen, *self._seen}
        self._resident.read.note(one for one in either if seen.get(one) != self._seen.get(one))
        self._seen = seen
        prepared = prepare(settings, resident=self._resident)
        outputs = tuple(prepared.site.each(lambda one: one, jobs=settings.jobs))
        return Made(prepared.config, outputs, prepared.report)


def _files(root: Path) -> Mapping[str, bytes]:
    found = (path for name in PARTS for path in [root / name, *(root / name).rglob("*")])
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in found if path.is_file()
    }
