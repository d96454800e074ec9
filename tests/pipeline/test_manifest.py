import fcntl
import json
from pathlib import Path
from threading import Barrier, Thread

import pytest

from generator.errors import OutputError
from generator.pipeline.manifest import JOURNAL, LOCK, MANIFEST, digest
from tests.pipeline.publishing import put, put_all, refused
from tests.trees import read_tree, write_tree

SITE = {"index.html": "home", "topics/korea.html": "topic"}


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a book in the home of someone who stands elsewhere."""
    home = write_tree(tmp_path / "home", {"desk/content/a.md": "", "desk/templates/b.html": ""})
    monkeypatch.setenv("HOME", str(home))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return home / "desk"


@pytest.mark.parametrize(
    ("root", "reason"),
    [
        pytest.param("/", "it is the root of the file system", id="root"),
        pytest.param("..", "it is your home folder, or holds it", id="home"),
        pytest.param("../..", "it is your home folder, or holds it", id="above-home"),
        pytest.param("../../here", "it is the current folder", id="here"),
        pytest.param(".", "it is the book's own folder, or holds it", id="book"),
        pytest.param("content", "which the site is made from", id="content"),
        pytest.param("content/output", "which the site is made from", id="in-content"),
        pytest.param("templates/x/../../content", "which the site is made from", id="detour"),
    ],
)
def test_a_site_is_not_written_over_what_is_dear(root: str, reason: str, book: Path) -> None:
    (problem,) = refused(SITE, book, book / root)

    assert problem.code == "output-unsafe"
    assert reason in problem.message
    assert problem.hint == "choose another folder for the site, such as output"


def test_a_site_is_not_written_to_a_folder_that_holds_sources(book: Path) -> None:
    content = write_tree(book.parent / "shared/content", {"a.md": ""})

    with pytest.raises(OutputError, match="which the site is made from"):
        put_all((), content.parent, book=book, never=(content,))


def test_a_link_out_of_the_book_is_refused_and_one_elsewhere_is_followed(book: Path) -> None:
    target = book.parent.parent / "www"
    (book / "output").symlink_to(target)
    (book.parent / "public").symlink_to(target)

    (problem,) = refused(SITE, book)
    put(SITE, book, book.parent / "public")

    assert "it is a link that leads out of the book" in problem.message
    assert read_tree(target) == SITE


def test_a_book_that_is_itself_reached_by_a_link_is_written(book: Path) -> None:
    (book.parent.parent / "desk").symlink_to(book)
    put(SITE, book.parent.parent / "desk")

    assert read_tree(book / "output") == SITE


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        pytest.param({"thesis.doc": ""}, "did not make, such as 'thesis.doc'", id="foreign-file"),
        pytest.param({".git/HEAD": "", "CNAME": ""}, "top folder of a git repository", id="git"),
    ],
)
def test_a_folder_of_someone_else_is_refused(
    files: dict[str, str], reason: str, book: Path
) -> None:
    write_tree(book / "output", files)

    (problem,) = refused(SITE, book)

    assert problem.code == "output-unsafe"
    assert reason in problem.message
    assert read_tree(book / "output") == files


def test_a_file_in_the_place_of_the_folder_is_refused(book: Path) -> None:
    (book / "output").touch()

    assert "it is not a folder" in refused(SITE, book)[0].message


def test_a_git_folder_that_came_later_does_no_harm(book: Path) -> None:
    put(SITE, book)
    write_tree(book / "output", {".git/HEAD": "main"})
    put({"index.html": "new"}, book)

    assert read_tree(book / "output") == {"index.html": "new", ".git/HEAD": "main"}


@pytest.mark.parametrize("name", [MANIFEST, JOURNAL])
@pytest.mark.parametrize(
    "forged",
    [
        pytest.param("", id="empty"),
        pytest.param("[]", id="list"),
        pytest.param("\udcff", id="not-utf-8"),
        pytest.param("[" * 100_000, id="deep"),
        '{"format": 2, "files": {}}',
        '{"format": 1, "files": {"index.html": "abc"}}',
        '{"format": 1, "files": {"index.html": null}}',
        json.dumps({"format": 1, "files": {"../thesis.doc": digest(b"mine")}}),
        json.dumps({"format": 1, "files": {"/thesis.doc": digest(b"mine")}}),
        json.dumps({"format": 1, "files": {"a\ud800": digest(b"mine")}}),
    ],
)
def test_a_list_that_is_broken_or_forged_is_refused(name: str, forged: str, book: Path) -> None:
    put(SITE, book)
    write_tree(book, {"thesis.doc": "mine"})
    (book / "output" / name).write_bytes(forged.encode(errors="surrogateescape"))

    (problem,) = refused({"index.html": "new"}, book)

    assert problem.code == "output-unsafe"
    assert problem.hint == "remove the whole output folder, then build again"
    assert read_tree(book / "output") == SITE
    assert (book / "thesis.doc").exists()


def test_a_list_that_is_no_file_is_refused(book: Path) -> None:
    (book / "output" / MANIFEST).mkdir(parents=True)

    assert refused(SITE, book)[0].code == "output-unsafe"


def test_a_second_builder_is_sent_away_while_the_first_one_writes(book: Path) -> None:
    put(SITE, book)
    with (book / "output" / LOCK).open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)

        (problem,) = refused({"index.html": "new"}, book)

    assert problem.code == "output-busy"
    assert read_tree(book / "output") == SITE
    assert put({"index.html": "new"}, book).written == 1


def test_of_many_builders_at_once_the_site_is_that_of_one(book: Path) -> None:
    gate, sites = Barrier(8), [{"index.html": f"{n}", f"{n}.html": "x"} for n in range(8)]

    def build(site: dict[str, str]) -> None:
        gate.wait()
        try:
            put(site, book)
        except OutputError as error:
            assert error.problems[0].code == "output-busy"  # noqa: PT017

    threads = [Thread(target=build, args=(site,)) for site in sites]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert read_tree(book / "output") in sites
