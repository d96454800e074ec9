"""What the looks of the pages rest on: blocks, class names and tokens of the theme.

`docs/generate.py` makes the tables of docs/templates.md and docs/styling.md of this.  What
a class or a token means stands in docs/parts/styling.yaml.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import yaml

from generator.text.style.sheet import tokens

DOCS: Final = Path(__file__).parent
THEME: Final = DOCS.parent / "templates"

_CLASS: Final = re.compile(r'class="((?:[^"{]|{{.*?}}|{%.*?%})*)"')
_GIVEN: Final = re.compile(r'link\((?:[^()]|\([^()]*\))*, "([\w-]+)"\)')
_ELEMENT: Final = re.compile(r"<(h{{|\w+)")
_NAMES: Final = {"h{{": "a heading"}
_BLOCK: Final = re.compile(r"{% block (\w+)")
_SELECTOR: Final = re.compile(r"([^{};]+){")
_STYLED: Final = re.compile(r"\.(-?[A-Za-z_][\w-]*)")


def meanings() -> Mapping[str, Mapping[str, str]]:
    """Give what was written down of classes and tokens, by the heading it stands under."""
    text = (DOCS / "parts/styling.yaml").read_text(encoding="utf-8")
    found: Mapping[str, Mapping[str, str]] = yaml.safe_load(text)
    return found


def template(name: str) -> str:
    """Give the text of a template of the theme."""
    return (THEME / name).read_text(encoding="utf-8")


def classes() -> dict[str, dict[str, set[str]]]:
    """Give the class names of the templates, each with its elements and the files it is in."""
    found: dict[str, dict[str, set[str]]] = {}
    for path in sorted(THEME.glob("*.html")):
        for name, element in _written(template(path.name)):
            one = found.setdefault(name, {"elements": set(), "files": set()})
            one["elements"].add(element)
            one["files"].add(path.name)
    return found


def _written(text: str) -> Iterator[tuple[str, str]]:
    for name in _GIVEN.findall(text):
        yield name, "`a` or `span`"
    for attribute in _CLASS.finditer(text):
        before = _ELEMENT.findall(text, 0, attribute.start())
        element = _NAMES.get(before[-1], f"`{before[-1]}`") if before else ""
        plain = re.sub(r"{{.*?}}|{%.*?%}", " ", attribute[1]).split()
        chosen = re.findall(r'"\s*([\w-]+)"', attribute[1])
        yield from ((name, element) for name in (*plain, *chosen))


def styled_classes() -> set[str]:
    """Give the class names that the theme's style sheet has rules for."""
    css = re.sub(r"/\*.*?\*/", "", template("static/brief.css"), flags=re.DOTALL)
    return {name for rule in _SELECTOR.findall(css) for name in _STYLED.findall(rule)}


def class_table() -> str:
    """Make the table of the class names of templates."""
    said = meanings()["classes"]
    rows = [
        (f"`{name}`", ", ".join(sorted(one["elements"])), _files(one["files"]), said[name])
        for name, one in sorted(classes().items())
    ]
    return table(("Class", "On", "In", "Meaning"), rows)


def _files(names: Iterable[str]) -> str:
    most = 4
    listed = sorted(names)
    return "most pages" if len(listed) > most else ", ".join(f"`{name}`" for name in listed)


def text_class_table() -> str:
    """Make the table of the class names that stand in the texts of a book."""
    rows = [(f"`{name}`", said) for name, said in meanings()["in texts"].items()]
    return table(("Class", "Meaning"), rows)


def token_table() -> str:
    """Make the table of the tokens of the style sheet."""
    said = meanings()["tokens"]
    found = tokens(template("static/brief.css"))
    names = [name for scheme, name in found if scheme == "light"]
    rows = [
        (f"`{name}`", said[name], f"`{found['light', name]}`", _or_nothing(found, name))
        for name in names
    ]
    return table(("Token", "Meaning", "Light", "Dark"), rows)


def _or_nothing(found: Mapping[tuple[str, str], str], name: str) -> str:
    return f"`{found['dark', name]}`" if ("dark", name) in found else ""


def block_table() -> str:
    """Make the table of the blocks of each template."""
    found = {
        path.name: _BLOCK.findall(template(path.name)) for path in sorted(THEME.glob("*.html"))
    }
    rows = [
        (f"`{name}`", ", ".join(f"`{one}`" for one in blocks))
        for name, blocks in found.items()
        if blocks
    ]
    return table(("Template", "Blocks"), rows)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table in Markdown."""
    lines = (head, ["---"] * len(head), *rows)
    escaped = ([cell.replace("|", r"\|") for cell in line] for line in lines)
    return "\n".join(f"| {' | '.join(line)} |" for line in escaped)
