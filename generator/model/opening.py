"""Values that are opened when they are asked for: what few need, and is large."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

Value = TypeVar("Value")
Open = Callable[[], Value]


class Opened(Mapping[str, Value]):
    """Values by name, each opened when it is asked for; only the last one stays open."""

    def __init__(self, ways: Mapping[str, Open[Value]]) -> None:
        self._ways = ways
        self._last: tuple[str, Value] | None = None

    def __getitem__(self, name: str) -> Value:
        last = self._last
        if last is None or last[0] != name:
            last = self._last = name, self._ways[name]()
        return last[1]

    def __contains__(self, name: object) -> bool:
        return name in self._ways

    def __iter__(self) -> Iterator[str]:
        return iter(self._ways)

    def __len__(self) -> int:
        return len(self._ways)
