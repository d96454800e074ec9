r"""Markup that is clean as it stands: to sanitise it would change nothing.

Most texts become nothing but paragraphs, headings, quotations, lists and tables with words, stress
and links in them.  Whether one did, an expression tells by the whole of it, and all that it
takes stands below.
"""

import re
from typing import Final

_WORDS: Final = r"(?:[^<>&\x00-\x08\x0b-\x1f\x7f\xa0\ud800-\udfff\ufffe\uffff]++|&(?:amp|lt|gt);)"
_ADDRESS: Final = (
    r"(?:(?:https?://(?:[a-z0-9]++(?:-[a-z0-9]++)*+\.)++[a-z]{2,}+(?=[/?#\"])"
    r"|(?:briefing|official|organization|place|statement|topic):[a-z0-9])"
    r"(?:[A-Za-z0-9_/.~?=%#@+,:-]++|&amp;)*+"
    r"|(?:\.\./)*+[a-z0-9][A-Za-z0-9_/-]*+\.[a-z]++(?:#[A-Za-z0-9-]++)?)"
)
"""An address whose kind is known at once, and allowed."""
_INLINE: Final = (
    rf"(?:{_WORDS}|<em>{_WORDS}++</em>|<strong>{_WORDS}++</strong>"
    rf'|<a href="{_ADDRESS}">{_WORDS}++</a>)*+'
)
_PARAGRAPH: Final = rf"<p>{_INLINE}</p>"
_ITEMS: Final = rf"(?:\n<li>{_INLINE}</li>)++\n"
_HEAD: Final = rf"<thead>\n<tr>(?:\n<th>{_INLINE}</th>)++\n</tr>\n</thead>"
_BODY: Final = rf"<tbody>(?:\n<tr>(?:\n<td>{_INLINE}</td>)++\n</tr>)++\n</tbody>"
_BLOCK: Final = (
    rf"(?:{_PARAGRAPH}|<h([2-6]) id=\"h-[a-z0-9_-]++\">{_INLINE}</h\1>"
    rf"|<blockquote>(?:\n{_PARAGRAPH})++\n</blockquote>"
    rf"|<ul>{_ITEMS}</ul>|<ol>{_ITEMS}</ol>"
    rf"|<table>\n{_HEAD}\n{_BODY}\n</table>"
    r'|<div data-statement="[a-z0-9-]++"></div>)'
)
_CLEAN: Final = re.compile(rf"(?:{_BLOCK}(?:\n(?=<)|\Z))++")
_CLEAN_LINE: Final = re.compile(_INLINE)


def is_clean(html: str) -> bool:
    """Tell whether a text's markup is such that to sanitise it would change nothing.

    Markup of which that is true may still be said to be unclean.
    """
    return _CLEAN.fullmatch(html) is not None


def is_clean_line(html: str) -> bool:
    """Tell the same of a line's markup."""
    return _CLEAN_LINE.fullmatch(html) is not None
