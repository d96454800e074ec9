from generator.model.offices import role_on
from generator.model.site import Site
from generator.model.views.people import OfficialView, RegisterView, SubjectView
from generator.pipeline.index.pages.people import official_pages
from generator.pipeline.index.pages.registers import register_pages
from generator.pipeline.index.pages.subjects import subject_pages
from tests.builders import briefing, config, day, official, role, site, statement
from tests.desks import pages_of

SETTINGS = config(pages_per_list=5)

MINISTER = role("Foreign Minister of Estara", start="2020", end="2024-05-06")
ENVOY = role("Envoy of Estara", start="2024-05-07")


def _book(said: int, reported: int = 1) -> Site:
    statements = [
        statement(
            f"s{n}",
            date=f"2024-05-{n:02}",
            held=role_on((MINISTER, ENVOY), day(f"2024-05-{n:02}")),
            place="halden",
        )
        for n in range(1, said + 1)
    ]
    books = [
        briefing(f"b{n}", published=f"2024-06-{n:02}", places=("halden",))
        for n in range(1, reported)
    ]
    talks = briefing("talks", *statements, published="2024-06-30", places=("halden",))
    people = (official("ana-petrova", MINISTER, ENVOY),)
    return site(talks, *books, records=people)


def test_a_long_ledger_has_a_page_for_each_part_and_loses_nothing() -> None:
    pages = pages_of(official_pages, _book(12), SETTINGS)

    views = [view for one in pages if isinstance(view := one.show().view, OfficialView)]
    shown = [card.id for view in views for group in view.ledger for card in group.cards]
    assert [page.url for page in pages] == [
        "officials/ana-petrova.html",
        "officials/ana-petrova/page-2.html",
        "officials/ana-petrova/page-3.html",
    ]
    assert shown == [f"s{n}" for n in range(12, 0, -1)]


def test_statements_stand_under_the_office_held_that_day() -> None:
    page = pages_of(official_pages, _book(8), SETTINGS)[0]

    view = page.show().view
    assert isinstance(view, OfficialView)
    assert [group.heading for group in view.ledger] == ["Envoy of Estara", MINISTER.label]
    assert [line.statements.number for line in view.roles] == [2, 6]


def test_a_place_with_many_briefings_lists_them_all() -> None:
    pages = [
        page
        for page in pages_of(subject_pages, _book(1, reported=12), SETTINGS)
        if "halden" in page.url
    ]

    views = [view for one in pages if isinstance(view := one.show().view, SubjectView)]
    assert len(pages) == 3
    assert sum(len(view.briefings) for view in views) == 12
    assert [len(view.ledger) for view in views] == [1, 0, 0]


def test_a_register_says_until_when_a_former_holder_was_in_office() -> None:
    former = official("ana-petrova", MINISTER)
    book = site(briefing("talks", published="2024-06-30"), records=(former,))

    view = pages_of(register_pages, book, config())[0].show().view

    assert isinstance(view, RegisterView)
    assert [row.note for letter in view.letters for row in letter.rows] == [
        "Foreign Minister of Estara, until 6 May 2024"
    ]


def test_what_is_counted_over_all_parts_stands_on_the_first() -> None:
    views = [page.show().view for page in pages_of(official_pages, _book(12), SETTINGS)]

    for number, view in enumerate(views):
        assert isinstance(view, OfficialView)
        counted = (view.roles, view.speaks_about, view.places, view.posts)
        assert [bool(one) for one in counted] == [number == 0] * 4
        assert [tile.value for tile in view.tiles[2:]] == ["1 May 2024", "12 May 2024"]


def test_the_office_holders_of_an_organization_stand_on_the_first_part() -> None:
    pages = pages_of(subject_pages, _book(12), SETTINGS)
    views = [page.show().view for page in pages if "estara-mfa" in page.url]

    assert [isinstance(view, SubjectView) and len(view.holders) for view in views] == [2, 0, 0]
