"""The pages of the example book stay light; sizes are those after gzip."""

import gzip
from typing import Final

import pytest

from tests.browser.books import Shelf

KB: Final = 1024
MOST: Final = {"static/brief.css": 9 * KB, "static/brief.js": 3 * KB, "static/redirect.js": KB}
BRIEFING: Final = 15 * KB
INDEX: Final = 40 * KB


def weight(data: bytes) -> int:
    return len(gzip.compress(data, 6))


def test_no_briefing_weighs_too_much(example: Shelf) -> None:
    sizes = {url: weight(example.website.files[url]) for url in example.kinds["briefing.html"]}

    assert {url: size for url, size in sizes.items() if size > BRIEFING} == {}


def test_no_page_weighs_too_much(example: Shelf) -> None:
    pages = {url: data for url, data in example.website.files.items() if url.endswith(".html")}

    assert {url: weight(data) for url, data in pages.items() if weight(data) > INDEX} == {}


@pytest.mark.parametrize("url", MOST)
def test_the_theme_weighs_little(example: Shelf, url: str) -> None:
    assert weight(example.website.files[url]) <= MOST[url]
