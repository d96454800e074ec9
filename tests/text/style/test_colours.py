import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.style.colours import (
    LEAST,
    contrast,
    is_colour,
    least_contrast,
    luminance,
    readable,
    tinted,
)

WHITE, BLACK = "#ffffff", "#000000"
LIGHT, DARK = ("#fff", "#f7f5f0"), ("#14161a", "#1c1f25")

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize("text", ["#8c1d2f", "#8C1D2F", "#d98"])
def test_three_or_six_digits_after_the_sign_are_a_colour(text: str) -> None:
    assert is_colour(text)


@pytest.mark.parametrize(
    "text", ["", "#", "8c1d2f", "#8c1d2", "#8c1d2f00", "#ggg", "red", "#d98\n"]
)
def test_anything_else_is_none(text: str) -> None:
    assert not is_colour(text)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("#000", "#fff", 21.0, id="black-on-white"),
        pytest.param("#777", "#fff", 4.48, id="the-grey-that-just-fails"),
        pytest.param("#767676", "#fff", 4.54, id="the-grey-that-just-passes"),
        pytest.param("#f00", "#fff", 4.0, id="red"),
        pytest.param("#00f", "#fff", 8.59, id="blue"),
        pytest.param("#0f0", "#fff", 1.37, id="green"),
        pytest.param("#8c1d2f", "#f7f5f0", 8.27, id="accent-on-surface"),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


def test_the_short_form_is_the_long_one() -> None:
    assert luminance("#d98") == luminance("#dd9988")


@given(colours)
def test_a_shade_can_be_read_on_every_ground(colour: str) -> None:
    for grounds in (LIGHT, DARK):
        assert least_contrast(readable(colour, grounds), grounds) >= LEAST


@given(colours)
def test_a_colour_that_can_be_read_stays(colour: str) -> None:
    for grounds in (LIGHT, DARK):
        if least_contrast(colour, grounds) >= LEAST:
            assert readable(colour, grounds) == colour


@given(colours)
def test_a_shade_is_darker_on_light_grounds_and_lighter_on_dark_ones(colour: str) -> None:
    assert luminance(readable(colour, LIGHT)) <= luminance(colour)
    assert luminance(readable(colour, DARK)) >= luminance(colour)


@given(colours)
def test_a_shade_is_hardly_darker_than_it_must_be(colour: str) -> None:
    shade = readable(colour, LIGHT)

    assert shade == colour or least_contrast(shade, LIGHT) < LEAST + 0.2


def test_where_no_shade_is_enough_it_is_black_or_white() -> None:
    assert readable("#d98", [WHITE], least=21.5) == BLACK
    assert readable("#d98", [BLACK], least=21.5) == WHITE


@given(colours)
def test_texts_stay_readable_on_a_tint(colour: str) -> None:
    texts = ["#16181d", "#454a52", "#626871"]

    ground = tinted(colour, WHITE, texts, share=0.5)

    assert re.fullmatch("#[0-9a-f]{6}", ground)
    assert all(contrast(text, ground) >= LEAST for text in texts)


def test_a_tint_is_as_strong_as_the_share_where_nothing_forbids_it() -> None:
    assert tinted("#000000", WHITE, [], share=0.2) == "#cccccc"


def test_a_text_that_is_too_faint_already_does_not_weaken_the_tint() -> None:
    assert tinted("#000000", WHITE, ["#eeeeee"], share=0.2) == "#cccccc"
