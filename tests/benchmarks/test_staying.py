"""A command that stays is measured from each edit until the edit is seen and the work is done."""

import sys
from dataclasses import replace
from functools import reduce
from importlib import import_module
from pathlib import Path

import pytest

from benchmarks.books import write
from benchmarks.runs import staying
from benchmarks.runs.hotspots import STEPS
from benchmarks.runs.measure import RunFailed
from benchmarks.runs.running import running
from benchmarks.runs.scenarios import SCENARIOS
from benchmarks.runs.staying import Staying
from benchmarks.runs.suite import time_all
from tests.benchmarks.test_suite import BUILD, SMALL, plan

STAYS = """
import runpy, sys, time
from pathlib import Path
sys.argv = ["build.py"]
def looks():
    return [(one, one.stat().st_mtime_ns) for name in ("content", "register", "frame.html")
            for one in (Path(name), *sorted(Path(name).rglob("*"))) if one.exists()]
before = None
while True:
    if looks() != before:
        before = looks()
        runpy.run_path("build.py")
        sum(range(10_000_000))
    time.sleep(0.01)
"""


@pytest.fixture(autouse=True)
def soon_at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staying, "_REST", 0.1)


def test_work_is_counted_until_there_is_no_more(tmp_path: Path) -> None:
    write(
        tmp_path, {"stay.py": STAYS, "build.py": BUILD, "frame.html": "One\n", "content/a.txt": ""}
    )
    with running([sys.executable, "stay.py"], tmp_path) as process:
        one = Staying(process)
        page = tmp_path / "output/a.html"
        one.until(page.exists)
        write(tmp_path, {"content/a.txt": "Two"})

        run = one.until(lambda: "Two" in page.read_text(encoding="utf-8"))
        after = one.until(page.exists)

    assert run.cpu > after.cpu
    assert run.wall > 0
    assert run.memory > 0


def test_one_that_ends_is_told(tmp_path: Path) -> None:
    with running([sys.executable, "-c", ""], tmp_path) as process, pytest.raises(RunFailed):
        Staying(process).until(lambda: False)


def test_edits_alone_are_measured_when_each_was_made_before(tmp_path: Path) -> None:
    watching = replace(SMALL, command=(sys.executable,), stays=("stay.py",))
    planned = replace(plan(tmp_path, BUILD), tools=[watching], verify=False)
    write(tmp_path / SMALL.name, {"stay.py": STAYS})

    taken = time_all(planned, lambda _: None)[SMALL.name]

    assert [*taken.runs] == [one.name for one in SCENARIOS if one.is_edit]
    assert {len(runs) for runs in taken.runs.values()} == {1}
    # None was seen at once, though this generator leaves pages of those who are gone.
    assert all(run.wall > staying.LOOK_EVERY for runs in taken.runs.values() for run in runs)


def test_the_steps_of_the_profile_are_those_of_the_program() -> None:
    for module, name in STEPS:
        assert callable(reduce(getattr, name.split("."), import_module(module)))
