from xml.etree.ElementTree import Comment, Element, QName, SubElement

import pytest
from markdown.serializers import to_html_string

from generator.text.markup.fast.serialise import quick_html


def never(element: Element) -> str:
    raise AssertionError(element)


def tree(tag: str = "p", **attributes: str) -> Element:
    root = Element("div")
    child = SubElement(root, tag, attributes)
    child.text, child.tail = 'a & b < c > "d" &amp; &e', "\n&f;"
    SubElement(child, "br").tail = "g"
    return root


@pytest.mark.parametrize(
    "element",
    [
        tree(),
        tree("img", alt='a "b" <c>', src="d&e&amp;f\ng"),
        tree("a", title="", href="b"),
        tree("td", hidden="c"),
    ],
)
def test_an_ordinary_tree_is_written_as_the_library_writes_it(element: Element) -> None:
    assert quick_html(element, stock=never) == to_html_string(element)


def with_child(child: Element) -> Element:
    root = tree()
    root.append(child)
    return root


def deep(levels: int) -> Element:
    root = Element("div")
    child = root
    for _ in range(levels):
        child = SubElement(child, "ul")
    return root


@pytest.mark.parametrize(
    "element",
    [
        with_child(Comment("a < b")),  # type: ignore[arg-type]
        with_child(Element(QName("a").text, {"b": None})),  # type: ignore[dict-item]
        tree("script"),
        tree("DIV"),
        tree("td", hidden="hidden"),
        deep(5000),
    ],
    ids=["comment", "no-value", "script", "capitals", "boolean", "deep"],
)
def test_an_odd_tree_is_left_to_the_library(element: Element) -> None:
    assert quick_html(element, stock=lambda _: "by the library") == "by the library"
    assert quick_html(element, stock=to_html_string) == to_html_string(element)
