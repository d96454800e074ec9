"""Who and what the texts are about: the same for every size of the book."""

import random
import re
from dataclasses import dataclass
from typing import Final

from benchmarks.corpus.words import (
    ADJECTIVES,
    FIELDS,
    FUNCTION_WORDS,
    NOUNS,
    OFFICES,
    SUBJECTS,
    VERBS,
    frequencies,
    invented,
)

SEED: Final = 20241113
_TOPICS: Final = 60
_PLACES: Final = 80
_OFFICIALS: Final = 399
"""With the one that a scenario adds they are 400: as many as one page of a register holds."""
_OFFICIALS_OF_A_HUGE_BOOK: Final = 5_000
_HUGE: Final = 50_000
_GIVEN_NAMES: Final = 120
_FAMILY_NAMES: Final = 300
_OTHER_WORDS: Final = 900


@dataclass(frozen=True, slots=True)
class Topic:
    """What briefings are filed under."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Place:
    """A country of this world; each has a government."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Official:
    """A person in office, in the same one all the time."""

    id: str
    name: str
    office: str
    place: Place

    @property
    def label(self) -> str:
        """The office so that it is understood alone."""
        return f"{self.office} of {self.place.name}"


@dataclass(frozen=True, slots=True)
class World:
    """All that texts can be about, and the words to write them in."""

    seed: int
    topics: tuple[Topic, ...]
    places: tuple[Place, ...]
    officials: tuple[Official, ...]
    newcomer: Official
    """Whom no text names: the official that a scenario adds."""
    words: tuple[str, ...]


def slug(text: str) -> str:
    """Give a text as an id.

    >>> slug("Export Controls")
    'export-controls'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def make_world(size: int, seed: int = SEED) -> World:
    """Make the world of a book of so many briefings."""
    rng = random.Random(seed)
    pool = invented(rng, _GIVEN_NAMES + _FAMILY_NAMES + _PLACES + _OTHER_WORDS)
    given = [pool.pop().capitalize() for _ in range(_GIVEN_NAMES)]
    family = [pool.pop().capitalize() for _ in range(_FAMILY_NAMES)]
    places = tuple(Place(name, name.capitalize()) for name in (pool.pop() for _ in range(_PLACES)))
    names = [f"{subject} {field}" for subject in SUBJECTS for field in FIELDS][:_TOPICS]
    rng.shuffle(names)
    rest = [*NOUNS, *VERBS, *ADJECTIVES, *pool]
    rng.shuffle(rest)
    number = _OFFICIALS_OF_A_HUGE_BOOK if size >= _HUGE else _OFFICIALS
    people = _people(rng, number + 1, (given, family), places)
    return World(
        seed=seed,
        topics=tuple(Topic(slug(name), name) for name in names),
        places=places,
        officials=people[:-1],
        newcomer=people[-1],
        words=(*FUNCTION_WORDS, *rest),
    )


def _people(
    rng: random.Random, number: int, names: tuple[list[str], list[str]], places: tuple[Place, ...]
) -> tuple[Official, ...]:
    people: dict[str, Official] = {}
    while len(people) < number:
        name = " ".join(rng.choice(part) for part in names)
        people[name] = Official(slug(name), name, rng.choice(OFFICES), rng.choice(places))
    return tuple(people.values())


def pick(rng: random.Random, number: int, total: int) -> list[int]:
    """Choose so many different numbers below `total`, the low ones far more often."""
    chosen: dict[int, None] = {}
    weights = frequencies(total)
    while len(chosen) < number:
        chosen[rng.choices(range(total), cum_weights=weights)[0]] = None
    return list(chosen)
