"""What the pages of the example book weigh, and how many of them the tests look at."""

import gzip
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser

from tests.browser.books import BOOKS, KINDS, Shelf, shelved
from tests.browser.reading import Reading
from tests.browser.test_access import VIEW_OF_OTHERS, VIEWS
from tests.websites import website

LEVEL: Final = 6
_HEAD: Final = "| Page | HTML | Style | Script | Fonts | All | Requests |\n" + "| --- " * 7 + "|\n"


def weights(browser: Browser, site: Path, pages: Iterable[tuple[str, str]]) -> str:
    """Give a table of first visits: kilobytes as a server sends them with gzip, and requests."""
    return _HEAD + "".join(_row(name, _fetched(browser, site / url)) for name, url in pages)


def counts() -> str:
    """Say how many pages the Nu HTML Checker reads and how often axe-core looks at one."""
    with TemporaryDirectory() as folder:
        shelves = [shelved(name, Path(folder) / name) for name in BOOKS]
        html = sum(url.endswith(".html") for one in shelves for url in one.website.files)
        looks = sum(_looks(shelf, kind) for shelf in shelves for kind in KINDS)
    website.cache_clear()
    return (
        f"The Nu HTML Checker reads all {html} pages of both books and has nothing to say. axe-core"
        f"\nlooks at {len(KINDS)} kinds of page {looks} times and finds no violation."
    )


def _looks(shelf: Shelf, kind: str) -> int:
    pages = shelf.representatives(kind)
    largest = shelf.largest(kind)
    views = (VIEWS if url == largest else VIEW_OF_OTHERS for url in pages)
    return sum(len(widths) for chosen in views for _, widths in chosen)


def _fetched(browser: Browser, page: Path) -> list[Path]:
    """Give the files that a first visit to a page fetches, the page first."""
    context = browser.new_context()
    reading = Reading(context.new_page())
    reading.open(page.as_uri())
    context.close()
    return [Path(unquote(urlsplit(one.url).path)) for one in reading.fetched]


def _row(name: str, files: list[Path]) -> str:
    page, *rest = files
    weighed = {end: sum(map(_weight, _ending(rest, end))) for end in (".css", ".js", ".woff2")}
    parts = (_weight(page), *weighed.values(), sum(map(_weight, files)))
    kilobytes = " | ".join(f"{part / 1024:.1f}" for part in parts)
    return f"| {name} | {kilobytes} | {len(files)} |\n"


def _ending(files: Iterable[Path], end: str) -> list[Path]:
    return [file for file in files if file.suffix == end]


def _weight(file: Path) -> int:
    data = file.read_bytes()
    return len(data) if file.suffix == ".woff2" else len(gzip.compress(data, LEVEL))
