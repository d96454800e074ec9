import os
from pathlib import Path

import pytest

from generator.diagnostics import Outcome, Problem
from generator.errors import ConfigError
from generator.model.draft import Asset, Book
from generator.pipeline.read import read_again, read_book, read_config, read_folder
from tests.builders import config
from tests.trees import book, write_tree


def read(root: Path, **settings: str) -> tuple[Book, tuple[Problem, ...]]:
    outcome = read_book(root, config(**settings))
    assert outcome.value is not None
    return outcome.value, outcome.problems


def refused_config(root: Path) -> tuple[Problem, ...]:
    with pytest.raises(ConfigError) as caught:
        read_config(root)
    return caught.value.problems


def test_the_settings_are_given_as_they_are_written(tmp_path: Path) -> None:
    write_tree(tmp_path, {"config.yaml": "title:   Halden Desk\r\n"})

    source = read_config(tmp_path)

    assert (source.path, source.text) == ("config.yaml", "title:   Halden Desk\n")


def test_a_folder_without_settings_is_no_book(tmp_path: Path) -> None:
    (problem,) = refused_config(tmp_path)

    assert problem.code == "no-config"
    assert str(tmp_path / "config.yaml") in problem.message
    assert "--root" in problem.hint


def test_settings_in_another_encoding_are_refused(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_bytes("title: “Desk”\n".encode("cp1252"))

    (problem,) = refused_config(tmp_path)

    assert problem.code == "not-utf-8"


def test_a_book_without_its_content_folder_is_refused(tmp_path: Path) -> None:
    write_tree(tmp_path, {"config.yaml": "title: A\n"})

    with pytest.raises(ConfigError) as caught:
        read_book(tmp_path, config(content="articles"))

    (problem,) = caught.value.problems
    assert (problem.code, problem.at.field) == ("no-content", ("content",))
    assert "'articles'" in problem.message


def test_a_file_is_taken_for_what_its_path_says(tmp_path: Path) -> None:
    files = {
        "briefings/2024/talks.md": "---\n---\n",
        "briefings/loose.md": "---\n---\n",
        "pages/about.md": "---\n---\n",
        "officials/ana.yaml": "id: ana\n",
        "officials.yaml": "[]\n",
        "topics.yaml": "[]\n",
        "glossary.yaml": "[]\n",
        "captures/talks.txt": "kept\n",
        "assets/pictures/map.svg": "<svg/>",
    }
    write_tree(tmp_path / "content", files)

    found, problems = read(tmp_path)

    assert problems == ()
    assert [one.source.name for one in found.briefings] == [
        "briefings/2024/talks.md",
        "briefings/loose.md",
    ]
    assert [one.source.name for one in found.pages] == ["pages/about.md"]
    assert [one.name for one in found.registries["officials"]] == [
        "officials.yaml",
        "officials/ana.yaml",
    ]
    assert [one.name for one in found.registries["topics"]] == ["topics.yaml"]
    assert found.registries["claims"] == ()
    assert [(one.name, one.text) for one in found.captures] == [("captures/talks.txt", "kept\n")]
    assert [(one.name, one.data) for one in found.assets] == [
        ("assets/pictures/map.svg", b"<svg/>")
    ]


def test_a_path_for_messages_begins_with_the_content_folder_of_the_book(tmp_path: Path) -> None:
    write_tree(tmp_path, {"desk/texts/topics.yaml": "[]\n"})

    found, _ = read(tmp_path, content="./desk/texts/")

    assert [(one.path, one.name) for one in found.registries["topics"]] == [
        ("desk/texts/topics.yaml", "topics.yaml")
    ]


def test_a_raw_article_has_its_metadata_beside_it(tmp_path: Path) -> None:
    files = {
        "briefings/talks.txt": "Talks resume\n",
        "briefings/talks.yaml": "published: 2024\n",
        "briefings/ports.md": "Ports open\n",
        "briefings/ports.yaml": "published: 2023\n",
        "briefings/alone.md": "---\n---\n",
    }
    write_tree(tmp_path / "content", files)

    found, problems = read(tmp_path)

    assert problems == ()
    assert [(one.source.name, one.sidecar and one.sidecar.text) for one in found.briefings] == [
        ("briefings/alone.md", None),
        ("briefings/ports.md", "published: 2023\n"),
        ("briefings/talks.txt", "published: 2024\n"),
    ]


def test_metadata_without_an_article_is_an_error(tmp_path: Path) -> None:
    write_tree(tmp_path, {"content/briefings/talks.yaml": "published: 2024\n"})

    found, (problem,) = read(tmp_path)

    assert found.briefings == ()
    assert (problem.code, problem.severity) == ("orphan-metadata", "error")
    assert problem.at.path == "content/briefings/talks.yaml"
    assert "talks.txt" in problem.hint


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        pytest.param("topics.yml", "name it topics.yaml", id="yml"),
        pytest.param("briefings/talks.markdown", "name it talks.md", id="markdown"),
        pytest.param("briefings/map.png", "assets/", id="picture-among-briefings"),
        pytest.param("pages/about.txt", "assets/", id="raw-page"),
        pytest.param("talks.md", "assets/", id="article-at-the-top"),
        pytest.param("peope.yaml", "assets/", id="unknown-registry"),
        pytest.param("captures", "assets/", id="file-named-like-a-folder"),
        pytest.param("config.yaml", "assets/", id="config-in-the-wrong-folder"),
        pytest.param("README.md", "assets/", id="readme"),
    ],
)
def test_a_file_that_is_no_part_of_the_book_is_a_warning(
    tmp_path: Path, name: str, hint: str
) -> None:
    write_tree(tmp_path / "content", {name: "text"})

    found, (problem,) = read(tmp_path)

    assert found == Book(registries=found.registries, catalogues=found.catalogues)
    assert (problem.code, problem.severity) == ("unknown-file", "warning")
    assert problem.at.path == f"content/{name}"
    assert hint in problem.hint


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(".DS_Store", id="hidden"),
        pytest.param(".git/config", id="in-a-hidden-folder"),
        pytest.param("briefings/talks.md~", id="emacs"),
        pytest.param("briefings/.talks.md.swp", id="vim"),
        pytest.param("briefings/talks.md.swp", id="swap"),
        pytest.param("briefings/#talks.md#", id="autosave"),
        pytest.param("topics.yaml.bak", id="backup"),
        pytest.param("assets/map.png.tmp", id="half-copied"),
    ],
)
def test_what_editors_leave_behind_is_passed_over(tmp_path: Path, name: str) -> None:
    write_tree(tmp_path / "content", {name: "text"})

    found, problems = read(tmp_path)

    assert problems == ()
    assert found == Book(registries=found.registries, catalogues=found.catalogues)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("briefings/secret.md", id="article"),
        pytest.param("assets/secret.txt", id="asset"),
        pytest.param("briefings/2024", id="folder"),
        pytest.param("assets", id="whole-section"),
    ],
)
def test_a_symbolic_link_is_refused_and_never_followed(tmp_path: Path, name: str) -> None:
    write_tree(tmp_path, {"outside/secret.md": "---\n---\n", "content/topics.yaml": "[]\n"})
    link = tmp_path / "content" / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(tmp_path / "outside" / ("secret.md" if "." in name else ""))

    found, (problem,) = read(tmp_path)

    assert (problem.code, problem.at.path) == ("symbolic-link", f"content/{name}")
    assert str(tmp_path / "outside") in problem.message
    assert (found.briefings, found.assets) == ((), ())


