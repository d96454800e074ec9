"""Pages open from a folder and below a path of a server, and want nothing from elsewhere."""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.books import KINDS, Shelf
from tests.browser.reading import Reading

MOST_REQUESTS: Final = 6
MOST_FONTS: Final = 80 * 1024
PLACES: Final = ("folder", "server")
FORBIDDEN: Final = """() => {
  const script = Object.assign(document.createElement("script"), {text: "window.ran = 1"});
  const picture = Object.assign(new Image(), {src: "https://elsewhere.example/"});
  document.body.append(script, picture);
}"""


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest, shelf: Shelf, address: Mapping[str, str]) -> str:
    return f"{shelf.folder.as_uri()}/" if request.param == "folder" else address[shelf.name]


def is_dressed(page: Page) -> bool:
    """Say whether the style sheet and the script have done their work."""
    page.locator("#theme").wait_for(state="visible")
    return bool(page.evaluate("getComputedStyle(document.body).getPropertyValue('--paper')"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_opens_without_a_complaint(
    reading: Reading, shelf: Shelf, place: str, kind: str
) -> None:
    of_a_folder = place.startswith("file:")
    for url in shelf.representatives(kind):
        if of_a_folder and kind == "404.html":
            continue  # a host alone shows it, and its addresses begin at the host's root
        assert is_dressed(reading.open(place + url)), url

    assert reading.complaints == []
    assert [one.url for one in reading.fetched if not one.url.startswith(place)] == []


def test_a_reader_goes_from_page_to_page(reading: Reading, place: str) -> None:
    page = reading.open(place + "index.html")

    for folder in ("briefings", "officials", "briefings", "topics"):
        page.locator(f"main a[href*='{folder}/2'], main a[href*='{folder}/']").first.click()
        page.wait_for_url(re.compile(f".*/{folder}/.*"))
        assert is_dressed(page)
        assert page.locator("h1").count() == 1

    assert reading.complaints == []


def test_an_old_address_leads_on_with_what_stands_behind_the_hash(
    page: Page, shelves: Mapping[str, Shelf], address: Mapping[str, str]
) -> None:
    stress = shelves["stress"]
    for place in (f"{stress.folder.as_uri()}/", address["stress"]):
        page.goto(f"{place}briefings/2024/11/older.html#sources")

        page.wait_for_url(f"{place}briefings/2024/11/longest.html#sources")


def test_the_page_for_what_is_missing_works_at_any_depth(
    page: Page, address: Mapping[str, str]
) -> None:
    response = page.goto(address["stress"] + "no/such/page.html")

    assert response
    assert response.status == 404
    assert is_dressed(page)
    page.locator("main a").first.click()
    page.wait_for_url(lambda url: "no/such" not in url)
    assert is_dressed(page)


def test_a_page_refuses_what_its_policy_forbids(reading: Reading, place: str) -> None:
    page = reading.open(place + "index.html")

    page.evaluate(FORBIDDEN)

    assert page.evaluate("window.ran") is None
    assert len([one for one in reading.complaints if "Content Security Policy" in one]) >= 2


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_visit_fetches_little(
    browser: Browser, example: Shelf, address: Mapping[str, str], kind: str
) -> None:
    for url in example.representatives(kind):
        context = browser.new_context()
        reading = Reading(context.new_page())
        reading.open(address["example"] + url)
        context.close()

        fetched = [urlsplit(one.url).path.removeprefix("/press/desk/") for one in reading.fetched]
        fonts = {one for one in fetched if one.endswith(".woff2")}
        beyond_latin_1 = {one for one in fonts if "-ext-" in one}
        assert len(fetched) - len(beyond_latin_1) <= MOST_REQUESTS, (url, fetched)
        assert (
            sum(len(example.website.files[one]) for one in fonts - beyond_latin_1) <= MOST_FONTS
        ), (url, fonts)
