"""Every page that a test stands for is looked at; none of the templates is left out."""

from collections.abc import Mapping

from tests.browser.books import ALSO, KINDS, Shelf


def test_every_template_has_a_page_that_is_looked_at(shelves: Mapping[str, Shelf]) -> None:
    shown = {
        kind for kind in KINDS if any(shelf.representatives(kind) for shelf in shelves.values())
    }

    assert set(KINDS) == shown


def test_every_html_page_is_made_by_one_of_these_templates(shelf: Shelf) -> None:
    made = {url for kind in KINDS for url in shelf.kinds.get(kind, ())}

    assert {url for url in shelf.website.files if url.endswith(".html")} == made


def test_the_extremes_are_in_the_book(shelves: Mapping[str, Shelf]) -> None:
    stress = shelves["stress"]

    assert {url for urls in ALSO.values() for url in urls} <= stress.website.files.keys()
    assert len(stress.website.files["briefings/2024/11/longest.html"].split()) > 20_000
    assert stress.website.files["officials/busy.html"].count(b'<article class="row"') == 300
    assert stress.website.files["topics/everything.html"].count(b"<h4") == 300
