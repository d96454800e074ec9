"""What may happen to a book, its records and its site between two builds, beside edits."""

import os
import shutil
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from generator.runtime.kept import FOLDER

_DAY_S: Final = 86_400

Misfortune = Callable[[Path, Path], object]
"""What happens to a book's folder; the second one keeps an older copy of its records."""


def _copy(root: Path, older: Path) -> None:
    if (root / FOLDER).is_dir():
        shutil.rmtree(older, ignore_errors=True)
        shutil.copytree(root / FOLDER, older)


def _restore(root: Path, older: Path) -> None:
    if older.is_dir():
        shutil.rmtree(root / FOLDER, ignore_errors=True)
        shutil.copytree(older, root / FOLDER)


def _damage(root: Path, _: Path) -> None:
    for path in sorted((root / FOLDER).glob("*.*")):
        data = bytearray(path.read_bytes())
        for place in range(len(data) // 3, len(data), 997):
            data[place] ^= 1
        path.write_bytes(data)


def _damage_words(root: Path, _: Path) -> None:
    """Change letters in what texts became, which leaves every structure whole."""
    for path in sorted((root / FOLDER).glob("*.sqlite")):
        path.write_bytes(path.read_bytes().replace(b"spoke in", b"spake in"))


def _lose_pages(root: Path, _: Path) -> None:
    for path in sorted((root / "output").glob("*/*.html"))[::2]:
        path.unlink()


def _empty_pages(root: Path, _: Path) -> None:
    """Leave of pages what a power cut may leave."""
    for path in sorted((root / "output").glob("*/*.html"))[::2]:
        path.write_bytes(b"")


def _copy_all(root: Path, copy: Callable[[str, str], object]) -> None:
    """Put a copy in the place of the whole book, with its records and its site."""
    copied = root.with_name("copied")
    shutil.copytree(root, copied, copy_function=copy)
    shutil.rmtree(root)
    copied.rename(root)


def _set_clocks(root: Path, _: Path) -> None:
    """Give every third file a time of tomorrow, and every third one of yesterday."""
    files = sorted(path for path in root.rglob("*") if path.is_file())
    now = time.time()
    for days, paths in ((1, files[::3]), (-1, files[1::3])):
        for path in paths:
            os.utime(path, (now, now + days * _DAY_S))


MISFORTUNES: Final[Mapping[str, Misfortune]] = {
    "records are lost": lambda root, _: shutil.rmtree(root / FOLDER, ignore_errors=True),
    "records are copied": _copy,
    "an older copy comes back": _restore,
    "records are damaged": _damage,
    "words in records are damaged": _damage_words,
    "pages are lost": _lose_pages,
    "pages are emptied": _empty_pages,
    "the site is lost": lambda root, _: shutil.rmtree(root / "output", ignore_errors=True),
    "all is cloned": lambda root, _: _copy_all(root, shutil.copyfile),
    "all is unpacked": lambda root, _: _copy_all(root, shutil.copy2),
    "clocks are set": _set_clocks,
}
