"""The command line as its users meet it: exit codes, what is said where, and what is written."""

import json
import re
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.text.markup.fast.blocks import QuickBlockParser
from tests.trees import book, read_tree, write_tree

LAST_LINE = re.compile(
    r"(\d+) pages, (\d+) files written, (\d+) unchanged, (\d+) removed, \d+\.\d\d s  ->  (.+)"
)


def briefing(status: str, words: str = "Nothing more is known.") -> str:
    return (
        f"---\ntitle: Ships leave\npublished: 2024-11-15\ntopics: [arms]\n{status}\n---\n{words}\n"
    )


SHIPS = "content/briefings/2024/11/ships.md"
BROKEN = {SHIPS: briefing("topic: arms")}
DOUBTFUL = {"content/topics.yaml": "- {id: arms, name: Arms}\n- {id: quiet, name: Quiet}\n"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return book(tmp_path / "book")


def run(root: Path, *arguments: str, **environment: str | None) -> Result:
    runner = CliRunner(env={"SOURCE_DATE_EPOCH": None, **environment})
    return runner.invoke(main, [*arguments, "--root", str(root)], catch_exceptions=False)


def test_a_good_book_is_built_and_the_last_line_says_what_was_done(root: Path) -> None:
    first, second = run(root, "build"), run(root, "build")

    assert (first.exit_code, first.stderr) == (0, "")
    found = LAST_LINE.fullmatch(first.stdout.splitlines()[-1])
    again = LAST_LINE.fullmatch(second.stdout.splitlines()[-1])
    assert found
    assert again
    pages, written, unchanged, removed, output = found.groups()
    assert int(pages) > 10
    assert (unchanged, removed, output) == ("0", "0", str(root / "output"))
    assert again.groups() == (pages, "0", written, "0", output)
    assert len(read_paths(root / "output")) == int(written)


def read_paths(folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.name for path in files if not path.name.startswith(".briefbook-"))


def test_mistakes_in_the_content_give_exit_code_1(root: Path) -> None:
    write_tree(root, BROKEN)

    result = run(root, "build")

    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.endswith("nothing published: 1 error\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["publish"],
        ["build", "--outputs", "site"],
        ["build", "--jobs", "0"],
        ["build", "--edition", "nobody"],
        ["build", "--as-of", "tomorrow"],
        ["new", "speech", "A speech"],
        ["new", "topic"],
        ["schema", "speech"],
    ],
    ids=" ".join,
)
def test_wrong_use_gives_exit_code_2(arguments: list[str], root: Path) -> None:
    with chdir(root):
        result = CliRunner().invoke(main, arguments)

    assert result.exit_code == 2
    assert result.stderr


@pytest.mark.parametrize("command", ["build", "check", "new topic Ships"])
def test_a_folder_without_a_book_gives_exit_code_2(command: str, tmp_path: Path) -> None:
    result = run(tmp_path, *command.split())

    assert result.exit_code == 2
    assert "config.yaml: error[no-config]: " in result.stderr


def test_wrong_settings_give_exit_code_2_and_their_line(root: Path) -> None:
    write_tree(root, {"config.yaml": "title: Halden Desk\nlangage: en\n"})

    for command in ("build", "check", "new topic Ships"):
        result = run(root, *command.split())

        assert result.exit_code == 2
        assert result.stderr.startswith("config.yaml:2:1: error[unknown-key]: ")


def test_an_output_that_cannot_be_written_gives_exit_code_3(root: Path) -> None:
    write_tree(root, {"output": "A file where the folder should be.\n"})

    result = run(root, "build")

    assert result.exit_code == 3
    assert "error[output-unsafe]: " in result.stderr
    assert result.stderr.endswith("nothing published: 1 error\n")


def test_check_tells_the_same_as_build_and_writes_nothing(root: Path) -> None:
    write_tree(root, DOUBTFUL)
    before = read_tree(root)

    checked = run(root, "check")

    assert checked.exit_code == 0
    assert read_tree(root) == before
    assert not (root / "output").exists()
    assert re.fullmatch(r"\d+ pages checked, 1 warning\n", checked.stdout)
    assert checked.stderr == run(root, "build").stderr


def test_check_gives_exit_code_1_for_mistakes(root: Path) -> None:
    write_tree(root, BROKEN)

    assert run(root, "check").exit_code == 1


