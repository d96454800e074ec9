"""Where in a book's folder a step remembers what it made."""

from pathlib import Path
from typing import Final

from generator.runtime.memo import Memo

_PACKAGE: Final = Path(__file__).parent


def linked_memo(folder: Path | None) -> Memo:
    """Give the memory of linked briefings in a folder; without one it remembers nothing."""
    return Memo(folder / "linked.sqlite" if folder else None, _PACKAGE.name)
