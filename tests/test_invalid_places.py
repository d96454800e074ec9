"""Mistakes that no folder in git can hold: links, pipes, foreign bytes, what stands elsewhere."""

import fcntl
import os
from contextlib import chdir
from pathlib import Path
from shutil import copytree
from textwrap import dedent

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.diagnostics import shown
from generator.preview.desk import Desk
from generator.report import Settings
from generator.text.markup.converter import Engine
from generator.text.yaml.nodes import LARGEST
from tests.invalid import BASE, Said, built
from tests.preview.previewed import NOW
from tests.trees import write_tree

ELSEWHERE = frozenset(
    {
        "no-config",
        "not-utf-8",
        "output-busy",
        "output-collision",
        "output-conflict",
        "output-failed",
        "program-failed",
        "symbolic-link",
        "template-slow",
        "too-slow",
        "unreadable",
        "worker-died",
        "yaml-size",
    }
)
"""The codes of problems whose cases stand here."""
TALKS = "content/briefings/2024/11/talks.md"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return copytree(BASE, tmp_path / "book")


def told(text: str, exit_code: int = 1) -> Said:
    """Give what is said where nothing was published for one mistake."""
    return Said(exit_code, f"{dedent(text).lstrip()}nothing published: 1 error\n")


def test_a_folder_without_settings_is_no_book(tmp_path: Path) -> None:
    assert built(tmp_path) == told(
        """
        config.yaml: error[no-config]: config.yaml: no such file or directory
          run this in a book's folder, or name it with --root; `title: …` is all it needs
        """,
        exit_code=2,
    )


def test_settings_in_another_encoding_are_told_by_their_first_wrong_byte(book: Path) -> None:
    (book / "config.yaml").write_bytes("title: Schreibtisch für Rüstung\n".encode("latin-1"))

    assert built(book) == told(
        """
        config.yaml:1:22: error[not-utf-8]: byte 0xfc is not UTF-8; the file looks like Latin-1 (ISO 8859-1)
          save the file as UTF-8
        """,  # noqa: E501
        exit_code=2,
    )


