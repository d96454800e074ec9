from collections.abc import Mapping

import pytest

from generator.diagnostics import Location, Problem
from generator.pipeline.link.registries import Registries, gather
from tests.pipeline.link.books import entries

BODIES = "- {id: pact, name: Northern Pact, aliases: [alliance]}\n- {id: estara, name: Estara}\n"
SOURCES = "- {id: transcript, aliases: [record]}\n- {id: gazette}\n"
PERSON = """\
id: ana
name: Ana Petrova
aliases: [ana-p]
sources: [record]
roles:
  - {role: Envoy, label: Envoy of Estara, organization: alliance, sources: [record]}
"""


def gathered(**files: str) -> tuple[Registries, list[Problem]]:
    return gather(entries({f"{name}.yaml": text for name, text in files.items()}))


def problems(**files: str) -> list[Problem]:
    return gathered(**files)[1]


def test_records_stand_in_the_order_of_their_ids() -> None:
    made, faults = gathered(topics="- {id: grain, name: A}\n- {id: arms, name: B}\n")

    assert faults == []
    assert list(made.records["topics"]) == ["arms", "grain"]


def test_records_of_all_files_of_a_kind_come_together() -> None:
    files = {
        "officials.yaml": "- {id: jan, name: Jan Novak}\n",
        "officials/bo.yaml": "id: bo\nname: Bo Lund\n",
    }

    made, faults = gather(entries(files))

    assert faults == []
    assert list(made.records["officials"]) == ["bo", "jan"]
    assert made.files == {"content/officials/bo.yaml": ("officials", "bo")}


def test_the_terms_of_the_glossary_keep_their_order_and_have_no_ids() -> None:
    text = "- {term: START, definition: A treaty}\n- {term: ICBM, definition: A missile}\n"

    made, faults = gathered(glossary=text)

    assert faults == []
    assert [one.term for one in made.terms] == ["START", "ICBM"]
    assert "glossary" not in made.records


def test_an_id_and_its_aliases_stand_for_the_same_thing() -> None:
    made, _ = gathered(organizations=BODIES)
    at = Location("content/x.yaml")

    assert made.names.resolve("organizations", "pact", at) == ("pact", ())
    assert made.names.resolve("organizations", "alliance", at) == ("pact", ())


def test_an_id_that_nobody_has_is_a_problem_with_the_nearest() -> None:
    made, _ = gathered(organizations=BODIES)

    found, (problem,) = made.names.resolve("organizations", "estarra", Location("a.yaml", 3))

    assert found is None
    assert (problem.code, problem.at) == ("unknown-organization", Location("a.yaml", 3))
    assert problem.hint == "did you mean 'estara'?"


def test_an_id_like_no_other_can_be_written_down() -> None:
    made, _ = gathered(organizations=BODIES)

    _, (problem,) = made.names.resolve("organizations", "quorum", Location("a.yaml"))

    assert problem.hint == "write it down with `briefbook new organization quorum`"


def test_what_records_say_of_each_other_is_said_by_present_ids() -> None:
    made, faults = gathered(
        organizations=BODIES + "- {id: fleet, name: Fleet, parent: alliance}\n",
        sources=SOURCES + "- {id: copy, derives_from: record}\n",
        officials=PERSON,
        topics=(
            "- {id: arms, name: Arms, aliases: [weapons]}\n"
            "- {id: mines, name: Mines, parent: weapons, see_also: [weapons, mines]}\n"
        ),
        claims="- {id: c1, text: They met, topics: [weapons]}\n",
    )

    person, mines = made.records["officials"]["ana"], made.records["topics"]["mines"]
    assert faults == []
    assert made.records["organizations"]["fleet"].parent == "pact"
    assert made.records["sources"]["copy"].derives_from == "transcript"
    assert person.sources == ("transcript",)
    assert [(one.organization, one.sources) for one in person.roles] == [("pact", ("transcript",))]
    assert (mines.parent, mines.see_also) == ("arms", ("arms", "mines"))
    assert made.records["claims"]["c1"].topics == ("arms",)


