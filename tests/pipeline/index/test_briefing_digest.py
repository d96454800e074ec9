"""A briefing's digest changes with everything that its pages can show of it."""

from dataclasses import fields, replace
from typing import Any

import pytest

from generator.model.html import Html
from generator.model.site import Briefing, Held, Mention, Statement
from generator.pipeline.index.briefing_digest import (
    LINKED,
    LINKED_OF_STATEMENT,
    WRITTEN,
    WRITTEN_OF_STATEMENT,
    briefing_digest,
    official_digests,
)
from tests.builders import briefing, official, role, statement


def names_of(record: type[Any]) -> set[str]:
    return {one.name for one in fields(record)}


def test_every_field_is_known_to_follow_from_the_files_or_not() -> None:
    assert names_of(Briefing) == WRITTEN | LINKED
    assert not WRITTEN & LINKED
    assert names_of(Statement) == WRITTEN_OF_STATEMENT | LINKED_OF_STATEMENT
    assert not WRITTEN_OF_STATEMENT & LINKED_OF_STATEMENT


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("written", b"other"),
        ("url", "briefings/elsewhere.html"),
        ("body", Html("<p>Talks ended.</p>")),
        ("excerpted", True),
        ("topics", ("arms", "ports")),
        ("places", ("tarsk",)),
        ("officials", ()),
        ("sources", ()),
        ("mentions", (Mention("ana-petrova", "She came."),)),
        ("answers", {"open": "other"}),
        ("follows", "other"),
        ("statements", ()),
    ],
)
def test_what_linking_found_changes_it(name: str, value: Any) -> None:  # noqa: ANN401 - of any field
    one = briefing("talks", statement())

    other: Briefing = replace(one, **{name: value})

    assert briefing_digest(one, {}) != briefing_digest(other, {})


def test_markup_of_short_fields_changes_it() -> None:
    one = briefing("talks")

    other = replace(one, blocks=replace(one.blocks, summary=Html("<p>They met.</p>")))

    assert briefing_digest(one, {}) != briefing_digest(other, {})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("speaker", "ilse-brandt"),
        ("held", Held("overlap")),
        ("place", "tarsk"),
        ("shown", "block"),
        ("topics", ("ports",)),
        ("responds_to", ("s2",)),
        ("same_as", ("s2",)),
        ("supersedes", ("s2",)),
    ],
)
def test_what_linking_found_of_a_statement_changes_it(name: str, value: Any) -> None:  # noqa: ANN401 - of any field
    one = briefing("talks", statement())

    other = replace(one, statements=(replace(one.statements[0], **{name: value}),))

    assert briefing_digest(one, {}) != briefing_digest(other, {})


def test_another_record_of_a_speaker_changes_it() -> None:
    one = briefing("talks", statement(speaker="ana-petrova"))
    before = official("ana-petrova", role("Minister"))
    after = official("ana-petrova", role("Mayor"))

    digests = [
        briefing_digest(one, official_digests({"ana-petrova": found})) for found in (before, after)
    ]

    assert digests[0] != digests[1]
