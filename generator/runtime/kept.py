"""Small records that outlast a run: disposable, and never believed if they are damaged."""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

FOLDER: Final = ".briefbook"
"""Where a book's records lie, below its own folder; none of them is a source."""


def keep_bytes(path: Path, key: bytes, data: bytes) -> None:
    """Keep bytes with what tells when they count; where that is not allowed, nothing is kept."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        make_folder(path.parent)
        with beside.open("wb") as file:
            file.writelines((key, _digest(key, data), data))
        beside.replace(path)


def read_kept_bytes(path: Path, key: bytes) -> bytes | None:
    """Give the bytes that were kept with a key of 32; None where there are none, or damaged."""
    try:
        written = path.read_bytes()
    except OSError:
        return None
    data = memoryview(written)[2 * len(key) :]
    return bytes(data) if written.startswith(key + _digest(key, data)) else None


def forget(path: Path) -> None:
    """Keep nothing any longer."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def place_of(folder: Path, root: Path) -> str:
    """Name a folder as the records of a book do: one below the book is the same if the book moves.

    >>> place_of(Path("/desk/book/output"), Path("/desk/book"))
    'output'
    """
    return str(folder.relative_to(root) if folder.is_relative_to(root) else folder.absolute())


def make_folder(folder: Path) -> None:
    """Make a folder that tools for versions leave alone."""
    if not folder.is_dir():
        folder.mkdir()
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")


def _digest(key: bytes, data: bytes | memoryview) -> bytes:
    seen = sha256(key)
    seen.update(data)
    return seen.digest()
