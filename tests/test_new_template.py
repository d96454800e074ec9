"""A new template shows what the theme's shows, until its text is changed."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.new_template import template_start
from generator.pipeline.rendering.packaged import theme_files
from generator.pipeline.theme.make import template_texts
from generator.pipeline.theme.overrides import originals
from generator.report import Settings
from tests.golden.accept import BOOK
from tests.made import Made, make
from tests.trees import SMALL_BOOK, book, read_tree, write_tree

NOW = datetime(2025, 1, 15, tzinfo=UTC)
PACKAGED = template_texts(theme_files())
IN_BLOCKS = [
    "base.html",
    "briefing.html",
    "home.html",
    "official.html",
    "subject.html",
    "topic.html",
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return book(tmp_path / "book")


def new(root: Path, *words: str) -> Result:
    arguments = ["new", "template", *words, "--root", str(root)]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def made(root: Path) -> Made:
    return make(Settings(root=root, now=NOW))


def golden(folder: Path, own: Mapping[str, str]) -> Made:
    """Make the golden book with templates of its own."""
    templates = {f"templates/{name}": text for name, text in own.items()}
    return made(write_tree(folder, {**read_tree(BOOK), **templates}))


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return golden(tmp_path_factory.mktemp("usual"), {})


def test_whole_templates_show_what_the_theme_shows(usual: Made, tmp_path: Path) -> None:
    again = golden(tmp_path, {name: template_start(name) for name in PACKAGED})

    assert again.report.problems == ()
    assert again.outputs == usual.outputs


def outermost(name: str) -> list[str]:
    """List the blocks of a template that hold no other."""
    blocks = {
        block: text for block, (file, text) in originals(PACKAGED, name).items() if file == name
    }
    return sorted(block for block, text in blocks.items() if "{% block" not in text)


@pytest.mark.parametrize("name", IN_BLOCKS)
def test_blocks_show_what_the_theme_shows(name: str, usual: Made, tmp_path: Path) -> None:
    starts = [template_start(name, block) for block in outermost(name)]
    head, _, _ = starts[0].partition("\n")
    parts = "".join(start.partition("\n")[2] for start in starts)

    again = golden(tmp_path, {name: f"{head}\n{parts}"})

    assert len(starts) > 3
    assert again.report.problems == ()
    assert again.outputs == usual.outputs


def test_a_new_template_is_written_where_the_book_keeps_them(root: Path) -> None:
    write_tree(root, {"config.yaml": "title: A\ntemplates: looks\n"})

    result = new(root, "topic.html")

    file = root / "looks/topic.html"
    assert (result.exit_code, result.stdout) == (0, f"{file}\n")
    assert file.read_text(encoding="utf-8") == template_start("topic.html")
    assert made(root).report.problems == ()


def test_a_new_block_extends_the_theme(root: Path) -> None:
    new(root, "briefing.html", "--block", "rail")

    text = (root / "templates/briefing.html").read_text(encoding="utf-8")
    assert text.startswith('{% extends "theme/briefing.html" %}\n')
    assert "{# made from theme/briefing.html block rail: " in text
    assert text.count("{% block ") == 1
    assert made(root).report.problems == ()


def test_a_block_of_the_frame_may_be_changed_for_one_kind_of_page(root: Path) -> None:
    new(root, "briefing.html", "--block", "footer")

    assert "{# made from theme/base.html block footer: " in (
        (root / "templates/briefing.html").read_text(encoding="utf-8")
    )
    assert made(root).report.problems == ()


def test_a_template_can_be_shown_without_writing_anything(root: Path) -> None:
    result = new(root, "briefing.html", "--block", "rail", "--print")

    assert result.stdout == template_start("briefing.html", "rail")
    assert not (root / "templates").exists()


def test_a_template_that_is_there_is_not_written_over(root: Path) -> None:
    own = write_tree(root, {"templates/base.html": "Mine\n"}) / "templates/base.html"

    result = new(root, "base.html", "--block", "footer")

    assert result.exit_code == 2
    assert "`briefbook new template base.html --block footer --print` shows" in result.stderr
    assert own.read_text(encoding="utf-8") == "Mine\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("topik.html",), "did you mean 'topic.html'?"),
        (("zzz",), "it has 404.html, _drawings.html, _macros.html, "),
        (("../config.yaml",), "the theme has no template '../config.yaml'"),
        (("static/brief.css",), "the theme has no template 'static/brief.css'"),
        (("briefing.html", "--block", "rial"), "did you mean 'rail'?"),
        (("robots.txt", "--block", "rail"), "it has none"),
    ],
)
def test_what_the_theme_does_not_have_cannot_be_made_new(
    words: tuple[str, ...], said: str, root: Path
) -> None:
    result = new(root, *words)

    assert result.exit_code == 2
    assert said in result.stderr
    assert read_tree(root) == dict(SMALL_BOOK)


def test_blocks_are_for_templates_alone(root: Path) -> None:
    result = CliRunner().invoke(
        main, ["new", "topic", "Arms", "--block", "rail", "--root", str(root)]
    )

    assert result.exit_code == 2
    assert "--block and --print are for templates" in result.stderr


def test_a_template_that_cannot_be_written_is_told(root: Path) -> None:
    write_tree(root, {"templates": "no folder\n"})

    result = new(root, "topic.html")

    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
