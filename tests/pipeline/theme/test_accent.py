"""A book's accent is given to every scheme, and is told of where it cannot be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import Theme
from generator.diagnostics import Location
from generator.pipeline.rendering.packaged import theme_files
from generator.pipeline.theme.accent import accent_tokens, faint_accents, in_accent
from generator.text.style.colours import LEAST, contrast
from generator.text.style.sheet import Scheme, Tokens, tokens

PACKAGED = theme_files()
SHEET = tokens(PACKAGED["static/brief.css"].decode())
PAPERS: Tokens = {
    ("light", "--paper"): "#fff",
    ("light", "--ink"): "#000",
    ("dark", "--paper"): "#111",
    ("dark", "--surface"): "#333",
    ("print", "--paper"): "#fff",
}

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def told(theme: Theme, sheet: Tokens = SHEET) -> list[tuple[str, str]]:
    found = faint_accents(sheet, theme, path="config.yaml")
    return [(problem.message, problem.hint) for problem in found]


def test_a_book_without_an_accent_changes_no_token() -> None:
    assert accent_tokens(SHEET, Theme()) == {}


def test_the_accent_stands_in_the_light_scheme_as_it_is_written() -> None:
    assert accent_tokens(SHEET, Theme(accent="#d98"))["light", "--accent"] == "#d98"


@given(colours)
def test_the_dark_scheme_and_print_have_the_accent_so_that_it_can_be_read(accent: str) -> None:
    new = accent_tokens(SHEET, Theme(accent=accent))

    for name in ("--paper", "--surface"):
        assert contrast(new["dark", "--accent"], SHEET["dark", name]) >= LEAST
    assert contrast(new["print", "--accent"], SHEET["print", "--paper"]) >= 7


@given(colours)
def test_numbers_can_be_read_on_every_ground_of_the_matrix(accent: str) -> None:
    new = {**SHEET, **accent_tokens(SHEET, Theme(accent=accent))}

    schemes: tuple[Scheme, ...] = ("light", "dark", "print")
    for scheme in schemes:
        for ink, ground in (("ink", "h1"), ("ink", "h2"), ("h3-ink", "h3"), ("h4-ink", "h4")):
            assert contrast(new[scheme, f"--{ink}"], new[scheme, f"--{ground}"]) >= LEAST


def test_the_matrix_goes_from_the_paper_to_the_accent() -> None:
    new = accent_tokens(SHEET, Theme(accent="#1d4f8c"))

    assert [new["light", f"--h{n}"] for n in (1, 4)] == ["#e4eaf1", "#1d4f8c"]
    assert new["dark", "--h4"] == new["dark", "--accent"]


@given(colours)
def test_texts_can_be_read_on_the_soft_accent_of_both_schemes(accent: str) -> None:
    new = accent_tokens(SHEET, Theme(accent=accent))

    schemes: tuple[Scheme, ...] = ("light", "dark")
    for scheme in schemes:
        ground = new[scheme, "--accent-soft"]
        for ink in ("--ink", "--ink2", "--ink3"):
            assert contrast(SHEET[scheme, ink], ground) >= LEAST
    assert contrast(new["dark", "--accent"], new["dark", "--accent-soft"]) >= LEAST


def test_a_dark_accent_of_its_own_is_taken_as_it_is() -> None:
    new = accent_tokens(SHEET, Theme(accent="#005a9c", accent_dark="#ffcc00"))

    assert new["light", "--accent"] == "#005a9c"
    assert new["dark", "--accent"] == "#ffcc00"


def test_a_dark_accent_alone_leaves_the_light_scheme_to_the_theme() -> None:
    assert {scheme for scheme, _ in accent_tokens(SHEET, Theme(accent_dark="#fc0"))} == {"dark"}


def test_papers_that_are_no_plain_colours_are_not_compared() -> None:
    sheet: Tokens = {("light", "--paper"): "rgb(255 255 255)", ("dark", "--paper"): "var(--x)"}

    assert accent_tokens(sheet, Theme(accent="#ff0")) == {
        ("light", "--accent"): "#ff0",
        ("dark", "--accent"): "#ff0",
        ("print", "--accent"): "#ff0",
        ("print", "--h4"): "#ff0",
    }
    assert told(Theme(accent="#ff0"), sheet) == []


@pytest.mark.parametrize("accent", ["#8c1d2f", "#005a9c", "#000"])
def test_an_accent_that_can_be_read_is_told_nothing_of(accent: str) -> None:
    assert told(Theme(accent=accent)) == []


def test_a_faint_accent_is_told_with_the_nearest_shade() -> None:
    ((message, hint),) = told(Theme(accent="#d98"), PAPERS)

    assert message == "the accent #d98 has a contrast of 2.3 on the paper, #fff; text needs 4.5"
    assert hint == 'write "#c35438", the nearest darker shade that has it'
    assert told(Theme(accent="#c35438"), PAPERS) == []


def test_a_faint_accent_of_the_dark_scheme_is_told_too() -> None:
    ((message, hint),) = told(Theme(accent_dark="#8c1d2f"), PAPERS)

    assert message.startswith(
        "the accent #8c1d2f has a contrast of 1.4 on the dark surface, #333; "
    )
    assert "the nearest lighter shade" in hint


def test_a_contrast_that_just_fails_does_not_look_like_enough() -> None:
    ((message, _),) = told(Theme(accent="#777"), PAPERS)

    assert "a contrast of 4.4 on" in message


def test_a_faint_accent_is_shown_at_its_setting() -> None:
    (problem,) = faint_accents(PAPERS, Theme(accent="#ff0"), path="config.yaml")

    assert problem.at == Location("config.yaml", field=("theme", "accent"))
    assert (problem.code, problem.severity) == ("faint-accent", "warning")


def test_the_icon_of_the_theme_is_drawn_in_the_accents_of_its_sheet() -> None:
    icon = PACKAGED["static/favicon.svg"].decode()
    new: Tokens = {("light", "--accent"): "#00f", ("dark", "--accent"): "#99f"}

    drawn = in_accent(icon, SHEET, new)

    assert 'fill="#00f"' in drawn
    assert "fill:#99f" in drawn
    assert in_accent(icon, SHEET, {}) == icon


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize("ink", ["--ink", "--ink2", "--ink3", "--accent"])
@pytest.mark.parametrize("ground", ["--paper", "--surface"])
def test_the_theme_itself_can_be_read(scheme: Scheme, ink: str, ground: str) -> None:
    assert contrast(SHEET[scheme, ink], SHEET[scheme, ground]) >= LEAST
