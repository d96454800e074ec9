"""The neighbours of a briefing change only together with what is noted for them."""

from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from generator.model.notes import Notes
from generator.model.site import Briefing
from generator.pipeline.index.near import Near
from tests.builders import briefing

DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2021, 12, 31)).map(str)


def near(listed: Sequence[Briefing], notes: Notes) -> Near:
    ordinals = {one.id: number for number, one in enumerate(listed)}
    return Near("near", {"arms": listed}, ordinals, notes)


def book(days: Sequence[str]) -> list[Briefing]:
    named = sorted(((day, f"on-{n}") for n, day in enumerate(days)), reverse=True)
    return [briefing(name, published=day) for day, name in named]


def test_a_list_gives_as_many_on_either_side() -> None:
    listed = book([f"2020-0{month}-01" for month in range(1, 8)])

    found = near(listed, Notes()).around("arms", listed[3], 2)

    assert found == listed[1:6]


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

    first = near(before, notes).around("arms", chosen, 2)
    second = near(after, Notes()).around("arms", chosen, 2)
    digests = {one.id: one.id.encode() for one in after}
    answers = [dict(near(listed, Notes()).answers(digests)) for listed in (before, after)]

    same_answers = all(answers[0].get(one) == answers[1].get(one) for one in notes.asked)
    if [one.id for one in first] != [one.id for one in second]:
        assert not same_answers


def test_a_new_briefing_far_away_changes_no_answer() -> None:
    days = [f"2020-{month:02}-01" for month in range(1, 13)]
    before, after = book(days), book([*days, "2022-01-01"])
    notes = Notes()

    near(before, notes).around("arms", before[6], 2)

    digests = {one.id: one.id.encode() for one in after}
    answers = [dict(near(listed, Notes()).answers(digests)) for listed in (before, after)]
    assert notes.asked
    assert all(answers[0].get(one) == answers[1].get(one) for one in notes.asked)
