from dataclasses import replace
from typing import Any

import pytest

from generator.diagnostics import Location
from generator.model.briefing import Original, SourceRef
from generator.model.draft import SourceFile
from generator.model.site import Held, Site, Statement
from generator.model.subjects import Capture, Organization, Source
from generator.pipeline.check import OF_BOOKS, OF_BRIEFINGS
from tests.builders import briefing, official, role, site, statement
from tests.pipeline.problems import found

TEXT = (
    "Ana Petrova spoke on Monday. “We don’t wait — not for grain,” she said. "
    "Later she added that the “real” work begins. «Point final», wrote the Gazette. "
    "The state-run port (No. 5) opens in 1986. We shall see each other again in spring."
)
HELD = Held("computed", role())


def said(text: str, kind: str = "quote", **entry: Any) -> Statement:  # noqa: ANN401
    return statement(entry={"text": text, "kind": kind, **entry}, held=HELD)


def book(*statements: Statement, text: str = TEXT, **fields: Any) -> Site:  # noqa: ANN401
    return site(briefing("talks", *statements, **fields), texts={"talks": {"plain": text}})


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("We don’t wait — not for grain", id="as-printed"),
        pytest.param("We don't wait - not for grain", id="straight-and-hyphen"),
        pytest.param("We don‘t wait–not for grain", id="other-marks-and-no-spaces"),
        pytest.param("We don't\n wait \N{NO-BREAK SPACE}— not  for grain", id="spaces-and-lines"),
        pytest.param("“We don’t wait — not for grain.”", id="in-marks"),
        pytest.param('"We don’t wait — not for grain,"', id="in-straight-marks"),
        pytest.param("we don’t wait", id="first-letter"),
        pytest.param("[W]e don’t wait", id="first-letter-in-brackets"),
        pytest.param("We don’t wait […] for grain", id="cut-in-brackets"),
        pytest.param("We don’t wait … for grain", id="cut"),
        pytest.param("We don’t wait ... for grain", id="cut-in-stops"),
        pytest.param("We don’t wait — not for [any] grain", id="editor-s-own-word"),
        pytest.param("Point final", id="other-marks-in-the-article"),
        pytest.param("We shall see each other again in spring.", id="not-in-marks-there"),
    ],
)
def test_a_quote_that_occurs_in_the_article_is_right(words: str) -> None:
    assert found(book(said(words))) == ()


@pytest.mark.parametrize(
    ("words", "near"),
    [
        pytest.param("We do not wait for grain", "“We don’t wait — not for grain", id="reworded"),
        pytest.param(
            "see each other in spring", "see each other again in spring", id="word-left-out"
        ),
        pytest.param("not for grain … We don’t wait", "“We don’t wait", id="wrong-order"),
        pytest.param("State-Run Port", "state-run port", id="other-capitals"),
        pytest.param("rain, she", "grain", id="half-a-word"),
    ],
)
def test_a_quote_that_does_not_occur_is_an_error_with_the_nearest_passage(
    words: str, near: str
) -> None:
    (problem,) = found(book(said("In spring"), said(words)))

    assert (problem.code, problem.severity) == ("quote-not-found", "error")
    assert f"“{words}”" in problem.message
    assert near in problem.hint
    assert problem.at == Location("content/briefings/talks.md", field=("statements", 1, "text"))


def test_a_quote_like_nothing_in_the_article_has_a_plain_hint() -> None:
    (problem,) = found(book(said("Ωμέγα")))

    assert problem.hint == "copy the words exactly"


@pytest.mark.parametrize("fields", [{"title": "We will wait"}, {"dek": "We will wait"}])
def test_words_may_stand_in_the_headline_or_below_it(fields: dict[str, str]) -> None:
    assert found(book(said("We will wait"), **fields)) == ()


def test_every_part_in_marks_must_occur_and_the_words_around_need_not() -> None:
    right = said("She called the “real” work and “We don’t wait” one thing")
    wrong = said("She said “we don’t wait” and “we never wait”")

    (problem,) = found(book(right, wrong))

    assert "“we never wait”" in problem.message


@pytest.mark.parametrize("kind", ["paraphrase", "position", "declined", "written"])
def test_what_is_no_quote_need_not_occur(kind: str) -> None:
    assert found(book(said("She would rather “not” say", kind))) == ()


def test_a_part_quote_has_its_words_in_marks() -> None:
    assert found(book(said("She called it “real”", "partial-quote"))) == ()


