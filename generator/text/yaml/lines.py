"""A line of YAML as its writer sees it: spaces and dashes, perhaps a key, and a text.

This reads a line that YAML itself cannot read, so it only has to be right about what was
meant.
"""

import re
from dataclasses import dataclass
from typing import Final

_BEFORE: Final = re.compile(r"( *+)(?:- +)*+")
_LONGEST: Final = 70


@dataclass(frozen=True, slots=True)
class Line:
    """The parts of a line."""

    text: str
    indent: int
    content: int
    """The column after the spaces and the dashes of list items."""
    key: str
    value: str
    start: int
    """The column of the value."""


def look(text: str) -> Line:
    """Take a line apart.

    >>> look("  - id: nk-1  # first")
    Line(text='  - id: nk-1  # first', indent=2, content=4, key='id', value='nk-1', start=8)
    """
    before = _BEFORE.match(text)
    indent, content = (before.end(1), before.end()) if before else (0, 0)
    body = text[content:]
    key, colon, rest = body.partition(": ")
    if not colon and body.rstrip().endswith(":"):
        key, rest = body.rstrip()[:-1], ""
    elif not colon or key[:1] in {"[", "{", '"', "'"}:
        key, rest = "", body
    value = rest.lstrip(" ")
    return Line(
        text=text,
        indent=indent,
        content=content,
        key=key.rstrip(),
        value=_without_comment(value),
        start=len(text) - len(value),
    )


def in_quotes(line: Line) -> str:
    """Tell an editor to put the text of a line in quotes, and show how.

    >>> in_quotes(look("note: *really* so"))
    'put the text in quotes: note: "*really* so"'
    """
    return f"put the text in quotes: {with_key(line, _quoted(line.value))}"


def with_key(line: Line, value: str) -> str:
    """Write another value behind the key of a line."""
    return shortened(f"{line.key}: {value}" if line.key else value)


def shortened(text: str) -> str:
    """Cut words that are only there to be recognised; a closing quotation mark stays."""
    if len(text) <= _LONGEST:
        return text
    end = text[-1] if text[-1] in "\"'" else ""
    return f"{text[: _LONGEST - 2]}…{end}"


def end_of_quotes(value: str) -> int | None:
    """Give the place after the closing quotation mark of a text that begins with one.

    >>> end_of_quotes("'It''s' so")
    7
    """
    mark, at = value[0], 1
    while at < len(value):
        if (value[at] == "\\" and mark == '"') or (mark == "'" and value.startswith("''", at)):
            at += 1
        elif value[at] == mark:
            return at + 1
        at += 1
    return None


def _without_comment(value: str) -> str:
    """Drop a comment and the spaces before it; a text in quotes may hold a hash."""
    end = end_of_quotes(value) if value[:1] in {'"', "'"} else 0
    at = value.find(" #", end or 0)
    return (value if at < 0 or end is None else value[:at]).rstrip()


def _quoted(text: str) -> str:
    if text[:1] == text[-1:] == "'" and text.count("'") % 2:  # quotes around an apostrophe
        text = text[1:-1]
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
