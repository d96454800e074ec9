"""A registry that is put in order once, not each time it is read."""

from collections.abc import Iterator
from typing import Any

from markdown.util import Registry


class OrderedRegistry(Registry[Any]):
    """The same items in the same order, kept as a tuple until one is added or taken away."""

    _ordered: tuple[Any, ...] | None = None

    def ordered(self) -> tuple[Any, ...]:
        """Give all items; it is the same tuple for as long as they are the same items."""
        if self._ordered is None:
            self._ordered = tuple(super().__iter__())
        return self._ordered

    def __iter__(self) -> Iterator[Any]:
        return iter(self.ordered())

    def register(self, item: Any, name: str, priority: float) -> None:  # noqa: ANN401
        """Add an item."""
        self._ordered = None
        super().register(item, name, priority)

    def deregister(self, name: str, strict: bool = True) -> None:  # noqa: FBT001, FBT002
        """Take an item away."""
        self._ordered = None
        super().deregister(name, strict)