def test_a_part_quote_without_marks_is_an_error() -> None:
    (problem,) = found(book(said("She called it real", "partial-quote")))

    assert problem.code == "quote-without-marks"
    assert problem.at.field == ("statements", 0, "text")


def kept(text: str, *, file: str = "captures/talks.txt") -> dict[str, Any]:
    return {"captures": {file: SourceFile(f"content/{file}", file, text)}}


def sourced(*statements: Statement) -> Site:
    made = book(*statements)
    source = Source(id="transcript", capture=Capture(file="captures/talks.txt"))
    return replace(made, sources={"transcript": source})


def test_words_may_occur_in_the_kept_source() -> None:
    shown = sourced(said("Nobody asked us"))

    assert found(shown, **kept("Q. And? A. “Nobody asked us.”")) == ()
    assert [one.code for one in found(shown, **kept("Nothing."))] == ["quote-not-found"]
    assert [one.code for one in found(shown)] == ["quote-not-found"]


def test_words_may_not_be_patched_together_from_article_and_source() -> None:
    shown = sourced(said("in spring … Nobody asked us"))

    assert [one.code for one in found(shown, **kept("Nobody asked us."))] == ["quote-not-found"]


def test_only_the_statement_s_own_source_is_a_witness() -> None:
    shown = sourced(said("Nobody asked us", source=SourceRef(id="other")))

    assert [one.code for one in found(shown, **kept("Nobody asked us"))] == ["quote-not-found"]


def test_a_translation_is_right_where_the_words_that_were_said_occur() -> None:
    original = Original(text="Point final", language="fr")

    assert found(book(said("Full stop", original=original))) == ()
    assert found(book(said("We don’t wait", original=Original(text="Nein", language="de")))) == ()


def test_a_translation_whose_original_does_not_occur_either_is_an_error() -> None:
    wrong = said("Full stop", original=Original(text="Point du tout", language="fr"))

    assert [one.code for one in found(book(wrong))] == ["quote-not-found"]


@pytest.mark.parametrize(
    ("held", "code", "words"),
    [
        pytest.param(Held("gap"), "role-gap", "has no role on 2024-11-13", id="gap"),
        pytest.param(
            Held("overlap", None, (role("Premier"), role("Envoy"))),
            "role-overlap",
            "'Premier' and 'Envoy'",
            id="overlap",
        ),
        pytest.param(
            Held("ambiguous", None, (role("Premier"), role("Envoy"))),
            "role-ambiguous",
            "'Premier' or 'Envoy'",
            id="ambiguous",
        ),
    ],
)
def test_an_office_that_cannot_be_named_is_a_warning(held: Held, code: str, words: str) -> None:
    (problem,) = found(book(statement(held=held, entry={"kind": "position"})))

    assert (problem.code, problem.severity) == (code, "warning")
    assert "Ana Petrova" in problem.message
    assert words in problem.message
    assert problem.at.field == ("statements", 0, "speaker")


@pytest.mark.parametrize("how", ["computed", "pinned"])
def test_an_office_that_is_named_is_no_warning(how: Any) -> None:  # noqa: ANN401
    shown = book(statement(held=Held(how, role()), entry={"kind": "position"}))

    assert found(shown) == ()


def test_an_organization_needs_no_office() -> None:
    made = briefing("talks", statement("s1", "estara-mfa", held=Held("body")))
    texts = {"talks": {"plain": "We will not wait."}}
    ministry = Organization(id="estara-mfa", name="Ministry")

    assert found(site(made, records=[ministry], texts=texts)) == ()


def test_an_unknown_speaker_needs_the_words_of_the_source() -> None:
    nameless = statement("s1", None, held=Held("unnamed"), entry={"kind": "position"})
    described = {"kind": "position", "speaker_label": "a senior official"}

    (problem,) = found(book(nameless))

    assert (problem.code, problem.severity) == ("speaker-unnamed", "warning")
    assert found(book(statement("s1", None, held=Held("unnamed"), entry=described))) == ()


def test_the_officials_of_a_book_may_be_without_roles_if_they_say_nothing() -> None:
    assert found(site(briefing(), records=[official("jan-novak")])) == ()


def test_there_is_a_table_of_all_rules() -> None:
    assert len({*OF_BRIEFINGS, *OF_BOOKS}) == len(OF_BRIEFINGS) + len(OF_BOOKS) == 9
