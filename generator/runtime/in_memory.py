"""What pure functions made before, kept as it is while the process lives.

A preview makes the same site again and again.  What one round does not ask for is forgotten
at its end, so that a day of edits takes no more memory than one.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item", bound=Hashable)
Result = TypeVar("Result")


class InMemory:
    """A memory that one process has to itself; it is asked by one thread at a time."""

    def __init__(self) -> None:
        self._kept: dict[str, dict[Any, Any]] = {}

    def each(
        self,
        what: str,
        items: Sequence[Item],
        *,
        make: Callable[[Sequence[Item]], Sequence[Result]],
        lasts: Callable[[Result], bool] = lambda _: True,
    ) -> list[Result]:
        """Give for each item what was made of it in the last round, or is made now.

        Items are known by what they say.  `make` is given all that are new; `lasts` tells
        whether something may be kept: whether it would be made again.
        """
        before = self._kept.get(what, {})
        new = [item for item in dict.fromkeys(items) if item not in before]
        now = dict(zip(new, make(new), strict=True)) if new else {}
        now |= {item: before[item] for item in items if item in before}
        self._kept[what] = {item: result for item, result in now.items() if lasts(result)}
        return [now[item] for item in items]

    def forget(self) -> None:
        """Forget everything."""
        self._kept.clear()

    def has(self, what: str) -> bool:
        """Tell whether anything of a kind was asked for before."""
        return what in self._kept
