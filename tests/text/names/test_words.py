from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.text.names.words import (
    find_words,
    head,
    is_findable,
    name_words,
    word_after,
    word_before,
)

PIECES = st.sampled_from(
    [
        *("Roe", "al-Čapek", "d’Été", "é", "e\u0301", "김", "U.S.", "roe", "1", "_", "ʼ", "A"),
        *("’s", "'s", "-led", "-", "’", ".", " ", "\n", "“", "”", "—", "\u00ad", "\u200b"),
    ]
)
TEXTS = st.lists(PIECES, max_size=20).map("".join)


class _Findable:
    """Every word by which a name may be looked up."""

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and is_findable(key)


@given(TEXTS)
def test_words_are_found_as_by_going_through_all_of_them(text: str) -> None:
    words = [word for word in name_words(text) if is_findable(word.key)]

    assert list(find_words(text, _Findable(), _Findable())) == words


@given(TEXTS, TEXTS)
def test_only_words_of_which_no_key_has_the_head_are_passed_over(text: str, keys: str) -> None:
    known = {word.key for word in name_words(keys) if is_findable(word.key)}
    words = [word for word in name_words(text) if word.key in known]

    assert list(find_words(text, known, set(map(head, known)))) == words


@given(TEXTS)
def test_the_words_around_a_word_are_its_neighbours(text: str) -> None:
    words = name_words(text)

    for word, following in pairwise(words):
        assert word_after(text, word) == following
        assert word_before(text, following) == word
    if words:
        assert word_before(text, words[0]) is word_after(text, words[-1]) is None


def test_a_word_of_many_parts_is_found_whole() -> None:
    text = "So " + "a." * 5_000 + "É"

    word = name_words(text)[-1]

    assert list(find_words(text, {word.key}, {head(word.key)})) == [word]
