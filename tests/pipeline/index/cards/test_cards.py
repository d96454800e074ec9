from typing import Any

import pytest

from generator.model.briefing import Correction, SourceRef, Unknown
from generator.model.notes import Notes
from generator.model.outline import outline_of
from generator.model.views.parts import Link
from generator.pipeline.index.cards.cards import (
    briefing_card,
    correction_line,
    make_cards,
    question_line,
    tallies,
)
from generator.pipeline.index.made_once import Kept
from tests.builders import WORDS, briefing, day, site, statement, text_of
from tests.desks import look_up


def test_the_same_card_is_shown_in_every_list() -> None:
    lookup = look_up(site(briefing("talks", statement())))

    cards = make_cards(lookup, WORDS, Kept(Notes()))

    assert cards.of_statements(lookup.newest_statements)[0] is cards.statements["s1"]
    assert cards.of_briefings(lookup.newest_briefings)[0] is cards.briefings["talks"]


def test_a_briefing_card_names_four_people_and_counts_statements() -> None:
    people = ("a", "b", "c", "d", "e")
    one = briefing("talks", statement(speaker="a"), officials=people, dek="A pause.")

    shown = briefing_card(outline_of(one), look_up(site(one)), WORDS)

    assert [each.text for each in shown.officials] == ["A", "B", "C", "D"]
    assert (shown.statements.number, shown.dek) == (1, "A pause.")
    assert shown.topic == Link("Arms", "topics/arms.html")
    assert shown.events is None


@pytest.mark.parametrize(
    ("ids", "expected"),
    [((), ""), (("gazette",), "Estara Gazette"), (("gazette", "radio"), "2 sources")],
)
def test_a_briefing_card_names_its_only_source_or_counts_them(
    ids: tuple[str, ...], expected: str
) -> None:
    one = briefing(sources=tuple(SourceRef(id=each) for each in ids))

    assert briefing_card(outline_of(one), look_up(site(one)), WORDS).source == expected


def test_an_open_question_has_an_age_on_the_newest_day() -> None:
    asking = briefing("old", published="2024-08-01", entry={"unknowns": (_unknown("who"),)})
    lookup = look_up(site(asking, briefing("new", published="2024-11-14")))

    shown = question_line(asking, text_of(asking).blocks.unknowns[0], lookup, WORDS)

    assert (shown.age, shown.raised.text, shown.status) == (
        "open for 3 months",
        "1 Aug 2024",
        "open",
    )
    assert shown.briefing == Link("Old", "briefings/old.html#question-old-who")


def test_an_answered_question_links_the_briefing_that_answers_it() -> None:
    asked = _unknown("who", status="answered", answered_by="new")
    asking = briefing("old", published="2024-08-01", entry={"unknowns": (asked,)})
    lookup = look_up(site(asking, briefing("new")))

    shown = question_line(asking, text_of(asking).blocks.unknowns[0], lookup, WORDS)

    assert (shown.age, shown.status) == ("", "answered")
    assert shown.answered_by == Link("New", "briefings/new.html")


def test_a_correction_leads_to_the_corrections_of_its_briefing() -> None:
    fault = Correction(date=day("2024-11-14"), was="twelve", now="eleven", severity="major")

    shown = correction_line(briefing(), fault, WORDS)

    assert (shown.was, shown.now, shown.severity) == ("twelve", "eleven", "major")
    assert shown.briefing == Link("Talks", "briefings/talks.html#corrections")


def test_a_tally_begins_with_the_most_frequent_and_names_break_ties() -> None:
    found = tallies(["b", "c", "a", "c", "c"], Link, most=2)

    assert [(one.link.text, one.number, one.percent) for one in found] == [
        ("c", 3, 100),
        ("a", 1, 33),
    ]


def _unknown(identifier: str, **fields: Any) -> Unknown:  # noqa: ANN401
    return Unknown(id=identifier, text="Who gave the order?", **fields)
