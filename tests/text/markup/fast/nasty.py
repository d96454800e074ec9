"""Markdown as nobody writes it: samples cut to pieces, put together wrongly, and mutated."""

from collections.abc import Iterator
from random import Random
from typing import Final

from tests.text.markup.fast.samples import SAMPLES

_LONGEST: Final = 320
_BITS: Final = (
    *("\n", "\n\n", "    ", "  \n", " ", "\t", "\r", "\u00a0", "\x02", "\x03"),
    *("# ", "> ", "- ", "* ", "1. ", ": ", "---\n", "===\n", "|", "\n|-|-|\n", "a|b\n-|-\n"),
    *("`", "``", "```\n", "~~~\n", "*", "**", "***", "_", "__", "\\", "<", ">", "&", "&amp;"),
    *("[", "]", "(", ")", "![", "](", "][", "[^1]", "\n[^1]: ", "\n*[a]: b\n", "\n[a]: b 'c'\n"),
    *("'", '"', "\"'", "'\"", "--", "---", "...", "'80s", "'s ", '&nbsp;"', "–'", ";'"),
    *("<http://a.b>", "<a@b.c>", "[](statement:a)", "a", "s", "1", "é", "平", "²", "(*b* [c](d))"),
)


def documents(seed: int, count: int) -> Iterator[str]:
    """Make so many texts; a seed always makes the same ones."""
    random = Random(seed)  # noqa: S311 - nothing is kept secret with it
    for _ in range(count):
        yield _document(random)


def _document(random: Random) -> str:
    first, second = random.choice(SAMPLES), random.choice(SAMPLES)
    joint = random.choice(("", "\n", "\n\n", "\n    ", "\n> "))
    text = first[: random.randint(0, len(first))] + joint + second[random.randint(0, len(second)) :]
    for _ in range(random.randint(0, 8)):
        text = _changed(text[:_LONGEST], random)
    return text


def _changed(text: str, random: Random) -> str:
    """Put something in, take something out, or say something twice."""
    place = random.randint(0, len(text))
    match random.randint(0, 5):
        case 0:
            return text[:place] + text[place + random.randint(1, 12) :]
        case 1:
            other = random.randint(0, len(text))
            return text[:place] + text[other : other + 40] + text[place:]
        case _:
            return text[:place] + random.choice(_BITS) + text[place:]
