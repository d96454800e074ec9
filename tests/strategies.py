"""What Hypothesis makes books of: text as editors paste it, and as an attacker would."""

from typing import Final

from hypothesis import strategies as st

_NO_TEXT: Final = "\ufffe\uffff"
"""What neither YAML nor XML may hold, beside control characters."""

SEEDS: Final = (
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)",
    "<!--",
    "-->",
    "&lt;script&gt;",
    "&amp;",
    "javascript:alert(1)",
    "{{ 7*7 }}",
    "\u202e\u2066rtl\u2069",
    "\ufeff",
    "\u2028",
    "\\",
    "`",
    "$&",
)
"""Pieces that mean something to a browser, a parser or a template."""


def words() -> st.SearchStrategy[str]:
    """Make one line of text, with something in it that is not space."""
    letters = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters=_NO_TEXT)
    pieces = st.one_of(st.sampled_from(SEEDS), st.text(letters, max_size=12))
    return st.lists(pieces, min_size=1, max_size=4).map("".join).filter(lambda text: text.strip())


def paragraphs() -> st.SearchStrategy[str]:
    """Make text of several lines, as an article's."""
    return st.lists(words(), min_size=1, max_size=4).map("\n\n".join)


def any_text() -> st.SearchStrategy[str]:
    """Make text that may hold everything but zero bytes, which no text file holds."""
    letters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
    pieces = st.one_of(st.sampled_from(SEEDS), st.text(letters, max_size=20))
    return st.lists(pieces, max_size=8).map("".join)
