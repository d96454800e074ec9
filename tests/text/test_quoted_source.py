import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.normal_text import level_text, normal_text
from generator.text.quoted_source import QuotedSource, find_as_written
from generator.text.quotes import Found, find_quote

PIECES = st.sampled_from(
    [
        *("The", "the", "talks", "Talks", "tests", "don't", "don’t", "U.S.", "x-y", "é", "e\u0301"),
        *(" ", " ", " ", " ", " ", "  ", "\n", ", ", ". ", "“", "”", " – ", "…", "[so]", "\u00ad"),
    ]
)
TEXTS = st.lists(PIECES, max_size=25).map("".join)


@given(TEXTS, TEXTS)
def test_any_quotation_is_found_where_the_normal_form_has_it(text: str, words: str) -> None:
    assert QuotedSource(text).find(words) == find_quote(words, normal_text(text))


@given(TEXTS, st.data())
def test_words_of_a_text_are_found_where_the_normal_form_has_them(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    words = text[start : data.draw(st.integers(start, len(text)))]

    assert QuotedSource(text).find(words) == find_quote(words, normal_text(text))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("the tests failed", Found(4, 20), id="as-it-is"),
        pytest.param("The tests failed.", Found(4, 20), id="another-first-letter-and-a-stop"),
        pytest.param("failed, he didn’t", Found(14, 31), id="another-mark"),
        pytest.param("tests", None, id="one-word-is-not-sure"),
        pytest.param("the talks", None, id="not-sure-to-be-the-first"),
        pytest.param("tests … failed", None, id="a-gap"),
        pytest.param("he did", None, id="a-part-of-a-word"),
        pytest.param("it failed", None, id="not-there"),
    ],
)
def test_only_what_is_sure_is_found_as_it_is_written(words: str, expected: Found | None) -> None:
    assert (
        find_as_written(words, "Yes the tests failed, he didn't say talks are the talks")
        == expected
    )


@given(TEXTS)
def test_a_level_text_has_each_letter_in_its_place(text: str) -> None:
    level = level_text(text)

    assert level is None or len(level) == len(text)
    assert level is None or normal_text(level).form == normal_text(text).form
