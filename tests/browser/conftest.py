"""One browser for each process of the tests, and the books that it is shown.

It has threads, beside which the program starts no workers; so it ends with the tests that need it.
"""

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser import install
from tests.browser.books import BOOKS, Shelf, shelved
from tests.browser.reading import Reading
from tests.browser.server import served
from tests.conftest import NOT_RUN

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    program = install.chromium()
    if program is None:
        why = f"no Chromium could be installed ({install.faults()})"
        pytest.skip(f"browser tests {NOT_RUN}: {why}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def shelves(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Shelf]:
    return {name: shelved(name, tmp_path_factory.mktemp(name)) for name in BOOKS}


@pytest.fixture(params=BOOKS)
def shelf(request: pytest.FixtureRequest, shelves: Mapping[str, Shelf]) -> Shelf:
    return shelves[request.param]


@pytest.fixture(scope="session")
def example(shelves: Mapping[str, Shelf]) -> Shelf:
    return shelves["example"]


@pytest.fixture(scope="package")
def address(shelves: Mapping[str, Shelf]) -> Iterator[Mapping[str, str]]:
    """Where each book is served: the example below /press/desk/."""
    folders = {"example": "press/desk", "stress": "press/stress"}
    sites = {folders[name]: shelf.website.files for name, shelf in shelves.items()}
    with served(sites) as server:
        yield {name: f"{server}/{folder}/" for name, folder in folders.items()}


@pytest.fixture(scope="package")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture(scope="package")
def only_page(context: BrowserContext) -> Page:
    """One page for all tests: to open another takes as long as to read this one twice."""
    return context.new_page()


@pytest.fixture
def page(only_page: Page) -> Iterator[Page]:
    only_page.set_viewport_size({"width": 1280, "height": 900})
    only_page.emulate_media(color_scheme="light", media="null")
    yield only_page
    only_page.goto("about:blank")


@pytest.fixture
def reading(page: Page) -> Iterator[Reading]:
    """A page with all that it fetches and complains of written down."""
    reading = Reading(page)
    yield reading
    reading.close()
