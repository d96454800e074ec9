"""Names of files that are no part of a book: hidden ones, and what editors leave behind."""

from typing import Final

_ENDINGS: Final = ("~", ".swp", ".swo", ".tmp", ".bak", "#")


def is_passed_over(name: str) -> bool:
    """Tell whether a file or folder of this name is not read.

    >>> is_passed_over(".git"), is_passed_over("talks.md~"), is_passed_over("talks.md")
    (True, True, False)
    """
    return name.startswith(".") or name.endswith(_ENDINGS)
