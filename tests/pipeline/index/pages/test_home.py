from generator.model.briefing import Unknown
from generator.model.site import Site
from generator.model.views.lists import HomeView
from generator.pipeline.index.pages.home import home_page, home_view
from tests.builders import briefing, config, site, statement
from tests.desks import pages_of, set_up


def view(book: Site) -> HomeView:
    return home_view(set_up(book, config()))


def test_an_empty_book_has_a_home_page_without_a_day() -> None:
    shown = view(site())

    assert (shown.day, shown.lead, shown.facts) == (None, None, ())
    assert (shown.topics, shown.matrix) == (None, None)


def test_the_newest_day_leads_with_the_briefing_that_says_most() -> None:
    shown = view(
        site(
            briefing("ports", statement("s1")),
            briefing("talks", statement("s2"), statement("s3")),
            briefing("older", *(statement(f"o{n}") for n in range(5)), published="2024-11-13"),
        )
    )

    assert shown.day is not None
    assert shown.day.text == "Thursday 14 November 2024"
    assert shown.lead is not None
    assert shown.lead.title == "Talks"
    assert [one.title for one in shown.also] == ["Ports"]
    assert shown.facts == ("2 briefings", "3 statements", "2 minutes")


def test_of_briefings_that_say_as_much_the_first_by_title_leads() -> None:
    shown = view(site(briefing("zinc"), briefing("arms")))

    assert shown.lead is not None
    assert shown.lead.title == "Arms"


def test_the_lead_is_shown_with_its_first_full_quote() -> None:
    first = statement("part", entry={"kind": "paraphrase"})

    shown = view(site(briefing("talks", first, statement("whole"))))

    assert shown.lead_statement is not None
    assert shown.lead_statement.id == "whole"
    assert [one.id for one in shown.on_record] == ["part"]


def test_the_newest_four_statements_are_on_record_without_the_lead_s() -> None:
    said = [statement(f"s{n}", date=f"2024-11-0{n}") for n in range(1, 8)]

    shown = view(site(briefing("talks", *said)))

    assert [one.id for one in shown.on_record] == ["s7", "s6", "s5", "s4"]


def test_the_newest_open_questions_are_asked() -> None:
    asking = [
        briefing(
            f"b{n}",
            published=f"2024-11-0{n}",
            entry={"unknowns": (Unknown(id="who", text="Who?"),)},
        )
        for n in range(1, 7)
    ]
    settled = briefing(
        "settled", entry={"unknowns": (Unknown(id="why", text="Why?", status="dropped"),)}
    )

    shown = view(site(*asking, settled))

    assert [one.briefing.text for one in shown.questions] == ["B6", "B5", "B4", "B3"]


def test_three_days_before_are_shown_by_day() -> None:
    books = [briefing(f"b{n}", published=f"2024-11-{n:02}") for n in (1, 3, 5, 7, 9)]
    more = [briefing("b10", published="2024-11-07"), briefing("b11", published="2024-11-09")]

    shown = view(site(*books, *more))

    assert [one.heading.text for one in shown.earlier] == [
        "Thursday 7 November 2024",
        "Tuesday 5 November 2024",
        "Sunday 3 November 2024",
    ]
    assert len(shown.earlier[0].cards) == 2


def test_a_day_with_one_briefing_is_followed_by_more_of_the_days_before() -> None:
    books = [briefing(f"b{n}", published=f"2024-11-{n:02}") for n in range(1, 10)]

    shown = view(site(*books))

    assert len(shown.earlier) == 6


def test_the_home_page_is_described_by_the_book() -> None:
    (page,) = pages_of(lambda _: [home_page()], site(), config(description="Who said what."))

    assert (page.url, page.template, page.show().head.title) == (
        "index.html",
        "home.html",
        "Halden Desk",
    )
    assert (page.show().head.description, page.show().head.section) == (
        "Who said what.",
        "index.html",
    )
