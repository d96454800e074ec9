r"""Words of prose made into markup: links, stress, and typography, where each can mean one thing.

What could be read in two ways is not matched here, and then the whole text is no prose.
"""

import re
from typing import Final

from generator.text.markup.fast.typography import has_marks, typeset

WORDS: Final = r"[^\n\\`*_\[\]<>|]"
"""A character without a meaning in Markdown, at least within a line."""
_HOST: Final = r"(?:[a-z0-9]++(?:-[a-z0-9]++)*+\.)++[a-z]{2,}+"
_TARGET: Final = (
    rf"https?://{_HOST}(?:[/?#][A-Za-z0-9_/.~?=&%#@+,:-]*+)?"
    r"|(?:briefing|official|organization|place|statement|topic):[a-z0-9][a-z0-9/-]*+"
    r"|(?:\.\./)*+[a-z0-9][A-Za-z0-9_/-]*+\.[a-z]{2,4}(?:#[A-Za-z0-9-]++)?"
)
_LINK: Final = rf"\[(?<!!\[)(?![\^ ])({WORDS}++)\]\(({_TARGET})\)"


def _stressed(mark: str) -> str:
    """Give what matches words between marks that can only be the first and the last."""
    ends = rf"(?<=\w){mark}(?![\w*])|(?<=[.,:;!?]){mark}(?=[ \n]|\Z)"
    return rf"{mark}(?<![\w*]{mark})(?=\w)({WORDS}++)(?:{ends})"


SPAN: Final = "|".join((_LINK, _stressed(r"\*\*"), _stressed(r"\*")))
"""A link, strong words or stressed ones; its groups are their parts."""
_SPANS: Final = re.compile(SPAN)
_PARTS: Final = 5


class NotProseError(Exception):
    """Only the library can make markup of a text."""


def write_words(text: str, links: list[str]) -> str:
    """Give the markup of words, and add the addresses in them to those of the text.

    Raises NotProseError.
    """
    if "*" not in text and "[" not in text:
        return escaped(set_type(text))
    first, *parts = _SPANS.split(text)
    written = [escaped(set_type(first))]
    columns = (parts[n::_PARTS] for n in range(_PARTS))
    for linked, target, strong, stressed, behind in zip(*columns, strict=True):
        if linked:
            links.append(target)
            written.append(f'<a href="{escaped(target)}">{escaped(set_type(linked))}</a>')
        elif strong:
            written.append(f"<strong>{escaped(set_type(strong))}</strong>")
        else:
            written.append(f"<em>{escaped(set_type(stressed))}</em>")
        written.append(escaped(set_type(behind)))
    return "".join(written)


def set_type(text: str) -> str:
    """Give a text with its quotation marks, dashes and ellipses as they are printed.

    Raises NotProseError.
    """
    if not has_marks(text):
        return text
    made = typeset(text)
    if made is None:
        raise NotProseError
    return made


def escaped(text: str) -> str:
    """Give a text of prose, which holds no brackets, as markup."""
    return text.replace("&", "&amp;") if "&" in text else text
