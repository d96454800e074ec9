"""Words and drawings can be read in every set of colours: light, dark and on paper."""

import re
from collections.abc import Mapping

import pytest

from generator.pipeline.rendering.packaged import theme_folder

STYLE = (theme_folder() / "static/brief.css").read_text(encoding="utf-8")
RULE = re.compile(r"(:root[^{]*){([^}]*--paper:[^}]*)}")
TOKEN = re.compile(r"--([\w-]+): #([0-9a-f]{3,6})")
TEXT, DRAWN = 4.5, 3.0
HEAT = [("ink", "h1"), ("ink", "h2"), ("h3-ink", "h3"), ("h4-ink", "h4")]
WORDS = [(ink, on) for ink in ("ink", "ink2", "ink3", "accent") for on in ("paper", "surface")]


def palettes() -> Mapping[str, Mapping[str, str]]:
    """Give the tokens of each set of colours, by the selector of its rule."""
    found = {selector.strip(): dict(TOKEN.findall(body)) for selector, body in RULE.findall(STYLE)}
    assert len(found) == 4
    return found


def luminance(colour: str) -> float:
    """Give the relative luminance of WCAG 2."""
    full = colour if len(colour) == 6 else "".join(one * 2 for one in colour)
    parts = [int(full[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", palettes())
def test_numbers_in_the_matrix_can_be_read_on_their_heat(palette: str) -> None:
    tokens = palettes()[palette]

    assert [pair for pair in HEAT if contrast(tokens[pair[0]], tokens[pair[1]]) < TEXT] == []


@pytest.mark.parametrize("palette", palettes())
def test_words_can_be_read_on_every_ground(palette: str) -> None:
    tokens = palettes()[palette]

    assert [pair for pair in WORDS if contrast(tokens[pair[0]], tokens[pair[1]]) < TEXT] == []


@pytest.mark.parametrize("palette", palettes())
def test_bars_stand_out_from_the_page(palette: str) -> None:
    tokens = palettes()[palette]

    assert contrast(tokens["bar"], tokens["paper"]) >= DRAWN
    assert contrast(tokens["accent"], tokens["paper"]) >= DRAWN


def test_both_rules_for_dark_colours_are_the_same() -> None:
    found = palettes()

    assert found[":root:not([data-theme=light])"] == found[":root[data-theme=dark]"]
