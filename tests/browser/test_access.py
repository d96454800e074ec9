"""axe-core finds nothing: on every kind of page, at three widths, in light and in dark."""

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Literal

import pytest
from playwright.sync_api import Page

from tests.browser.books import KINDS, Shelf

WIDTHS: Final = (390, 820, 1440)
Scheme = Literal["light", "dark"]
VIEWS: Final[tuple[tuple[Scheme, Sequence[int]], ...]] = (("light", WIDTHS), ("dark", WIDTHS))
VIEW_OF_OTHERS: Final[tuple[tuple[Scheme, Sequence[int]], ...]] = (("light", WIDTHS[:1]),)
"""How the largest page of a kind is looked at, and how the others are."""
TAGS: Final = (
    "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice",
)  # fmt: skip
"""All rules of WCAG 2.2 at levels A and AA, and axe's own advice; what is experimental is not."""
OF_COLOUR: Final = ("color-contrast", "link-in-text-block")
"""The rules that can find something else in the dark."""

SHORTEN: Final = """() => {
  const name = (one) => `${one.tagName}.${one.getAttribute("class")}`;
  const form = (row) => [...new Set([row, ...row.querySelectorAll("*")].map(name))].sort().join();
  for (const list of document.querySelectorAll("main *")) {
    const alike = Map.groupBy(list.children, form);
    for (const rows of alike.values()) for (const row of rows.slice(2, -1)) row.remove();
  }
}"""
"""Leave three of all rows that are made of the same elements: axe needs seconds for hundreds."""
RUN: Final = """async (only) => {
  const what = {runOnly: only, resultTypes: ["violations"], selectors: false, preload: false};
  const found = await axe.run(document, what);
  return found.violations.flatMap(one => one.nodes.slice(0, 3).map(
    node => `${one.id}: ${node.html.slice(0, 200)}: ${node.failureSummary}`));
}"""


def axe() -> str:
    package = find_spec("axe_playwright_python")
    assert package
    assert package.origin
    return (Path(package.origin).parent / "axe.min.js").read_text(encoding="utf-8")


AXE: Final = axe()


def faults_of(page: Page, scheme: Scheme, widths: Sequence[int] = WIDTHS) -> list[str]:
    """Say what axe finds on a page at each width, in light or in dark."""
    page.emulate_media(color_scheme=scheme)
    only = TAGS if scheme == "light" else OF_COLOUR
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"{scheme}, {width}: {one}" for one in page.evaluate(RUN, list(only))]
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(page: Page, shelf: Shelf, address: Mapping[str, str], kind: str) -> None:
    found = []
    for url in shelf.representatives(kind):
        page.goto(address[shelf.name] + url)
        page.evaluate(SHORTEN)
        page.evaluate(AXE)
        views = VIEWS if url == shelf.largest(kind) else VIEW_OF_OTHERS
        found += [f"{url}, {one}" for view in views for one in faults_of(page, *view)]

    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("scheme", "markup", "rule"),
    [
        ("light", "<img src=x>", "image-alt"),
        ("light", "<p style='color: #999; background: #fff'>Pale</p>", "color-contrast"),
        ("dark", "<p style='color: #555; background: #000'>Dim</p>", "color-contrast"),
    ],
)
def test_axe_finds_what_is_wrong(page: Page, scheme: Scheme, markup: str, rule: str) -> None:
    page.set_content(f"<!doctype html><html lang=en><title>A</title><main><h1>A</h1>{markup}")
    page.evaluate(AXE)

    assert any(f": {rule}: " in one for one in faults_of(page, scheme))
