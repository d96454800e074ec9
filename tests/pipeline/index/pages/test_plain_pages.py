from generator.model.briefing import PageEntry
from generator.model.html import Html
from generator.model.site import Redirect, Site, TextPage, Tombstone
from generator.model.views.briefing import RedirectView, TextPageView
from generator.pipeline.index.pages.plain_pages import (
    not_found_page,
    redirect_pages,
    text_pages,
    tombstone_pages,
)
from tests.builders import briefing, config, day, site
from tests.desks import PageAtDesk, at_desk, indexed, pages_of


def book_of_leftovers() -> Site:
    withdrawn = Tombstone(
        "briefings/gone.html", day("2024-11-01"), Html("Wrong."), ("briefings/x.html",)
    )
    about = TextPage(
        "about.html", "content/pages/about.md", PageEntry(title="About"), Html("<p>Us.</p>"), "en"
    )
    return site(
        briefing("talks", aliases=("briefings/old.html", "briefings/gone.html")),
        tombstones=(withdrawn,),
        redirects=(Redirect("officials/petrova.html", "officials/ana-petrova.html"),),
        pages=(about,),
    )


def all_pages(book: Site) -> list[PageAtDesk]:
    found = indexed(book, config())
    return [at_desk(one, found.desk) for one in found.pages]


def test_old_addresses_lead_on_and_never_hide_a_page() -> None:
    pages = pages_of(redirect_pages, book_of_leftovers(), config())

    assert [(each.url, each.show().view) for each in pages] == [
        ("briefings/old.html", RedirectView("briefings/talks.html")),
        ("briefings/x.html", RedirectView("briefings/gone.html")),
        ("officials/petrova.html", RedirectView("officials/ana-petrova.html")),
    ]


def test_a_canceled_briefing_leaves_a_page_that_search_engines_skip() -> None:
    pages = pages_of(tombstone_pages, book_of_leftovers(), config())

    assert [(each.url, each.template, each.show().head.indexed) for each in pages] == [
        ("briefings/gone.html", "tombstone.html", False)
    ]


def test_a_text_page_is_described_by_its_beginning() -> None:
    pages = pages_of(text_pages, book_of_leftovers(), config())

    view = pages[0].show().view
    assert isinstance(view, TextPageView)
    assert (pages[0].url, view.title) == ("about.html", "About")
    assert pages[0].show().head.description == "Us."


def test_the_page_not_found_offers_the_sections() -> None:
    found = pages_of(lambda _: [not_found_page()], site(), config())[0]

    assert (found.url, found.template, found.show().head.indexed) == ("404.html", "404.html", False)


def test_a_site_has_every_address_once_and_in_order() -> None:
    pages = all_pages(book_of_leftovers())

    urls = [each.url for each in pages]
    assert urls == sorted(set(urls))
    assert {"index.html", "briefings/talks.html", "archive/2024/11.html"} <= set(urls)


def test_the_same_book_gives_the_same_pages() -> None:
    first, second = (all_pages(book_of_leftovers()) for _ in range(2))

    assert [(one.url, one.template, one.show()) for one in first] == [
        (one.url, one.template, one.show()) for one in second
    ]


def test_only_what_search_engines_may_list_is_said_to_be_listed() -> None:
    pages = all_pages(book_of_leftovers())

    assert {one.indexed for one in pages} == {True, False}
    assert all(one.indexed == one.show().head.indexed for one in pages)


def test_an_empty_book_has_pages_too() -> None:
    urls = [each.url for each in all_pages(site())]

    assert {"index.html", "statements/index.html", "404.html"} <= set(urls)
