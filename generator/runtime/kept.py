"""Small records that outlast a run: disposable, and never believed if they are damaged."""

import json
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

FOLDER: Final = ".briefbook"
"""Where a book's records lie, below its own folder; none of them is a source."""


def read_kept(path: Path) -> Any:  # noqa: ANN401 - JSON is anything
    """Give what was kept; None where there is nothing, or not what was written."""
    try:
        checksum, _, text = path.read_text(encoding="utf-8").partition("\n")
        return json.loads(text) if checksum == _checksum(text) else None
    except (OSError, ValueError):
        return None


def keep(path: Path, value: object) -> None:
    """Keep a value that JSON can write; where that is not allowed, nothing is kept."""
    text = json.dumps(value, ensure_ascii=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        make_folder(path.parent)
        beside.write_text(f"{_checksum(text)}\n{text}", encoding="utf-8")
        beside.replace(path)


def forget(path: Path) -> None:
    """Keep nothing any longer."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make a folder that tools for versions leave alone."""
    if not folder.is_dir():
        folder.mkdir()
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")


def _checksum(text: str) -> str:
    return sha256(text.encode()).hexdigest()
