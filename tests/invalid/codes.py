"""The codes of all problems that the program knows, read from its own text."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.pipeline.link.registries import SINGULAR

PROGRAM: Final = Path(__file__).parents[2] / "generator"
_CODE: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TELL: Final = frozenset({"Problem", "WrongValueError", "_problem", "_refuse", "_located"})
"""What is called with the code of a problem."""


def codes_of_program() -> frozenset[str]:
    """Give every code that a problem of the program can have."""
    texts = (path.read_text(encoding="utf-8") for path in PROGRAM.rglob("*.py"))
    return frozenset(code for text in texts for code in _codes(ast.parse(text)))


def _codes(tree: ast.Module) -> Iterator[str]:
    """Find codes where problems are made, and where a row of words begins with one."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args):
                if name in _TELL:
                    yield from (code for one in args[:2] for code in _written(one))
            case ast.Assign(value=ast.Tuple(elts=[first, *_])):
                yield from (code for code in _written(first) if "-" in code)


def _written(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(code)) if _CODE.fullmatch(code):
            yield code
        case ast.JoinedStr(values=[ast.Constant(value="unknown-"), _]):
            yield from (f"unknown-{what}" for what in SINGULAR.values())
