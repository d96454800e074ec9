"""What is wrong with a line that YAML cannot read, in an editor's words.

A YAML parser says where it stopped, seldom why.  The reason is found by looking at the
line as its writer saw it: a key, a colon, a text.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.text.yaml.lines import Line, end_of_quotes, in_quotes, look, shortened, with_key

_NO_SPACE: Final = re.compile(r"(\w[\w-]*):(?!//)\S")
_CLOSING: Final = {"[": "]", "{": "}"}
_NEVER_FIRST: Final = {"@", "`", "%"}
_SPECIAL: Final = "@`%*&!|>?,]}"
ESCAPE: Final = "escape"
"""What the parser was reading where a code such as `\\u00e9` is wrong."""
_CONTAINED: Final = (
    ESCAPE,
    "quoted",
    "flow",
    "simple key",
    "alias",
    "anchor",
    "tag",
    "block scalar",
)
"""Things that the parser began on the line that is wrong, however far it got after that."""
_FARTHEST: Final = 50
CONTROL: Final = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that neither YAML nor a page may hold."""
_UNREADABLE: Final = re.compile(f"{CONTROL.pattern}|[\x85\u2028\u2029\ufeff]|^%", re.MULTILINE)
_DIRECTIVE: Final = ("a line cannot begin with '%'", "put the text in quotes, or indent the line")
_BLOCK: Final = re.compile(r"[|>][-+\d]*+$")
_ITEM_AMONG_KEYS: Final = (
    "a list item stands here among keys",
    "indent it under its key, or write a key",
)
_KEY_AMONG_ITEMS: Final = (
    "a key stands here among list items",
    "begin the line with a dash, or indent it under the item it belongs to",
)
_IN_BRACKETS: Final = (
    "the text in brackets cannot be read here",
    "put each text with a colon, a comma or a bracket in quotes",
)
_ELSE: Final = (
    "this cannot stand here",
    "check the indentation, and put a text with special characters in quotes",
)


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a parser gave up, and what it was reading; lines and columns count from 0."""

    line: int
    column: int
    began: int | None
    """The line on which the thing being read began."""
    within: str
    """The parser's words for that thing: `while scanning a quoted scalar`."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake in words, with its place; line and column count from 0."""

    line: int
    column: int
    width: int
    message: str
    hint: str


Rule = Callable[[Line, Stop], tuple[str, str] | None]


def explain(lines: Sequence[str], stop: Stop) -> Finding:
    """Find the mistake that made the parser stop.

    >>> explain(["title: US: concerned"], Stop(0, 9, None, "")).hint
    'put the text in quotes: title: "US: concerned"'
    """
    stop = _within(lines, stop)
    for number, rules in _suspects(lines, stop):
        line = look(lines[number])
        for rule in rules:
            if words := rule(line, stop):
                if rule in _ON_BEGINNING:
                    return Finding(number, line.content, 1, *words)
                return Finding(number, line.start, max(len(line.value), 1), *words)
    return _by_position(lines, stop)


def unreadable(text: str) -> Finding | None:
    """Find the first thing in a text that is not even tried: a hidden character, a directive.

    A directive is a line that begins with a per cent sign; reading many takes ever longer.
    NEL and the two Unicode separators end a line in YAML, but not for an editor.
    """
    found = _UNREADABLE.search(text)
    if found is None:
        return None
    line = text.count("\n", 0, found.start())
    column = found.start() - (text.rfind("\n", 0, found.start()) + 1)
    if found[0] == "%":
        return Finding(line, column, 1, *_DIRECTIVE)
    message = f"an invisible character stands here (U+{ord(found[0]):04X})"
    return Finding(line, column, 1, message, "delete it")


def _within(lines: Sequence[str], stop: Stop) -> Stop:
    """Move what lies beyond the last words back to their end: there is nothing to show there."""
    last = next((number for number in range(len(lines) - 1, -1, -1) if lines[number].strip()), 0)
    beyond = stop.line > last
    return Stop(
        line=last if beyond else stop.line,
        column=len(lines[last].rstrip()) if beyond else stop.column,
        began=None if stop.began is None else min(stop.began, last),
        within=stop.within,
    )


def _suspects(lines: Sequence[str], stop: Stop) -> Iterator[tuple[int, Sequence[Rule]]]:
    """Give the lines that may hold the mistake, and what to look for in each."""
    last = stop.line
    if stop.began is not None and any(word in stop.within for word in _CONTAINED):
        yield stop.began, (*_RULES, _inner_quote, _without_key)
    yield last, _RULES
    above = next((number for number in range(last - 1, -1, -1) if lines[number].strip()), last)
    yield above, (_space_after_colon, _space_after_dash)
    for number in range(last - 1, max(last - _FARTHEST, -1), -1):
        yield number, (_open_quote,)


def _tab(line: Line, _stop: Stop) -> tuple[str, str] | None:
    if "\t" not in line.text[: len(line.text) - len(line.text.lstrip())]:
        return None
    return "a tab stands at the start of the line", "write spaces instead of the tab"


