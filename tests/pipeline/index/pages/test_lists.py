from generator.model.briefing import ClaimStance, Correction, Unknown
from generator.model.subjects import Claim, Term
from generator.model.views.lists import (
    ArchiveView,
    BriefingsView,
    ClaimsView,
    CorrectionsView,
    GlossaryView,
    QuestionsView,
    StatementsView,
)
from generator.model.views.parts import Link
from generator.pipeline.index.pages.lists import (
    archive_page,
    briefings_pages,
    claims_pages,
    corrections_pages,
    glossary_pages,
    month_pages,
    questions_pages,
    statements_pages,
)
from tests.builders import briefing, config, day, site, statement
from tests.desks import PageAtDesk, pages_of

SETTINGS = config(pages_per_list=5)


def ledger(page: PageAtDesk) -> StatementsView:
    view = page.show().view
    assert isinstance(view, StatementsView)
    return view


def listing(page: PageAtDesk) -> BriefingsView:
    view = page.show().view
    assert isinstance(view, BriefingsView)
    return view


def test_the_ledger_goes_by_month_newest_first() -> None:
    said = [
        statement("year", date="2024"),
        statement("old", date="2024-10-30"),
        statement("new", date="2024-11-13"),
        statement("month", date="2024-11"),
    ]

    pages = pages_of(statements_pages, site(briefing("talks", *said)), SETTINGS)

    groups = ledger(pages[0]).groups
    assert [(one.heading, [card.id for card in one.cards]) for one in groups] == [
        ("November 2024", ["new", "month"]),
        ("October 2024", ["old"]),
        ("2024", ["year"]),
    ]


def test_the_ledger_is_divided_into_pages() -> None:
    said = [statement(f"s{n}", date=f"2024-11-{n:02}") for n in range(1, 8)]

    pages = pages_of(statements_pages, site(briefing("talks", *said)), SETTINGS)

    assert [one.url for one in pages] == ["statements/index.html", "statements/page-2.html"]
    assert [card.id for card in ledger(pages[1]).groups[0].cards] == ["s2", "s1"]
    assert [ledger(one).total.number for one in pages] == [7, 7]
    assert [one.show().head.title for one in pages] == ["Statements", "Statements, page 2"]


def test_statements_of_one_day_keep_the_order_of_their_briefing() -> None:
    pages = pages_of(
        statements_pages, site(briefing("talks", statement("b"), statement("a"))), SETTINGS
    )

    assert [card.id for card in ledger(pages[0]).groups[0].cards] == ["b", "a"]


def test_all_briefings_are_listed_by_month() -> None:
    book = site(briefing("a"), briefing("b", published="2024-10-02"))

    pages = pages_of(briefings_pages, book, SETTINGS)

    shown = listing(pages[0])
    assert pages[0].url == "briefings/index.html"
    assert (shown.title, shown.total.words) == ("Briefings", "briefings")
    assert [one.heading for one in shown.groups] == [
        Link("November 2024", "archive/2024/11.html"),
        Link("October 2024", "archive/2024/10.html"),
    ]


def test_a_month_goes_by_day_and_leads_to_the_months_beside_it() -> None:
    book = site(
        briefing("a", published="2024-11-14"),
        briefing("b", published="2024-11-13"),
        briefing("c", published="2023-12-31"),
        briefing("d", published="2025-01-01"),
    )

    pages = {one.url: one for one in pages_of(month_pages, book, SETTINGS)}

    assert sorted(pages) == ["archive/2023/12.html", "archive/2024/11.html", "archive/2025/01.html"]
    shown = listing(pages["archive/2024/11.html"])
    assert [one.heading.text for one in shown.groups] == [
        "Thursday 14 November 2024",
        "Wednesday 13 November 2024",
    ]
    assert shown.previous == Link("December 2023", "archive/2023/12.html")
    assert shown.next == Link("January 2025", "archive/2025/01.html")
    assert shown.crumbs == (Link("Archive", "archive/index.html"),)
    assert pages["archive/2024/11.html"].show().head.next == "archive/2025/01.html"


def test_a_month_of_many_briefings_has_parts() -> None:
    book = site(*(briefing(f"b{n}", published=f"2024-11-0{n}") for n in range(1, 8)))

    pages = pages_of(month_pages, book, SETTINGS)

    assert [one.url for one in pages] == ["archive/2024/11.html", "archive/2024/11/page-2.html"]


