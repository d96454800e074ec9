from hypothesis import given
from hypothesis import strategies as st

from generator.pipeline.index.drawings.labels import fitted, text_width


def test_wide_letters_and_other_scripts_take_more_room() -> None:
    assert text_width("ill", 10) < text_width("sea", 10) < text_width("WWW", 10)
    assert text_width("서울", 10) == 21


def test_what_fits_is_left_whole() -> None:
    assert fitted("Rutte", 10, 40) == "Rutte"


@given(st.text(max_size=60), st.integers(8, 16), st.integers(20, 200))
def test_a_fitted_text_never_passes_its_width(text: str, size: int, width: int) -> None:
    assert text_width(fitted(text, size, width), size) <= width
