"""What is remembered may be damaged where nobody looks until it is opened."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.build import build
from generator.report import Settings
from generator.runtime.kept import FOLDER
from tests.made import make
from tests.remade import Staying
from tests.trees import book, bytes_in, write_tree

NOON = datetime(2024, 11, 20, 12, tzinfo=UTC)
TALKS = "content/briefings/2024/11/talks.md"
FRAME = "{% extends 'theme/briefing.html' %}{% block rail %}<p>Rail</p>{% endblock %}"
OPENED: dict[str, dict[str, str]] = {
    "linked": {"templates/briefing.html": FRAME},
    "drafts": {"config.yaml": "title: Desk\nlanguage: de\n"},
}
"""What is written so that what is kept must be opened: pages are made, briefings linked again."""
Spoil = Callable[[Path], object]


def damage(memory: Path) -> None:
    """Change a letter of every text, which leaves what is read at once whole."""
    with closing(sqlite3.connect(memory)) as open_memory, open_memory:
        open_memory.execute("UPDATE kept SET rest = CAST(replace(rest, 'spoke', 'spake') AS BLOB)")


def empty(memory: Path) -> None:
    with closing(sqlite3.connect(memory)) as open_memory, open_memory:
        open_memory.execute("UPDATE kept SET rest = NULL")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    asked = Settings(root=book(tmp_path / "book"), now=NOON, remembers=True)
    build(asked)
    return asked


@pytest.mark.parametrize("spoil", [damage, empty])
@pytest.mark.parametrize("name", OPENED)
def test_what_cannot_be_opened_is_made_anew(settings: Settings, name: str, spoil: Spoil) -> None:
    root = settings.root
    spoil(root / FOLDER / f"{name}.sqlite")
    write_tree(root, OPENED[name])

    report = build(settings)

    clean = make(replace(settings, remembers=False))
    assert report.problems == clean.report.problems
    for one in clean.outputs:
        assert (root / "output" / one.url).read_bytes() == one.data
    assert build(settings).written


@pytest.mark.parametrize("name", OPENED)
def test_a_process_that_stays_forgets_too(settings: Settings, name: str) -> None:
    staying = Staying(settings.root / "output")
    staying.build(settings)
    damage(settings.root / FOLDER / f"{name}.sqlite")
    write_tree(settings.root, OPENED[name])

    again = staying.build(settings)

    clean = make(replace(settings, remembers=False))
    assert again.problems == clean.report.problems
    assert bytes_in(staying.output) == {one.url: one.data for one in clean.outputs}
