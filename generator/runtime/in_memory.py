"""What pure functions made before, kept as it is while the process lives.

A preview makes the same site again and again.  What one round does not ask for is forgotten
at its end, so that a day of edits takes no more memory than one.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class InMemory:
    """A memory that one process has to itself; it is asked by one thread at a time."""

    def __init__(self) -> None:
        self._kept: dict[str, dict[str, tuple[Any, Any]]] = {}

    def each(
        self,
        what: str,
        items: Mapping[str, Item],
        *,
        make: Callable[[Sequence[Item]], Sequence[Result]],
        lasts: Callable[[Result], bool] = lambda _: True,
    ) -> list[Result]:
        """Give for each item what was made of it in the last round, or is made now.

        Items have names, and are the same if they say the same.  `make` is given all that are
        new; `lasts` tells whether something may be kept: whether it would be made again.
        """
        before, now = self._kept.get(what, {}), dict[str, tuple[Item, Result]]()
        new: dict[str, Item] = {}
        for name, item in items.items():
            kept = before.get(name)
            if kept is None or not (kept[0] is item or kept[0] == item):
                new[name] = item
            else:
                now[name] = kept
        if new:
            made = zip(new.items(), make([*new.values()]), strict=True)
            now |= {name: (item, result) for (name, item), result in made}
        short_lived = [name for name in new if not lasts(now[name][1])]
        self._kept[what] = {**now}
        for name in short_lived:
            del self._kept[what][name]
        return [now[name][1] for name in items]

    def forget(self) -> None:
        """Forget everything."""
        self._kept.clear()

    def has(self, what: str) -> bool:
        """Tell whether anything of a kind was asked for before."""
        return what in self._kept
