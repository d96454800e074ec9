"""Everything can be reached and used with the keyboard, in an order that can be followed."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Final, NamedTuple

import pytest
from playwright.sync_api import Page

from tests.browser.reading import Reading

PAGES: Final = (
    "index.html",
    "briefings/2024/11/blinken-rutte-brussels.html",
    "officials/mark-rutte.html",
    "officials/index.html",
    "topics/russia-dprk-ties.html",
    "pages/about.html",
)
STOPS: Final = "a[href], button, input, select, textarea, summary, [tabindex='0']"
REACHABLE: Final = """(stops) => [...document.querySelectorAll(stops)]
  .filter(one => one.checkVisibility({visibilityProperty: true}) && one.tabIndex >= 0)
  .map((one, n) => { one.dataset.stop = n; return n; })"""
HERE: Final = """() => {
  const one = document.activeElement;
  const {outlineStyle, outlineWidth} = getComputedStyle(one);
  const box = one.getClientRects()[0];
  return [Number(one.dataset.stop ?? -1), box ? box.left : 0, box ? box.top + scrollY : 0,
          outlineStyle !== "none" && parseFloat(outlineWidth) >= 2, one.outerHTML.slice(0, 90)];
}"""

HAS_MOVED: Final = """(pane) => new Promise((tell) => {
  const look = () => document.querySelector(pane).scrollLeft > 0 ? tell(true)
    : requestAnimationFrame(look);
  look();
})"""


class Stop(NamedTuple):
    """An element that has the focus."""

    number: int
    left: float
    top: float
    is_marked: bool
    html: str


def stops_of(page: Page, count: int) -> list[Stop]:
    """Press Tab so many times and tell where each one led."""
    found = []
    for _ in range(count):
        page.keyboard.press("Tab")
        found.append(Stop(*page.evaluate(HERE)))
    return found


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("url", PAGES)
def test_tab_leads_to_everything_in_order(
    page: Page, address: Mapping[str, str], url: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address["example"] + url)
    reachable = page.evaluate(REACHABLE, STOPS)

    stops = stops_of(page, len(reachable))

    assert sorted(one.number for one in stops) == reachable
    assert [one.html for one in stops if not one.is_marked] == []
    after_the_skip_link = stops[1:]
    back = [
        (before.html, here.html)
        for before, here in pairwise(after_the_skip_link)
        if here.top < before.top - 2 and here.left < before.left - 2
    ]
    assert back == []


def test_the_skip_link_comes_first_and_skips(page: Page, address: Mapping[str, str]) -> None:
    page.goto(address["example"] + PAGES[1])

    page.keyboard.press("Tab")

    skip = page.locator(".skip")
    box = skip.bounding_box()
    assert box
    assert box["x"] >= 0
    assert skip.evaluate("one => one === document.activeElement")

    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('main') !== null")
    assert page.evaluate("document.activeElement === document.querySelector('main a')")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_are_switched_with_a_key_and_stay(
    reading: Reading, address: Mapping[str, str], scheme: str
) -> None:
    page = reading.page
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    reading.open(address["example"] + PAGES[0])
    paper = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(paper)

    page.locator("#theme").focus()
    page.keyboard.press("Enter")
    switched = page.evaluate(paper)
    reading.open(address["example"] + PAGES[1])

    assert switched != before
    assert page.evaluate(paper) == switched
    page.evaluate("localStorage.clear()")


def name_of(page: Page, rel: str) -> str:
    """Give the file that the link to the page before or after leads to."""
    return (page.locator(f"a[rel={rel}]").get_attribute("href") or "").rpartition("/")[2]


@pytest.mark.parametrize(("key", "rel"), [("[", "prev"), ("]", "next")])
def test_keys_turn_the_pages(page: Page, address: Mapping[str, str], key: str, rel: str) -> None:
    page.goto(address["example"] + PAGES[1])
    goal = name_of(page, rel)
    assert goal

    page.keyboard.press(key)

    page.wait_for_url(f"**/{goal}")


def test_keys_can_be_switched_off(page: Page, address: Mapping[str, str]) -> None:
    page.goto(address["example"] + PAGES[1])

    page.locator("#keys input").focus()
    page.keyboard.press("Space")
    page.reload()
    page.keyboard.press("]")
    page.wait_for_timeout(200)

    assert page.url.endswith(PAGES[1])
    assert not page.locator("#keys input").is_checked()
    page.evaluate("localStorage.clear()")


def test_a_key_leads_to_the_field_that_finds(page: Page, address: Mapping[str, str]) -> None:
    page.goto(address["example"] + PAGES[0])

    page.keyboard.press("/")
    page.wait_for_url("**/officials/index.html*")
    page.locator("#filter:focus").wait_for()
    page.keyboard.type("rutte")

    assert page.locator("[data-filtered] li:visible").count() == 1
    page.keyboard.press("Escape")
    assert page.locator("[data-filtered] li:visible").count() > 1


def test_wide_tables_are_moved_with_the_keys(page: Page, address: Mapping[str, str]) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(address["stress"] + "pages/about.html")
    table = page.locator(".scroll").first

    table.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate(HAS_MOVED, ".scroll")
