"""A briefing's digest changes with everything that its pages can show of it."""

from dataclasses import fields, replace
from typing import Any

import pytest

from generator.model.draft import Blocks, Heading
from generator.model.html import Html
from generator.model.site import Briefing, BriefingText, Digests, Held, Mention, Statement
from generator.pipeline.index.briefing_digest import (
    COUNTED_OF_TEXT,
    FACTS_OF_TEXT,
    LINKED_OF_STATEMENT,
    SAID,
    SAID_OF_TEXT,
    UNSEEN,
    WRITTEN,
    WRITTEN_OF_STATEMENT,
    briefing_digest,
    official_digests,
    text_digest,
)
from tests.builders import briefing, official, role, statement, text_of


def names_of(record: type[Any]) -> set[str]:
    return {one.name for one in fields(record)}


def test_every_field_is_known_to_follow_from_the_files_or_not() -> None:
    assert sorted(names_of(Briefing)) == sorted([*WRITTEN, *UNSEEN, *SAID])
    assert sorted(names_of(BriefingText)) == sorted(
        [*COUNTED_OF_TEXT, *SAID_OF_TEXT, *FACTS_OF_TEXT]
    )
    assert names_of(Statement) == WRITTEN_OF_STATEMENT | LINKED_OF_STATEMENT
    assert not WRITTEN_OF_STATEMENT & LINKED_OF_STATEMENT


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("digests", Digests(metadata=b"other")),
        ("url", "briefings/elsewhere.html"),
        ("title", "Talks end"),
        ("dek", "They met."),
        ("byline", "Ana Brandt"),
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

    assert briefing_digest(one, Blocks(), {}) != briefing_digest(other, Blocks(), {})


def test_its_short_fields_are_among_the_facts_and_not_in_its_text() -> None:
    one = briefing("talks")
    text = text_of(one)
    summary = replace(text.blocks, summary=Html("<p>They met.</p>"))

    digests = {briefing_digest(one, blocks, {}) for blocks in (text.blocks, summary)}

    assert len(digests) == 2
    assert text_digest(one, text) == text_digest(one, replace(text, blocks=summary))


def test_all_that_a_text_says_changes_the_digest_of_the_text() -> None:
    one = briefing("talks")
    text = text_of(one)

    digests = [
        text_digest(one, text),
        text_digest(one, replace(text, body=Html("<p>Talks ended.</p>"))),
        text_digest(replace(one, excerpted=True), text),
        text_digest(one, replace(text, plain="Talks ended.")),
        text_digest(one, replace(text, credits=("Agency",))),
        text_digest(one, replace(text, headings=(Heading("h-part", 2, "Part"),))),
    ]

    assert len(set(digests)) == len(digests)


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

    assert briefing_digest(one, Blocks(), {}) != briefing_digest(other, Blocks(), {})


def test_another_record_of_a_speaker_changes_it() -> None:
    one = briefing("talks", statement(speaker="ana-petrova"))
    before = official("ana-petrova", role("Minister"))
    after = official("ana-petrova", role("Mayor"))

    digests = [
        briefing_digest(one, Blocks(), official_digests({"ana-petrova": found}))
        for found in (before, after)
    ]

    assert digests[0] != digests[1]
