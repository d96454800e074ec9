"""Changes to a fragment, noted by their places in it as it was, and made all at once.

So names, links and marks can each be found in the same text, whatever the others add to it.
"""

from collections.abc import Iterable
from operator import itemgetter
from typing import Final, NamedTuple

CLOSES, TAG, OPENS = range(3)
"""In which order changes at one place are made: a mark ends before a link begins, and a
mark begins within it."""

_IN_ORDER: Final = itemgetter(0, 1)


class Edit(NamedTuple):
    """Markup in the place of what goes from `start` to `end`; `order` is one of the three."""

    start: int
    order: int
    end: int
    html: str


def with_edits(html: str, edits: Iterable[Edit]) -> str:
    """Give a fragment with changes made to it, those of the same place in the order given.

    >>> with_edits("So <b>it</b> is", [Edit(8, TAG, 12, ""), Edit(3, TAG, 6, "")])
    'So it is'
    """
    parts: list[str] = []
    done = 0
    for start, _, end, new in sorted(edits, key=_IN_ORDER):
        parts += (html[done:start], new)
        done = end
    return "".join((*parts, html[done:])) if parts else html
