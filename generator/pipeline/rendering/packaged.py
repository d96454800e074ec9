"""The packaged theme: its folder and its files."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

_PACKAGED: Final = Path(__file__).parents[2] / "theme"
_IN_THE_REPOSITORY: Final = Path(__file__).parents[3] / "templates"


def theme_folder() -> Path:
    """Give the folder of the packaged theme."""
    return _PACKAGED if _PACKAGED.is_dir() else _IN_THE_REPOSITORY


@cache
def theme_files() -> Mapping[str, bytes]:
    """Give the files of the packaged theme by their names below its folder."""
    folder = theme_folder()
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in files
        if not path.name.startswith(".")
    }
