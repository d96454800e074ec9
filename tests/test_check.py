"""To check a book is to build it, but for what is published and kept."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from generator.build import build, check
from generator.errors import OutputError, TemplateError
from generator.report import Settings
from generator.runtime.kept import FOLDER
from tests.trees import SMALL_BOOK, book, write_tree

TALKS: Final = "content/briefings/2024/11/talks.md"
MORE: Final = {TALKS: f"{SMALL_BOOK[TALKS]}\nThey met again.\n"}
PAGE: Final = "briefings/2024/11/talks.html"
FAILS: Final = {"templates/official.html": "{{ nothing.here }}"}


@pytest.fixture
def asked(tmp_path: Path) -> Settings:
    return Settings(book(tmp_path / "book"), datetime(2024, 11, 20, tzinfo=UTC), recalls=True)


def build_it(asked: Settings) -> None:
    build(Settings(asked.root, asked.now, remembers=True))


def state(root: Path) -> Mapping[str, tuple[int, bytes]]:
    """Give every file with its time, what is kept and the site too."""
    files = [path for path in root.rglob("*") if path.is_file()]
    return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


def test_what_the_last_build_made_is_not_made_again(asked: Settings, pages_made: list[str]) -> None:
    build_it(asked)
    pages_made.clear()
    before = state(asked.root)

    report = check(asked)

    assert pages_made == ["robots.txt"]  # which is made every time
    assert report.problems == ()
    assert state(asked.root) == before


def test_what_was_edited_since_is_made_and_nothing_is_kept(
    asked: Settings, pages_made: list[str]
) -> None:
    build_it(asked)
    write_tree(asked.root, MORE)
    before = state(asked.root)

    for _ in range(2):
        pages_made.clear()
        check(asked)
        assert PAGE in pages_made
        assert "officials/ana-petrova.html" not in pages_made
    assert state(asked.root) == before


@pytest.mark.parametrize("recalls", [True, False])
def test_without_a_build_before_all_is_made(
    asked: Settings, pages_made: list[str], *, recalls: bool
) -> None:
    report = check(Settings(asked.root, asked.now, recalls=recalls))

    assert len(pages_made) == report.pages
    assert not (asked.root / FOLDER).exists()


def test_a_template_that_fails_since_is_told(asked: Settings) -> None:
    build_it(asked)
    write_tree(asked.root, FAILS)

    with pytest.raises(TemplateError):
        check(asked)


def test_what_is_kept_and_damaged_is_not_believed_and_left(
    asked: Settings, pages_made: list[str]
) -> None:
    build_it(asked)
    pages_made.clear()
    for path in (asked.root / FOLDER).iterdir():
        path.write_bytes(path.read_bytes().replace(b"a", b"b"))
    before = state(asked.root)

    report = check(asked)

    assert len(pages_made) == report.pages
    assert state(asked.root) == before


def test_an_address_that_some_disks_cannot_tell_from_another_is_refused(asked: Settings) -> None:
    write_tree(asked.root, {"templates/static/Brief.css": "p { margin: 0 }\n"})

    with pytest.raises(OutputError):
        check(asked)
