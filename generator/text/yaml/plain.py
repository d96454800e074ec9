r"""YAML as most of it is written, read by lines: keys, lists, and texts that end on their line.

A parser of all of YAML takes a dozen steps for what one expression sees at once.  This reads
a part of YAML in which nothing can be misread, and leaves all else to the parser: texts over
several lines, whatever is rare, and every mistake.
"""

import re
from collections.abc import Iterable
from typing import Any, Final

from generator.diagnostics import Outcome
from generator.text.visible import is_visible
from generator.text.yaml.faults import unreadable
from generator.text.yaml.nodes import LARGEST, MEANINGS, parse_yaml

_MOST_OPEN: Final = 16
_LONGEST_LIST: Final = 2000
"""How many characters a list in brackets may have; the parser reads longer ones."""
_QUOTED: Final = r""""(?:[^"\\\n\t\r]++|\\["\\])*+"|'(?:[^'\n\t\r]++|'')*+'"""
_FIRST: Final = r"""[^\s\-?:,\[\]{}#&*!|>'"%@`]"""
_PLAIN: Final = rf"{_FIRST}[^\n\t\r:#]*+(?:(?::(?=[^ \n\t\r])|(?<! )#)[^\n\t\r:#]*+)*+"
_KEY: Final = r"(?!(?:true|false|null):)[A-Za-z_][A-Za-z0-9_-]{0,99}+"
_LINE: Final = re.compile(
    rf"^( *+)(- ++)?(?:({_KEY}):(?=[ \n]))?(?: *+({_QUOTED}|\[[^\n\t\r\[\]]*+\]|{_PLAIN}))?"
    r" *+(?:(?<![^ \n])#[^\n\r]*+)?\n",
    re.MULTILINE,  # so that what is no such line is looked at once, not from each of its letters on
)
"""Spaces, perhaps a dash, a key, a value and a comment."""
_GROUPS: Final = 5
_ITEM: Final = re.compile(rf""" *+({_QUOTED}|{_FIRST}[^:#,{{}}"'?]*+) *+(?:,|\Z)""")
Line = tuple[str, str | None, str | None, str | None]
"""The spaces, the dash, the key and the value of a line."""
_ESCAPED: Final = re.compile(r"\\(.)")


class NotPlainError(Exception):
    """Only a parser of all of YAML can read a text."""


def read_yaml(text: str, *, path: str, first_line: int = 1) -> Outcome[object]:
    r"""Read one YAML document, or say all that is wrong with it.

    >>> read_yaml("country: NO\nsince: 1.10\nopen: true", path="a.yaml").value
    {'country': 'NO', 'since': '1.10', 'open': True}

    A text that can be read to its end has a value even if it has problems.
    """
    try:
        return Outcome(read_plain(text))
    except NotPlainError:
        return parse_yaml(text, path=path, first_line=first_line)


def read_plain(text: str) -> object:
    r"""Give the value of a text of records and lists.

    >>> read_plain("topics: [korea]\nstatements:\n  - id: nk-1\n")
    {'topics': ['korea'], 'statements': [{'id': 'nk-1'}]}

    Raises NotPlainError.
    """
    if len(text) > LARGEST or (not is_visible(text) and unreadable(text)):
        raise NotPlainError
    parts = _LINE.split(text if text.endswith("\n") else f"{text}\n")
    if any(parts[::_GROUPS]):  # something stands between two lines
        raise NotPlainError
    columns = (parts[n::_GROUPS] for n in range(1, _GROUPS))
    return _value(zip(*columns, strict=True))


def _value(lines: Iterable[Line]) -> object:
    places = _Places()
    record, margin = places.root, None
    for indent, dash, key, written in lines:
        value = _meaning(written) if written else None
        if key is None:
            if dash:
                places.list_at(len(indent)).append(value)
                margin = None
            elif written:
                raise NotPlainError
            continue
        if dash or indent != margin:
            record = places.record_at(len(indent), len(dash or ""))
            margin = indent if dash is None else " " * len(indent + dash)
        if key in record:
            raise NotPlainError
        record[key] = value
        places.waits = None if written else key
    return places.document()


class _Places:
    """The lists and records that are open, each with the column at which it stands."""

    def __init__(self) -> None:
        self.root: dict[str, Any] = {"": None}
        self.waits: str | None = ""
        """The key whose value may stand below it."""
        self._open: list[tuple[int, Any]] = [(-1, self.root)]

    def document(self) -> object:
        """Give all that was read.

        Raises NotPlainError if it is nothing.
        """
        if self.root[""] is None:
            raise NotPlainError
        return self.root[""]

    def list_at(self, column: int) -> list[Any]:
        """Give the list that goes on at a column, or begins there; nothing waits any more."""
        found: list[Any] = self._holder(column, list)
        self.waits = None
        return found

    def record_at(self, column: int, dash: int) -> dict[str, Any]:
        """Give the record that goes on at a column, or begins there, perhaps behind a dash."""
        if not dash:
            found: dict[str, Any] = self._holder(column, dict)
            return found
        record: dict[str, Any] = {}
        self.list_at(column).append(record)
        self._open.append((column + dash, record))
        return record

    def _holder(self, column: int, kind: type[Any]) -> Any:  # noqa: ANN401
        level, holder = self._open[-1]
        while level > column or (level == column and kind is dict and isinstance(holder, list)):
            self._open.pop()
            self.waits = None
            level, holder = self._open[-1]
        if level == column and isinstance(holder, kind):
            return holder
        if self.waits is None or len(self._open) > _MOST_OPEN:
            raise NotPlainError
        begun = holder[self.waits] = kind()
        self._open.append((column, begun))
        return begun


def _meaning(written: str) -> object:
    first = written[0]
    if first == '"':
        text = written[1:-1]
        return _ESCAPED.sub(r"\1", text) if "\\" in text else text
    if first == "'":
        return written[1:-1].replace("''", "'")
    if first == "[":
        return _items(written[1:-1])
    word = written.rstrip(" ")
    return MEANINGS.get(word, word)


def _items(written: str) -> list[object]:
    parts = _ITEM.split(written) if len(written) <= _LONGEST_LIST else [written]
    if any(parts[::2]):
        raise NotPlainError
    return [_meaning(one) for one in parts[1::2]]
