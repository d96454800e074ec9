"""Without JavaScript every page tells the same, and offers nothing that would not work."""

from collections.abc import Iterator, Mapping
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.books import KINDS, Shelf

EXTRAS: Final = "form[data-filter], .card"
"""What only a script can offer."""
WORDS: Final = """(extras) => {
  for (const one of document.querySelectorAll(extras)) one.remove();
  return document.body.innerText;
}"""
CONTROLS: Final = """() => [...document.querySelectorAll(
  "button, input, select, textarea, [role=button], [contenteditable]"
)].filter(one => one.checkVisibility({visibilityProperty: true})).map(one => one.outerHTML)"""


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "redirect.html"])
def test_all_of_a_page_and_no_more_is_there_without_scripts(
    page: Page, plain: Page, shelf: Shelf, address: Mapping[str, str], kind: str
) -> None:
    for url in shelf.representatives(kind):
        for one in (page, plain):
            one.goto(address[shelf.name] + url)
        page.evaluate("document.querySelector('#keys').remove()")

        assert plain.evaluate(CONTROLS) == [], f"{url} offers what needs a script"
        assert plain.evaluate(WORDS, EXTRAS) == page.evaluate(WORDS, EXTRAS), url


def test_an_old_address_leads_on_without_scripts(plain: Page, address: Mapping[str, str]) -> None:
    plain.goto(address["stress"] + "briefings/2024/11/older.html")

    plain.wait_for_url("**/briefings/2024/11/longest.html")
