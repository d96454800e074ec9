"""The reference pages, made from the code: data-model.md, templates.md and styling.md.

Run `python docs/generate.py` after a record, a view or a template has changed.  The text
of the pages stands in docs/parts/; a line such as `@record Config` is replaced by what
the code says.  Fields are read with `ast`, because their docstrings are not there at run
time.  A field without one has its sentence in docs/parts/meanings.yaml.
"""

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from docs.styling import block_table, class_table, table, template, text_class_table, token_table

DOCS: Final = Path(__file__).parent
CODE: Final = DOCS.parent / "generator"

_RECORDS: Final = ("config", "model/people", "model/subjects", "model/briefing")
RECORDS: Final = [CODE / f"{name}.py" for name in _RECORDS]
VIEWS: Final = sorted(CODE.glob("model/views/*.py"))

_PLAIN: Final = {
    "Text": "text", "Id": "id", "Date": "date", "WebAddress": "web address",
    "Truth": "true or false", "Whole": "whole number", "Number": "number", "Free": "anything",
    "Colour": "colour", "str": "text", "bool": "true or false", "int": "whole number",
    "Html": "markup",
}  # fmt: skip
_OR_NONE: Final = ", or none"
_PLURALS: Final = {"text": "texts", "id": "ids", "markup": "pieces of markup"}
_TITLES: Final = {"SourceRef": "Cited source", "Term": "Glossary term"}
_HEADER: Final = "<!-- Made by docs/generate.py from docs/parts/{} and the code. -->\n\n"
_INSERT: Final = re.compile(r"^@(\w+)(?: (\w+))?$", re.MULTILINE)
_FILTER: Final = re.compile(r'^ {8}"(\w+)": (?:made\(links\.)?(\w+)', re.MULTILINE)
_MACRO: Final = re.compile(r"(?:{# ([^#]*?) #}\n)?{% macro ((\w+)\(.*?\)) -?%}")


