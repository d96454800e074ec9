"""The briefings of a book as plain records, which each tool's adapter writes in its own format."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from benchmarks.corpus.prose import Saying, article, sentence
from benchmarks.corpus.words import ADJECTIVES, NOUNS, PUBLISHERS, VERBS
from benchmarks.corpus.world import Official, Place, Topic, World, pick, slug

_FIRST: Final = datetime(1970, 1, 1, tzinfo=UTC)
_APART: Final = timedelta(minutes=288)
"""Five a day, so that four days are the twenty briefings of a first page."""
_FOLLOWS_OFTEN: Final = 0.3
_BACK: Final = 500
_KINDS: Final = ("quote", "partial-quote", "paraphrase")


@dataclass(frozen=True, slots=True)
class Source:
    """What statements rest on."""

    id: str
    title: str
    publisher: str
    url: str
    issued: datetime


@dataclass(frozen=True, slots=True)
class Statement:
    """What an official said, and where it is from."""

    id: str
    saying: Saying
    source: Source


@dataclass(frozen=True, slots=True)
class Briefing:
    """One briefing, in no tool's format."""

    name: str
    title: str
    published: datetime
    summary: str
    topics: tuple[Topic, ...]
    officials: tuple[Official, ...]
    places: tuple[Place, ...]
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    body: str
    """Markdown; links to other briefings are written `(briefing:NAME)`."""
    follows: str
    """The address of the briefing that the body links to; or empty."""

    @property
    def address(self) -> str:
        """Where its page stands on every site, without the ending."""
        return f"briefings/{self.published:%Y/%m}/{self.name}"


def briefings(world: World, size: int) -> Iterator[Briefing]:
    """Give the briefings of a book, the oldest first; a smaller book is a larger one's start."""
    return (briefing(world, number) for number in range(size))


def briefing(world: World, number: int) -> Briefing:
    """Give one briefing; it depends on nothing but the world and its number."""
    rng = random.Random(world.seed * 1_000_003 + number)
    name, title, published = _heading(world, number)
    officials = tuple(
        world.officials[one] for one in pick(rng, rng.randint(2, 5), len(world.officials))
    )
    topics = pick(rng, rng.randint(2, 4), len(world.topics))
    places = pick(rng, rng.randint(1, 3), len(world.places))
    sources = tuple(_source(rng, number, one, published) for one in range(rng.randint(1, 2)))
    said = [
        Saying(rng.choice(_KINDS), rng.choice(officials), _words(rng, world))
        for _ in range(rng.randint(1, 4))
    ]
    link, follows = _link(rng, world, number)
    return Briefing(
        name=name,
        title=title,
        published=published,
        summary=sentence(rng, world),
        topics=tuple(world.topics[one] for one in topics),
        officials=officials,
        places=tuple(world.places[one] for one in places),
        sources=sources,
        statements=tuple(
            Statement(f"s{number:06d}-{order}", saying, rng.choice(sources))
            for order, saying in enumerate(said, start=1)
        ),
        body=article(rng, world, officials, said, link),
        follows=follows,
    )


def _heading(world: World, number: int) -> tuple[str, str, datetime]:
    """Give name, title and time of a briefing without its text, for those that link to it."""
    rng = random.Random(world.seed * 7 + number)
    words = (
        rng.choice(ADJECTIVES),
        rng.choice(NOUNS),
        rng.choice(VERBS),
        rng.choice(NOUNS),
        rng.choice(("over", "after", "before", "on")),
        rng.choice(ADJECTIVES),
        rng.choice(NOUNS),
    )
    title = " ".join(words).capitalize()
    return f"{slug(title)}-{number:06d}", f"{title} ({number})", _FIRST + number * _APART


def _words(rng: random.Random, world: World) -> str:
    return sentence(rng, world, 6, 12).rstrip(".")


def _source(rng: random.Random, number: int, order: int, published: datetime) -> Source:
    publisher = rng.choice(PUBLISHERS)
    identifier = f"n{number:06d}-{order}"
    return Source(
        id=identifier,
        title=f"{rng.choice(ADJECTIVES)} {rng.choice(NOUNS)}, report {number}.{order}".capitalize(),
        publisher=publisher,
        url=f"https://{slug(publisher)}.example/{published:%Y/%m/%d}/{identifier}",
        issued=published,
    )


def _link(rng: random.Random, world: World, number: int) -> tuple[str, str]:
    """Give a sentence that leads to an earlier briefing, and the address of that."""
    if not number or rng.random() > _FOLLOWS_OFTEN:
        return "", ""
    name, title, published = _heading(world, rng.randrange(max(0, number - _BACK), number))
    sentence = f"See [{title}](briefing:{name}) for the earlier account."
    return sentence, f"briefings/{published:%Y/%m}/{name}"
