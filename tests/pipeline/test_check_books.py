import hashlib

import pytest

from generator.diagnostics import Location
from generator.model.draft import RegistryEntry, SourceFile
from generator.model.site import Held, Statement
from generator.model.subjects import Capture, Source, Topic
from generator.pipeline.check import LINTS
from tests.builders import briefing, day, role, site, statement
from tests.pipeline.problems import found

KEPT = SourceFile("content/captures/a.txt", "captures/a.txt", "Kept words.\n")
DIGEST = hashlib.sha256(KEPT.text.encode()).hexdigest()


def said(date: str, *, stated: bool = True) -> Statement:
    entry = {"kind": "position", "date": day(date) if stated else None}
    return statement(date=date, entry=entry, held=Held("computed", role()))


def source(capture: Capture | None) -> RegistryEntry:
    return RegistryEntry(
        "content/sources.yaml", "sources.yaml", (2,), Source(id="transcript", capture=capture)
    )


def topic(identifier: str) -> RegistryEntry:
    record = Topic(id=identifier, name=identifier)
    return RegistryEntry("content/topics.yaml", "topics.yaml", (0,), record)


@pytest.mark.parametrize(
    ("date", "published", "updated"),
    [
        pytest.param("2024-11-13", "2024-11-14", None, id="the-day-before"),
        pytest.param("2024-11-14", "2024-11-14", None, id="the-same-day"),
        pytest.param("2024-11", "2024-11-14", None, id="the-same-month"),
        pytest.param("2024-11-20", "2024-11", None, id="a-day-of-the-month"),
        pytest.param("2024-11-15", "2024-11-14", "2024-11-15", id="before-the-update"),
    ],
)
def test_a_statement_comes_before_the_briefing_that_reports_it(
    date: str, published: str, updated: str | None
) -> None:
    entry = {"updated": day(updated) if updated else None}

    assert found(site(briefing("talks", said(date), published=published, entry=entry))) == ()


@pytest.mark.parametrize(
    ("date", "published"),
    [
        pytest.param("2024-11-15", "2024-11-14", id="the-day-after"),
        pytest.param("2024-12", "2024-11", id="the-month-after"),
    ],
)
def test_a_statement_after_its_briefing_is_a_warning(date: str, published: str) -> None:
    (problem,) = found(site(briefing("talks", said(date), published=published)))

    assert (problem.code, problem.severity) == ("statement-after-publication", "warning")
    assert problem.at.field == ("statements", 0, "date")
    assert date in problem.message
    assert published in problem.message


def test_a_date_that_nobody_stated_is_not_compared() -> None:
    assert found(site(briefing("talks", said("2024-11-20", stated=False)))) == ()


@pytest.mark.parametrize("digest", [None, DIGEST, DIGEST.upper()], ids=["none", "own", "capitals"])
def test_a_kept_copy_that_is_there_is_right(digest: str | None) -> None:
    sources = (source(Capture(file="captures/a.txt", sha256=digest)), source(None))

    assert found(site(), sources=sources, captures={KEPT.name: KEPT}) == ()


def test_a_kept_copy_that_is_missing_is_an_error() -> None:
    (problem,) = found(site(), sources=(source(Capture(file="captures/b.txt")),))

    assert (problem.code, problem.severity) == ("capture-missing", "error")
    assert problem.at == Location("content/sources.yaml", field=(2, "capture", "file"))


def test_a_kept_copy_that_has_changed_is_an_error_that_gives_its_digest() -> None:
    sources = (source(Capture(file="captures/a.txt", sha256="0" * 64)),)

    (problem,) = found(site(), sources=sources, captures={KEPT.name: KEPT})

    assert (problem.code, problem.severity) == ("capture-changed", "error")
    assert problem.at.field == (2, "capture", "sha256")
    assert DIGEST in problem.hint


def test_a_topic_without_briefings_is_a_warning() -> None:
    shown = site(briefing("talks", topics=("arms",)))

    (problem,) = found(shown, topics=(topic("arms"), topic("grain")))

    assert (problem.code, problem.severity) == ("empty-topic", "warning")
    assert "'grain'" in problem.message


def test_topics_are_not_called_empty_while_a_file_could_not_be_read() -> None:
    assert found(site(), topics=(topic("grain"),), whole=False) == ()


def test_a_topic_of_a_statement_alone_or_above_another_is_used() -> None:
    arms = Topic(id="arms", name="Arms", parent="security")
    spoken = statement(topics=("ports",), entry={"kind": "position"}, held=Held("computed", role()))
    shown = site(briefing("talks", spoken, topics=("arms",)), records=[arms])

    assert found(shown, topics=(topic("arms"), topic("ports"), topic("security"))) == ()


def test_an_edition_that_the_settings_do_not_name_is_an_error() -> None:
    shown = site(
        briefing("a", entry={"edition": "memebrs"}),
        briefing("b", entry={"edition": "members"}),
        briefing("c"),
    )

    (problem,) = found(shown, editions=("members",))

    assert (problem.code, problem.severity) == ("unknown-edition", "error")
    assert problem.at == Location("content/briefings/a.md", field=("edition",))
    assert problem.hint == "did you mean 'members'?"


def test_an_edition_in_a_book_without_editions_is_an_error() -> None:
    (problem,) = found(site(briefing("a", entry={"edition": "members"})))

    assert "editions:" in problem.hint


def test_every_warning_of_the_rules_can_be_graded() -> None:
    unnamed = statement("s0", None, held=Held("unnamed"), entry={"kind": "position"})
    offices = [
        statement(f"s-{how}", held=Held(how), entry={"kind": "position"}, date="2025-01-01")
        for how in ("gap", "overlap", "ambiguous")
    ]
    shown = site(briefing("talks", unnamed, *offices))

    warnings = {one.code for one in found(shown, topics=(topic("x"),)) if one.severity == "warning"}

    assert len(warnings) == 6
    assert warnings <= LINTS
