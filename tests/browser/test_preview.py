"""The live preview in a browser: what changes is there at once, and nothing else moves."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.preview.serving import Options
from tests.preview.previewed import Previewed
from tests.trees import write_tree

BRIEFING = "content/briefings/2024/11/talks.md"
ARTICLE = """\
---
title: Talks resume
published: 2024-11-14
topics: [arms]
{more}---

{words}

<!-- -->

{filler}
"""
FILLER = "\n\n".join(f"Paragraph {n} of a long text about ships." for n in range(60))
BOOK = {
    "config.yaml": "title: Halden Desk\n",
    "content/topics.yaml": "- {id: arms, name: Arms}\n",
    BRIEFING: ARTICLE.format(more="", words="The first words.", filler=FILLER),
    "content/briefings/2024/11/ports.md": ARTICLE.format(
        more="embargoed: 2025-02-01\n", words="Ports.", filler=""
    ).replace("Talks resume", "Ports open"),
}


class Desk(Previewed):
    """A book that is previewed while a test edits it."""

    def __init__(self, root: Path, options: Options = Options()) -> None:  # noqa: B008
        super().__init__(write_tree(root, BOOK), options)

    def write(self, path: str, text: str) -> None:
        """Save a file."""
        write_tree(self.root, {path: text})

    def say(self, words: str, more: str = "") -> None:
        """Save the words of the briefing."""
        self.write(BRIEFING, ARTICLE.format(more=more, words=words, filler=FILLER))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1000, "height": 700})
    yield context.new_page()
    context.close()


def opened(page: Page, address: str) -> Page:
    """Open a page and wait until it hears of changes."""
    page.goto(address)
    expect(page.locator("briefbook-preview .dot[data-live='yes']")).to_be_attached()
    return page


TALKS = "briefings/2024/11/talks.html"


def test_a_change_is_shown_and_the_reader_keeps_the_place(desk: Desk, page: Page) -> None:
    opened(page, desk.at(TALKS))
    page.evaluate("scrollTo(0, 900)")
    page.evaluate("document.querySelector('main a[href]').focus({preventScroll: true})")
    page.evaluate(
        "document.querySelectorAll('main details').forEach((one) => { one.open = true; })"
    )
    page.evaluate("window.same = document.querySelector('main')")
    before = page.evaluate("[scrollY, document.activeElement.outerHTML]")

    desk.say("The other words.")

    expect(page.locator("main")).to_contain_text("The other words.")
    assert page.evaluate("[scrollY, document.activeElement.outerHTML]") == before
    assert page.evaluate("window.same === document.querySelector('main')")
    assert page.evaluate("[...document.querySelectorAll('main details')].every((one) => one.open)")


def test_what_is_searched_for_stays(desk: Desk, page: Page) -> None:
    for name in ("ana-petrova", "jan-novak"):
        desk.write(f"content/officials/{name}.yaml", f"id: {name}\nname: {name}\n")
        desk.next()
    opened(page, desk.at("officials/index.html"))
    find = page.get_by_role("searchbox")
    find.fill("petrova")
    expect(page.get_by_role("link", name="jan-novak")).to_be_hidden()

    desk.write("content/officials/ana-petrova.yaml", "id: ana-petrova\nname: Ana Petrova\n")

    expect(page.get_by_role("link", name="Ana Petrova")).to_be_visible()
    expect(find).to_have_value("petrova")
    expect(page.get_by_role("link", name="jan-novak")).to_be_hidden()


def test_an_error_is_told_over_the_last_page_and_goes_when_it_is_mended(
    desk: Desk, page: Page
) -> None:
    opened(page, desk.at(TALKS))
    drawer = page.locator("briefbook-preview")

    desk.say("Never seen.", more="colour: <b>red</b>\n")
    expect(drawer.locator("li.error")).to_have_count(1)
    expect(drawer).to_contain_text(f"{BRIEFING}, line 5")
    expect(drawer).to_contain_text("colour: <b>red</b>")
    expect(drawer.locator("details").first).to_have_attribute("open", "")
    expect(page.locator("main")).to_contain_text("The first words.")

    desk.say("Mended words.")
    expect(page.locator("main")).to_contain_text("Mended words.")
    expect(drawer.locator("li.error")).to_have_count(0)


def test_all_tabs_show_the_same(desk: Desk, page: Page) -> None:
    opened(page, desk.at(TALKS))
    other = opened(page.context.new_page(), desk.at(""))

    desk.say("The other words.", more="dek: A new dek.\n")

    expect(page.locator("main")).to_contain_text("The other words.")
    expect(other.locator("main")).to_contain_text("A new dek.")


def test_a_page_that_does_not_change_is_left_alone(desk: Desk, page: Page) -> None:
    other = opened(page.context.new_page(), desk.at("pages/404.html"))
    other.evaluate(
        "addEventListener('briefbook-preview-changed', () => { window.changed = true; })"
    )
    opened(page, desk.at(TALKS))

    desk.say("The other words.")

    expect(page.locator("main")).to_contain_text("The other words.")
    assert other.evaluate("window.changed") is None


def test_a_style_is_swapped_without_the_page(desk: Desk, page: Page) -> None:
    desk.write("templates/static/custom.css", "h1 { color: rgb(1, 2, 3); }\n")
    opened(page, desk.at(TALKS))
    page.evaluate("window.same = document.querySelector('main')")
    expect(page.locator("h1")).to_have_css("color", "rgb(1, 2, 3)")

    desk.write("templates/static/custom.css", "h1 { color: rgb(3, 2, 1); }\n")

    expect(page.locator("h1")).to_have_css("color", "rgb(3, 2, 1)")
    assert page.evaluate("window.same === document.querySelector('main')")


def test_what_is_not_published_is_shown_with_a_banner(desk: Desk, page: Page) -> None:
    opened(page, desk.at("briefings/2024/11/ports.html"))
    banner = page.locator("briefbook-preview .held")

    expect(banner).to_contain_text("Not published: embargoed until 2025-02-01")
    opened(page, desk.at("briefings/2024/11/ports.html?as-of=2025-02-02"))
    expect(banner).to_have_count(0)

    opened(page, desk.at(TALKS))
    expect(banner).to_have_count(0)
    desk.say("The first words.", more="status: draft\n")
    expect(banner).to_contain_text("Not published: draft")


def test_the_page_of_the_saved_file_is_opened(tmp_path: Path, page: Page) -> None:
    desk = Desk(tmp_path, Options(follows=True))
    try:
        opened(page, desk.at(""))
        desk.say("The other words.")
        page.wait_for_url(re.compile(f"{TALKS}$"))
        expect(page.locator("main")).to_contain_text("The other words.")
    finally:
        desk.close()


def test_all_tabs_find_a_server_that_was_started_again(tmp_path: Path, page: Page) -> None:
    first = Desk(tmp_path)
    options = Options(port=first.port)
    try:
        opened(page, first.at(TALKS))
        other = opened(page.context.new_page(), first.at(""))
    finally:
        first.close()
    second = Desk(tmp_path, options)
    try:
        for tab in (page, other):
            live = tab.locator("briefbook-preview .dot[data-live='yes']")
            expect(live).to_be_attached(timeout=20_000)
            root = second.preview.server.events_path.removesuffix("events")
            expect(tab.locator(f"script[src*='{root}']")).to_be_attached(timeout=20_000)
        second.say("The other words.")
        expect(page.locator("main")).to_contain_text("The other words.")
    finally:
        second.close()


def test_the_drawer_tells_what_a_page_is_made_from(desk: Desk, page: Page) -> None:
    drawer = page.locator("briefbook-preview")
    opened(page, desk.at(TALKS))
    drawer.locator("summary").first.click()
    expect(drawer.locator(".foot code")).to_have_text(BRIEFING)

    opened(page, desk.at(""))
    drawer.locator("summary").first.click()
    drawer.get_by_text("Parts of this page").click()

    expect(drawer.locator(".foot li", has_text=BRIEFING)).to_have_count(1)
    expect(drawer.locator(".foot li", has_text="content/topics.yaml")).to_have_count(1)


def test_after_a_sleep_a_tab_shows_what_was_saved_meanwhile(desk: Desk, page: Page) -> None:
    opened(page, desk.at(TALKS))
    live = page.locator("briefbook-preview .dot")

    page.context.set_offline(True)
    desk.say("The words of the night.")
    desk.next()
    page.context.set_offline(False)

    expect(page.locator("main")).to_contain_text("The words of the night.", timeout=20_000)
    expect(live).to_have_attribute("data-live", "yes", timeout=20_000)


def test_words_of_the_book_are_no_markup_in_the_drawer(desk: Desk, page: Page) -> None:
    opened(page, desk.at(TALKS))
    drawer = page.locator("briefbook-preview")

    bad = "<img src=x onerror=window.hit=1>"
    desk.write(f"content/briefings/2024/11/{bad}.md", f"---\ntitle: {bad}\n{bad}: 1\n---\n")

    expect(drawer).to_contain_text(bad)
    assert drawer.locator("img").count() == 0
    assert page.evaluate("window.hit") is None


def test_no_page_of_another_site_can_read_or_show_it(
    desk: Desk, browser: Browser, address: Mapping[str, str]
) -> None:
    context = browser.new_context(bypass_csp=True)  # a site that allows itself everything
    page = context.new_page()
    page.goto(address["example"])
    answers = page.evaluate(
        """async ([target, events]) => {
            const told = [];
            for (const mode of ["cors", "no-cors"]) {
                told.push(await fetch(target, { mode }).then((one) => one.type, () => "refused"));
            }
            const load = (name, more) => new Promise((done) => {
                const made = Object.assign(document.createElement(name), more);
                made.onload = () => done("loaded");
                made.onerror = () => done("refused");
                document.body.append(made);
            });
            told.push(await load("img", { src: `${target}static/favicon.svg` }));
            told.push(await load("script", { src: `${target}static/brief.js` }));
            const refused = (made, events) => new Promise((done) => {
                for (const name of events) made.addEventListener(name, () => done("refused"));
                made.addEventListener("open", () => done("opened"));
            });
            told.push(await refused(new EventSource(`${target}${events}`), ["error"]));
            const socket = new WebSocket(target.replace("http", "ws"));
            told.push(await refused(socket, ["error", "close"]));
            const sent = { method: "POST", mode: "no-cors", body: "a=b" };
            told.push(await fetch(target, sent).then((one) => one.type, () => "refused"));
            await load("iframe", { src: target });
            return told;
        }""",
        [desk.at(""), desk.preview.server.events_path],
    )
    framed = [one.url for one in page.frames[1:]]

    context.close()
    assert answers == ["refused"] * 7
    assert framed == ["chrome-error://chromewebdata/"]
    assert desk.changed == []