@pytest.mark.parametrize("name", ["briefings/talks.md", "assets/map.png"])
def test_a_pipe_is_told_of_and_not_waited_for(tmp_path: Path, name: str) -> None:
    pipe = tmp_path / "content" / name
    pipe.parent.mkdir(parents=True)
    os.mkfifo(pipe)

    found, (problem,) = read(tmp_path)

    assert (problem.code, problem.severity) == ("unreadable", "error")
    assert (found.briefings, found.assets) == ((), ())


def test_a_file_in_another_encoding_does_not_hide_the_others(tmp_path: Path) -> None:
    root = book(tmp_path)
    (root / "content/briefings/older.md").write_bytes("“Wait”".encode("cp1252"))

    found, (problem,) = read(root)

    assert (problem.code, problem.at.path) == ("not-utf-8", "content/briefings/older.md")
    assert [one.source.name for one in found.briefings] == ["briefings/2024/11/talks.md"]


def test_an_asset_may_hold_any_bytes(tmp_path: Path) -> None:
    write_tree(tmp_path, {"content/assets/a.bin": ""})
    (tmp_path / "content/assets/a.bin").write_bytes(b"\xff\x00\r\n")

    found, problems = read(tmp_path)

    assert problems == ()
    assert found.assets[0].data == b"\xff\x00\r\n"


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert read_folder(tmp_path / "templates", "templates") == Outcome(())


def test_a_folder_is_read_whole_but_for_what_editors_leave(tmp_path: Path) -> None:
    names = ("b.html", "a.html", "static/custom.css", ".hidden", "a.html~")
    folder = write_tree(tmp_path / "own", dict.fromkeys(names, "text"))

    read = read_folder(folder, "templates")

    assert read == Outcome(
        (
            Asset("templates/a.html", "a.html", b"text"),
            Asset("templates/b.html", "b.html", b"text"),
            Asset("templates/static/custom.css", "static/custom.css", b"text"),
        )
    )


def test_the_book_s_own_catalogues_come_before_the_packaged_ones(tmp_path: Path) -> None:
    root = write_tree(
        tmp_path, {"content/topics.yaml": "[]\n", "mine/languages/uk.po": "", "mine/uk.po": ""}
    )

    found = read(root, templates="mine")[0].catalogues

    assert [one.path for one in found][:2] == ["mine/languages/uk.po", "languages/de.po"]


def test_a_catalogue_in_another_encoding_is_told(tmp_path: Path) -> None:
    write_tree(tmp_path, {"content/topics.yaml": "[]\n"})
    (tmp_path / "templates" / "languages").mkdir(parents=True)
    (tmp_path / "templates" / "languages" / "de.po").write_bytes("msgid é".encode("latin-1"))

    problems = read_book(tmp_path, config()).problems

    assert [(one.code, one.at.path) for one in problems] == [
        ("not-utf-8", "templates/languages/de.po")
    ]


def test_what_can_still_be_read_is_read_again(tmp_path: Path) -> None:
    write_tree(tmp_path, {"content/a.md": "Ships.\n", "content/b.md": ""})
    (tmp_path / "content/c.md").write_bytes(b"\xff")
    os.mkfifo(tmp_path / "content/d.md")

    again = read_again(
        tmp_path, [*(f"content/{one}.md" for one in "abcde"), "content", "/dev/null"]
    )

    assert again == {"content/a.md": "Ships.\n"}
