from collections.abc import Sequence

from generator.model.people import Official
from generator.model.site import Briefing
from generator.model.views.drawings import Activity, Together
from generator.pipeline.index.pages.drawn_topic import activity_of, together_of
from tests.builders import briefing, config, official, site
from tests.desks import set_up


def activity(*briefings: Briefing) -> Activity | None:
    return activity_of("arms", set_up(site(*briefings), config()))


def together(groups: Sequence[Sequence[str]], *people: Official) -> Together | None:
    briefings = [briefing(f"b{n}", officials=tuple(one)) for n, one in enumerate(groups)]
    return together_of(set_up(site(*briefings, records=people), config()), "arms")


def test_weeks_are_counted_up_to_the_book_s_newest_day_and_said_in_words() -> None:
    shown = activity(
        briefing("a", published="2024-11-14"),
        briefing("b", published="2024-11-11"),
        briefing("c", published="2024-10-30"),
        briefing("d", published="2020-01-01"),
        briefing("e", published="2024-11-20", topics=("ports",)),
    )

    assert shown is not None
    assert shown.summary == (
        "3 briefings in 2 of 52 weeks; most, 2, in the week of 11 November 2024."
    )
    title = "Briefings a week in the 52 weeks up to 20 November 2024."
    assert (shown.wide.title, shown.narrow.title) == (title, title)


def test_two_briefings_in_a_year_are_not_drawn() -> None:
    assert activity(briefing("a"), briefing("b")) is None
    assert activity_of("arms", set_up(site(), config())) is None


def test_turning_points_are_what_the_desk_calls_so() -> None:
    shown = activity(
        briefing("a", published="2024-11-14", entry={"turning_point": "Talks break off"}),
        briefing("b", published="2024-11-11"),
        briefing("c", published="2024-02-01", entry={"turning_point": "Talks open"}),
    )

    assert shown is not None
    assert [(one.when.text, one.label, one.url) for one in shown.turning_points] == [
        ("1 Feb 2024", "Talks open", "briefings/c.html"),
        ("14 Nov 2024", "Talks break off", "briefings/a.html"),
    ]
    assert [one.label for one in shown.wide.marks] == ["Talks open", "Talks break off"]
    assert [one.label for one in shown.narrow.marks] == ["Talks open", "Talks break off"]


def test_pairs_are_listed_with_the_most_frequent_first_and_the_rest_counted() -> None:
    everyone = [f"o{n}" for n in range(6)]

    shown = together([everyone, ["o4", "o5"]])

    assert shown is not None
    first = shown.pairs[0]
    assert (first.first.text, first.second.text, first.number) == ("O4", "O5", 2)
    assert (len(shown.pairs), shown.rest) == (10, "and 5 more pairs")
    assert shown.graph is not None


def test_one_pair_is_listed_and_not_drawn_and_nobody_is_no_list() -> None:
    shown = together([["ana", "jan"]])

    assert shown is not None
    assert (shown.graph, len(shown.pairs), shown.rest) == (None, 1, "")
    assert together([["ana"], ["jan"]]) is None


def test_a_family_name_stands_alone_where_nobody_shares_it() -> None:
    people = (
        official("ana", name="Ana Petrova", sort_name="Petrova, Ana"),
        official("ida", name="Ida Petrova", sort_name="Petrova, Ida"),
        official("jan", name="Jan Visser", sort_name="Visser, Jan"),
        official("kim", name="Kim Ha Neul", sort_name="Kim Ha Neul"),
    )

    shown = together([["ana", "ida", "jan", "kim"]], *people)

    assert shown is not None
    assert shown.graph is not None
    assert [one.label for one in shown.graph.nodes] == [
        "Ana Petrova",
        "Ida Petrova",
        "Visser",
        "Kim Ha Neul",
    ]
