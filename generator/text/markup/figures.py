"""Pictures in markup: figures with captions, and the sizes by which a page keeps their room."""

import re
from collections.abc import Callable
from html import unescape
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from generator.text.picture_size import Size

_IMAGE: Final = re.compile(r'<img(?: [a-z]+="[^"]*+")*?(?: src="([^"]*+)")(?: [a-z]+="[^"]*+")*+>')


def figure_of(paragraph: Element) -> Element | None:
    """Make a figure of a paragraph that is one picture with a title; the title is its caption."""
    if paragraph.tag != "p" or len(paragraph) != 1 or (paragraph.text or "").strip():
        return None
    image = paragraph[0]
    caption = image.get("title", "").strip()
    if image.tag != "img" or not caption or (image.tail or "").strip():
        return None
    figure = Element("figure")
    shown = {name: value for name, value in image.items() if name != "title"}
    SubElement(figure, "img", shown)
    SubElement(figure, "figcaption").text = caption
    figure.tail = paragraph.tail
    return figure


def is_bare(element: Element) -> bool:
    """Tell whether an element is a picture of which nothing is said."""
    return element.tag == "img" and not element.get("alt", "").strip()


def line_of_bare(source: str, target: str) -> tuple[int, int]:
    r"""Give the line and column of a picture that is written without words.

    One whose address stands elsewhere, as in `![][map]`, is taken for the first of its kind.

    >>> line_of_bare("![a](m.png)\n\nThe map: ![](m.png)", "m.png")
    (3, 10)
    """
    exact = re.search(rf"!\[\s*\]\(\s*<?{re.escape(target)}", source)
    found = exact or re.search(r"!\[\s*\]", source)
    if found is None:
        return 1, 1
    before = source[: found.start()]
    return before.count("\n") + 1, found.start() - before.rfind("\n")


def with_sizes(html: str, size: Callable[[str], Size | None]) -> str:
    """Write into each picture how large it is, and that it can wait until it comes into view.

    >>> with_sizes('<img alt="A map" src="map.png">', lambda _: Size(60, 20))
    '<img alt="A map" src="map.png" width="60" height="20" loading="lazy" decoding="async">'
    """

    def sized(image: re.Match[str]) -> str:
        found = size(unescape(image[1]))
        room = f' width="{found.width}" height="{found.height}"' if found else ""
        return f'{image[0][:-1]}{room} loading="lazy" decoding="async">'

    return _IMAGE.sub(sized, html)
