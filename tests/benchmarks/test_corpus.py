import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import mean

import pytest

from benchmarks.books import write_book
from benchmarks.corpus.briefings import Briefing, briefings
from benchmarks.corpus.world import make_world
from benchmarks.tools.known import TOOLS
from tests.made import Made
from tests.trees import read_tree

REPOSITORY = Path(__file__).parent.parent.parent
WRITE = """
import sys
from pathlib import Path
from benchmarks.books import write_book
from benchmarks.tools.known import TOOLS
write_book(TOOLS[sys.argv[1]], 12, Path(sys.argv[2]))
"""


@pytest.mark.parametrize("name", [name for name in TOOLS if name != "briefbook-full"])
def test_the_same_seed_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    write_book(TOOLS[name], 12, tmp_path / "here")

    subprocess.run(
        [sys.executable, "-c", WRITE, name, str(tmp_path / "elsewhere")],
        check=True,
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
    )

    assert read_tree(tmp_path / "elsewhere") == read_tree(tmp_path / "here")


def test_another_seed_gives_another_book() -> None:
    one, other = (next(briefings(make_world(1, seed), 1)) for seed in (1, 2))

    assert one.title != other.title
    assert one.body != other.body


def test_a_small_book_is_the_start_of_a_large_one(corpus: Sequence[Briefing]) -> None:
    assert [*briefings(make_world(20), 20)] == [*corpus[:20]]


def test_the_book_is_of_the_size_that_was_promised(corpus: Sequence[Briefing]) -> None:
    world = make_world(60)

    assert (len(world.topics), len(world.officials)) == (60, 399)
    assert 2.2 < mean(len(one.statements) for one in corpus) < 2.8
    assert 400 < mean(len(one.body.split()) for one in corpus) < 600
    assert all(official.name in one.body for one in corpus for official in one.officials)


def test_nobody_names_the_official_that_a_scenario_adds(corpus: Sequence[Briefing]) -> None:
    newcomer = make_world(60).newcomer

    assert newcomer.id not in {official.id for official in make_world(60).officials}
    assert not [one.name for one in corpus if newcomer.name in one.body]


def test_our_program_has_nothing_to_say_against_the_book(made: Made) -> None:
    assert made.report.problems == ()
    assert made.report.held_back == ()