def test_the_archive_counts_months_by_year() -> None:
    book = site(
        briefing("a", published="2024-11-14"),
        briefing("b", published="2024-11-13"),
        briefing("c", published="2024-03-01"),
        briefing("d", published="2023-12-31"),
    )

    page = pages_of(lambda _: [archive_page()], book, SETTINGS)[0]

    view = page.show().view
    assert isinstance(view, ArchiveView)
    assert [
        (year, [(one.link.text, one.number, one.percent) for one in months])
        for year, months in view.years
    ] == [
        ("2024", [("November", 2, 100), ("March", 1, 50)]),
        ("2023", [("December", 1, 50)]),
    ]
    assert view.total.number == 4


def test_corrections_are_listed_newest_first() -> None:
    early = Correction(date=day("2024-11-10"), was="a", now="b")
    late = Correction(date=day("2024-11-15"), was="c", now="d")
    book = site(
        briefing("new", entry={"corrections": (early,)}),
        briefing("old", published="2024-10-01", entry={"corrections": (late,)}),
    )

    page = pages_of(corrections_pages, book, SETTINGS)[0]

    view = page.show().view
    assert isinstance(view, CorrectionsView)
    assert [one.was for one in view.corrections] == ["c", "a"]
    assert page.url == "corrections.html"


def test_open_questions_are_listed_oldest_first_and_settled_ones_apart() -> None:
    book = site(
        briefing(
            "new",
            entry={
                "unknowns": (
                    Unknown(id="who", text="Who?"),
                    Unknown(id="old", text="Since when?", raised=day("2024-09-01")),
                    Unknown(id="why", text="Why?", status="dropped"),
                )
            },
        )
    )

    page = pages_of(questions_pages, book, SETTINGS)[0]

    view = page.show().view
    assert isinstance(view, QuestionsView)
    assert [(one.text, one.age) for one in view.open] == [
        ("Since when?", "open for 2 months"),
        ("Who?", "open for less than a day"),
    ]
    assert [(one.text, one.status) for one in view.settled] == [("Why?", "no longer asked")]
    assert view.as_of is not None


def test_a_claim_shows_who_takes_which_stance() -> None:
    ships = Claim(
        id="ships",
        text="Ships left port",
        topics=("arms",),
        note="Since June.",
        closed=day("2024-11-14"),
    )
    taken = {
        "no": ClaimStance(claim="ships", stance="denies"),
        "yes": ClaimStance(claim="ships", stance="asserts"),
        "hush": ClaimStance(claim="ships", stance="declines"),
    }
    said = [statement(name, entry={"claims": (stance,)}) for name, stance in taken.items()]

    pages = pages_of(claims_pages, site(briefing("talks", *said), records=[ships]), SETTINGS)

    view = pages[0].show().view
    assert isinstance(view, ClaimsView)
    shown = view.claims[0]
    assert [(one.heading, [card.id for card in one.cards]) for one in shown.stances] == [
        ("Asserts", ["yes"]),
        ("Denies", ["no"]),
        ("Declines to say", ["hush"]),
    ]
    assert (shown.anchor, shown.note) == ("ships", "Since June. Closed 14 Nov 2024.")
    assert shown.topics == (Link("Arms", "topics/arms.html"),)


def test_the_glossary_is_in_alphabetical_order() -> None:
    terms = (
        Term(term="Zone", definition="An area."),
        Term(term="Écluse", definition="A lock.", abbreviation="E", other_names=("Lock",)),
    )

    pages = pages_of(glossary_pages, site(terms=terms), SETTINGS)

    view = pages[0].show().view
    assert isinstance(view, GlossaryView)
    assert [(one.term, one.anchor) for one in view.terms] == [
        ("Écluse", "term-ecluse"),
        ("Zone", "term-zone"),
    ]


def test_a_book_without_claims_or_terms_has_no_pages_for_them() -> None:
    made = [pages_of(pages, site(), SETTINGS) for pages in (claims_pages, glossary_pages)]

    assert made == [[], []]


def test_many_corrections_are_divided_into_parts() -> None:
    entry = {"corrections": [{"date": "2024-11-20", "was": f"{n}", "now": "x"} for n in range(12)]}

    pages = pages_of(corrections_pages, site(briefing(entry=entry)), SETTINGS)

    assert [page.url for page in pages] == [
        "corrections.html",
        "corrections/page-2.html",
        "corrections/page-3.html",
    ]
