"""What is found by the same has the same lists and pages."""

from dataclasses import replace

from generator.model.outline import outline_of
from generator.model.people import Official
from generator.model.site import Briefing
from generator.pipeline.index import IndexBefore
from tests.builders import ENGLISH, briefing, config, official, role, site, statement

SETTINGS = config()


def test_a_statement_belongs_to_the_organization_of_the_office_held() -> None:
    held = official("ana-petrova", role()).roles[0]
    said = statement(held=replace(statement().held, how="computed", role=held))

    assert outline_of(briefing("one", said)).points.statements[0].body == "estara-mfa"


def test_a_statement_of_an_organization_belongs_to_it() -> None:
    said = statement(speaker="estara-mfa", held=replace(statement().held, how="body"))

    assert outline_of(briefing("one", said)).points.statements[0].body == "estara-mfa"
    assert outline_of(briefing("one", statement())).points.statements[0].body is None


def titles(before: IndexBefore, *briefings: Briefing, records: tuple[Official, ...] = ()) -> str:
    """Index a book with what was made before, and give what its pages show."""
    index = before.index(site(*briefings, records=records), SETTINGS, ENGLISH)
    return "\n".join(f"{one.url} {one.show(index.desk)}" for one in index.pages)


def test_a_second_round_shows_what_a_first_would() -> None:
    before = IndexBefore()
    one, other = briefing("one", statement("s1")), briefing("other", published="2024-11-12")
    rounds: list[tuple[Briefing, ...]] = [
        (one, other),
        (replace(one, title="Another title"), other),
        (replace(one, title="Another title"), replace(other, topics=("ports",))),
        (other,),
        (one, briefing("third", statement("s2"), published="2025-01-01"), other),
    ]

    for briefings in rounds:
        assert titles(before, *briefings) == titles(IndexBefore(), *briefings)


def test_other_records_are_shown_in_a_second_round() -> None:
    before, one = IndexBefore(), briefing("one", statement())

    for name in ("Ana Petrova", "Ana Maria Petrova"):
        records = (official("ana-petrova", name=name),)
        assert f"title='{name}'" in titles(before, one, records=records)
