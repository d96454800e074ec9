"""What several pages show and not every build needs."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class MadeOnce(dict[Key, Value]):
    """A map whose values are made when they are first asked for, and kept."""

    def __init__(self, make: Callable[[Key], Value]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Key) -> Value:
        """Make the value of a key, of which `make` knows whether there is one."""
        value = self[key] = self._make(key)
        return value


def common_to(parts: Sequence[object], make: Callable[[], Value]) -> Callable[[], Value]:
    """Give what makes all that the parts of a list have in common: once, if there are several."""
    return cache(make) if len(parts) > 1 else make
