"""The phrases of the site, gathered from the code and the templates for their translators.

Run `python docs/phrases.py` after a phrase has changed: every catalogue that comes with
Briefbook gets the new phrases, without a translation, and loses those that nobody says.
`python docs/phrases.py templates/languages/uk.po` does the same for a catalogue of a book,
and makes it where there is none.
"""

import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

ROOT: Final = Path(__file__).parent.parent
CODE: Final = ROOT / "generator"
THEME: Final = ROOT / "templates"
CATALOGUES: Final = CODE / "languages"

_IN_CODE: Final = {"phrase": 1, "say": 1, "gettext": 1, "plural": 2, "ngettext": 2}
"""What is called with a phrase in the code, and how many of its arguments are the phrase."""
_IN_TEMPLATES: Final = {"_": None, "gettext": None, "ngettext": (1, 2)}
_TEMPLATE_OPTIONS: Final = {
    "newstyle_gettext": "true", "silent": "false", "trim_blocks": "true", "lstrip_blocks": "true",
    "extensions": "generator.pipeline.rendering.once.Once",
}  # fmt: skip
_WIDTH: Final = 100


def gathered() -> Catalog:
    """Gather every phrase, with the files that say it."""
    catalogue = Catalog(project="Briefbook", copyright_holder="", charset="utf-8")
    for path, message in _found():
        catalogue.add(message, locations=[(path.relative_to(ROOT).as_posix(), 0)])
    return catalogue


def _found() -> Iterator[tuple[Path, str | tuple[str, ...]]]:
    for path in sorted(CODE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield from ((path, one) for node in ast.walk(tree) for one in _said(node))
    for path in sorted(one for one in THEME.rglob("*") if one.suffix in {".html", ".xml"}):
        with path.open("rb") as stream:
            said = extract(babel_extract, stream, _IN_TEMPLATES, options=_TEMPLATE_OPTIONS)
            yield from ((path, one[1]) for one in said)


def _said(node: ast.AST) -> Iterator[str | tuple[str, ...]]:
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args):
            given = args[: _IN_CODE.get(name, 0)]
            texts = [one.value for one in given if isinstance(one, ast.Constant)]
            if texts and len(texts) == len(given):
                yield texts[0] if len(texts) == 1 else tuple(texts)


def stored(path: Path) -> Catalog:
    """Read a catalogue; its language is the name of its file."""
    tag = path.stem.replace("-", "_")
    if not path.is_file():
        return Catalog(locale=tag, project="Briefbook", charset="utf-8", fuzzy=False)
    with path.open("rb") as stream:
        return read_po(stream, locale=tag, ignore_obsolete=True)


def merged(path: Path) -> bytes:
    """Give a catalogue with every phrase there is, and its translations kept."""
    catalogue = stored(path)
    made = catalogue.creation_date
    catalogue.update(gathered(), no_fuzzy_matching=True, update_header_comment=False)
    catalogue.creation_date = made
    written = BytesIO()
    write_po(
        written,
        catalogue,
        width=_WIDTH,
        ignore_obsolete=True,
        include_lineno=False,
        sort_by_file=True,
    )
    return written.getvalue()


if __name__ == "__main__":
    for named in map(Path, sys.argv[1:]) if sys.argv[1:] else sorted(CATALOGUES.glob("*.po")):
        text = merged(named)
        named.parent.mkdir(parents=True, exist_ok=True)
        named.write_bytes(text)
