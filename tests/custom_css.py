"""A style sheet of a book against one rule of each layer of the theme, for a browser to judge."""

from collections.abc import Callable, Mapping
from typing import Final

from tests.trees import SMALL_BOOK

PAGE: Final = "briefings/2024/11/talks.html"
"""The page on which every rule has an element."""
RULES: Final[Mapping[tuple[str, str], str]] = {
    ("h1", "font-weight"): "300",
    (".wrap", "max-width"): "700px",
    (".meta", "line-height"): "31px",
    (".body", "margin-top"): "17px",
}
"""What custom.css sets, by selector and property; each selector is as weak as the theme's."""


def book_with_custom_css() -> dict[str, str]:
    """Give the files of a small book whose custom.css sets the rules."""
    rules = (f"{where} {{ {name}: {value} }}\n" for (where, name), value in RULES.items())
    return {**SMALL_BOOK, "templates/static/custom.css": "".join(rules)}


def rules_that_lost(computed: Callable[[str, str], str]) -> list[str]:
    """Name the rules that a browser does not follow.

    `computed` gives what it makes of a property of the first element for a selector, as
    `getComputedStyle` does, on `PAGE` of the built book.
    """
    return [
        f"{where} {{ {name} }}"
        for (where, name), value in RULES.items()
        if computed(where, name) != value
    ]
