"""A book's theme is read from its folder and laid over the packaged one."""

from pathlib import Path

import pytest

from generator.config import Theme
from generator.pipeline.last import Last
from generator.pipeline.rendering.packaged import theme_files, theme_folder
from generator.pipeline.theme.make import BookTheme, make_theme
from tests.builders import config
from tests.trees import write_tree


def made(root: Path, **theme: str) -> BookTheme:
    return make_theme(root, config(theme=Theme(**theme)), Last())  # type: ignore[arg-type]


def published(theme: BookTheme) -> dict[str, bytes]:
    return {one.url: one.data for one in theme.look.files}


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Give a book whose templates are those of the theme, every one."""
    for name, data in theme_files().items():
        file = tmp_path / "templates" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return tmp_path


def test_a_book_without_templates_has_the_theme(tmp_path: Path) -> None:
    theme = made(tmp_path)

    assert theme.problems == ()
    assert "static/brief.css" in published(theme)


def test_a_copy_of_the_theme_is_the_theme(
    copied: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    settings = {"accent": "#005a9c", "fonts": "system"}

    theme = made(copied, **settings)

    assert theme == made(tmp_path_factory.mktemp("bare"), **settings)
    assert b"#005a9c" in published(theme)["static/favicon.svg"]
    assert theme.problems == ()


def test_a_changed_copy_is_the_books_own(copied: Path) -> None:
    write_tree(copied, {"templates/404.html": "Nothing here.\n"})

    theme = made(copied)

    assert [(one.code, one.at.path) for one in theme.problems] == [
        ("template-unmarked", "templates/404.html")
    ]


def test_templates_may_stand_in_another_folder(tmp_path: Path) -> None:
    write_tree(tmp_path, {"looks/404.html": "Nothing here.\n"})

    theme = make_theme(tmp_path, config(templates="./looks/"), Last())

    assert theme.problems[0].at.path == "looks/404.html"


def test_all_files_of_the_theme_are_given_by_their_names() -> None:
    files = theme_files()

    assert {"base.html", "robots.txt", "static/brief.css", "static/fonts.css"} <= files.keys()
    assert files["base.html"] == (theme_folder() / "base.html").read_bytes()
