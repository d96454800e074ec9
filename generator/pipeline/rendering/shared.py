"""What several pages show alike: made once, and kept with places for its addresses."""

from collections.abc import Callable

from generator.pipeline.rendering.page_links import PageLinks, with_places

_Pattern = tuple[str, tuple[str, ...]]


class Shared:
    """Keeps parts of pages for one site, by what they are made of."""

    def __init__(self, links: PageLinks) -> None:
        self._links = links
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
        if kept[1] is None:
            return make()
        pattern, wanted = kept[1]
        return pattern % self._links.all_of(wanted)
