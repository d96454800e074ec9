"""Front matter: the YAML between two lines of dashes at the top of an article."""

import re
from dataclasses import dataclass
from typing import Final

_OPENING: Final = re.compile(r"\ufeff?---[ \t]*+(?:\n|\Z)")
_CLOSING: Final = re.compile(r"\n(?:---|\.\.\.)[ \t]*+(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """An article in its two parts, each with the line of the file on which it begins."""

    yaml: str
    body: str
    yaml_line: int
    body_line: int
    closed: bool
    """False if the front matter has no last line; then all that follows is taken for YAML."""


def split_front_matter(text: str) -> FrontMatter:
    r"""Part an article from the metadata above it; without any, all of it is the body.

    >>> split_front_matter("---\ntitle: A\n---\nText.\n")
    FrontMatter(yaml='title: A\n', body='Text.\n', yaml_line=2, body_line=4, closed=True)
    """
    opening = _OPENING.match(text)
    if opening is None:
        return FrontMatter("", text.removeprefix("\ufeff"), 1, 1, closed=True)
    closing = _CLOSING.search(text, opening.end() - 1)
    yaml = text[opening.end() : closing.start() + 1 if closing else len(text)]
    body = text[closing.end() :] if closing else ""
    body_line = 3 + yaml.count("\n")
    return FrontMatter(yaml, body, 2, body_line, closed=closing is not None)
