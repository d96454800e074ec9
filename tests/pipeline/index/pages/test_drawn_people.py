from generator.pipeline.index.pages.drawn_people import posts_of
from tests.builders import briefing, config, official, role, site, statement
from tests.desks import set_up

ANA = official("ana-petrova", role("Envoy", "2016-01-01", "2019-12-31"), role(start="2020-01-01"))


def test_the_offices_of_an_official_are_drawn_up_to_the_book_s_newest_day() -> None:
    desk = set_up(site(briefing("talks", statement()), records=[ANA]), config())

    shown = posts_of(desk, "ana-petrova")

    assert shown is not None
    assert [(one.label, one.current) for one in shown.bars] == [
        ("Envoy", False),
        ("Foreign Minister of Estara", True),
    ]
    assert (shown.first, shown.last) == (2016, 2024)
    assert shown.statements.count("M") == 1


def test_an_empty_book_draws_no_offices() -> None:
    assert posts_of(set_up(site(records=[ANA]), config()), "ana-petrova") is None
