"""A strict look at finished pages: whatever runs, loads or submits is found."""

import json
import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

import html5lib  # type: ignore[import-untyped]

_ELEMENTS: Final = (
    "a abbr article aside b blockquote body br button caption code dd dfn div dl dt em "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html img input kbd label li "
    "link main meta nav ol output p pre script section small span strong sup table tbody td th "
    "thead time title tr ul"
)
"""Every element that the theme or Markdown may make, drawings aside."""
_IN_THE_HEAD: Final = frozenset({"link", "meta", "script", "title"})
_DRAWING: Final = frozenset({"circle", "path", "rect", "svg"})
_OWN_DRAWINGS: Final = frozenset({"brand", "share", "theme", "tools"})
"""Class or id of what the theme draws in."""
_ADDRESSES: Final = frozenset(
    {"action", "background", "cite", "data", "formaction", "href", "poster", "src", "srcset"}
)
_RUNS: Final = re.compile(r"(?:javascript|data|vbscript|blob|file):")
_BLANK: Final = re.compile(r"[\x00-\x20]")


def faults(page: str) -> list[str]:
    """List everything on a page that no text may bring about."""
    root = html5lib.parse(page, namespaceHTMLElements=False)
    return [*_faults(root, within=()), *_wrong_ids(root)]


def texts_of(page: str, tag: str) -> list[str]:
    """Give the text of every element of a kind, with its space made plain."""
    root = html5lib.parse(page, namespaceHTMLElements=False)
    return [plain("".join(one.itertext())) for one in root.iter(tag)]


def linked_data(page: str) -> list[object]:
    """Give what a page tells machines."""
    root = html5lib.parse(page, namespaceHTMLElements=False)
    scripts = root.iterfind(".//script[@type='application/ld+json']")
    return [json.loads(one.text or "") for one in scripts]


def plain(text: str) -> str:
    """Give a text with its space made plain, as HTML and XML do."""
    return " ".join(text.split())


def _faults(element: Element, within: tuple[Element, ...]) -> Iterator[str]:
    tag = _name(element)
    if tag in _DRAWING:
        if not any(_is_own_drawing(one) for one in within[-3:]):
            yield f"a drawing in {_name(within[-1])}"
    elif tag not in _ELEMENTS.split():
        yield f"an element {tag!r}"
    if tag in _IN_THE_HEAD and "head" not in map(_name, within):
        yield f"{tag!r} outside of the head"
    if tag == "script":
        yield from _script_faults(element)
    yield from _attribute_faults(element)
    for child in element:
        if isinstance(child.tag, str):
            yield from _faults(child, (*within, element))
        else:
            yield f"a comment {child.text!r}"


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _is_own_drawing(element: Element) -> bool:
    return bool({element.get("class"), element.get("id")} & _OWN_DRAWINGS)


def _script_faults(script: Element) -> Iterator[str]:
    if script.get("type") == "application/ld+json":
        json.loads(script.text or "")
    elif not (script.get("src") or "").endswith("static/brief.js") or script.text:
        yield f"a script of {script.attrib}"


def _attribute_faults(element: Element) -> Iterator[str]:
    for name, value in element.attrib.items():
        bare = _BLANK.sub("", value).lower()
        if name.startswith("on") or name in {"style", "srcdoc"}:
            yield f"an attribute {name}={value!r}"
        if name in _ADDRESSES and _RUNS.match(bare):
            yield f"an address {value!r}"
        if name == "content" and element.get("http-equiv") == "refresh" and _RUNS.search(bare):
            yield f"a refresh to {value!r}"
        if name == "http-equiv" and value not in {"refresh", "Content-Security-Policy"}:
            yield f"an order {value!r}"


def _wrong_ids(root: Element) -> Iterator[str]:
    seen: set[str] = set()
    for element in root.iter():
        identifier = element.get("id")
        if identifier is not None and (identifier in seen or not identifier.strip()):
            yield f"the id {identifier!r} for the second time, or empty"
        seen.add(identifier or "")
