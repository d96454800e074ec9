"""How work that may take too long is ended: it asks whether there is time left.

Nothing here knows the clock.  Who sets a deadline hands down a `Check`.
"""

from collections.abc import Callable

Check = Callable[[], None]
"""Asks whether there is time left.  Raises TooSlowError if not."""


class TooSlowError(Exception):
    """The time for this work is over."""


def no_deadline() -> None:
    """Say that there is time left."""
