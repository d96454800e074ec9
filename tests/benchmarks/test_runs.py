import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.books import write, write_book
from benchmarks.corpus.briefings import Briefing
from benchmarks.corpus.world import make_world
from benchmarks.report import report, table
from benchmarks.runs.measure import RunFailed, measure
from benchmarks.runs.scenarios import SCENARIOS, Scenario, Stage
from benchmarks.runs.suite import unlike
from benchmarks.tools.known import TOOLS
from benchmarks.tools.tool import Tool
from tests.trees import read_tree, write_tree

EDITS = [one for one in SCENARIOS if one.name not in {"cold", "no-op"}]


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("books")
    for tool in TOOLS.values():
        write_book(tool, 5, folder / tool.name)
    return folder


def stage(tool: Tool, books: Path, newest: Briefing) -> Stage:
    return Stage(tool, books / tool.name, newest, make_world(5).newcomer)


@pytest.mark.parametrize("tool", TOOLS.values(), ids=lambda tool: tool.name)
@pytest.mark.parametrize("scenario", EDITS, ids=lambda one: one.name)
def test_every_edit_changes_every_book(
    tool: Tool, scenario: Scenario, books: Path, corpus: Sequence[Briefing]
) -> None:
    before = read_tree(books / tool.name)

    change = scenario.change(stage(tool, books, corpus[4]))

    assert change.files
    assert [name for name, text in change.files.items() if before.get(name) == text] == []


@pytest.mark.parametrize("tool", TOOLS.values(), ids=lambda tool: tool.name)
def test_a_build_without_an_edit_changes_nothing(
    tool: Tool, books: Path, corpus: Sequence[Briefing]
) -> None:
    for scenario in SCENARIOS[:2]:
        assert scenario.change(stage(tool, books, corpus[4])).files == {}


def test_edits_add_up(books: Path, corpus: Sequence[Briefing]) -> None:
    tool = TOOLS["hugo"]
    newest = corpus[4]

    for scenario in SCENARIOS:
        newest = scenario.change(stage(tool, books, newest)).newest

    _, text = tool.briefing(newest)
    assert 'title: "Delegations meet again"' in text
    assert "met again in the evening" in text
    assert make_world(5).newcomer.name in text


def test_the_memory_of_processes_that_a_command_starts_counts(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "child.py": "held = b'x' * 60_000_000; print(flush=True); input()",
            "parent.py": (
                "import subprocess, sys, time\n"
                "ends = {'stdin': subprocess.PIPE, 'stdout': subprocess.PIPE, 'text': True}\n"
                "both = [subprocess.Popen([sys.executable, 'child.py'], **ends) for _ in '12']\n"
                "[one.stdout.readline() for one in both]\n"
                "time.sleep(1)\n"
                "[one.communicate('\\n') for one in both]\n"
            ),
        },
    )

    run = measure([sys.executable, "parent.py"], tmp_path)

    assert run.memory > 120
    assert run.wall > 0
    assert run.cpu > 0


def test_a_program_is_run_as_pip_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")

    measure([sys.executable, "-c", "import sys; sys.exit(sys.dont_write_bytecode)"], tmp_path)


def test_a_command_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(RunFailed, match="ended with 3: no such book"):
        measure([sys.executable, "-c", "import sys; print('no such book'); sys.exit(3)"], tmp_path)


def test_sites_are_unlike_where_one_file_is(tmp_path: Path) -> None:
    one = write_tree(tmp_path / "one", {"a.html": "a", "b/c.html": "c", ".briefbook-files": "1"})
    other = write_tree(tmp_path / "two", {"a.html": "a", "b/c.html": "d", "e.html": "e"})

    assert unlike(one, other) == ["b/c.html", "e.html"]


def taken(*cpu: float) -> dict[str, object]:
    runs = [{"cpu": one, "wall": one, "memory": one} for one in cpu]
    return {"runs": {"cold": runs}, "sources": [3, 1_000_000], "site": [1_400, 2_500_000]}


def test_the_report_gives_medians_and_ratios() -> None:
    data = {
        "size": 1_000,
        "date": "2025-01-01",
        "repetitions": 3,
        "load": 0.1,
        "machine": {"cores": "2"},
        "versions": {"hugo": "0.1"},
        "tools": {"briefbook": taken(1, 9, 3), "hugo": taken(2, 2, 2)},
    }

    text = report([data])

    assert "## 1,000 briefings" in text
    assert "| briefbook | 3.00 (1.5×) |" in text
    assert "| hugo | 3 | 1.0 | 1,400 | 2.5 |" in text
    assert "busy" not in text
    assert "busy" in report([{**data, "load": 3.0}])


def test_tables_are_markdown() -> None:
    assert table(["", "b"], [["c", "1"]]) == "|  | b |\n| --- | ---: |\n| c | 1 |\n"
