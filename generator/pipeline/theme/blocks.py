"""Templates as their writers see them: the blocks, and what a template extends.

The second door to jinja2, whose lexer finds where blocks begin and end.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from jinja2 import Environment, TemplateSyntaxError

_LINE_ENDS: Final = re.compile(r"\r\n?")
_LEXER: Final = Environment(autoescape=True, keep_trailing_newline=True)


@dataclass(frozen=True, slots=True)
class Block:
    """A block as it stands in a template."""

    name: str
    start: int
    text: str
    """What stands between its tags."""
    outer: bool
    """Whether it stands in no other block."""
    adds: bool
    """Whether it only adds to the block that it takes the place of, by `super()`."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template's text with its blocks."""

    text: str
    extends: str
    """The template that it extends, or empty."""
    blocks: tuple[Block, ...]

    def block(self, name: str) -> Block | None:
        """Give the block with a name."""
        return next((one for one in self.blocks if one.name == name), None)


class _Token(NamedTuple):
    kind: str
    value: str
    start: int


class _Tag(NamedTuple):
    words: tuple[str, ...]
    start: int
    end: int


def read_template(text: str) -> Template | None:
    """Find the blocks of a template, or give None where it cannot be read."""
    text = _LINE_ENDS.sub("\n", text)
    try:
        tokens = tuple(_tokens(text))
    except TemplateSyntaxError:
        return None  # the page that needs it says why
    tags = tuple(_tags(tokens))
    extends = (tag.words[1] for tag in tags if tag.words[:1] == ("extends",) and tag.words[1:])
    return Template(text, next(extends, "").strip("\"'"), tuple(_blocks(text, tags, tokens)))


def _tokens(text: str) -> Iterator[_Token]:
    """Give the lexer's tokens with their places; it leaves out only white space."""
    at = 0
    for _, kind, value in _LEXER.lex(text):
        start = text.index(value, at)
        at = start + len(value)
        yield _Token(kind, value, start)


def _tags(tokens: Sequence[_Token]) -> Iterator[_Tag]:
    begun, words = 0, list[str]()
    for token in tokens:
        match token.kind:
            case "block_begin":
                begun, words = token.start, []
            case "block_end":
                yield _Tag(tuple(words), begun, token.start + len(token.value.rstrip()))
            case "whitespace":
                pass
            case _:
                words.append(token.value)


def _blocks(text: str, tags: Sequence[_Tag], tokens: Sequence[_Token]) -> Iterator[Block]:
    added = [one.start for one in tokens if (one.kind, one.value) == ("name", "super")]
    open_tags: list[_Tag] = []
    for tag in tags:
        match tag.words:
            case ("block", _, *_):
                open_tags.append(tag)
            case ("endblock", *_) if open_tags:
                begun = open_tags.pop()
                adds = any(begun.end <= at < tag.start for at in added)
                within = text[begun.end : tag.start]
                yield Block(begun.words[1], begun.start, within, not open_tags, adds)
            case _:
                pass
