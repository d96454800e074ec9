"""A new file is commented, valid as it is written, and never in the place of another."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.new import KINDS
from generator.text.yaml.plain import read_yaml
from tests.trees import book, read_tree, write_tree

NAMES = [
    pytest.param("Bo Lind", "bo-lind", id="plain"),
    pytest.param("Élise Ångström", "elise-angstrom", id="accents"),
    pytest.param("김민준", "gimminjun", id="korean"),
    pytest.param("Ольга", "olga", id="cyrillic"),
    pytest.param('O\'Hara: "#1" \\ {x} & <b>', "o-hara-1-x-b", id="signs"),
    pytest.param("no", "no", id="yaml-word"),
    pytest.param("2024-11-13", "2024-11-13", id="date"),
    pytest.param("w " * 200, "-".join("w" * 40), id="long"),
]

ALONE = [kind for kind in KINDS if kind != "organization"]
"""Kinds whose ids may be the same; an organization shares its own with officials."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return book(tmp_path / "book")


def new(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["new", *words, "--root", str(root)], catch_exceptions=False)


def check(root: Path) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(root)], catch_exceptions=False)


def place(kind: str, slug: str) -> str:
    today = datetime.now(UTC)
    if kind == "briefing":
        return f"content/briefings/{today:%Y}/{today:%m}/{slug}.md"
    return f"content/{kind}s/{slug}.yaml"


@pytest.mark.parametrize(("name", "slug"), NAMES)
def test_new_files_are_good_as_they_are_and_their_paths_are_printed(
    name: str, slug: str, root: Path
) -> None:
    for kind in ALONE:
        result = new(root, kind, name)

        file = root / place(kind, slug)
        assert (result.exit_code, result.stdout) == (0, f"{file}\n")
        assert "#" in file.read_text(encoding="utf-8")
    assert_good(root)


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_of_each_kind_is_good_alone(kind: str, root: Path) -> None:
    new(root, kind, "Bo Lind")

    assert_good(root)


def assert_good(root: Path) -> None:
    """Assert that there is nothing to say of a book, but that a new topic has no briefing."""
    checked = check(root)
    assert checked.exit_code == 0
    assert "error" not in checked.stderr
    assert "warning" not in checked.stderr.replace("warning[empty-topic]", "")


@pytest.mark.parametrize("kind", KINDS)
def test_the_name_is_kept_letter_by_letter(kind: str, root: Path) -> None:
    new(root, kind, 'Élise "김" Ångström: a\\b')

    (file,) = root.glob(f"content/{kind}s/**/elise*")
    text = file.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")[0]
    found = read_yaml(text, path="").value
    assert isinstance(found, dict)
    key = {"briefing": "title", "source": "title", "claim": "text"}.get(kind, "name")
    assert found[key] == 'Élise "김" Ångström: a\\b'


def test_words_need_no_quotation_marks(root: Path) -> None:
    assert new(root, "official", "Bo", "Lind").stdout.endswith("officials/bo-lind.yaml\n")


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_is_there_is_not_written_again(kind: str, root: Path) -> None:
    new(root, kind, "Bo Lind")
    file = root / place(kind, "bo-lind")
    file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    before = read_tree(root)

    result = new(root, kind, "Bo Lind")

    assert result.exit_code == 2
    assert f"the {kind} 'bo-lind' is there already" in result.stderr
    assert read_tree(root) == before


@pytest.mark.parametrize(
    ("kind", "file", "text"),
    [
        ("topic", "content/topics.yaml", "- {id: arms, name: Arms}\n- {id: bo-lind, name: Bo}\n"),
        ("official", "content/officials/two.yaml", "- {id: bo-lind, name: Bo Lind}\n"),
        ("official", "content/organizations.yaml", "- {id: bo-lind, name: Bo Lind}\n"),
        ("organization", "content/officials.yaml", "- {id: bo-lind, name: Bo Lind}\n"),
        ("briefing", "content/briefings/2023/bo-lind.txt", "Bo Lind\n"),
    ],
)
def test_an_id_that_is_taken_in_another_file_is_refused(
    kind: str, file: str, text: str, root: Path
) -> None:
    write_tree(root, {file: text})

    result = new(root, kind, "Bo Lind")

    assert result.exit_code == 2
    assert "'bo-lind' is there already; choose another name" in result.stderr


@pytest.mark.parametrize("name", ["***", "…", " ", "🙂"])
def test_a_name_of_which_no_id_can_be_made_is_refused(name: str, root: Path) -> None:
    before = read_tree(root)

    result = new(root, "topic", name)

    assert result.exit_code == 2
    assert "no id can be made of" in result.stderr
    assert read_tree(root) == before


def test_a_briefing_needs_a_topic_to_be_filed_under(tmp_path: Path) -> None:
    root = write_tree(tmp_path, {"config.yaml": "title: Halden Desk\n", "content/notes": ""})

    refused = new(root, "briefing", "Ships leave")
    new(root, "topic", "Ports")
    made = new(root, "briefing", "Ships leave")

    assert refused.exit_code == 2
    assert "`briefbook new topic NAME` makes one" in refused.stderr
    assert made.exit_code == 0
    assert "topics: [ports]" in Path(made.stdout.strip()).read_text(encoding="utf-8")


def test_a_new_briefing_is_a_draft(root: Path) -> None:
    new(root, "briefing", "Ships leave")

    assert f"held back: {place('briefing', 'ships-leave')} (draft)" in check(root).stdout


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_commented_out_is_valid_too(kind: str, root: Path) -> None:
    """Take away the number signs of single lines, and only `known` complaints are left."""
    new(root, kind, "Bo Lind")
    file = root / place(kind, "bo-lind")
    lines = file.read_text(encoding="utf-8").split("\n")
    filled = [line.removeprefix("#") if line[1:2].isalpha() else line for line in lines]
    file.write_text("\n".join(filled).replace('""', "Words"), encoding="utf-8")

    told = check(root).stderr

    codes = {part.partition("]")[0] for part in told.split("[")[1:] if "]: " in part}
    missing = {"unknown-topic", "unknown-organization", "capture-missing", "broken-link"}
    assert codes <= {*missing, "empty-topic"}
