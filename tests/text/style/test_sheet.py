import pytest

from generator.pipeline.rendering.packaged import theme_files
from generator.text.style.sheet import (
    joined,
    tokens,
    with_tokens,
    without_families,
)

SHEET = """\
/* :root { --ink: red } */
@layer tokens {
  :root { /* the ink; it is black */ --ink: #111; --gap: calc(1rem * 2) }
  @media (prefers-color-scheme: dark) {
    :root:not([data-theme=light]) { --ink: #eee }
  }
  :root[data-theme="dark"] { --ink: #ddd; }
  .note { --ink: #777; content: "} :root { --ink: blue }" }
}
@media print { :root, :root[data-theme=dark] { --ink: #000 } }
"""
FACES = """\
@font-face { font-family: "Own Serif"; src: url(fonts/own.woff2) format("woff2"), url('fonts/own.woff') }
@font-face { font-family: 'Own Serif'; font-style: italic; src: url("fonts/italic.woff2") }
@font-face { src: url(fonts/own.woff2); font-family: Plain }
"""  # noqa: E501


def test_tokens_of_the_root_are_found_by_the_scheme_they_hold_for() -> None:
    assert tokens(SHEET) == {
        ("light", "--ink"): "#111",
        ("light", "--gap"): "calc(1rem * 2)",
        ("dark", "--ink"): "#ddd",
        ("print", "--ink"): "#000",
    }


@pytest.mark.parametrize(
    ("sheet", "scheme"),
    [
        (":root:not([data-theme=dark]) { --ink: #111 }", "light"),
        ("html { --ink: #111 }", "light"),
        ("html.dark { --ink: #111 }", "dark"),
        ("@media screen and (prefers-color-scheme:dark){:root{--ink:#111}}", "dark"),
        ("@media only print{:root{--ink:#111}}", "print"),
    ],
)
def test_the_scheme_is_told_by_the_blocks_around_a_token(sheet: str, scheme: str) -> None:
    assert tokens(sheet) == {(scheme, "--ink"): "#111"}


def test_every_value_of_a_scheme_is_changed_and_nothing_else() -> None:
    changed = with_tokens(SHEET, {("dark", "--ink"): "#fff", ("light", "--none"): "1"})

    assert changed == SHEET.replace("#eee", "#fff").replace("#ddd", "#fff")


def test_a_sheet_without_changes_is_the_same() -> None:
    theme = theme_files()["static/brief.css"].decode()

    assert with_tokens(theme, {}) == theme
    assert with_tokens(theme, tokens(theme)) == theme


@pytest.mark.parametrize(
    "sheet", ["", "{", "}}}", ":root {", ":root { --a: 1", '"', "/*", "--a: 1;"]
)
def test_a_broken_sheet_has_no_tokens(sheet: str) -> None:
    assert tokens(sheet) == {}
    assert with_tokens(sheet, {("light", "--a"): "2"}) == sheet


@pytest.mark.parametrize(
    "line", ['@import "fonts.css";', "@import 'fonts.css';", "@import url(fonts.css);"]
)
def test_fonts_take_the_place_of_the_line_that_asks_for_them(line: str) -> None:
    sheet = f"@layer a;\n{line}\np {{ margin: 0 }}\n"

    assert joined(sheet, FACES) == f"@layer a;\n{FACES}p {{ margin: 0 }}\n"


def test_a_sheet_that_does_not_ask_for_fonts_is_given_none() -> None:
    sheet = '@import "other.css";\n'

    assert joined(sheet, FACES) == sheet


def test_stacks_go_on_without_the_families_of_the_faces() -> None:
    css = '--a: "Own Serif", Georgia, serif; font: 8pt Plain, sans-serif; --b: "Own Serifs", serif'

    assert without_families(css, FACES) == (
        '--a: Georgia, serif; font: 8pt sans-serif; --b: "Own Serifs", serif'
    )