@dataclass(frozen=True, slots=True)
class Member:
    """A field of a record or a view."""

    name: str
    type: ast.expr
    default: ast.expr | None
    doc: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A record of the book, or a view of a template."""

    name: str
    doc: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """What some modules declare, and the sentences for what has no docstring there."""

    shapes: Mapping[str, Shape]
    aliases: Mapping[str, tuple[ast.expr, str]]
    meanings: Mapping[str, Any]

    def meaning(self, shape: Shape, member: Member) -> str:
        """Say what a field is for.  Raises LookupError where nobody has said it."""
        said, name = self.meanings["fields"], f"{shape.name}.{member.name}"
        if not (found := member.doc or said.get(name) or said.get(member.name)):
            raise LookupError(
                f"{name} has no docstring and no sentence in docs/parts/meanings.yaml"
            )
        return str(found)


def pages() -> dict[str, str]:
    """Make every page, by its name in docs/."""
    return {
        "data-model.md": _page("data-model.md", RECORDS, "records"),
        "templates.md": _page("templates.md", VIEWS, "views"),
        "styling.md": _page("styling.md", (), "views"),
    }


def _page(name: str, modules: Iterable[Path], meanings: str) -> str:
    code = read_code(modules, meanings)
    text = (DOCS / "parts" / name).read_text(encoding="utf-8")
    filled = _INSERT.sub(lambda found: _INSERTS[found[1]](found[2], code), text)
    return _HEADER.format(name) + filled


def read_code(modules: Iterable[Path], meanings: str) -> Code:
    """Read the classes and aliases of modules, and a part of meanings.yaml."""
    shapes: dict[str, Shape] = {}
    aliases: dict[str, tuple[ast.expr, str]] = {}
    for module in modules:
        for node, doc in _with_docs(ast.parse(module.read_text(encoding="utf-8")).body):
            match node:
                case ast.ClassDef(name=name):
                    shapes[name] = Shape(name, ast.get_docstring(node) or "", _members(node))
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    aliases[name] = (value, doc)
    said = yaml.safe_load((DOCS / "parts/meanings.yaml").read_text(encoding="utf-8"))
    return Code(shapes, aliases, said[meanings])


def _members(node: ast.ClassDef) -> tuple[Member, ...]:
    return tuple(
        Member(one.target.id, one.annotation, one.value, doc)
        for one, doc in _with_docs(node.body)
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)
    )


def _with_docs(body: Sequence[ast.stmt]) -> Iterator[tuple[ast.stmt, str]]:
    """Give each statement with the docstring that follows it."""
    for node, after in zip(body, (*body[1:], None), strict=True):
        match after:
            case ast.Expr(value=ast.Constant(value=str(doc))):
                yield node, " ".join(doc.split())
            case _:
                yield node, ""


def title(name: str) -> str:
    """Give the heading of a class or a set of words.

    >>> title("StatementEntry"), title("DateBasis")
    ('Statement', 'Date basis')
    """
    split = re.sub(r"(?<!^)(?=[A-Z])", " ", name.removesuffix("Entry")).capitalize()
    return _TITLES.get(name, split)


def words(of: ast.expr, code: Code) -> str:
    """Say in words what may stand in a field."""
    match of:
        case ast.BinOp(left=left):
            return words(left, code) + _OR_NONE
        case ast.Name(id=name) | ast.Constant(value=str(name)):
            return _named(name, code)
        case ast.Subscript(value=ast.Name(id=kind), slice=inside):
            return _made_of(kind, inside, code)
    raise ValueError(f"no words for {ast.unparse(of)}")


def _named(name: str, code: Code) -> str:
    link = f"[{title(name)}](#{title(name).lower().replace(' ', '-')})"
    if name in _PLAIN:
        return _PLAIN[name]
    if name in code.shapes:
        return f"{'an' if title(name)[0] in 'AEIOU' else 'a'} {link}"
    value, _ = code.aliases[name]
    return f"a word of {link}" if _is_literal(value) else words(value, code)


def _is_literal(value: ast.expr) -> bool:
    return isinstance(value, ast.Subscript) and ast.unparse(value.value) == "Literal"


def _made_of(kind: str, inside: ast.expr, code: Code) -> str:
    match kind, inside:
        case "Literal", ast.Tuple(elts=elts):
            *most, last = (f"`{ast.literal_eval(one)}`" for one in elts)
            return f"{', '.join(most)} or {last}"
        case "Annotated", ast.Tuple(elts=[whole, ast.Call(args=[key, *_])]):
            return f"{words(whole, code)} or just its `{ast.literal_eval(key)}`"
        case "Mapping", ast.Tuple(elts=[_, value]):
            return f"keys, each with {words(value, code)}"
        case "tuple", ast.Tuple(elts=[item, ast.Constant(value=end)]) if end is ...:
            return _list_of(words(item, code))
        case "tuple", ast.Tuple(elts=elts):
            return f"({', '.join(words(one, code) for one in elts)})"
        case _:
            return _list_of(words(inside, code))


def _list_of(item: str) -> str:
    return f"list of {_PLURALS[item]}" if item in _PLURALS else f"list, each {item}"


def _limits(member: Member) -> tuple[bool, str]:
    """Tell whether a field must be given, and its limits and default in words."""
    match member.default:
        case None:
            return True, ""
        case ast.Call(keywords=keywords):
            said = {one.arg: ast.unparse(one.value) for one in keywords}
        case default:
            said = {"default": ast.unparse(default)}
    limits = f" from {said['ge']}" if "ge" in said else ""
    limits += f" to {said['le']}" if "le" in said else ""
    limits += f", at least {said['min_length']}" if "min_length" in said else ""
    usual = said.get("default", "None")
    if usual not in {"None", "()"}:
        limits += f"; {usual.lower().replace(chr(39), '`')} if left out"
    return not said.keys() & {"default", "default_factory"}, limits


def _record(name: str, code: Code) -> str:
    shape = code.shapes[name]
    head = ("Field", "Required", "What to write", "Meaning")
    return f"### {title(name)}\n\n{shape.doc}\n\n{table(head, _record_rows(shape, code))}"


def _record_rows(shape: Shape, code: Code) -> Iterator[tuple[str, ...]]:
    for one in shape.members:
        required, limits = _limits(one)
        kind = words(one.type, code).removesuffix(_OR_NONE) + limits
        yield f"`{one.name}`", "yes" if required else "no", kind, code.meaning(shape, one)


def _choices(name: str, code: Code) -> str:
    """Make the section of a set of words; one without meanings is only listed."""
    value, doc = code.aliases[name]
    found = [ast.literal_eval(one) for one in value.slice.elts]  # type: ignore[attr-defined]
    meanings = code.meanings["words"].get(name)
    if meanings is None:
        listed = ", ".join(f"`{one}`" for one in found) + "."
    else:
        listed = table(("Word", "Meaning"), [(f"`{one}`", meanings[one]) for one in found])
    return "\n\n".join(part for part in (f"### {title(name)}", doc, listed) if part)


def _view(name: str, code: Code) -> str:
    shape = code.shapes[name]
    rows = [
        (f"`{one.name}`", words(one.type, code), code.meaning(shape, one)) for one in shape.members
    ]
    return f"{shape.doc}\n\n{table(('Field', 'What it is', 'Meaning'), rows)}"


def _part(name: str, code: Code) -> str:
    return f"### {title(name)}\n\n{_view(name, code)}"


def _filters(_: str, code: Code) -> str:
    """List the filters that the renderer registers, with what their functions say."""
    registry, links = "pipeline/rendering/press.py", "pipeline/rendering/page_links.py"
    texts = [(CODE / name).read_text(encoding="utf-8") for name in (links, registry)]
    nodes = (one for text in texts for one in ast.walk(ast.parse(text)))
    docs = {one.name: ast.get_docstring(one) for one in nodes if isinstance(one, ast.FunctionDef)}
    found = _FILTER.findall(texts[-1])
    rows = [(f"`{name}`", docs.get(of) or code.meanings["filters"][name]) for name, of in found]
    return table(("Filter", "What it gives"), rows)


def _macros(_: str, code: Code) -> str:
    found = _MACRO.findall(template("_macros.html") + template("_drawings.html"))
    public = (one for one in found if one[2][0] != "_")
    rows = [(f"`{call}`", doc or code.meanings["macros"][name]) for doc, call, name in public]
    return table(("Macro", "What it writes"), rows)


_INSERTS: Final[Mapping[str, Callable[[str, Code], str]]] = {
    "record": _record,
    "words": _choices,
    "view": _view,
    "part": _part,
    "filters": _filters,
    "macros": _macros,
    "blocks": lambda _, _code: block_table(),
    "classes": lambda _, _code: class_table(),
    "texts": lambda _, _code: text_class_table(),
    "tokens": lambda _, _code: token_table(),
}
"""What replaces a line `@name argument`."""

if __name__ == "__main__":
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8", newline="\n")
