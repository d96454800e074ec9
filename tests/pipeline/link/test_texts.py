from typing import Any

import pytest

from generator.diagnostics import Location
from generator.model.people import OtherName
from generator.model.site import Mention
from generator.pipeline.link.texts import Named, People, name_officials, people, where_shown
from generator.text.markup.edits import with_edits
from generator.text.markup.fragments import statement_places
from generator.text.markup.marks import mark_edits
from generator.text.markup.reading import read
from tests.builders import day, official, role, statement
from tests.pipeline.link.books import TALKS, article, faults, talks, talks_text

MINISTER = role("Foreign Minister of Estara", "2021-03-01", role="Foreign Minister")
ANA = official("ana-petrova", MINISTER)
JAN = official("jan-petrova", role("Mayor of Halden", "2020", role="Mayor"))
BO = official(
    "bo-lund", other_names=(OtherName(name="Bosse Lund"), OtherName(name="BL", match=False))
)
SAID = "speaker: ana-petrova, kind: quote, source: transcript, date: 2024-11-13"


def found(html: str, known: People, on: str) -> Named:
    return name_officials(read(html), known, day(on), Location("content/briefings/talks.md", 7))


def named(html: str, *, on: str = "2024-11-14") -> Named:
    return found(html, people({one.id: one for one in (ANA, JAN, BO)}), on)


def linked(html: str) -> str:
    return with_edits(html, named(html).edits())


def shown(html: str, text: str, **entry: Any) -> tuple[str, tuple[str, ...]]:  # noqa: ANN401
    reading, entries = read(html), [statement(entry={"text": text, **entry}).entry]
    where, marks = where_shown(reading, entries, statement_places(html))
    return with_edits(html, mark_edits(reading, marks)), where


def test_an_official_is_linked_once_and_every_mention_is_kept() -> None:
    html = "<p>Ana Petrova came. Later Ana Petrova left.</p><p>Petrova was calm.</p>"

    assert linked(html) == (
        '<p><a class="official" href="site:officials/ana-petrova.html">Ana Petrova</a> came. '
        "Later Ana Petrova left.</p><p>Petrova was calm.</p>"
    )
    assert named(html).mentions[:2] == (
        Mention("ana-petrova", "Ana Petrova came."),
        Mention("ana-petrova", "Later Ana Petrova left."),
    )


def test_a_surname_after_the_full_name_counts_if_nobody_else_has_it() -> None:
    made = named("<p>Bo Lund came. Lund left.</p>")

    assert [one.sentence for one in made.mentions] == ["Bo Lund came.", "Lund left."]
    assert len(made.links) == 1


def test_a_surname_that_two_share_is_not_linked() -> None:
    made = named("<p>Petrova was calm.</p>")

    assert (made.links, made.mentions) == ((), ())


def test_a_surname_that_two_share_is_settled_by_the_title_of_the_day() -> None:
    made = named("<p>Foreign Minister Petrova met Mayor Petrova.</p>")

    assert [one.official for one in made.mentions] == ["ana-petrova", "jan-petrova"]
    assert len(made.links) == 2


def test_a_title_that_was_not_held_on_the_day_settles_nothing() -> None:
    made = named("<p>Foreign Minister Petrova came.</p>", on="2019-05-05")

    assert made.mentions == ()


def test_a_name_that_two_people_bear_is_a_warning_and_nobody_is_linked() -> None:
    twins = {one: official(one, name="Ana Petrova") for one in ("ana-a", "ana-b")}

    made = found("<p>Ana Petrova came.</p>", people(twins), "2024")

    (problem,) = made.problems
    assert (made.links, made.mentions) == ((), ())
    assert (problem.code, problem.severity) == ("ambiguous-name", "warning")
    assert problem.at == Location("content/briefings/talks.md", 7)
    assert "ana-a or ana-b" in problem.message
    assert "[Ana Petrova](official:ana-a)" in problem.hint


def test_other_names_are_found_unless_they_are_not_to_be() -> None:
    assert [one.official for one in named("<p>Bosse Lund came.</p>").mentions] == ["bo-lund"]
    assert named("<p>BL came.</p>").mentions == ()


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"family_name": "Kim", "name": "Kim Min Soo"}, id="family-name"),
        pytest.param({"sort_name": "Kim, Min Soo", "name": "Min Soo Kim"}, id="sort-name"),
    ],
)
def test_the_surname_is_the_one_that_is_written_down(fields: dict[str, str]) -> None:
    known = people({"kim": official("kim", role("Envoy", role="Envoy"), **fields)})

    made = found("<p>Envoy Kim came.</p>", known, "2024")

    assert [one.official for one in made.mentions] == ["kim"]


