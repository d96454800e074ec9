r"""YAML as most of it is written, read by lines: keys, lists, and texts that end on their line.

A parser of all of YAML takes a dozen steps for what one expression sees at once.  This reads
a part of YAML in which nothing can be misread, and leaves all else to the parser: texts over
several lines, whatever is rare, and every mistake.
"""

import re
from typing import Any, Final

from generator.diagnostics import Outcome
from generator.text.visible import is_visible
from generator.text.yaml.faults import unreadable
from generator.text.yaml.nodes import LARGEST, MEANINGS, parse_yaml

_MOST_OPEN: Final = 16
_QUOTED: Final = r""""(?:[^"\\\n\t\r]++|\\["\\])*+"|'(?:[^'\n\t\r]++|'')*+'"""
_FIRST: Final = r"""[^\s\-?:,\[\]{}#&*!|>'"%@`]"""
_PLAIN: Final = rf"{_FIRST}[^\n\t\r:#]*+(?:(?::(?=[^ \n\t\r])|(?<! )#)[^\n\t\r:#]*+)*+"
_KEY: Final = r"(?!(?:true|false|null):)[A-Za-z_][A-Za-z0-9_-]{0,99}+"
_LINE: Final = re.compile(
    rf"( *+)(- ++)?(?:({_KEY}):(?=[ \n]))?(?: *+({_QUOTED}|\[[^\n\t\r\[\]]*+\]|{_PLAIN}))?"
    r" *+(?:(?<![^ \n])#[^\n\r]*+)?\n"
)
"""Spaces, perhaps a dash, a key, a value and a comment."""
_GROUPS: Final = 5
_ITEM: Final = re.compile(rf""" *+({_QUOTED}|{_FIRST}[^:#,{{}}"'?]*+) *+(?:,|\Z)""")
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
    places = _Places()
    for indent, dash, key, written in zip(
        *(parts[n::_GROUPS] for n in range(1, _GROUPS)), strict=True
    ):
        if key or dash:
            places.put(len(indent), len(dash or ""), key, written or "")
        elif written:
            raise NotPlainError
    return places.document()


class _Places:
    """The lists and records that are open, each with the column at which it stands."""

    def __init__(self) -> None:
        self._root: dict[str, Any] = {"": None}
        self._open: list[tuple[int, Any]] = [(-1, self._root)]
        self._waits: str | None = ""
        """The key whose value may stand below it."""

    def document(self) -> object:
        """Give what was put in.

        Raises NotPlainError if it is nothing.
        """
        if self._root[""] is None:
            raise NotPlainError
        return self._root[""]

    def put(self, column: int, dash: int, key: str | None, written: str) -> None:
        """Put in what stands on a line, the dash and the spaces behind it so wide.

        Raises NotPlainError where it cannot stand.
        """
        holder = self._holder(column, is_list=dash > 0)
        value = _meaning(written)
        self._waits = None
        if dash and key is None:
            holder.append(value)
            return
        if dash:
            record: dict[str, Any] = {}
            holder.append(record)
            self._open.append((column + dash, record))
            holder = record
        if key in holder:
            raise NotPlainError
        holder[key] = value
        if not written:
            self._waits = key

    def _holder(self, column: int, *, is_list: bool) -> Any:  # noqa: ANN401
        """Give the list or record that goes on at a column, or begins there."""
        level, holder = self._open[-1]
        while level > column or (level == column and isinstance(holder, list) and not is_list):
            self._open.pop()
            self._waits = None
            level, holder = self._open[-1]
        if level == column and isinstance(holder, list) is is_list:
            return holder
        if self._waits is None or len(self._open) > _MOST_OPEN:
            raise NotPlainError
        begun: Any = [] if is_list else {}
        holder[self._waits] = begun
        self._open.append((column, begun))
        return begun


def _meaning(written: str) -> object:
    match written[:1]:
        case '"':
            text = written[1:-1]
            return _ESCAPED.sub(r"\1", text) if "\\" in text else text
        case "'":
            return written[1:-1].replace("''", "'")
        case "[":
            return _items(written[1:-1])
        case _:
            word = written.rstrip(" ")
            return MEANINGS.get(word, word)


def _items(written: str) -> list[object]:
    parts = _ITEM.split(written)
    if any(parts[::2]):
        raise NotPlainError
    return [_meaning(one) for one in parts[1::2]]
