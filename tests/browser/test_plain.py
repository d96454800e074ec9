"""Without JavaScript every page tells the same, and offers nothing that would not work."""

from collections.abc import Iterator, Mapping
from typing import Final

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.books import KINDS, Shelf

EXTRAS: Final = "form[data-filter], .card"
"""What only a script can offer."""
WORDS: Final = """(extras) => {
  for (const one of document.querySelectorAll(extras)) one.remove();
  return document.body.innerText;
}"""
CONTROLS: Final = "button, input, select, textarea, [role=button], [contenteditable]"


@pytest.fixture(scope="session")
def plain_context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(java_script_enabled=False)
    yield context
    context.close()


@pytest.fixture
def plain(plain_context: BrowserContext) -> Iterator[Page]:
    page = plain_context.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "redirect.html"])
def test_all_of_a_page_is_there_without_scripts(
    page: Page, plain: Page, shelf: Shelf, address: Mapping[str, str], kind: str
) -> None:
    for url in shelf.representatives(kind):
        for one in (page, plain):
            one.goto(address[shelf.name] + url)
        page.evaluate("document.querySelector('#keys').remove()")

        assert plain.evaluate(WORDS, EXTRAS) == page.evaluate(WORDS, EXTRAS), url


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "redirect.html"])
def test_nothing_is_offered_that_needs_a_script(
    plain: Page, shelf: Shelf, address: Mapping[str, str], kind: str
) -> None:
    for url in shelf.representatives(kind):
        plain.goto(address[shelf.name] + url)

        shown = [one for one in plain.locator(CONTROLS).all() if one.is_visible()]
        assert [one.evaluate("one => one.outerHTML") for one in shown] == [], url


def test_an_old_address_leads_on_without_scripts(plain: Page, address: Mapping[str, str]) -> None:
    plain.goto(address["stress"] + "briefings/2024/11/older.html")

    plain.wait_for_url("**/briefings/2024/11/longest.html")