def test_words_of_a_quote_are_marked_where_they_stand() -> None:
    html, where = shown("<p>She said: “We don’t wait.”</p>", "We don't wait")

    assert html == ('<p>She said: “<span class="quoted" id="st-s1">We don’t wait</span>.”</p>')
    assert where == ("text",)


@pytest.mark.parametrize(
    ("html", "text", "kind"),
    [
        pytest.param("<p>She said no.</p>", "Other words", "quote", id="not-there"),
        pytest.param("<p>We wait.</p>", "We wait.", "paraphrase", id="no-quote"),
    ],
)
def test_words_that_do_not_stand_in_the_text_are_listed_below(
    html: str, text: str, kind: str
) -> None:
    assert shown(html, text, kind=kind) == (html, ("list",))


def test_a_statement_with_a_block_is_shown_there_alone() -> None:
    html = '<p>We wait.</p>\n<div data-statement="s1"></div>'

    assert shown(html, "We wait.") == (html, ("block",))


def test_of_words_in_marks_the_first_are_marked() -> None:
    html, _ = shown("<p>It is “real”, she said; “so real”.</p>", "She called it “real”")

    assert '“<span class="quoted" id="st-s1">real</span>”, she' in html


def test_a_briefing_has_its_names_links_and_statements_in_place() -> None:
    body = "Ana Petrova spoke on [arms](topic:arms): “We wait,” she said.\n"

    meta = f"statements:\n  - {{id: s1, text: We wait, {SAID}}}\n"

    text = talks_text(body, meta)

    assert text.body == (
        '<p><a class="official" href="site:officials/ana-petrova.html">Ana Petrova</a> spoke on '
        '<a href="site:topics/arms.html">arms</a>: '
        '“<span class="quoted" id="st-s1">We wait</span>,” she said.</p>'
    )
    assert text.plain == "Ana Petrova spoke on arms: “We wait,” she said."
    assert talks(body, meta).officials == ("ana-petrova",)


def test_an_editor_s_own_link_to_an_official_is_a_mention_and_the_only_link() -> None:
    body = "[The minister](official:ana-petrova) spoke. Ana Petrova left.\n"

    made = talks(body)

    assert talks_text(body).body.count("<a ") == 1
    assert [one.sentence for one in made.mentions] == ["The minister spoke.", "Ana Petrova left."]


def test_links_of_the_short_fields_lead_to_addresses_too() -> None:
    made = talks_text(meta="summary: See [it](topic:arms)\n")

    assert made.blocks.summary == 'See <a href="site:topics/arms.html">it</a>'


def test_a_link_within_a_text_leads_to_its_heading() -> None:
    made = talks_text("See [cost](#cost) and [it](#h-cost).\n\n## Cost\n\nMuch.\n")

    assert made.body.count('href="#h-cost"') == 2


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        pytest.param("See [cost](#price).\n\n## Cost\n", "broken-link", 6, id="no-such-heading"),
        pytest.param("See [x](y.md).\n", "broken-link", 6, id="no-such-file"),
        pytest.param("See\n[x](official:anna).\n", "unknown-official", 7, id="no-such-official"),
        pytest.param("See\n\n[](statement:s9)\n", "unknown-statement", 8, id="no-such-statement"),
        pytest.param("[x](javascript:alert)\n", "forbidden-link", 6, id="forbidden"),
        pytest.param(
            "![x](https://estara.example/a.png)\n", "picture-elsewhere", 6, id="picture-elsewhere"
        ),
    ],
)
def test_a_link_that_leads_nowhere_is_an_error_at_its_line(body: str, code: str, line: int) -> None:
    (problem,) = faults({TALKS: article(body)})

    assert (problem.code, problem.severity) == (code, "error")
    assert (problem.at.path, problem.at.line) == (f"content/{TALKS}", line)


def test_a_link_of_a_short_field_that_leads_nowhere_is_told_of_once() -> None:
    (problem,) = faults({TALKS: article(meta="summary: See [it](topic:grain)\n")})

    assert (problem.code, problem.at.field) == ("unknown-topic", ("summary",))


def test_a_statement_shown_twice_or_of_another_briefing_is_an_error() -> None:
    said = "statements:\n  - {{id: {}, text: We wait, {}}}\n"
    body = "We wait.\n\n[](statement:s1)\n\n[](statement:s2)\n\n[](statement:s1)\n"
    other = article("We wait.\n", said.format("s2", SAID))

    problems = faults({TALKS: article(body, said.format("s1", SAID)), "briefings/b.md": other})

    assert [one.code for one in problems] == ["unknown-statement", "statement-twice"]
    assert "[words](statement:s2)" in problems[0].hint
