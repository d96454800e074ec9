"""Where in a book's folder the steps remember what they made."""

from pathlib import Path
from typing import Final

from generator.report import Settings
from generator.runtime.kept import FOLDER
from generator.runtime.memo import Memo

LINKED: Final = "linked"
"""What linked briefings are called."""
_PACKAGE: Final = Path(__file__).parent


def folder_of(settings: Settings) -> Path | None:
    """Give the folder of what is remembered; None where there is nothing to ask or to keep."""
    folder = settings.root / FOLDER
    return folder if settings.remembers or (settings.recalls and folder.is_dir()) else None


def memo_of(kind: str, settings: Settings) -> Memo:
    """Give the memory of things of a kind, as far as it may be used."""
    folder = folder_of(settings)
    path = folder / f"{kind}.sqlite" if folder else None
    return Memo(path, _PACKAGE.name, keeps=settings.remembers)
