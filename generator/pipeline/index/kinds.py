"""What the lists of a book hold, and what is asked by taking something from one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from generator.model.briefing import Stance
from generator.model.outline import Outline, Points, StatementPoints
from generator.model.site import Briefing, Statement
from generator.pipeline.index.asking import Kind, digest
from generator.text.digests import digest_of_texts


def records(kind: str) -> Kind[Any, Any]:
    """Give the kind of a list of a registry's records."""
    return Kind(
        lambda one: f"{kind}/{one.id}",
        lambda listed: digest_of_texts(one.id for one in listed),
        lambda one: one,
    )


HOLDERS: Final[Kind[Any, Any]] = Kind(
    lambda one: f"officials/{one[0].id}",
    lambda listed: digest_of_texts(text for one, role in listed for text in (one.id, role.label)),
    lambda one: one,
)
WHOLE: Final[Kind[Any, Any]] = Kind(
    lambda _: "book", lambda listed: digest(list(listed)), lambda one: one
)
"""Lists that seldom change, of which the question for the list is one for all that it says."""

Homes = Mapping[str, tuple[str, int]]
"""The briefing of each statement, and its place there."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """What lists of briefings and statements hold."""

    briefings: Kind[str, Outline]
    statements: Kind[str, Statement]
    neighbours: Kind[str | None, Outline | None]
    stances: Kind[tuple[Stance, str], tuple[Stance, Statement]]

    @classmethod
    def of(
        cls, outlines: Mapping[str, Outline], statements: Mapping[str, Statement], homes: Homes
    ) -> "Kinds":
        """Give the kinds of lists in a book."""

        def points_of(one: str) -> Points:
            return outlines[one].points

        def points_of_statement(one: str) -> StatementPoints:
            home, place = homes[one]
            return outlines[home].points.statements[place]

        found = Kind("points/{}".format, digest_of_texts, points_of)
        said = Kind(lambda one: f"points/{homes[one][0]}", digest_of_texts, points_of_statement)
        return cls(
            Kind(
                "briefings/{}".format,
                digest_of_texts,
                outlines.__getitem__,
                points=found,
                day=lambda one: outlines[one].published,
            ),
            Kind(
                lambda one: f"briefings/{homes[one][0]}",
                digest_of_texts,
                statements.__getitem__,
                points=said,
                day=lambda one: points_of_statement(one).date,
            ),
            Kind(
                lambda one: f"briefings/{one}" if one else "nobody",
                lambda listed: digest([*listed]),
                lambda one: outlines[one] if one else None,
            ),
            Kind(
                lambda one: f"briefings/{homes[one[1]][0]}",
                lambda listed: digest_of_texts(text for pair in listed for text in pair),
                lambda one: (one[0], statements[one[1]]),
            ),
        )


class Statements(Mapping[str, Statement]):
    """Every statement of a book, found in its briefing."""

    def __init__(self, briefings: Mapping[str, Briefing], homes: Homes) -> None:
        self._briefings, self._homes = briefings, homes

    def __getitem__(self, identifier: str) -> Statement:
        home, place = self._homes[identifier]
        return self._briefings[home].statements[place]

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._homes

    def __iter__(self) -> Iterator[str]:
        return iter(self._homes)

    def __len__(self) -> int:
        return len(self._homes)
