"""Values that are opened when they are asked for: what few need, and is large."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar, overload

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


class StaysOpen(Opened[Value]):
    """Values of which each that was opened stays open."""

    def __init__(self, ways: Mapping[str, Open[Value]]) -> None:
        super().__init__(ways)
        self._known: dict[str, Value] = {}

    def __getitem__(self, name: str) -> Value:
        if name not in self._known:
            self._known[name] = self._ways[name]()
        return self._known[name]


class Shelf(Sequence[Value]):
    """Values in an order, each opened when it is taken."""

    def __init__(self, by_id: Mapping[str, Value]) -> None:
        self.by_id = by_id
        self._ids = [*by_id]

    @overload
    def __getitem__(self, at: int) -> Value: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Value]: ...
    def __getitem__(self, at: int | slice) -> Value | Sequence[Value]:
        found = self._ids[at]
        return self.by_id[found] if isinstance(found, str) else [self.by_id[one] for one in found]

    def __len__(self) -> int:
        return len(self._ids)
