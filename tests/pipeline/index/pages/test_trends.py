from generator.model.site import Site
from generator.model.views.drawings import Trends
from generator.pipeline.index.pages.trends import rhythm, statements_sparkline, trends_of
from tests.builders import WORDS, briefing, config, site, statement
from tests.desks import set_up


def trends(book: Site) -> Trends:
    found = trends_of(set_up(book, config()))
    assert found is not None
    return found


def busy(*more: str) -> Site:
    """A book with a briefing a day, and others on these days."""
    days = [f"2024-11-{n:02}" for n in range(1, 15)]
    return site(
        *(briefing(f"b{n}", published=one) for n, one in enumerate(days)),
        *(briefing(f"p{n}", published=one, topics=("ports",)) for n, one in enumerate(more)),
    )


def test_a_book_without_briefings_has_no_trends() -> None:
    assert trends_of(set_up(site(), config())) is None


def test_a_book_that_publishes_each_week_is_counted_by_weeks() -> None:
    shown = trends(busy("2024-11-13", "2024-11-05", "2024-11-06", "2024-08-26", "2024-08-25"))

    assert (shown.title, shown.unit) == ("Topics, twelve weeks", "Briefings a week")
    assert [(one.link.text, one.now, one.change, one.more) for one in shown.rows] == [
        ("Arms", 4, "−3", False),
        ("Ports", 1, "−1", False),
    ]
    assert shown.rows[1].sparkline.label == (
        "Briefings a week, oldest first: 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1"
    )


def test_a_slow_book_is_counted_by_months() -> None:
    shown = trends(site(briefing("a"), briefing("b", published="2023-12-01")))

    assert shown.title == "Topics, twelve months"
    assert (shown.rows[0].change, shown.rows[0].more) == ("+1", True)
    assert shown.rows[0].sparkline.label.endswith(
        "oldest first: 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1"
    )


def test_a_parent_is_not_counted_for_what_is_filed_below_it() -> None:
    shown = trends(site(briefing("a", topics=("arms",)), briefing("b", topics=("ports", "arms"))))

    assert [one.link.text for one in shown.rows] == ["Arms", "Ports"]


def test_eight_topics_are_shown_at_most() -> None:
    shown = trends(site(*(briefing(f"b{n}", topics=(f"t{n}",)) for n in range(12))))

    assert [one.link.text for one in shown.rows] == [
        "T0", "T1", "T10", "T11", "T2", "T3", "T4", "T5",
    ]  # fmt: skip


def test_someone_who_was_silent_has_no_sparkline() -> None:
    desk = set_up(busy(), config())
    periods = rhythm(desk)
    assert periods is not None

    spoke = statements_sparkline([statement(date="2024-11-13")], periods, WORDS)

    assert spoke is not None
    assert spoke.label.endswith("0, 0, 1")
    assert statements_sparkline([statement(date="2024-06-01")], periods, WORDS) is None
    assert statements_sparkline([statement(date="2024")], periods, WORDS) is None
