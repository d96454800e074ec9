"""Whether a text holds nothing that a reader, an editor or a parser could stumble over unseen."""

from typing import Final

_SEEN: Final = bytes((ord("\n"), *range(ord(" "), ord("~") + 1)))


def is_visible(text: str) -> bool:
    r"""Tell whether a text is made of printable characters, plain spaces and line feeds only.

    Spaces of other kinds and marks of no width are no such characters, though they do no harm.

    >>> is_visible("Élysée\n"), is_visible("a\tb"), is_visible("a\u200bb")
    (True, False, False)
    """
    if text.isascii():
        return not text.encode("ascii").translate(None, _SEEN)
    return text.replace("\n", "").isprintable()
