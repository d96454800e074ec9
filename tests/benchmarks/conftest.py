"""A book of sixty briefings, and the site that our program makes of it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks.books import write_book
from benchmarks.corpus.briefings import Briefing, briefings
from benchmarks.corpus.world import make_world
from benchmarks.tools.briefbook import MINIMAL
from generator.report import Settings
from tests.made import Made, make

SIZE = 60


@pytest.fixture(scope="session")
def corpus() -> Sequence[Briefing]:
    return [*briefings(make_world(SIZE), SIZE)]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder: Path = tmp_path_factory.mktemp("book")
    write_book(MINIMAL, SIZE, folder)
    # Shorter than any list of a peer: the lists of the site are in parts.
    config = folder / "config.yaml"
    config.write_text(config.read_text().replace("pages_per_list: 1000", "pages_per_list: 5"))
    return make(Settings(root=folder, now=datetime(2025, 1, 1, tzinfo=UTC)))
