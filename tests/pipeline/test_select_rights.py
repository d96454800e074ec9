from typing import Any

import pytest

from generator.model.briefing import Rights
from generator.model.draft import Heading
from generator.model.html import Html
from generator.model.site import Briefing, BriefingText, Mention
from generator.pipeline.select import Gate, select
from tests.builders import briefing, day, site, statement

BODY = Html(
    '<h2 id="h-start">Start</h2>\n'
    '<p>Ana Petrova came. <span class="quoted" id="st-s1">We wait</span>, she said.</p>\n'
    '<h2 id="h-end">End</h2>\n'
    '<p>Jan Novak left. <span class="quoted" id="st-s2">So what</span>, he said.</p>'
)
TEXT = "Start\nAna Petrova came. We wait, she said.\nEnd\nJan Novak left. So what, he said."
MENTIONS = (
    Mention("ana-petrova", "Ana Petrova came."),
    Mention("jan-novak", "Jan Novak left."),
)


def within(**rights: Any) -> tuple[Briefing, BriefingText]:  # noqa: ANN401
    made = briefing(
        "talks",
        statement("s1", shown="text"),
        statement("s2", shown="text"),
        statement("s3", shown="block"),
        entry={"rights": Rights(**rights)},
        dek="Taken from the article",
        mentions=MENTIONS,
    )
    headings = (Heading("h-start", 2, "Start"), Heading("h-end", 2, "End"))
    text = {"body": BODY, "plain": TEXT, "headings": headings}
    gate = Gate(day("2024-11-20").begins, None, frozenset())
    shown = select(site(made, texts={"talks": text}), gate).site
    return shown.briefings[0], shown.texts[made.name]


def test_with_full_rights_the_whole_text_is_published() -> None:
    shown, text = within(publish="full", notice="By kind permission")

    assert (text.body, text.plain, shown.mentions) == (BODY, TEXT, MENTIONS)
    assert [one.shown for one in shown.statements] == ["text", "text", "block"]
    assert not shown.excerpted


def test_an_excerpt_has_so_many_words_and_is_well_formed() -> None:
    shown, text = within(publish="excerpt", excerpt_words=6)

    assert text.plain == "Start\nAna Petrova came. We wait,…"
    assert text.body == (
        '<h2 id="h-start">Start</h2>\n'
        '<p>Ana Petrova came. <span class="quoted" id="st-s1">We wait</span>,…</p>'
    )
    assert shown.excerpted


def test_what_lay_beyond_an_excerpt_is_not_told_of() -> None:
    shown, text = within(publish="excerpt", excerpt_words=6)

    assert [one.anchor for one in text.headings] == ["h-start"]
    assert shown.mentions == (MENTIONS[0],)
    assert "Novak" not in repr((text, shown.mentions))


def test_statements_beyond_an_excerpt_are_listed_below_it() -> None:
    shown, _ = within(publish="excerpt", excerpt_words=6)

    assert [(one.id, one.shown) for one in shown.statements] == [
        ("s1", "text"),
        ("s2", "list"),
        ("s3", "list"),
    ]


def test_with_rights_to_metadata_alone_no_word_of_the_text_is_published() -> None:
    shown, text = within(publish="metadata")

    assert (text.body, text.plain, text.headings, shown.mentions) == ("", "", (), ())
    assert [one.shown for one in shown.statements] == ["list", "list", "list"]
    assert shown.excerpted


@pytest.mark.parametrize("publish", ["excerpt", "metadata"])
def test_a_dek_taken_from_the_article_is_part_of_its_text(publish: str) -> None:
    assert within(publish=publish)[0].dek is None


def test_a_text_shorter_than_its_excerpt_is_published_whole() -> None:
    _, text = within(publish="excerpt", excerpt_words=500)

    assert (text.body, text.plain) == (BODY, TEXT)
