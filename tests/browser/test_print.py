"""A printed briefing still tells where everything is from."""

import re
import unicodedata
from collections.abc import Mapping
from io import BytesIO
from typing import Final

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.books import Shelf

SHEETS: Final = ("A4", "Letter")
BRIEFINGS: Final = {
    "example": "briefings/2024/11/blinken-rutte-brussels.html",
    "stress": "briefings/2024/11/crowded.html",
}


def packed(text: str) -> str:
    """Leave the letters alone: lines and ligatures are where the paper wants them.

    The font has one sign for the apostrophe and for the letter that looks like it (U+02BC).
    """
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).replace("\u02bc", "\u2019")


def sheets_of(page: Page, sheet: str) -> list[str]:
    """Print a page and give the words on each sheet."""
    pdf = page.pdf(format=sheet, prefer_css_page_size=False)
    return [packed(one.extract_text()) for one in PdfReader(BytesIO(pdf)).pages]


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_source_is_printed_with_its_whole_address(
    page: Page, example: Shelf, address: Mapping[str, str], sheet: str
) -> None:
    for url in example.representatives("briefing.html"):
        page.goto(address["example"] + url)
        sources = page.locator(".srcs a[href^=http]").evaluate_all("all => all.map(a => a.href)")

        printed = "".join(sheets_of(page, sheet))

        assert sources, url
        assert [one for one in sources if packed(one) not in printed] == [], url


@pytest.mark.parametrize("sheet", SHEETS)
def test_no_statement_is_divided_between_two_sheets(
    page: Page, shelf: Shelf, address: Mapping[str, str], sheet: str
) -> None:
    page.goto(address[shelf.name] + BRIEFINGS[shelf.name])
    said = page.locator(".stmt > :is(blockquote, .gist)").all_inner_texts()

    sheets = sheets_of(page, sheet)

    assert said
    assert len(sheets) > 1
    assert [one for one in said if not any(packed(one) in sheet for sheet in sheets)] == []


def test_sheets_are_numbered_and_hold_nothing_to_click(
    page: Page, address: Mapping[str, str]
) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(address["example"] + BRIEFINGS["example"])

    sheets = sheets_of(page, "A4")

    assert all(f"{n}/{len(sheets)}" in one for n, one in enumerate(sheets, start=1))
    assert "Skiptocontent" not in "".join(sheets)
    assert "Morningbrief" not in "".join(sheets)


def test_paper_is_white_in_the_dark_too(page: Page, address: Mapping[str, str]) -> None:
    page.emulate_media(color_scheme="dark", media="print")
    page.goto(address["example"] + BRIEFINGS["example"])

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