@pytest.mark.parametrize(
    ("files", "code", "place"),
    [
        pytest.param(
            {"topics": "- {id: a, name: A, parent: b}\n"},
            "unknown-topic",
            Location("content/topics.yaml", field=(0, "parent")),
            id="parent-topic",
        ),
        pytest.param(
            {"topics": "- {id: a, name: A, see_also: [a, b]}\n"},
            "unknown-topic",
            Location("content/topics.yaml", field=(0, "see_also", 1)),
            id="see-also",
        ),
        pytest.param(
            {"organizations": "- {id: a, name: A, parent: b}\n"},
            "unknown-organization",
            Location("content/organizations.yaml", field=(0, "parent")),
            id="parent-body",
        ),
        pytest.param(
            {"sources": "- {id: a}\n- {id: b, derives_from: c}\n"},
            "unknown-source",
            Location("content/sources.yaml", field=(1, "derives_from")),
            id="origin",
        ),
        pytest.param(
            {"claims": "- {id: a, text: A, topics: b}\n"},
            "unknown-topic",
            Location("content/claims.yaml", field=(0, "topics", 0)),
            id="topic-of-a-claim",
        ),
        pytest.param(
            {"officials": "- {id: a, name: A, sources: [b]}\n"},
            "unknown-source",
            Location("content/officials.yaml", field=(0, "sources", 0)),
            id="source-of-an-official",
        ),
        pytest.param(
            {"officials": PERSON, "sources": SOURCES},
            "unknown-organization",
            Location("content/officials.yaml", field=("roles", 0, "organization")),
            id="organization-of-a-role",
        ),
    ],
)
def test_a_reference_to_nothing_is_an_error_at_its_field(
    files: Mapping[str, str], code: str, place: Location
) -> None:
    (problem,) = problems(**files)

    assert (problem.code, problem.at, problem.severity) == (code, place, "error")


@pytest.mark.parametrize(
    "second",
    [
        pytest.param("{id: arms, name: Other}", id="id-and-id"),
        pytest.param("{id: other, name: Other, aliases: [arms]}", id="id-and-alias"),
        pytest.param("{id: other, name: Other, aliases: [weapons]}", id="alias-and-alias"),
        pytest.param("{id: weapons, name: Other}", id="alias-and-id"),
        pytest.param("{id: other, name: Other, aliases: [x, x]}", id="alias-twice"),
    ],
)
def test_a_name_that_two_things_bear_is_an_error_that_says_where_the_other_is(second: str) -> None:
    first = "- {id: arms, name: Arms, aliases: [weapons]}\n"

    (problem,) = problems(topics=f"{first}- {second}\n")

    assert problem.code == "duplicate-id"
    assert "content/topics.yaml" in problem.message
    assert (problem.at.field or ())[0] == 1


def test_things_of_different_kinds_may_have_the_same_id() -> None:
    same = "- {id: halden, name: Halden}\n"

    assert problems(topics=same, places=same, organizations=same) == []


@pytest.mark.parametrize(
    ("records", "message"),
    [
        pytest.param("- {id: a, name: A, parent: a}\n", "'a' is its own parent", id="itself"),
        pytest.param(
            "- {id: b, name: B, parent: a}\n- {id: a, name: A, parent: b}\n",
            "by way of 'b'",
            id="two",
        ),
        pytest.param(
            "- {id: a, name: A, parent: b-old}\n- {id: b, name: B, parent: a, aliases: [b-old]}\n",
            "by way of 'b'",
            id="through-an-alias",
        ),
        pytest.param(
            "- {id: a, name: A, parent: b}\n- {id: b, name: B, parent: c}\n"
            "- {id: c, name: C, parent: a}\n- {id: d, name: D, parent: a}\n",
            "by way of 'b'",
            id="three-and-one-below",
        ),
    ],
)
@pytest.mark.parametrize("kind", ["topics", "organizations"])
def test_a_circle_of_parents_is_told_of_once(kind: str, records: str, message: str) -> None:
    (problem,) = problems(**{kind: records})

    assert problem.code == "parent-circle"
    assert message in problem.message
    assert (problem.at.field or ())[1:] == ("parent",)
