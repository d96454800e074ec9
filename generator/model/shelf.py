"""The briefings of a book, of which each is opened when it is taken from its shelf."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.opening import AlreadyOpen, Open, OpenedOnce
from generator.model.outline import Outline, outline_of

if TYPE_CHECKING:
    from generator.model.site import Briefing


@dataclass(frozen=True, slots=True, eq=False)
class Shelf:
    """Briefings in their order, and the outline of each, for which none is opened."""

    outlines: tuple[Outline, ...] = ()
    ways: tuple[Open["Briefing"], ...] = ()
    """What opens each of them."""

    @classmethod
    def of(cls, briefings: Iterable["Briefing"]) -> "Shelf":
        """Give a shelf of briefings that are open."""
        return cls.put((outline_of(one), AlreadyOpen(one)) for one in briefings)

    @classmethod
    def put(cls, pairs: Iterable[tuple[Outline, Open["Briefing"]]]) -> "Shelf":
        """Give a shelf of briefings that are outlined, each with what opens it."""
        listed = [*pairs]
        return cls(tuple([one for one, _ in listed]), tuple([way for _, way in listed]))

    def pairs(self) -> Iterator[tuple[Outline, Open["Briefing"]]]:
        """Give each outline with what opens the briefing."""
        return zip(self.outlines, self.ways, strict=True)

    @property
    def by_id(self) -> Mapping[str, "Briefing"]:
        """The briefings by id, each opened when it is asked for."""
        return _ById(OpenedOnce(lambda: {one.id: way for one, way in self.pairs()}))

    def __getitem__(self, at: int) -> "Briefing":
        return self.ways[at]()

    def __iter__(self) -> Iterator["Briefing"]:
        return (way() for way in self.ways)

    def __len__(self) -> int:
        return len(self.outlines)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Shelf) and [*self] == [*other]

    def __hash__(self) -> int:
        return hash(self.outlines)


@dataclass(frozen=True, slots=True, eq=False)
class _ById(Mapping[str, "Briefing"]):
    """Briefings by id, each opened when it is asked for."""

    ways: Open[Mapping[str, Open["Briefing"]]]
    """What opens each of them; all are listed when one is asked for."""

    def __getitem__(self, identifier: str) -> "Briefing":
        return self.ways()[identifier]()

    def __contains__(self, identifier: object) -> bool:
        return identifier in self.ways()

    def __iter__(self) -> Iterator[str]:
        return iter(self.ways())

    def __len__(self) -> int:
        return len(self.ways())
