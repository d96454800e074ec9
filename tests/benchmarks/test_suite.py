import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.books import check_out, write
from benchmarks.corpus.briefings import Briefing, briefings
from benchmarks.corpus.world import Official, make_world
from benchmarks.runs.measure import RunFailed
from benchmarks.runs.scenarios import SCENARIOS
from benchmarks.runs.suite import NotTheSame, Plan, time_all
from benchmarks.tools.tool import Cast, Files, Tool
from tests.trees import read_tree

SIZE = 3
BUILD = """
import sys
from pathlib import Path
site = Path(sys.argv[2] if sys.argv[1:] else "output")
def put(name, text):
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_text(text)
frame = Path("frame.html").read_text()
for source in sorted(Path("content").rglob("*.txt")):
    text = source.read_text()
    put(source.relative_to("content").with_suffix(".html"), frame + text)
    for line in text.splitlines():
        if line.startswith(("topics/", "officials/")):
            put(line, text)
"""
"""A generator in a dozen lines: pages are the texts, lists are the last text that names them."""


def written(briefing: Briefing) -> tuple[str, str]:
    lists = [f"topics/{one.id}.html" for one in briefing.topics]
    lists += [f"officials/{one.id}.html" for one in briefing.officials]
    return f"content/{briefing.address}.txt", "\n".join([briefing.title, briefing.body, *lists])


def nothing(_: Cast) -> Files:
    return {}


def noted(_: Path, official: Official) -> Files:
    return {f"register/{official.id}": official.name}


SMALL = Tool(
    name="small",
    theme="",
    output="output",
    remembers=("kept*",),
    briefing=written,
    registers=nothing,
    newcomer=noted,
    frame="frame.html",
    command=(sys.executable, "build.py"),
    again=("--clean",),
    program=Path(sys.executable),
    version=(),
)


def plan(folder: Path, build: str, repetitions: int = 1) -> Plan:
    """Write a book for the small generator and give a run of all scenarios."""
    files = {"build.py": build, "frame.html": "First printing\n"}
    texts = dict(written(one) for one in briefings(make_world(SIZE), SIZE))
    write(folder / SMALL.name, {**files, **texts})
    return Plan(SIZE, repetitions, [SMALL], SCENARIOS, folder, verify=True)


def run(planned: Plan, told: list[str] | None = None) -> Sequence[str]:
    lines: list[str] = [] if told is None else told
    taken = time_all(planned, lines.append)
    return [*taken[SMALL.name].runs]


def test_every_build_is_measured_as_often_as_asked(tmp_path: Path) -> None:
    told: list[str] = []

    names = run(plan(tmp_path, BUILD, repetitions=2), told)

    assert names == [one.name for one in SCENARIOS]
    assert len(told) == 2 * len(SCENARIOS)


def test_what_is_read_and_made_is_counted_at_the_cold_build(tmp_path: Path) -> None:
    planned = plan(tmp_path, BUILD)

    taken = time_all(planned, lambda _: None)[SMALL.name]

    assert taken.sources[0] == SIZE + 2
    assert taken.site[0] >= SIZE


def test_the_book_is_as_before_when_all_is_done(tmp_path: Path) -> None:
    planned = plan(tmp_path, BUILD)
    before = read_tree(tmp_path / SMALL.name)

    run(planned)

    after = read_tree(tmp_path / SMALL.name)
    assert {name: text for name, text in after.items() if "output" not in name} == before


def test_what_was_kept_is_gone_before_a_cold_build(tmp_path: Path) -> None:
    planned = plan(tmp_path, BUILD)
    kept = tmp_path / SMALL.name / "kept-pages/one"
    write(tmp_path / SMALL.name, {"kept-pages/one": "", "output/old.html": ""})

    run(planned)

    assert not kept.exists()
    assert not (tmp_path / SMALL.name / "output/old.html").exists()


def test_a_checkout_has_new_files_and_what_was_saved(tmp_path: Path) -> None:
    plan(tmp_path, BUILD)
    book = tmp_path / SMALL.name
    write(book, {"kept-pages/one": "kept", "output/index.html": "page"})
    for path in book.rglob("*"):
        os.utime(path, (1, 1))
    before = read_tree(book)

    check_out(SMALL, book)

    assert read_tree(book) == before
    old = {path.name for path in book.rglob("*.*") if path.stat().st_mtime == 1}
    assert old == {"index.html"}
    assert (book / "kept-pages/one").stat().st_mtime == 1


@pytest.mark.parametrize(
    ("build", "told"),
    [
        pytest.param(
            f"{BUILD.replace('frame = ', 'if site.exists(): sys.exit()' + chr(10) + 'frame = ')}",
            "does not show 'The delegations met again",
            id="an-edit-that-does-not-arrive",
        ),
        pytest.param(
            f"{BUILD}\nif not sys.argv[1:]: put('more.html', '')\n",
            "after cold, 1 files are not those of a clean build, such as more.html",
            id="a-site-unlike-a-clean-one",
        ),
    ],
)
def test_a_build_that_is_wrong_ends_the_run(build: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(NotTheSame, match=told):
        run(plan(tmp_path, build))


def test_without_verifying_a_site_is_not_built_twice(tmp_path: Path) -> None:
    build = f"{BUILD}\nif not sys.argv[1:]: put('more.html', '')\n"

    assert run(replace(plan(tmp_path, build), verify=False))


def test_a_generator_that_fails_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(RunFailed):
        run(plan(tmp_path, "raise SystemExit('no')"))
