"""The neighbours of a briefing change only together with what is noted for them."""

from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from generator.model.notes import Notes
from generator.model.site import Briefing
from generator.pipeline.index.near import Near, Numbered
from tests.builders import briefing

DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2021, 12, 31)).map(str)


def numbered(listed: Sequence[Briefing]) -> Numbered:
    ordinals = {one.id: number for number, one in enumerate(listed)}
    months = [one.published.first.year * 12 + one.published.first.month for one in listed]
    return Numbered([*ordinals], ordinals, months, [one.id.encode() for one in listed])


def near(listed: Sequence[Briefing], notes: Notes) -> Near:
    return Near("near", {"arms": [one.id for one in listed]}, numbered(listed), notes)


def around(listed: Sequence[Briefing], chosen: Briefing, notes: Notes) -> list[str]:
    found = near(listed, notes).around("arms", listed.index(chosen), 2)
    return [listed[one].id for one in found]


def book(days: Sequence[str]) -> list[Briefing]:
    named = sorted(((day, f"on-{n}") for n, day in enumerate(days)), reverse=True)
    return [briefing(name, published=day) for day, name in named]


def test_a_list_gives_as_many_on_either_side() -> None:
    listed = book([f"2020-0{month}-01" for month in range(1, 8)])

    found = near(listed, Notes()).around("arms", 3, 2)

    assert found == [1, 2, 3, 4, 5]


@given(st.lists(DAYS, min_size=1, max_size=12, unique=True), DAYS, st.data())
def test_other_neighbours_have_another_answer(
    days: list[str], added: str, data: st.DataObject
) -> None:
    before = book(days)
    chosen = data.draw(st.sampled_from(before))
    after = sorted(
        (*before, briefing("added", published=added)),
        key=lambda one: (one.published.first, one.id),
        reverse=True,
    )
    notes = Notes()

    first = around(before, chosen, notes)
    second = around(after, chosen, Notes())
    answers = [dict(near(listed, Notes()).answers()) for listed in (before, after)]

    same_answers = all(answers[0].get(one) == answers[1].get(one) for one in notes.asked)
    if first != second:
        assert not same_answers


def test_a_new_briefing_far_away_changes_no_answer() -> None:
    days = [f"2020-{month:02}-01" for month in range(1, 13)]
    before, after = book(days), book([*days, "2022-01-01"])
    notes = Notes()

    around(before, before[6], notes)

    answers = [dict(near(listed, Notes()).answers()) for listed in (before, after)]
    assert notes.asked
    assert all(answers[0].get(one) == answers[1].get(one) for one in notes.asked)


@given(st.sets(st.integers(0, 30), min_size=1), st.integers(1, 4))
def test_what_stands_around_one_is_near_in_the_list(numbers: set[int], reach: int) -> None:
    listed, ascending = book([f"2020-01-{31 - n:02}" for n in range(31)]), sorted(numbers)
    shared = {"arms": [listed[one].id for one in ascending]}
    found = Near("near", shared, numbered(listed), Notes())

    for at, one in enumerate(ascending):
        expected = [each for n, each in enumerate(ascending) if abs(n - at) <= reach]
        assert found.around("arms", one, reach) == expected
