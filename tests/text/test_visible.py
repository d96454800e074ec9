from hypothesis import given
from hypothesis import strategies as st

from generator.text.visible import is_visible


@given(st.text() | st.text(st.characters(max_codepoint=160)))
def test_a_text_is_visible_if_all_its_characters_are(text: str) -> None:
    assert is_visible(text) == all(one == "\n" or one.isprintable() for one in text)
