"""A book's own style sheet wins in the browser, without `!important`."""

from pathlib import Path

from playwright.sync_api import Page

from generator.build import build
from generator.report import Settings
from tests.custom_css import PAGE, book_with_custom_css, rules_that_lost
from tests.golden.accept import AS_OF
from tests.trees import write_tree

COMPUTED = """([selector, name]) =>
  getComputedStyle(document.querySelector(selector)).getPropertyValue(name)"""


def test_custom_css_wins_over_every_layer(page: Page, tmp_path: Path) -> None:
    book = write_tree(tmp_path, book_with_custom_css())
    build(Settings(root=book, now=AS_OF))

    page.goto((book / "output" / PAGE).as_uri())

    assert rules_that_lost(lambda *what: page.evaluate(COMPUTED, what)) == []