def lines_of(result: Result) -> list[dict[str, Any]]:
    assert result.stderr == ""
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_json_gives_one_object_a_line_with_the_result_last(root: Path) -> None:
    write_tree(root, {**DOUBTFUL, SHIPS: briefing("embargoed: 2030-01-01")})

    warning, result = lines_of(run(root, "build", "--json", "--as-of", "2025-01-15"))

    assert warning["code"] == "empty-topic"
    assert warning["path"] == "content/topics.yaml"
    assert (warning["line"], warning["column"]) == (2, 8)
    assert {"severity", "message", "hint"} <= warning.keys()
    assert result["result"] == "published"
    assert result["warnings"] == 1
    assert result["held_back"] == [{"path": SHIPS, "why": "embargoed", "until": "2030-01-01"}]
    assert lines_of(run(root, "check", "--json"))[-1]["result"] == "checked"


def test_json_tells_of_a_build_that_failed(root: Path) -> None:
    write_tree(root, BROKEN)

    problem, result = lines_of(run(root, "build", "--json"))

    assert problem["code"] == "unknown-key"
    assert result == {"result": "failed", "errors": 1}


def test_quiet_leaves_the_problems_alone(root: Path) -> None:
    write_tree(root, DOUBTFUL)

    result = run(root, "build", "--quiet")

    assert result.stdout == ""
    assert "warning[empty-topic]" in result.stderr
    assert (root / "output/index.html").is_file()


@pytest.mark.parametrize(
    ("moment", "held"),
    [
        ("2024-12-31", True),
        ("2025-01-01", True),
        ("2025-01-01T08:59Z", True),
        ("2025-01-01T09:00Z", False),
        ("2025-01-01T10:00+01:00", False),
        ("2026", False),
    ],
)
def test_a_build_is_as_of_the_moment_that_is_told(moment: str, held: bool, root: Path) -> None:  # noqa: FBT001
    write_tree(root, {SHIPS: briefing("embargoed: 2025-01-01T09:00Z")})

    otherwise = "9999999999" if held else "0"

    result = run(root, "build", "--as-of", moment, SOURCE_DATE_EPOCH=otherwise)

    assert ("held back" in result.stdout) == held
    assert (root / "output/briefings/2024/11/ships.html").exists() != held


@pytest.mark.parametrize(("epoch", "held"), [("1735722000", False), ("1735721999", True)])
def test_the_moment_may_come_from_source_date_epoch(epoch: str, held: bool, root: Path) -> None:  # noqa: FBT001
    write_tree(root, {SHIPS: briefing("embargoed: 2025-01-01T09:00Z")})

    result = run(root, "build", SOURCE_DATE_EPOCH=epoch)

    assert ("held back" in result.stdout) == held


@pytest.mark.parametrize("epoch", ["today", "12.5", "9" * 30])
def test_a_source_date_epoch_that_is_no_number_is_refused(epoch: str, root: Path) -> None:
    result = run(root, "check", SOURCE_DATE_EPOCH=epoch)

    assert result.exit_code == 2
    assert "SOURCE_DATE_EPOCH" in result.stderr


def test_an_edition_is_built_by_name_and_an_unknown_one_is_refused(root: Path) -> None:
    write_tree(root, {SHIPS: briefing("edition: inside")})
    write_tree(root, {"config.yaml": "title: Halden Desk\neditions: [public, inside]\n"})

    public, inside = run(root, "check"), run(root, "check", "--edition", "inside")
    unknown = run(root, "check", "--edition", "insight")

    assert "held back: content/briefings/2024/11/ships.md (edition inside)" in public.stdout
    assert "held back" not in inside.stdout
    assert unknown.exit_code == 2
    assert "error[unknown-edition]: no edition is called 'insight'" in unknown.stderr
    assert "did you mean 'inside'?" in unknown.stderr


def test_the_output_may_be_elsewhere(root: Path, tmp_path: Path) -> None:
    result = run(root, "build", "--output", str(tmp_path / "elsewhere"))

    assert result.stdout.endswith(f"->  {tmp_path / 'elsewhere'}\n")
    assert (tmp_path / "elsewhere/index.html").is_file()
    assert not (root / "output").exists()


def published(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_both_engines_give_the_same_site(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tree(root, {SHIPS: briefing("status: usable", words='# "A" -- *b* [c](topic:arms)')})
    quick, stock = tmp_path / "quick", tmp_path / "stock"
    assert run(root, "build", "--output", str(quick)).exit_code == 0

    monkeypatch.setattr(QuickBlockParser, "rules_for", None)  # now the quick engine fails
    told = run(root, "build", "--output", str(stock), "--stock-markdown")

    assert told.exit_code == 0
    assert published(stock) == published(quick)
    with pytest.raises(TypeError):
        run(root, "check", "--no-cache")
