from collections.abc import Iterable

from generator.model.people import Official
from generator.model.views.parts import Link
from generator.model.views.people import RegisterView
from generator.pipeline.index.pages.registers import register_pages
from tests.builders import config, official, site
from tests.desks import pages_of


def views(officials: Iterable[Official]) -> dict[str, RegisterView]:
    book = site(records=tuple(officials))
    shown = {}
    for page in pages_of(register_pages, book, config()):
        view = page.show().view
        assert isinstance(view, RegisterView)
        shown[page.url] = view
    return shown


def filed(number: int, family: str) -> Official:
    return official(
        f"official-{len(family)}-{number}", family_name=family, given_name=f"No {number}"
    )


def test_four_hundred_officials_stand_on_one_page() -> None:
    shown = views(filed(n, "Adler") for n in range(400))

    register = shown["officials/index.html"]
    assert len(register.letters[0].rows) == 400
    assert register.alphabet[0] == Link("A", "#letter-a")
    assert not register.divided
    assert not [url for url in shown if "by-letter" in url]


def test_the_alphabet_is_that_of_the_names() -> None:
    register = views([filed(1, "Брик"), filed(2, "Шевченко")])["officials/index.html"]

    assert [one.text for one in register.alphabet] == ["Б", "Ш"]


def test_with_one_more_each_letter_has_a_page_of_its_own() -> None:
    shown = views([*(filed(n, "Adler") for n in range(399)), filed(1, "Брик"), filed(2, "Boss")])

    register = shown["officials/index.html"]
    assert not register.letters
    assert [(one.link, one.number) for one in register.divided] == [
        (Link("A", "officials/by-letter/a.html"), 399),
        (Link("B", "officials/by-letter/b.html"), 1),
        (Link("Б", "officials/by-letter/u0411.html"), 1),
    ]
    assert register.alphabet[0] == Link("A", "officials/by-letter/a.html")
    page = shown["officials/by-letter/b.html"]
    assert page.title == "Officials: B"
    assert page.crumbs == (Link("Officials", "officials/index.html"),)
    assert [row.link.text for row in page.letters[0].rows] == ["Boss, No 2"]
    assert page.total.number == 1


def test_a_letter_of_more_than_four_hundred_has_several_pages() -> None:
    shown = views(filed(n, "Adler") for n in range(801))

    sizes = {url: one.total.number for url, one in shown.items() if "by-letter" in url}
    assert sizes == {
        "officials/by-letter/a.html": 400,
        "officials/by-letter/a/page-2.html": 400,
        "officials/by-letter/a/page-3.html": 1,
    }
