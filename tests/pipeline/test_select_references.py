"""What public briefings say of those that are held back."""

from datetime import UTC, datetime
from typing import Any

from generator.model.site import Briefing
from generator.pipeline.select import Gate, Selection, select
from tests.builders import briefing, site, statement, statements_of

PUBLIC = Gate(datetime(2024, 11, 20, 12, 0, tzinfo=UTC), None, frozenset())
SECRET = briefing("secret", statement("s9"), entry={"status": "withheld"})


def selected(*briefings: Briefing, **fields: Any) -> Selection:  # noqa: ANN401
    return select(site(*briefings, **fields), PUBLIC)


def test_a_briefing_that_has_nothing_of_what_is_held_back_stays_as_it_is() -> None:
    body = '<p><a href="site:officials/ana-petrova.html">Petrova</a></p>'
    public = briefing("ports", statement("here", same_as=("there",)))
    other = briefing("peace", statement("there"), follows="ports")

    found = selected(public, other, SECRET, texts={"ports": {"body": body}})

    assert all(one is also for one, also in zip(found.site.briefings, (public, other), strict=True))


def test_what_statements_say_of_statements_held_back_vanishes() -> None:
    answering = statement("s1", responds_to=("s9", "s2"), same_as=("s9",), supersedes=("s9", "s2"))

    found = selected(briefing("talks", answering, statement("s2")), SECRET).site

    first = statements_of(found)[0]
    assert (first.responds_to, first.same_as, first.supersedes) == (("s2",), (), ("s2",))
    assert "s9" not in {one.id for one in statements_of(found)}


def test_a_briefing_does_not_follow_nor_is_answered_by_one_held_back() -> None:
    answers = {"q1": "secret", "q2": "ports"}
    asking = briefing("talks", follows="secret", answers=answers)

    found = selected(asking, SECRET, briefing("ports", follows="talks")).site

    shown = {one.id: one for one in found.briefings}
    assert (shown["talks"].follows, shown["talks"].answers) == (None, {"q2": "ports"})
    assert shown["ports"].follows == "talks"
