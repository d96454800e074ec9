"""What a book held only between two looks at its files does not stay on the site."""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from generator import watching
from generator.preview.serving import Options, Preview
from generator.report import Settings
from generator.runtime.lookout import Lookout
from generator.runtime.states import Change
from tests.preview.previewed import get
from tests.runtime.watching import Silent
from tests.trees import SMALL_BOOK, write_tree

NOW: Final = datetime(2025, 1, 15, tzinfo=UTC)
TALKS: Final = "content/briefings/2024/11/talks.md"
OTHER: Final = "content/briefings/2024/11/other.md"
PAGE: Final = "templates/page.html"
OTHERS_WORDS: Final = "---\ntitle: Other\npublished: 2024-11-14\ntopics: [arms]\n---\nWords.\n"
QUIET_S: Final = 0.1
BOOK: Final = {
    **SMALL_BOOK,
    PAGE: "{% extends 'theme/page.html' %}\n",
    "content/pages/about.md": "---\ntitle: About\n---\n",
}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return write_tree(tmp_path / "book", BOOK)


@pytest.fixture
def preview(book: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Preview]:
    """A preview that is told of nothing, and does not look by itself for an hour."""
    monkeypatch.setattr(watching, "Lookout", partial(Lookout, hints=Silent))
    settings, options = Settings(root=book, now=NOW), Options(poll_s=3600)
    preview = Preview(settings, options, lambda: NOW, lambda _: None)
    preview.begin()
    yield preview
    preview.close()


def shown(preview: Preview, url: str) -> tuple[int, str]:
    """Ask for a page as a browser does."""
    status, body = get(int(preview.server.server_address[1]), url)
    return status, body.decode()


def made(preview: Preview, book: Path, *names: str) -> None:
    """Make the book again, as a look has found that files have changed."""
    preview.make([Change(os.fspath(book / name), "changed") for name in names])


def makes_again(preview: Preview) -> bool:
    """Tell whether the next look finds something; then the book is made."""
    changes = preview.watching.lookout.wait(QUIET_S)
    if changes:
        preview.make(changes)
    return bool(changes)


def test_a_file_that_came_and_went_is_shown_no_more(preview: Preview, book: Path) -> None:
    write_tree(book, {"config.yaml": "title: Harbour\n", OTHER: OTHERS_WORDS})
    made(preview, book, "config.yaml")
    (book / OTHER).unlink()
    assert shown(preview, "briefings/2024/11/other.html")[0] == 200

    assert makes_again(preview)
    assert shown(preview, "briefings/2024/11/other.html")[0] == 404
    assert not makes_again(preview)


def words(book: Path, said: str) -> None:
    write_tree(book, {TALKS: f"{SMALL_BOOK[TALKS]}\n{said}\n"})


def template(book: Path, said: str) -> None:
    write_tree(book, {PAGE: f"{BOOK[PAGE]}{{% block main %}}{said}{{% endblock %}}\n"})


def title(book: Path, said: str) -> None:
    write_tree(book, {"config.yaml": f"title: {said}\n"})


@pytest.mark.parametrize(
    ("edit", "url"),
    [
        (words, "briefings/2024/11/talks.html"),
        (template, "pages/about.html"),
        (title, "index.html"),
    ],
)
def test_what_a_file_said_for_a_moment_is_shown_no_more(
    preview: Preview, book: Path, edit: Callable[[Path, str], None], url: str
) -> None:
    edit(book, "Before")
    made(preview, book, TALKS, PAGE, "config.yaml")
    while makes_again(preview):
        pass

    edit(book, "Meanwhile")
    made(preview, book, TALKS)
    edit(book, "Before")

    while makes_again(preview):
        pass
    status, page = shown(preview, url)
    assert status == 200
    assert "Meanwhile" not in page
    assert "Before" in page


def unreadable_text(book: Path) -> None:
    (book / "content/topics.yaml").write_bytes(b"\xff\xfe\xfd")


def link(book: Path) -> None:
    (book / "content/briefings/link.md").symlink_to(book / TALKS)


def content_elsewhere(book: Path) -> None:
    (book / "content").rename(book / "elsewhere")
    (book / "content").symlink_to(book / "elsewhere")


def templates_elsewhere(book: Path) -> None:
    (book / "templates").rename(book / "elsewhere")
    (book / "templates").symlink_to(book / "elsewhere")


def no_settings(book: Path) -> None:
    (book / "config.yaml").unlink()


def no_content(book: Path) -> None:
    (book / "content").rename(book / "elsewhere")


def own_catalogue(book: Path) -> None:
    write_tree(book, {"templates/languages/xx.po": ""})


def what_is_no_part(book: Path) -> None:
    write_tree(book, {"content/briefings/a.docx": "a", "content/x/y.md": "y"})


@pytest.mark.parametrize(
    "misfortune",
    [
        unreadable_text, link, content_elsewhere, templates_elsewhere, no_settings, no_content,
        own_catalogue, what_is_no_part,
    ],
)  # fmt: skip
def test_whatever_the_book_is_like_its_making_comes_to_rest(
    preview: Preview, book: Path, misfortune: Callable[[Path], None]
) -> None:
    misfortune(book)
    made(preview, book, "config.yaml")

    rounds = 0
    while makes_again(preview):
        rounds += 1
        assert rounds < 4
