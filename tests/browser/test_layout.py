"""Nothing is wider than the screen, nothing is cut and nothing covers anything else."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page

from tests.browser.books import KINDS, Shelf

WIDTHS: Final = (320, 390, 820, 1440)
LAYOUT: Final = (Path(__file__).parent / "layout.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_everything_has_its_place(
    page: Page, shelf: Shelf, address: Mapping[str, str], kind: str
) -> None:
    found = []
    for url in shelf.representatives(kind):
        page.goto(address[shelf.name] + url)
        page.evaluate("document.fonts.ready.then(() => 0)")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found += [f"{url}, {width}: {one}" for one in page.evaluate(LAYOUT)]

    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("markup", "fault"),
    [
        ("<p>Wide enough</p>", ""),
        ("<p style='width: 900px'>Wide</p>", "sideways: "),
        ("<p style='white-space: nowrap; overflow: hidden'>" + "Long " * 99, "cut: "),
        ("<p style='height: 20px; overflow: hidden'>a<br>b<br>c</p>", "cut below: "),
        ("<p>Under</p><p style='margin-top: -30px'>Over</p>", "overlap: "),
        ("<div style='overflow-x: auto'><p style='width: 900px'>Wide</p></div>", ""),
        (
            "<div style='overflow-x: auto'>"
            "<p style='width: 200px; white-space: nowrap; overflow: hidden'>" + "Long " * 99,
            "cut: ",
        ),
    ],
)
def test_what_is_out_of_place_is_seen(page: Page, markup: str, fault: str) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.set_content(f"<!doctype html><title>A</title>{markup}")

    found = page.evaluate(LAYOUT)

    assert bool(found) == bool(fault)
    assert all(one.startswith(fault) for one in found[:1])
