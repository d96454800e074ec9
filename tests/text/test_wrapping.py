import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.wrapping import cut, shortened, wrap


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        pytest.param("", 10, (), id="nothing"),
        pytest.param("Ships leave", 20, ("Ships leave",), id="one-line"),
        pytest.param("one two three four", 15, ("one two", "three four"), id="balanced"),
        pytest.param("abcdefghij", 4, ("abcd", "efgh", "ij"), id="long-word"),
        pytest.param("anti-submarine", 8, ("anti-", "submarin", "e"), id="at-the-hyphen"),
        pytest.param("a abcdefgh b", 4, ("a", "abcd", "efgh", "b"), id="long-word-among-short"),
    ],
)
def test_a_text_is_broken_into_lines(text: str, width: int, lines: tuple[str, ...]) -> None:
    assert wrap(text, width, len) == lines


@given(st.text("ab -é", max_size=80), st.integers(1, 20))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width, len)

    assert all(len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text("ab -é", max_size=80), st.integers(2, 20), st.integers(1, 4))
def test_what_is_cut_still_fits(text: str, width: int, most: int) -> None:
    lines = wrap(text, width, len)

    kept = cut(lines, most, width, len)

    assert len(kept) == min(len(lines), most)
    assert all(len(line) <= width for line in kept)
    assert (kept == lines) is (len(lines) <= most)


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Ships leave", 11, "Ships leave"),
        ("Ships leave, now", 13, "Ships leave…"),
        ("Ships leave", 8, "Ships…"),
        ("Shipsleave", 6, "Ships…"),
    ],
)
def test_a_line_is_shortened_between_words(text: str, width: int, shown: str) -> None:
    assert shortened(text, width, len) == shown
