"""Which questions were asked of the book while something was made."""

Question = str
"""A question in words: the name of a map, a slash, and the key that was asked for.

The name alone is the question for all keys there are."""


class Notes:
    """The questions that were asked since somebody began to listen."""

    def __init__(self) -> None:
        self.asked: set[Question] = set()
        """What was asked; whoever answers a question adds it."""

    def apart(self) -> "_Apart":
        """Give, in a `with`, what is asked until it ends; it counts as asked around it too."""
        return _Apart(self)


class _Apart:
    __slots__ = ("_around", "_notes")

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def __enter__(self) -> set[Question]:
        self._around, self._notes.asked = self._notes.asked, set()
        return self._notes.asked

    def __exit__(self, *_: object) -> None:
        self._around |= self._notes.asked
        self._notes.asked = self._around
