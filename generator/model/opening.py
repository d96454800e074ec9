"""Values that are opened when they are asked for: what few need, and is large."""

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

Value = TypeVar("Value")
Open = Callable[[], Value]


class Opened(Mapping[str, Value]):
    """Values by name, each opened when it is asked for; only the last one stays open."""

    def __init__(self, ways: Mapping[str, Callable[..., Value]], *which: int) -> None:
        """Give what these ways open; `which` tells them the part, where they open several."""
        self._ways, self._which = ways, which
        self._last: tuple[str, Value] | None = None

    def __getitem__(self, name: str) -> Value:
        last = self._last
        if last is None or last[0] != name:
            last = self._last = name, self._ways[name](*self._which)
        return last[1]

    def __contains__(self, name: object) -> bool:
        return name in self._ways

    def __iter__(self) -> Iterator[str]:
        return iter(self._ways)

    def __len__(self) -> int:
        return len(self._ways)


class OpenedOnce(Generic[Value]):
    """Opens something when it is first asked for, and keeps it open; any thread may ask."""

    __slots__ = ("_open", "_value")

    def __init__(self, way: Open[Value]) -> None:
        self._open: Open[Value] | None = way

    @property
    def is_open(self) -> bool:
        """Whether it was asked for before."""
        return self._open is None

    def __call__(self) -> Value:
        """Give it."""
        way = self._open
        if way is not None:
            self._value = way()
            self._open = None
        return self._value


class AlreadyOpen(Generic[Value]):
    """Gives what is open."""

    __slots__ = ("_value",)

    def __init__(self, value: Value) -> None:
        self._value = value

    def __call__(self) -> Value:
        """Give it."""
        return self._value
