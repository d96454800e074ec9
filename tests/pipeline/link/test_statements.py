import pytest

from generator.diagnostics import Problem
from generator.model.briefing import ClaimStance, SourceRef
from generator.model.site import Statement
from tests.pipeline.link.books import TALKS, article, faults, talks

PERSON = """\
id: ana-petrova
name: Ana Petrova
aliases: [ana]
roles:
  - {id: mayor, role: Mayor, label: Mayor of Halden, organization: estara-mfa,
     start_date: 2014-03-05, end_date: 2021-02-28}
  - {id: minister, role: Minister, label: Minister of Estara, organization: estara-mfa,
     start_date: 2021-03-01}
"""
FILES = {
    "officials/ana-petrova.yaml": PERSON,
    "places.yaml": "- {id: halden, name: Halden, aliases: [old-halden]}\n",
    "topics.yaml": "- {id: arms, name: Arms, aliases: [weapons]}\n- {id: grain, name: Grain}\n",
    "sources.yaml": "- {id: transcript, aliases: [record]}\n",
    "claims.yaml": "- {id: c1, text: They met, aliases: [c-old]}\n",
}
SAID = "speaker: ana-petrova, kind: position, text: No comment, source: transcript"


def meta(*fields: str, more: str = "") -> str:
    said = "".join(f"  - {{{one}}}\n" for one in fields)
    return f"{more}statements:\n{said}"


def only(fields: str, *, more: str = "") -> Statement:
    (made,) = talks(meta=meta(fields, more=more), **FILES).statements
    return made


def wrong(*fields: str, more: str = "") -> tuple[Problem, ...]:
    return faults({**FILES, TALKS: article(meta=meta(*fields, more=more))})


def test_a_statement_has_the_address_of_its_place_in_the_briefing() -> None:
    made = only(f"id: s1, {SAID}")

    assert (made.briefing, made.url) == ("talks", "briefings/2024/11/talks.html#st-s1")


def test_a_statement_names_everything_by_present_ids() -> None:
    fields = (
        "id: s1, speaker: ana, kind: position, text: No comment, source: record, "
        "place: old-halden, topics: [weapons], claims: [{claim: c-old, stance: denies}]"
    )

    made = only(fields)

    assert (made.speaker, made.place, made.topics) == ("ana-petrova", "halden", ("arms",))
    assert made.entry.source == SourceRef(id="transcript")
    assert made.entry.claims == (ClaimStance(claim="c1", stance="denies"),)


def test_a_statement_without_topics_has_those_of_its_briefing() -> None:
    assert only(f"id: s1, {SAID}").topics == ("arms",)
    assert only(f"id: s1, topics: grain, {SAID}").topics == ("grain",)


@pytest.mark.parametrize(
    ("date", "more", "day", "basis"),
    [
        pytest.param("date: 2024-11-13", "", "2024-11-13", "stated", id="stated"),
        pytest.param("", "", "2024-11-14", "inferred-from-publication", id="of-publication"),
        pytest.param(
            "", "event_date: 2024-11-12\n", "2024-11-12", "inferred-from-publication", id="of-event"
        ),
        pytest.param(
            "date: 2024-11, date_basis: unknown", "", "2024-11", "unknown", id="said-to-be-unknown"
        ),
    ],
)
def test_a_statement_has_the_day_stated_or_that_of_the_event_or_of_publication(
    date: str, more: str, day: str, basis: str
) -> None:
    made = only(", ".join(filter(None, ("id: s1", SAID, date))), more=more)

    assert (made.date.text, made.date_basis) == (day, basis)


@pytest.mark.parametrize(
    ("fields", "how", "label"),
    [
        pytest.param("date: 2024-11-13", "computed", "Minister of Estara", id="by-the-day"),
        pytest.param("date: 2021-02-28", "computed", "Mayor of Halden", id="last-day"),
        pytest.param("date: 2010", "gap", None, id="before-any-office"),
        pytest.param("date: 2021", "ambiguous", None, id="the-year-of-the-change"),
        pytest.param("date: 2021, role: mayor", "pinned", "Mayor of Halden", id="pinned"),
        pytest.param("role: minister", "pinned", "Minister of Estara", id="pinned-needlessly"),
    ],
)
def test_the_office_is_that_of_the_day_or_the_one_pinned(
    fields: str, how: str, label: str | None
) -> None:
    held = only(f"id: s1, {SAID}, {fields}").held

    assert held.how == how
    assert (held.role.label if held.role else None) == label


