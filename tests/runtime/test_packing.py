"""Values come back from bytes as they were, and nothing else comes."""

import pickle
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from generator.diagnostics import Location, Outcome, Problem
from generator.model.draft import Article, SourceFile
from generator.model.html import Html
from generator.model.outline import Outline, outline_of
from generator.pipeline.parse import parse_briefing
from generator.runtime.packing import Packing, UnreadableError
from tests.builders import briefing, config, site, statement
from tests.desks import indexed

PACKING = Packing("generator")
BRIEFING = """---
title: A
published: 2024-11-13T09:00+01:00
topics: [korea]
sources: [{id: a, locator: p. 4}]
x: {y: [z]}
statements:
  - {id: b, speaker: c, kind: quote, text: D, date: 2024-11-12/13, source: a}
---
# E

*F* [g](topic:h)
"""


@dataclass(frozen=True, slots=True)
class Stranger:
    """A value of another package."""

    name: str = "a"


def back(value: object) -> object:
    return PACKING.unpacker()(PACKING.packer()(value))


@pytest.mark.parametrize(
    "value",
    [
        *(None, True, 3, 4.5, "a", ("b", ["c"], {"d": b"e"}), date(2024, 11, 13)),
        *(datetime(2024, 11, 13, 9, tzinfo=UTC), datetime(2024, 11, 13, 9)),  # noqa: DTZ001
        datetime(2024, 11, 13, 9, 0, 1, 2, timezone(timedelta(hours=1))),
        datetime(2024, 11, 13, 9, fold=1, tzinfo=UTC),
        Outcome(Html("<p>"), (Problem("a", "b", Location("c", 1, field=("d", 0))),)),
        parse_briefing(Article(SourceFile("a.md", "a.md", BRIEFING))),
    ],
)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    found = back(value)

    assert found == value
    assert repr(found) == repr(value)
    assert type(found) is type(value)


def test_a_briefing_that_came_back_is_as_frozen_and_as_typed_as_before() -> None:
    draft = parse_briefing(Article(SourceFile("a.md", "a.md", BRIEFING))).value
    assert draft is not None

    found = back(draft)

    assert type(found.body.html) is Html  # type: ignore[attr-defined]
    assert hash(found.entry.published) == hash(draft.entry.published)  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        found.title = "B"  # type: ignore[attr-defined]


def test_one_packer_packs_many_values() -> None:
    pack, unpack = PACKING.packer(), PACKING.unpacker()
    values = [Location(f"{n}.md", n) for n in range(3)]

    packed = [pack(one) for one in values]

    assert [unpack(one) for one in packed] == values


def test_a_field_may_have_any_name() -> None:
    lists = indexed(site(), config()).desk.found.statements

    assert "of" in {one.name for one in fields(lists)}
    assert back(lists) == lists


def test_named_tuples_come_back_too() -> None:
    (points,) = indexed(site(briefing()), config()).desk.found.points

    assert back(points) == points
    assert type(back(points)) is type(points)


class Trap:
    """Would touch a file if it were run."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return Path.touch, (self.path,)


def test_nothing_that_a_stranger_packed_is_run(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        PACKING.unpacker()(pickle.dumps(Trap(tmp_path / "sprung")))

    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"x", pickle.dumps(Stranger()), pickle.dumps(Path)),
        *(b"cgenerator.diagnostics\nhas_errors\n.", b"cgenerator.diagnostics\ndataclass\n."),
        *(
            b"cgenerator.runtime.packing\nPacking.packer\n.",
            b"cbuiltins\neval\n.",
            b"cos\nsystem\n.",
        ),
        *(
            b"cgenerator.diagnostics\nLocation\n(I1\nI2\ntR.",
            b"cgenerator.diagnostics\nLocation\n)\x81.",
        ),
    ],
)
def test_nothing_but_values_of_the_package_is_built(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        PACKING.unpacker()(data)


def test_what_many_outlines_say_is_one_text_in_all_of_them() -> None:
    def unpacked(name: str) -> Outline:
        outline = back(outline_of(briefing(name, statement(f"s-{name}"), topics=("korea",))))
        assert isinstance(outline, Outline)
        return outline

    one, other = unpacked("a"), unpacked("b")
    (said,), (said_elsewhere,) = one.points.statements, other.points.statements

    assert one == outline_of(briefing("a", statement("s-a"), topics=("korea",)))
    assert one.points.topics[0] is other.points.topics[0]
    assert one.release is other.release
    assert said.speaker is said_elsewhere.speaker
    assert said.said_on is said_elsewhere.said_on
