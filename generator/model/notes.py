"""Which questions were asked of the book while something was made."""

from collections.abc import Iterator
from contextlib import contextmanager

Question = str
"""A question in words: the name of a map, a slash, and the key that was asked for.

The name alone is the question for all keys there are."""


class Notes:
    """The questions that were asked since somebody began to listen."""

    def __init__(self) -> None:
        self.asked: set[Question] = set()
        """What was asked; whoever answers a question adds it."""

    @contextmanager
    def apart(self) -> Iterator[set[Question]]:
        """Give what is asked until the block ends; it counts as asked around the block too."""
        around, self.asked = self.asked, set()
        try:
            yield self.asked
        finally:
            around |= self.asked
            self.asked = around