def _backslash(line: Line, stop: Stop) -> tuple[str, str] | None:
    if stop.within != ESCAPE:
        return None
    hint = "put the text in single quotes, in which a backslash is itself"
    if line.value.startswith('"') and end_of_quotes(line.value) is not None:
        single = "'" + line.value[1:-1].replace("'", "''") + "'"
        hint = f"put the text in single quotes: {with_key(line, single)}"
    return "a backslash in double quotes begins the code of a character", hint


def _open_quote(line: Line, _stop: Stop) -> tuple[str, str] | None:
    if line.value[:1] not in {'"', "'"} or end_of_quotes(line.value) is not None:
        return None
    closed = line.value.rstrip() + line.value[0]
    return "the quotation mark is not closed", f"close it: {with_key(line, closed)}"


def _inner_quote(_line: Line, stop: Stop) -> tuple[str, str] | None:
    return ("a quotation mark is not closed", "close it") if "quoted" in stop.within else None


def _text_after_quote(line: Line, _stop: Stop) -> tuple[str, str] | None:
    if line.value[:1] not in {'"', "'"}:
        return None
    end = end_of_quotes(line.value)
    if end is None or not line.value[end:].strip():
        return None
    return "the text goes on after the closing quotation mark", in_quotes(line)


def _bracket(line: Line, _stop: Stop) -> tuple[str, str] | None:
    if line.value[:1] not in _CLOSING:
        return None
    if line.value.endswith(_CLOSING[line.value[0]]):
        return None
    if _CLOSING[line.value[0]] in line.value:
        return "the text goes on after the closing bracket", in_quotes(line)
    missing = _CLOSING[line.value[0]]
    return "the bracket is not closed", f"close it with {missing}, or {in_quotes(line)}"


def _first_of_key(line: Line, _stop: Stop) -> tuple[str, str] | None:
    if line.key[:1] not in _NEVER_FIRST:
        return None
    return f"a key cannot begin with {line.key[0]!r}", "put the key in quotes"


def _first_of_text(line: Line, _stop: Stop) -> tuple[str, str] | None:
    if line.value.startswith("- ") and line.key:
        return "a list cannot begin beside its key", f"write `{line.value}` on the next line"
    if not line.value or line.value[0] not in _SPECIAL or _BLOCK.match(line.value):
        return None
    return f"a text cannot begin with {line.value[0]!r}", in_quotes(line)


def _colon(line: Line, _stop: Stop) -> tuple[str, str] | None:
    if not line.key or line.value[:1] in {'"', "'", "[", "{"}:
        return None
    if ": " not in line.value and not line.value.endswith(":"):
        return None
    return "a colon inside the text needs quotes around the text", in_quotes(line)


def _space_after_colon(line: Line, _stop: Stop) -> tuple[str, str] | None:
    match = _NO_SPACE.match(line.value) if not line.key else None
    if match is None:
        return None
    key, rest = match[1], line.value[len(match[1]) + 1 :]
    return "a space is missing after the colon", f"write {shortened(f'{key}: {rest}')}"


def _space_after_dash(line: Line, _stop: Stop) -> tuple[str, str] | None:
    body = line.text[line.content :]
    if not body.startswith("-") or body[1:2] in {"", "-", " "}:
        return None
    return "a space is missing after the dash", f"write {shortened(f'- {body[1:]}')}"


def _without_key(line: Line, stop: Stop) -> tuple[str, str] | None:
    if line.key or not line.value or "simple key" not in stop.within:
        return None
    hint = "write a key, a colon and a space, or indent the line to continue the one above"
    return f"there is no key before {shortened(line.value)!r}", hint


_RULES: Final[Sequence[Rule]] = (
    _tab,
    _backslash,
    _open_quote,
    _text_after_quote,
    _bracket,
    _first_of_key,
    _first_of_text,
    _colon,
    _space_after_colon,
    _space_after_dash,
)


_ON_BEGINNING: Final = (_tab, _first_of_key, _space_after_dash)


def _by_position(lines: Sequence[str], stop: Stop) -> Finding:
    """Explain a line that has nothing wrong in itself by where it stands."""
    line = look(lines[stop.line])
    above = _beginnings_above(lines, stop.line)
    beside = above.get(line.indent)
    if above and beside is None and "flow" not in stop.within:
        columns = " or ".join(str(column + 1) for column in sorted(above))
        message, hint = "the indentation fits no line above", f"begin it in column {columns}"
    elif beside not in {None, _is_item(line)}:
        message, hint = _ITEM_AMONG_KEYS if _is_item(line) else _KEY_AMONG_ITEMS
    else:
        message, hint = _IN_BRACKETS if "flow" in stop.within else _ELSE
    column = min(stop.column, len(line.text.rstrip()))
    return Finding(stop.line, column, 1, message, hint)


def _beginnings_above(lines: Sequence[str], number: int) -> dict[int, bool]:
    """Give the columns at which a line could begin, each with whether a list item begins there."""
    above: dict[int, bool] = {}
    nearest = len(lines[number]) + 1
    for text in reversed(lines[max(number - _FARTHEST, 0) : number]):
        line = look(text)
        if text.strip() and not text.lstrip().startswith("#") and line.indent < nearest:
            above |= {line.content: False} if line.key else {}
            above |= {line.indent: _is_item(line)}
            nearest = line.indent
    return above


def _is_item(line: Line) -> bool:
    return line.text[line.indent : line.indent + 1] == "-"
