"""Texts in Markdown: some five hundred words, with what reporters' texts are made of."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks.corpus.words import NOUNS, VERBS, frequencies
from benchmarks.corpus.world import Official, World

_PARAGRAPHS: Final = (8, 10)
_SENTENCES: Final = (2, 4)
_SLOPE: Final = 0.85
_STRONG, _EMPHATIC, _COMMA = 0.05, 0.09, 0.25
_EXTRAS_ARE_RARE: Final = {"list": 0.2, "table": 0.1, "blockquote": 0.4}


@dataclass(frozen=True, slots=True)
class Saying:
    """Words, who said them, and how near to them the book keeps."""

    kind: str
    speaker: Official
    words: str

    @property
    def text(self) -> str:
        """The statement as metadata writes it."""
        match self.kind:
            case "quote":
                return f"“{self.words}”"
            case "partial-quote":
                return f"{self.speaker.name} spoke of what “{self.words}” would mean."
            case _:
                return f"{self.speaker.name} told reporters: {self.words}."


def sentence(rng: random.Random, world: World, low: int = 9, high: int = 19) -> str:
    """Give a sentence of plain words."""
    return _sentence(_chosen(rng, world, low, high))


def article(
    rng: random.Random,
    world: World,
    officials: Sequence[Official],
    said: Sequence[Saying],
    link: str,
) -> str:
    """Write a text that names each official, has the words of each quote, and leads on."""
    paragraphs = [
        [_marked(rng, world) for _ in range(rng.randint(*_SENTENCES))]
        for _ in range(rng.randint(*_PARAGRAPHS))
    ]
    for number, official in enumerate(officials):
        about = f"{official.office} {official.name} of {official.place.name} {rng.choice(VERBS)}"
        paragraphs[number].insert(0, f"{about} that {sentence(rng, world, 8, 14).lower()}")
    for one in said:
        if one.kind != "paraphrase":
            paragraphs[rng.randrange(5, len(paragraphs))].append(_quoted(one))
    if link:
        rng.choice(paragraphs).append(link)
    blocks = [" ".join(one) for one in paragraphs]
    for place in sorted(rng.sample(range(2, len(blocks)), rng.randint(1, 2)), reverse=True):
        blocks.insert(place, f"## {_sentence(_chosen(rng, world, 4, 4)).rstrip('.')}")
    for kind, rarity in _EXTRAS_ARE_RARE.items():
        if rng.random() < rarity:
            blocks.append(_EXTRAS[kind](rng, world))
    return "\n\n".join(blocks) + "\n"


def _quoted(saying: Saying) -> str:
    return f'"{saying.words}", {saying.speaker.name} told reporters.'


def _chosen(rng: random.Random, world: World, low: int, high: int) -> list[str]:
    weights = frequencies(len(world.words), _SLOPE)
    return rng.choices(world.words, cum_weights=weights, k=rng.randint(low, high))


def _sentence(words: Sequence[str]) -> str:
    text = " ".join(words)
    return f"{text[0].upper()}{text[1:]}."


def _marked(rng: random.Random, world: World) -> str:
    """Give a sentence that may have an emphasis and a comma."""
    words = _chosen(rng, world, 9, 19)
    chance = rng.random()
    if chance < _STRONG:
        words[3] = f"**{words[3]}**"
    elif chance < _EMPHATIC:
        words[3] = f"*{words[3]} {words[4]}*"
    if rng.random() < _COMMA:
        words[len(words) // 2] += ","
    return _sentence(words)


def _list(rng: random.Random, world: World) -> str:
    return "\n".join(f"- {sentence(rng, world, 6, 10)}" for _ in range(rng.randint(3, 5)))


def _table(rng: random.Random, world: World) -> str:
    rows = (
        f"| {rng.choice(world.places).name} | {rng.choice(NOUNS)} | {rng.randint(1, 900)} |"
        for _ in range(rng.randint(3, 6))
    )
    return "\n".join(("| Place | Item | Count |", "| --- | --- | --- |", *rows))


def _blockquote(rng: random.Random, world: World) -> str:
    return f"> {sentence(rng, world)}"


_EXTRAS: Final[dict[str, Callable[[random.Random, World], str]]] = {
    "list": _list,
    "table": _table,
    "blockquote": _blockquote,
}