def test_a_pin_on_a_day_on_which_the_role_was_not_held_is_a_warning() -> None:
    (problem,) = wrong(f"id: s1, {SAID}, date: 2024-11-13, role: mayor")

    assert (problem.code, problem.severity) == ("role-off-date", "warning")
    assert problem.at.field == ("statements", 0, "role")
    assert "2024-11-13" in problem.message


@pytest.mark.parametrize(
    ("role", "hint"),
    [("minster", "did you mean 'minister'?"), ("envoy", "`id: envoy`")],
    ids=["near", "far"],
)
def test_a_pin_of_a_role_that_the_person_never_had_is_an_error(role: str, hint: str) -> None:
    (problem,) = wrong(f"id: s1, {SAID}, role: {role}")

    assert (problem.code, problem.severity) == ("unknown-role", "error")
    assert hint in problem.hint


def test_an_organization_may_speak() -> None:
    made = only("id: s1, speaker: estara-mfa, kind: position, text: No, source: transcript")

    assert (made.speaker, made.held.how) == ("estara-mfa", "body")


def test_a_speaker_may_be_unknown() -> None:
    made = only("id: s1, speaker: unknown, kind: position, text: No, source: transcript")

    assert (made.speaker, made.held.how) == (None, "unnamed")


def test_a_speaker_whom_nobody_wrote_down_is_an_error() -> None:
    far, near = wrong(
        "id: s1, speaker: bo-lund, kind: position, text: No, source: transcript",
        "id: s2, speaker: estara-mfb, kind: position, text: No, source: transcript",
    )

    assert {far.code, near.code} == {"unknown-speaker"}
    assert [one.at.field for one in (far, near)] == [
        ("statements", 0, "speaker"),
        ("statements", 1, "speaker"),
    ]
    assert "briefbook new official bo-lund" in far.hint
    assert near.hint == "did you mean 'estara-mfa'?"


@pytest.mark.parametrize(
    ("fields", "code", "place"),
    [
        pytest.param("topics: [arms, gran]", "unknown-topic", ("topics", 1), id="topic"),
        pytest.param("place: oslo", "unknown-place", ("place",), id="place"),
        pytest.param(
            "claims: [{claim: c9, stance: denies}]",
            "unknown-claim",
            ("claims", 0, "claim"),
            id="claim",
        ),
        pytest.param("same_as: s9", "unknown-statement", ("same_as", 0), id="same-as"),
        pytest.param("responds_to: s9", "unknown-statement", ("responds_to", 0), id="responds-to"),
        pytest.param("supersedes: [s9]", "unknown-statement", ("supersedes", 0), id="supersedes"),
    ],
)
def test_what_a_statement_names_must_be_there(
    fields: str, code: str, place: tuple[str | int, ...]
) -> None:
    (problem,) = wrong(f"id: s1, {SAID}, {fields}")

    assert (problem.code, problem.at.field) == (code, ("statements", 0, *place))


@pytest.mark.parametrize("source", ["source: tape", "source: {id: tape}"], ids=["word", "record"])
def test_a_source_that_nobody_wrote_down_is_an_error(source: str) -> None:
    said = f"id: s1, speaker: ana, kind: position, text: No, {source}"

    (problem,) = wrong(said)

    assert problem.code == "unknown-source"
    assert (problem.at.field or ())[:3] == ("statements", 0, "source")


def test_statements_may_refer_to_those_of_other_briefings() -> None:
    other = article(meta=meta(f"id: s9, {SAID}"))

    made = talks(
        meta=meta(f"id: s1, {SAID}, responds_to: s9, same_as: [s9]"),
        **{**FILES, "briefings/ports.md": other},
    )

    assert made.statements[0].responds_to == ("s9",)


def test_the_sources_of_statements_are_sources_of_the_briefing_each_once() -> None:
    cited = "sources: [{id: transcript, locator: p. 1}]\n"
    quoted = "source: {id: transcript, locator: p. 4}"
    said = f"id: s1, speaker: ana, kind: position, text: No, {quoted}"

    made = talks(meta=meta(said, more=cited), **FILES)

    assert made.sources == (SourceRef(id="transcript", locator="p. 1"),)
    assert made.statements[0].entry.source.locator == "p. 4"
