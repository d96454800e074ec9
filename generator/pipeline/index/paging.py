"""Long lists in parts: one page for each, newest first, every part linked to its neighbours."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final, Generic, TypeVar

from generator.model.views.parts import Link, Pager

Item = TypeVar("Item")
Key = TypeVar("Key")

_AROUND: Final = 2
"""So many parts on either side of the one shown have a link, beside the first and the last."""
_GAP: Final = Link("…")


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """A part of a long list: what it shows, and its number from 1."""

    number: int
    items: Sequence[Item]
    parts: int
    """How many parts the list has."""
    list_url: str

    @property
    def url(self) -> str:
        """Its address."""
        return part_url(self.list_url, self.number)

    @property
    def pager(self) -> Pager | None:
        """Links to its neighbours; None where the list has one part only."""
        return _pager(self.list_url, self.number, self.parts)


def paginate(items: Sequence[Item], url: str, size: int) -> tuple[Part[Item], ...]:
    """Divide a list into parts of `size`; a list without items has one part, which is empty."""
    return tuple(part_at(items, url, size, number) for number in _numbers(items, size))


def part_at(items: Sequence[Item], url: str, size: int, number: int) -> Part[Item]:
    """Give one of the parts that a list is divided into."""
    return Part(number, part_of(items, number, size), len(_numbers(items, size)), url)


def longer(first: Sequence[object], second: Sequence[object]) -> Sequence[object]:
    """Give the list that needs more parts: two lists on one page are divided together."""
    return first if len(first) >= len(second) else second


def part_of(items: Sequence[Item], number: int, size: int) -> Sequence[Item]:
    """Give what a list shows on one of the parts that it is divided into with another."""
    return items[(number - 1) * size : number * size]


def part_url(url: str, part: int) -> str:
    """Give the address of a part of a long list; the first has the list's own.

    >>> part_url("topics/arms.html", 2), part_url("statements/index.html", 2)
    ('topics/arms/page-2.html', 'statements/page-2.html')
    """
    folder = url.removesuffix("/index.html").removesuffix(".html")
    return url if part == 1 else f"{folder}/page-{part}.html"


def runs(items: Iterable[Item], key: Callable[[Item], Key]) -> Iterator[tuple[Key, list[Item]]]:
    """Group neighbours with the same key: the months of a list that is in order of date.

    No more items are taken than are needed for the groups that are.
    """
    return ((shared, list(group)) for shared, group in groupby(items, key))


def _numbers(items: Sequence[object], size: int) -> range:
    return range(1, max(-(-len(items) // size), 1) + 1)


def _pager(url: str, number: int, parts: int) -> Pager | None:
    if parts == 1:
        return None
    return Pager(
        page=number,
        pages=parts,
        links=_links(url, number, parts),
        previous=part_url(url, number - 1) if number > 1 else "",
        next=part_url(url, number + 1) if number < parts else "",
    )


def _links(url: str, number: int, parts: int) -> tuple[Link, ...]:
    """Link the first part, the last, and those near; dots stand for what is left out.

    A link from each part to each would make two thousand parts four million links.
    """
    near = range(max(1, number - _AROUND), min(parts, number + _AROUND) + 1)
    shown = sorted({1, *near, parts})
    links = [Link(str(shown[0]), part_url(url, shown[0]))]
    for before, part in pairwise(shown):
        links += [_GAP] if part - before > 1 else []
        links.append(Link(str(part), part_url(url, part)))
    return tuple(links)
