"""What somebody may have meant by a word that is not known."""

import difflib
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the hint `did you mean 'x'?`, or nothing where no known word is near.

    >>> nearest("antony-blinkin", ["antony-blinken", "mark-rutte"])
    "did you mean 'antony-blinken'?"
    """
    close = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"did you mean {close[0]!r}?" if close else ""
