"""Rewrite the golden site from the golden book: `python -m tests.golden.accept`.

The golden site is all that the book makes but for the theme's style sheets, scripts and
fonts, which have their own home in templates/static.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from generator.report import Settings
from generator.text.dates import parse_date
from tests.made import Made, make

HERE: Final = Path(__file__).parent
BOOK: Final = HERE / "book"
SITE: Final = HERE / "site"
AS_OF: Final = parse_date("2025-01-15").begins
STATIC: Final = "static/"


def made_now(book: Path = BOOK) -> Made:
    """Make the golden book's site in memory, on the day that it is always made for."""
    return make(Settings(root=book, now=AS_OF))


def stored() -> Mapping[str, bytes]:
    """Give the golden site's files by address."""
    files = sorted(path for path in SITE.rglob("*") if path.is_file())
    return {path.relative_to(SITE).as_posix(): path.read_bytes() for path in files}


def kept_of(made: Made) -> Mapping[str, bytes]:
    """Give the files of a site that are kept in git."""
    return {one.url: one.data for one in made.outputs if not one.url.startswith(STATIC)}


def accept() -> None:
    """Make the golden site what the program makes today."""
    now, before = kept_of(made_now()), stored()
    for url in before.keys() - now.keys():
        (SITE / url).unlink()
    for url, data in now.items():
        path = SITE / url
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    for folder in sorted((one for one in SITE.rglob("*") if one.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


if __name__ == "__main__":
    accept()
