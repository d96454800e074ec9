"""A tree to HTML, for trees that are as those of Markdown always are.

Their tags are small letters and their values are texts.  A tree with anything else in it, or
one that is too deep, is written by the library, from its root.
"""

from collections.abc import Callable
from typing import Final
from xml.etree.ElementTree import HTML_EMPTY, Element

from markdown.serializers import (  # type: ignore[attr-defined]  # its stubs leave these out
    BOOLEAN_ATTRIBUTES,
    _escape_attrib_html,
    _escape_cdata,
)

_OF_OWN_RULES: Final = frozenset({"script", "style"})
_BOOLEAN: Final = BOOLEAN_ATTRIBUTES["html"]


class _OddTreeError(Exception):
    """A tree is not as Markdown makes them."""


def quick_html(element: Element, stock: Callable[[Element], str]) -> str:
    """Write a tree as HTML."""
    parts: list[str] = []
    try:
        _write(element, parts.append)
    except (_OddTreeError, RecursionError):
        return stock(element)
    return "".join(parts)


def _write(element: Element, write: Callable[[str], None]) -> None:
    tag: object = element.tag  # a function for a comment, whatever the stubs say
    text, tail = element.text, element.tail
    write(f"<{tag}{_attributes(element)}>" if element.keys() else f"<{tag}>")
    if text:
        write(_escape_cdata(text) if "<" in text or ">" in text or "&" in text else text)
    for child in element:
        _write(child, write)
    if tag not in HTML_EMPTY:
        if not isinstance(tag, str) or tag in _OF_OWN_RULES or not tag.islower():
            raise _OddTreeError
        write(f"</{tag}>")
    if tail:
        write(_escape_cdata(tail) if "<" in tail or ">" in tail or "&" in tail else tail)


def _attributes(element: Element) -> str:
    written = []
    attributes: list[tuple[object, object]] = sorted(element.items())
    for name, value in attributes:
        plain = isinstance(name, str) and isinstance(value, str)
        if not plain or (name == value and name in _BOOLEAN):
            raise _OddTreeError
        written.append(f' {name}="{_escape_attrib_html(value)}"')
    return "".join(written)
