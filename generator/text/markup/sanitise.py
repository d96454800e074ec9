"""The door to nh3: markup in, only such markup out as a briefing needs.

This is the last thing done to a text before it is trusted.  What it lets through is
listed here; scripts, styles, forms, drawings and frames are not.
"""

import re
from typing import Final

import nh3

from generator.text.markup.clean import is_clean, is_clean_line

SCHEMES: Final = frozenset(
    {"http", "https", "mailto"}
    | {"briefing", "official", "organization", "place", "statement", "topic"}
)
"""How an address may begin; the latter are a book's own, for its links within."""

INLINE_TAGS: Final = frozenset({"a", "abbr", "code", "em", "strong"})
TAGS: Final = (
    INLINE_TAGS
    | {"blockquote", "br", "div", "figcaption", "figure"}
    | {"h2", "h3", "h4", "h5", "h6", "hr", "img", "p", "pre", "sup"}
    | {"dd", "dl", "dt", "li", "ol", "table", "tbody", "td", "th", "thead", "tr", "ul"}
)
_ATTRIBUTES: Final = {
    "a": {"class", "href", "title"},
    "abbr": {"title"},
    "code": {"class"},
    "div": {"class", "data-statement"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "h5": {"id"},
    "h6": {"id"},
    "img": {"alt", "src", "title"},
    "li": {"id"},
    "ol": {"start"},
    "sup": {"id"},
    "td": {"class"},
    "th": {"class"},
}
_HEADING: Final = re.compile(r"h-[a-z0-9_-]+")
_ALIGNMENT: Final = re.compile(r"ta-(?:left|center|right)")
_FORMS: Final = {
    ("a", "class"): re.compile(r"footnote-(?:ref|backref)"),
    ("code", "class"): re.compile(r"language-[\w#.+-]+"),
    ("div", "class"): re.compile(r"footnote"),
    ("h2", "id"): _HEADING,
    ("h3", "id"): _HEADING,
    ("h4", "id"): _HEADING,
    ("h5", "id"): _HEADING,
    ("h6", "id"): _HEADING,
    ("li", "id"): re.compile(r"fn:\d+"),
    ("ol", "start"): re.compile(r"\d{1,9}"),
    ("sup", "id"): re.compile(r"fnref\d*:\d+"),
    ("td", "class"): _ALIGNMENT,
    ("th", "class"): _ALIGNMENT,
}
"""The whole form of an id or class that Markdown makes; any other is dropped."""
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_HOST_ONLY: Final = re.compile(r"[\x00-\x20]*[/\\][\t\n\r]*[/\\]")
_EXTERNAL: Final = re.compile(r'<a (?=(?:[^">]|"[^"]*")*?href="[hH][tT]{2}[pP][sS]?:)')


def sanitise(html: str) -> str:
    """Keep of a text's markup what a briefing may have; of the rest, only the words.

    >>> sanitise('<p onclick="x()">See <a href="javascript:x()">this</a></p>')
    '<p>See <a>this</a></p>'
    """
    return _with_privacy(html if is_clean(html) else without_controls(_TEXT.clean(html)))


def sanitise_inline(html: str) -> str:
    """Keep only the markup that may stand within a line: emphasis, code and links.

    >>> sanitise_inline("<h1>So <em>it</em> is</h1>")
    'So <em>it</em> is'
    """
    return _with_privacy(html if is_clean_line(html) else without_controls(_LINE.clean(html)))


def without_controls(text: str) -> str:
    """Drop the characters that no page and no feed may hold.

    In markup they may be dropped only once no attribute holds one, lest an address
    become one of another kind.
    """
    return _CONTROL.sub("", text)


def _permitted(tag: str, name: str, value: str) -> str | None:
    """Decide on one attribute, among those listed, by its value.

    An address that begins with two slashes leads to another host without saying how, and
    nowhere at all from a file.
    """
    if _CONTROL.search(value) or (not value and name == "title"):
        return None
    if name in {"href", "src"}:
        return None if _HOST_ONLY.match(value) else value
    form = _FORMS.get((tag, name))
    return value if form is None or form.fullmatch(value) else None


def _with_privacy(html: str) -> str:
    """Keep other sites from learning, through a link, where their readers came from."""
    return _EXTERNAL.sub('<a rel="noopener noreferrer" ', html)


_TEXT: Final = nh3.Cleaner(
    tags=TAGS,
    attributes=_ATTRIBUTES,
    attribute_filter=_permitted,
    url_schemes=SCHEMES,
    link_rel=None,
)
_LINE: Final = nh3.Cleaner(
    tags=INLINE_TAGS,
    attributes={"a": {"href", "title"}},
    attribute_filter=_permitted,
    url_schemes=SCHEMES,
    link_rel=None,
)
