"""Addresses are written as each page must write them."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pipeline.rendering.page_links import PageLinks, relative, with_places

NAMES = st.text("ab", min_size=1, max_size=2)
PAGES = st.lists(NAMES, max_size=3).map(lambda folders: "/".join([*folders, "page.html"]))
ADDRESSES = st.builds(
    lambda page, within: f"{page}#{within}" if within else page, PAGES, st.sampled_from(["", "x"])
)


def on(page: str, base_url: str = "https://example.org/book/") -> PageLinks:
    links = PageLinks(base_url)
    links.turn_to(page)
    return links


@given(PAGES, PAGES)
def test_a_relative_address_leads_there(page: str, to: str) -> None:
    assert posixpath.normpath(posixpath.join(posixpath.dirname(page), relative(to, page))) == to


@given(st.lists(st.tuples(PAGES, ADDRESSES), max_size=12))
def test_what_was_written_before_changes_nothing(turns: list[tuple[str, str]]) -> None:
    links = PageLinks("https://example.org/")

    for page, to in turns:
        links.turn_to(page)
        assert links.href(to) == relative(to, page)


def test_addresses_of_the_web_and_of_the_page_stay() -> None:
    links = on("a/b.html")

    for address in ("", "#sources", "https://nato.int/x", "mailto:desk@example.org"):
        assert links.href(address) == address


@pytest.mark.parametrize(
    ("base_url", "written"),
    [
        ("https://example.org/book/", "/book/topics/a.html"),
        ("https://example.org/", "/topics/a.html"),
        ("", "topics/a.html"),
    ],
)
def test_the_page_in_place_of_a_missing_one_writes_from_the_root(
    base_url: str, written: str
) -> None:
    assert on("404.html", base_url).href("topics/a.html") == written


def test_that_page_and_its_neighbours_do_not_share_what_they_wrote() -> None:
    links = on("404.html")
    links.href("topics/a.html")

    links.turn_to("index.html")

    assert links.href("topics/a.html") == "topics/a.html"


def test_links_in_markup_are_written_for_the_page_and_nothing_else_is() -> None:
    markup = '<a class="x" href="site:topics/a.html">site:topics</a> <img src="site:assets/p.png">'

    assert on("topics/b.html").here(markup) == (
        '<a class="x" href="a.html">site:topics</a> <img src="../assets/p.png">'
    )


def test_a_feed_has_whole_addresses_where_the_book_knows_its_own() -> None:
    markup = '<a href="site:topics/a.html">A</a>'

    assert on("topics/feed.xml").in_feed(markup) == (
        '<a href="https://example.org/book/topics/a.html">A</a>'
    )
    assert on("topics/feed.xml", "").in_feed(markup) == '<a href="a.html">A</a>'


def test_places_are_left_for_addresses_and_listed() -> None:
    links = on("topics/b.html")

    pattern = with_places(
        *links.in_places(lambda: f"{links.href('a.html')} 5 % {links.href('https://nato.int/')}")
    )

    assert pattern == ("%s 5 %% https://nato.int/", ("a.html",))
    assert links.href("a.html") == "../a.html"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("\x7fa.html", ["a.html"]),  # cut
        ("A.HTML", ["a.html"]),  # used for something else
        ("\x7fa&b.html\x7f", ["a&b.html"]),  # to be escaped
        ("\x7fa.html\x7f\x7fa.html\x7f", ["a.html"]),  # written twice
    ],
)
def test_places_that_cannot_be_told_for_certain_are_refused(text: str, places: list[str]) -> None:
    assert with_places(text, places) is None
