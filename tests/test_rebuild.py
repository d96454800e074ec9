"""A build of what has not changed does nothing, and whatever has changed is built."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from generator import rebuild
from generator.build import build
from generator.errors import OutputError
from generator.rebuild import build_if_changed
from generator.report import Report, Settings
from generator.runtime.kept import FOLDER
from tests.trees import SMALL_BOOK, book, bytes_in, write_tree

TALKS = "content/briefings/2024/11/talks.md"
NOON = datetime(2024, 11, 20, 12, tzinfo=UTC)
LATER = (
    "---\ntitle: Later\npublished: 2024-11-15\ntopics: [arms]\nembargoed: 2024-12-01\n---\nText.\n"
)
Change = Callable[[Path], object]


def settle() -> None:
    """Wait until what is written now has another time than what was written before."""
    time.sleep(0.12)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = book(tmp_path / "book", **{"content/briefings/2024/11/later.md": LATER})
    settle()
    return made


def steps_of(settings: Settings) -> tuple[list[str], Report]:
    """Build if something has changed, and name the steps that were taken."""
    steps: list[str] = []
    report = build_if_changed(settings, steps.append)
    return steps, report


def settings_for(root: Path) -> Settings:
    return Settings(root=root, now=NOON)


def test_a_second_build_takes_no_step_and_tells_the_same(root: Path) -> None:
    first_steps, first = steps_of(settings_for(root))

    steps, second = steps_of(settings_for(root))

    assert first_steps[0] == "reading"
    assert steps == []
    assert first.written
    assert second.written
    assert second.written.unchanged == first.written.written + first.written.unchanged
    assert replace(second, written=first.written, seconds=first.seconds) == first


def test_a_second_build_imports_nothing_heavy(root: Path) -> None:
    program = (
        "import sys; from generator.cli import main; main(standalone_mode=False);"
        "print(sorted({'jinja2', 'markdown', 'pydantic', 'yaml', 'watchdog'} & sys.modules.keys()))"
    )
    command = (sys.executable, "-c", program, "build", "--quiet", "--root", str(root))
    said = [
        subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        for _ in range(2)
    ]

    assert said == ["['jinja2', 'markdown', 'pydantic', 'yaml']", "[]"]


def swap_words(root: Path) -> None:
    path = root / TALKS
    path.write_text(path.read_text(encoding="utf-8").replace("spoke", "spake"), encoding="utf-8")


def write(name: str, text: str) -> Change:
    def change(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")

    return change


def keep_times(root: Path) -> None:
    """Change a file as a tool does that sets its time back."""
    before = (root / TALKS).stat()
    swap_words(root)
    os.utime(root / TALKS, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES: dict[str, Change] = {
    "a word": swap_words,
    "a word, with the old time": keep_times,
    "a new briefing": write("content/briefings/new.md", LATER.replace("Later", "New")),
    "a file less": lambda root: (root / "content/briefings/2024/11/later.md").unlink(),
    "another name": lambda root: (root / TALKS).rename(root / "content/briefings/2024/11/t.md"),
    "the settings": write("config.yaml", "title: Harbour Desk\n"),
    "a template": write("templates/custom.css", "p { margin: 0 }\n"),
    "a style sheet": write("templates/static/custom.css", "p { margin: 0 }\n"),
    "a page is lost": lambda root: (root / "output/index.html").unlink(),
    "the site is lost": lambda root: shutil.rmtree(root / "output"),
}
IN_THE_WAY: dict[str, Change] = {
    "a page was edited": write("output/404.html", "<p>Mine"),
    "the manifest is lost": lambda root: (root / "output/.briefbook-manifest.json").unlink(),
    "the journal is no journal": write("output/.briefbook-journal.json", "{}"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_after_a_change_the_site_is_that_of_a_build_of_its_own(root: Path, name: str) -> None:
    steps_of(settings_for(root))
    settle()
    CHANGES[name](root)
    settle()

    steps, _ = steps_of(settings_for(root))

    anew = root.parent / "anew"
    build(replace(settings_for(root), output=anew))
    assert steps != []
    assert bytes_in(root / "output") == bytes_in(anew)
    assert steps_of(settings_for(root))[0] == []


@pytest.mark.parametrize("name", IN_THE_WAY)
def test_what_stands_in_the_way_of_a_site_is_told(root: Path, name: str) -> None:
    steps_of(settings_for(root))
    settle()

    IN_THE_WAY[name](root)

    for _ in range(2):
        with pytest.raises(OutputError):
            steps_of(settings_for(root))


@pytest.mark.parametrize("name", [".git/index", "talks.md~", ".talks.md.swp"])
def test_what_is_no_source_changes_nothing(root: Path, name: str) -> None:
    steps_of(settings_for(root))

    write(f"content/briefings/{name}", "x")(root)

    assert steps_of(settings_for(root))[0] == []


def test_a_file_that_changes_while_it_is_built_is_built_again(root: Path) -> None:
    def meanwhile(step: str) -> None:
        if step == "rendering":
            swap_words(root)

    build_if_changed(settings_for(root), meanwhile)

    assert steps_of(settings_for(root))[0] != []
    page = (root / "output/briefings/2024/11/talks.html").read_text(encoding="utf-8")
    assert "spake" in page


def test_the_day_on_which_something_is_published_changes_the_site(root: Path) -> None:
    steps_of(settings_for(root))
    day_before = datetime(2024, 11, 30, 23, 59, tzinfo=UTC)
    day = day_before + timedelta(minutes=1)

    assert steps_of(replace(settings_for(root), now=day_before))[0] == []
    assert steps_of(replace(settings_for(root), now=day))[0] != []
    assert (root / "output/briefings/2024/11/later.html").is_file()
    assert steps_of(replace(settings_for(root), now=day + timedelta(days=900)))[0] == []
    assert steps_of(settings_for(root))[0] != []
    assert not (root / "output/briefings/2024/11/later.html").exists()


def test_each_output_has_a_record_of_its_own(root: Path) -> None:
    other = replace(settings_for(root), output=root.parent / "other")

    assert steps_of(settings_for(root))[0] != []
    assert steps_of(other)[0] != []
    assert steps_of(settings_for(root))[0] == steps_of(other)[0] == []
    assert steps_of(replace(other, stock_markdown=True))[0] != []


def test_warnings_are_told_every_time(tmp_path: Path) -> None:
    root = book(tmp_path, **{"content/topics.yaml": "- {id: arms, name: A}\n- {id: b, name: B}\n"})
    settle()

    told = [steps_of(settings_for(root)) for _ in range(2)]

    assert told[1][0] == []
    assert told[0][1].problems == told[1][1].problems
    assert [one.code for one in told[1][1].problems] == ["empty-topic"]


def test_a_book_with_an_error_is_built_every_time(root: Path) -> None:
    steps_of(settings_for(root))
    settle()
    text = SMALL_BOOK[TALKS]
    (root / TALKS).write_text(text.replace("arms", "harms"), encoding="utf-8")

    for _ in range(2):
        steps: list[str] = []
        with pytest.raises(Exception, match="harms"):
            build_if_changed(settings_for(root), steps.append)
        assert steps != []


def damage(path: Path, change: Callable[[bytes], bytes]) -> None:
    path.write_bytes(change(path.read_bytes()))


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data[:-9],
        lambda data: data.replace(b'"pages": ', b'"pages": 1'),
        lambda _: b"",
        lambda _: b"\xff\xfe",
        lambda data: data + b" ",
    ],
)
def test_a_damaged_record_is_not_believed(root: Path, change: Callable[[bytes], bytes]) -> None:
    steps_of(settings_for(root))
    (record,) = (root / FOLDER).glob("*.json")

    damage(record, change)

    steps, report = steps_of(settings_for(root))
    assert steps != []
    assert report.pages < 100
    assert steps_of(settings_for(root))[0] == []


def test_what_python_keeps_beside_the_program_is_no_change_of_it(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = write_tree(tmp_path / "program", {"briefbook.py": ""})
    monkeypatch.setattr(rebuild, "_PROGRAM", program)
    settle()

    build_if_changed(settings_for(root), lambda _: (program / "__pycache__").mkdir(exist_ok=True))

    assert steps_of(settings_for(root))[0] == []


def test_where_no_record_can_be_kept_every_build_is_a_whole_one(root: Path) -> None:
    (root / FOLDER).write_text("in the way", encoding="utf-8")

    assert steps_of(settings_for(root))[0] != []
    assert steps_of(settings_for(root))[0] != []


def test_a_folder_behind_a_link_is_looked_into(root: Path) -> None:
    (root / "content").rename(root.parent / "elsewhere")
    (root / "content").symlink_to(root.parent / "elsewhere", target_is_directory=True)
    settle()
    steps_of(settings_for(root))
    settle()

    swap_words(root)
    settle()

    assert steps_of(settings_for(root))[0] != []


def test_an_old_record_that_comes_back_is_not_believed(root: Path) -> None:
    steps_of(settings_for(root))
    (record,) = (root / FOLDER).glob("*.json")
    old = record.read_bytes()
    settle()
    swap_words(root)
    settle()
    steps_of(settings_for(root))

    record.write_bytes(old)

    assert steps_of(settings_for(root))[0] != []
