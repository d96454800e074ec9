"""What several pages show alike: made once, and kept with places for its addresses."""

from collections.abc import Callable
from typing import Final

from generator.pipeline.rendering.page_links import PageLinks, with_places

_Pattern = tuple[str, tuple[str, ...]]
_MOST: Final = 16_000_000
"""How many letters are kept; of the parts that were made first, some are made again."""


class Shared:
    """Keeps parts of pages for one site, by what they are made of."""

    def __init__(self, links: PageLinks) -> None:
        self._links = links
        self._letters = 0
        self._kept: dict[tuple[object, ...], tuple[tuple[object, ...], _Pattern | None]] = {}

    def part(self, place: str, named: tuple[object, ...], make: Callable[[], str]) -> str:
        """Give a part of a page: what `make` makes of these things in this place.

        Text is known by what it says, all else by which it is: to compare all that a view
        holds would take longer.
        """
        key = (place, *[one if type(one) is str else id(one) for one in named])
        kept = self._kept.get(key)
        if kept is None:
            made = with_places(*self._links.in_places(make))
            kept = self._kept[key] = named, made  # what is kept keeps its number
            self._count(made)
        if kept[1] is None:
            return make()
        pattern, wanted = kept[1]
        return pattern % self._links.all_of(wanted)

    def _count(self, made: _Pattern | None) -> None:
        """Count what is kept, and drop what was made first where it is too much."""
        self._letters += len(made[0]) if made else 0
        while self._letters > _MOST:
            _, dropped = self._kept.pop(next(iter(self._kept)))
            self._letters -= len(dropped[0]) if dropped else 0