def test_a_text_that_takes_too_long_is_told_by_its_file(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.parsing._SECONDS_A_FILE", {Engine.QUICK: 1e-6})
    with (book / TALKS).open("a", encoding="utf-8") as file:
        file.write("*[a]: b\n" * 4000)

    said = built(book).errors

    assert (
        f"""
{TALKS}: error[too-slow]: this text takes too long to read
  look for very long lists, tables or rows of brackets, or make two texts of it
"""
        in f"\n{said}"
    )


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_template_that_does_not_end_is_told_with_its_line(
    book: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.setattr("generator.rendering._SECONDS_A_PAGE", 0.3)
    monkeypatch.setattr("generator.runtime.workers.WORTH_IT", 2)
    endless = "<h1>{{ head.title }}</h1>\n{% for n in range(10 ** 12) %}{% endfor %}\n"
    write_tree(book, {"templates/404.html": endless})

    said = built(book, "--jobs", str(jobs))

    loop = "{% for n in range(10 ** 12) %}{% endfor %}"
    message = "this template takes too long, while making 404.html"
    assert said == told(
        f"""
        templates/404.html:2:1: error[template-slow]: {message}
            2 | {loop}
              | {"^" * len(loop)} look for a loop that has no end
        """
    )


def test_an_article_in_another_encoding_is_told_by_its_first_wrong_byte(book: Path) -> None:
    text = (book / TALKS).read_text(encoding="utf-8")
    (book / TALKS).write_bytes(text.encode("cp1252"))

    assert built(book) == told(
        f"""
        {TALKS}:19:25: error[not-utf-8]: byte 0x93 is not UTF-8; the file looks like Windows-1252
          save the file as UTF-8
        """
    )


def test_officials_in_another_encoding_do_not_make_speakers_unknown(book: Path) -> None:
    file = book / "content/officials.yaml"
    file.write_bytes(file.read_text(encoding="utf-8").encode("utf-16"))

    assert built(book) == told(
        """
        content/officials.yaml:1:1: error[not-utf-8]: byte 0xff is not UTF-8; the file looks like UTF-16
          save the file as UTF-8
        """  # noqa: E501
    )


def test_a_zero_byte_makes_a_file_no_text(book: Path) -> None:
    (book / "content/captures/remarks.txt").write_bytes(b"We will\nnot\0 wait.\n")

    assert "content/captures/remarks.txt:2:1: error[not-utf-8]: this file holds a zero byte" in (
        built(book).errors
    )


def test_a_symbolic_link_is_not_followed_out_of_the_book(book: Path, tmp_path: Path) -> None:
    secret = write_tree(tmp_path, {"secret.md": "---\ntitle: Secret\n---\n"}) / "secret.md"
    (book / "content/pages/secret.md").symlink_to(secret)

    assert built(book) == told(
        f"""
        content/pages/secret.md: error[symbolic-link]: this is a symbolic link to {secret}, and links are not followed
          copy the file here instead
        """  # noqa: E501
    )


@pytest.mark.parametrize("name", ["page.html", "static/secret.txt", "static/fonts"])
def test_a_symbolic_link_among_the_templates_is_not_followed(
    name: str, book: Path, tmp_path: Path
) -> None:
    secret = write_tree(tmp_path, {"secret.txt": "SECRET\n"}) / "secret.txt"
    (book / "templates/static").mkdir(parents=True)
    (book / "templates" / name).symlink_to(secret)

    assert built(book) == told(
        f"""
        templates/{name}: error[symbolic-link]: this is a symbolic link to {secret}, and links are not followed
          copy the file here instead
        """  # noqa: E501
    )


@pytest.mark.parametrize("target", ["..", "/", "nowhere"])
def test_a_link_to_a_folder_or_to_nothing_is_refused_like_one_to_a_file(
    target: str, book: Path
) -> None:
    (book / "content/assets").symlink_to(target)

    assert "content/assets: error[symbolic-link]: " in built(book).errors


@pytest.mark.timeout(20)
def test_a_named_pipe_does_not_keep_the_build_waiting(book: Path) -> None:
    os.mkfifo(book / "content/pages/news.md")

    assert built(book) == told(
        """
        content/pages/news.md: error[unreadable]: this is not a regular file
        """
    )


def test_yaml_that_is_too_large_is_not_read(book: Path) -> None:
    write_tree(book, {"content/glossary.yaml": "#" * LARGEST + "\n"})

    assert built(book) == told(
        """
        content/glossary.yaml: error[yaml-size]: the YAML is larger than 1,000,000 characters
          make several files of it
        """
    )


def test_a_page_of_someone_else_is_not_overwritten(book: Path) -> None:
    nothing_yet = {"output/.briefbook-manifest.json": '{"format": 1, "files": {}}'}
    write_tree(book, {**nothing_yet, "output/index.html": "<p>Mine.</p>\n"})

    said = built(book)

    assert said == told(
        """
        output/index.html: error[output-conflict]: 'index.html' is in the way: Briefbook did not write it
          move it elsewhere or remove it, then build again
        """,  # noqa: E501
        exit_code=3,
    )
    assert (book / "output/index.html").read_text(encoding="utf-8") == "<p>Mine.</p>\n"


def test_two_files_that_some_disks_cannot_tell_apart_are_refused(book: Path) -> None:
    about = "---\ntitle: About\n---\n[1](../assets/Map.txt), [2](../assets/map.txt)\n"
    same = {"content/assets/Map.txt": "A map.\n", "content/assets/map.txt": "A map.\n"}
    write_tree(book, {"content/pages/about.md": about, **same})

    assert built(book) == told(
        """
        output/assets/map.220e610c1e.txt: error[output-collision]: 'assets/Map.220e610c1e.txt' and 'assets/map.220e610c1e.txt' would stand in the same place
          give one of the two another id, slug or file name
        """,  # noqa: E501
        exit_code=3,
    )


def test_a_second_build_is_sent_away_while_one_writes(book: Path) -> None:
    built(book)
    with (book / "output/.briefbook-lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)

        said = built(book)

    assert said == told(
        """
        output: error[output-busy]: another build is writing to 'output'
          wait until it is done, then build again
        """,
        exit_code=3,
    )


def test_a_site_that_cannot_be_written_says_why(book: Path) -> None:
    write_tree(book, {"blocked": "A file where a folder should be.\n"})

    with chdir(book):
        result = CliRunner().invoke(main, ["build", "--output", "blocked/site"])

    assert result.exit_code == 3
    assert "error[output-failed]: the site could not be written: not a directory" in result.stderr
    assert "mend this, then build again" in result.stderr


def test_a_template_in_another_encoding_is_told_by_its_name(book: Path) -> None:
    (book / "templates").mkdir()
    (book / "templates/page.html").write_bytes("<h1>Über uns</h1>\n".encode("latin-1"))

    said = built(book)

    assert said.exit_code == 1
    assert said.errors.startswith("templates/page.html: error[template-syntax]: this template, or ")
    assert "save the file as UTF-8" in said.errors


def test_a_fault_of_the_program_is_told_in_a_preview(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("dictionary changed size during iteration")

    monkeypatch.setattr(Desk, "_prepared", fail)
    state = Desk(Settings(book, NOW), lambda: NOW).make()

    assert "\n".join(map(shown, state.problems)) == (
        "briefbook: error[program-failed]: Briefbook itself failed: "
        "RuntimeError: dictionary changed size during iteration\n"
        "  save once more; if it fails again, please report what `briefbook build` tells"
    )
