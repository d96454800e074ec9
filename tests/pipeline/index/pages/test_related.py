from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.briefing import Unknown
from generator.model.site import Briefing, Site
from generator.model.views.briefing import BriefingView
from generator.model.views.parts import Link
from generator.pipeline.index.asked_book import BRIEFINGS
from generator.pipeline.index.pages import related
from generator.pipeline.index.pages.briefing import briefing_view
from generator.pipeline.index.pages.related import read_with
from tests.builders import briefing, config, day, site
from tests.desks import set_up


def view(one: Briefing, *others: Briefing, **fields: Any) -> BriefingView:  # noqa: ANN401
    return briefing_view(one, set_up(site(one, *others, **fields), config()))


def test_a_briefing_is_read_with_what_editors_tied_to_it() -> None:
    asked = Unknown(id="who", text="Who?", status="answered", answered_by="answer")
    before = briefing("before", published="2024-11-01", topics=("a",))
    here = briefing(
        "here",
        published="2024-11-05",
        topics=("b",),
        follows="before",
        entry={"unknowns": (asked,)},
    )
    after = briefing("after", published="2024-11-07", topics=("c",), follows="here")
    answer = briefing("answer", published="2024-11-09", topics=("d",))

    shown = view(here, before, after, answer)

    assert [(link.text, reason) for link, reason in shown.read_with] == [
        ("Before", "carried on here"),
        ("After", "carries this on"),
        ("Answer", "answers a question asked here"),
    ]
    assert view(answer, before, here, after).read_with == (
        (Link("Here", "briefings/here.html"), "asks what is answered here"),
    )


def test_a_briefing_is_read_with_the_ones_beside_it_in_its_series() -> None:
    books = [
        briefing(name, published=f"2024-11-0{n}", topics=(name,), entry={"series": "Ports"})
        for n, name in enumerate(("one", "two", "three", "four"), start=1)
    ]

    shown = view(books[1], books[0], books[2], books[3])

    assert [(link.text, reason) for link, reason in shown.read_with] == [
        ("Three", "also in the series Ports"),
        ("One", "also in the series Ports"),
    ]


def test_a_briefing_is_read_with_what_shares_most_with_it() -> None:
    here = briefing("here", topics=("arms", "ports"), officials=("ana-petrova", "jan-visser"))
    both = briefing("both", published="2024-10-01", officials=("jan-visser", "ana-petrova"))
    one = briefing("one", published="2024-11-13", topics=("ships",), officials=("jan-visser",))
    topical = briefing("topical", published="2024-11-12", topics=("ports", "arms"))
    little = briefing("little", published="2024-11-11", topics=("ports",))

    shown = view(here, both, one, topical, little)

    assert [(link.text, reason) for link, reason in shown.read_with] == [
        ("Both", "also names Ana Petrova and Jan Visser"),
        ("Topical", "also on Arms and Ports"),
        ("One", "also names Jan Visser"),
    ]


def test_a_briefing_is_read_with_four_others_at_most() -> None:
    others = [
        briefing(f"other-{n}", published=f"2024-10-0{n}", officials=("jan-visser",))
        for n in range(1, 8)
    ]

    shown = view(briefing("here", officials=("jan-visser",)), *others)

    assert [link.text for link, _ in shown.read_with] == [
        "Other 7",
        "Other 6",
        "Other 5",
        "Other 4",
    ]


def test_what_is_not_shown_may_say_something_else() -> None:
    others = [
        briefing(f"other-{n}", published=f"2024-11-0{n}", officials=("jan-visser",), topics=("b",))
        for n in range(1, 8)
    ]
    here = briefing("here", officials=("jan-visser",), topics=("a",))
    desk = set_up(site(here, *others), config())

    with desk.notes.apart() as asked:
        found = [link.url for link, _ in briefing_view(here, desk).read_with]

    assert {one for one in asked if one.startswith(BRIEFINGS)} == {
        f"{BRIEFINGS}{url.removeprefix('briefings/').removesuffix('.html')}" for url in found
    }


@pytest.mark.parametrize(
    ("changes", "asked_of"),
    [
        ({"id": "before"}, "near-on/b/"),
        ({"url": "briefings/0.html"}, "near-on/b/"),
        ({"published": day("2024-11-11")}, "near-on/b/"),
        ({"topics": ("b", "a")}, "near-naming/jan-visser/"),
        ({"officials": ("jan-visser", "ana-petrova")}, "near-on/b/"),
    ],
    ids=["id", "url", "published", "topics", "officials"],
)
def test_what_tells_how_near_a_briefing_is_has_another_answer(
    changes: dict[str, Any], asked_of: str
) -> None:
    here = briefing("here", published="2024-11-13", officials=("jan-visser",), topics=("a", "b"))
    near = briefing("near", published="2024-11-12", officials=("jan-visser",), topics=("b",))
    desk, after = (set_up(site(here, one), config()) for one in (near, replace(near, **changes)))

    with desk.notes.apart() as asked:
        assert len(briefing_view(here, desk).read_with) == 1

    month = f"{asked_of}{2024 * 12 + 11}"
    assert month in asked
    assert dict(desk.near.answers())[month] != dict(after.near.answers())[month]


SOME = st.sampled_from([("a",), ("b",), ("a", "b")])
DAYS = st.sampled_from([f"2024-{month}-{day}" for month in (10, 11, 12) for day in (10, 15, 20)])


class Facts(NamedTuple):
    """What tells how near a briefing is to others."""

    published: str
    topics: Sequence[str]
    officials: Sequence[str]


FACTS = st.builds(Facts, DAYS, SOME, st.just(()) | SOME)
ANOTHER = st.one_of(
    st.fixed_dictionaries({"published": DAYS}),
    st.fixed_dictionaries({"topics": SOME}),
    st.fixed_dictionaries({"officials": SOME}),
)


def book_of(facts: Sequence[Facts]) -> Site:
    return site(
        *(
            briefing(
                f"b{n}",
                published=one.published,
                topics=[f"on-{topic}" for topic in one.topics],
                officials=tuple(f"official-{official}" for official in one.officials),
            )
            for n, one in enumerate(facts)
        )
    )


@given(st.lists(FACTS, min_size=8, max_size=12), ANOTHER)
def test_what_to_read_changes_only_where_an_answer_does(
    facts: list[Facts], another: dict[str, Any]
) -> None:
    books = book_of(facts), book_of([facts[0]._replace(**another), *facts[1:]])
    before, after = (set_up(one, config()) for one in books)
    old, new = (dict(chain(one.answers(), one.fact_answers())) for one in (before, after))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(related, "_REACH", 1)  # or books would have to be large
        for one in books[0].briefings:
            with before.notes.apart() as asked:
                shown = read_with(before.lookup.briefings[one.id], before)
            if all(old.get(question) == new.get(question) for question in asked):
                assert read_with(one, after) == shown
