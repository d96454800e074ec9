"""What pure functions made last, for a process that makes the same book again and again."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, TypeVarTuple

Given = TypeVarTuple("Given")
Made = TypeVar("Made")


class Last:
    """Gives what a function made last, where it is given the same once more.

    Things are the same if they say the same.  What one round hands on to the next is mostly
    the very same object, and to see that takes no time.
    """

    def __init__(self) -> None:
        self._kept: dict[Callable[..., Any], tuple[tuple[Any, ...], Any]] = {}

    def of(self, make: Callable[[*Given], Made], *given: *Given) -> Made:
        """Give what a function makes of what it is given."""
        kept = self._kept.get(make)
        if kept is None or kept[0] != given:
            kept = self._kept[make] = given, make(*given)
        made: Made = kept[1]
        return made

    def forget(self) -> None:
        """Forget what was made."""
        self._kept.clear()


class Again(Generic[Made]):
    """Gives what was made last, where it was made of the very same and of what says the same.

    What is large is the same only if it is the very same object: to compare it would take long.
    """

    def __init__(self) -> None:
        self._kept: tuple[object, tuple[object, ...], Made] | None = None

    def again(self, of: object, settings: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """Give what is made of something large, and of some settings."""
        kept = self._kept
        if kept is None or kept[0] is not of or kept[1] != settings:
            kept = self._kept = of, settings, make()
        return kept[2]

    def forget(self) -> None:
        """Forget what was made."""
        self._kept = None
