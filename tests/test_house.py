"""The rules of the house that no linter knows; see docs and `CONTRIBUTING.md`."""

import ast
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent
LONGEST_FILE = 300
LONGEST_FUNCTION = 50
MAY_TOUCH_THE_WORLD = re.compile(
    r"generator/(pipeline/(files|read|write|manifest|render|compiled)|runtime/\w+|commands/\w+)\.py"
)
CALLS_TO_THE_WORLD = re.compile(r"(.*\.)?open|print")
WORDS_OF_THE_WORLD = frozenset(
    {"os.environ", "os.getenv", "datetime.now", "datetime.utcnow", "date.today", "time.time"}
)

PROGRAM = sorted((REPOSITORY / "generator").rglob("*.py"))
BENCHMARKS = sorted(
    chain.from_iterable((REPOSITORY / "benchmarks").glob(one) for one in ("*.py", "[!.]*/*.py"))
)
ALL = [*PROGRAM, *sorted((REPOSITORY / "tests").rglob("*.py")), *BENCHMARKS]


def name_of(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_files_and_functions_are_short(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    functions = {
        node.name: (node.end_lineno or 0) - node.lineno + 1
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }

    assert lines <= LONGEST_FILE
    assert {name: size for name, size in functions.items() if size > LONGEST_FUNCTION} == {}


def spelled(node: ast.AST) -> str:
    """Give a name as it is written, with the last part of what it belongs to."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=name):
            return f"{owner}.{name}"
        case ast.Attribute(attr=name):
            return name
        case _:
            return ""


def touches_of_the_world(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        called = isinstance(node, ast.Call) and CALLS_TO_THE_WORLD.fullmatch(spelled(node.func))
        if called or spelled(node) in WORDS_OF_THE_WORLD:
            yield f"line {getattr(node, 'lineno', 0)}: {ast.unparse(node)}"


@pytest.mark.parametrize(
    "path",
    [path for path in PROGRAM if not MAY_TOUCH_THE_WORLD.fullmatch(name_of(path))],
    ids=name_of,
)
def test_only_the_first_and_the_last_step_touch_the_world(path: Path) -> None:
    assert list(touches_of_the_world(tree_of(path))) == []


@pytest.mark.parametrize(
    ("line", "touches"),
    [
        ("open(p)", True),
        ("p.open()", True),
        ("os.open(p)", True),
        ("print(1)", True),
        ("os.environ['A']", True),
        ("datetime.datetime.now(UTC)", True),
        ("clock = datetime.now", True),
        ("view.open", False),
        ("reopen(p)", False),
    ],
)
def test_the_world_is_recognised(line: str, touches: bool) -> None:  # noqa: FBT001
    assert bool(list(touches_of_the_world(ast.parse(line)))) is touches


def undocumented(tree: ast.Module) -> Iterator[str]:
    """Name what is public and says nothing of itself."""
    if not ast.get_docstring(tree):
        yield "the module"
    classes = (node for node in tree.body if isinstance(node, ast.ClassDef))
    bodies = [tree.body, *(one.body for one in classes if not one.name.startswith("_"))]
    for node in chain.from_iterable(bodies):
        match node:
            case ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
                if not node.name.startswith("_") and not ast.get_docstring(node):
                    yield f"line {node.lineno}: {node.name}"


@pytest.mark.parametrize("path", PROGRAM, ids=name_of)
def test_all_that_is_public_says_what_it_is(path: Path) -> None:
    assert list(undocumented(tree_of(path))) == []
