"""Markdown as desks write it, with a mistake here and there: nearly all of it is prose."""

from collections.abc import Iterator
from random import Random
from typing import Final

_WORDS: Final = (
    *("talks", "Kim Jong Un", "the 2nd round", "é", "平", "1,500", "3.5", "R&D", "A & B", "a.org"),
    *(
        '"we agree"',
        "'80s",
        "it's",
        "don't",
        "“no”",
        "far -- off",
        "a---b",
        "wait...",
        "(so)",
        "a: b",
    ),
    *("s", "5%", "!", "$5", "—", "so, to say", "+1", "a - b", "#5", "@b", "=", "?"),
)
_ODD_WORDS: Final = (
    *(
        "'a",
        "b'",
        "'",
        '"',
        "-",
        "x > y",
        "~",
        "{a}",
        "a;",
        '";',
        "e\u0301",
        "…",
        "👍",
        "ﬁ",
        "İ",
        "ß",
    ),
    *("٣", "²", "a:", "--", "...", "----", "''", "“", "&amp;", "&copy", "&", "\u00a0", "\u2009"),
    *(
        "\u200b",
        "\t",
        "\x02",
        "  ",
        "a|b",
        "*",
        "**",
        "]",
        "[",
        "![",
        "](",
        ")",
        "12.",
        "<",
        "_",
        "`",
    ),
)
_SPANS: Final = (
    *("*so*", "**so**", "*so far.*", "**Quote:**", '*it\'s "so"*', "(*so*)", '"*so*"', "*1*"),
    *(
        "[the talks](topic:talks)",
        "[a](b-c.md)",
        "[a & b](https://a-b.org/c?d=e&f#g)",
        "[it's](place:b)",
    ),
    *(
        "[a](../../b/c.md#h-d)",
        "[a](http://b.org)",
        "[x-ray](statement:nk-1)",
        "*a b*, c",
        "*so*, **so**",
    ),
)
_ODD_SPANS: Final = (
    *(
        "**a**b",
        "![a](b.png)",
        "[](statement:nk-1)",
        "[ a](b.md)",
        "[a](statement:b)",
        "[a](b/../c.md)",
    ),
    *(
        "[a](javascript:b)",
        "[a](//b.org)",
        "[a](b.md:c)",
        "[a](https://xn--a.org)",
        "[a](http://1.2)",
    ),
    *("[a](HTTPS://A.org)", "[a](<b.md>)", "[a](b.md 'c')", "[a]", "[a][b]", "[^1]", "[*a*](b.md)"),
    *(
        "*a",
        "b*",
        "a*b*c",
        "***a***",
        "*a**b*",
        "**a*b**",
        "* a *",
        "_a_",
        "a_b",
        "`a`",
        "\\*",
        "<b>",
    ),
    *(
        "[a](mailto:b@c.org)",
        "[a](https://b.org:99999/)",
        "[a](briefing:b?c&copy=d)",
        "[a](b.md?c)",
    ),
)
_BEGINNINGS: Final = ("", "", "", "", "## ", "# ", "### ", "> ", "- ", "1. ")
_ODD_BEGINNINGS: Final = (
    *(
        "#",
        "####### ",
        ">",
        "* ",
        "+ ",
        "#  ",
        "-  ",
        ">  ",
        '"',
        "(",
        "*",
        "**",
        "[",
        "—",
        "…",
        "3.",
    ),
    *(
        "1. ",
        "2. ",
        "10. ",
        "1) ",
        " ",
        "    ",
        ": ",
        "-",
        "> - ",
        "- > ",
        "- # ",
        "[a]: ",
        "*[a]: ",
    ),
)
_BLOCKS: Final = (
    *(
        "[](statement:nk-1)",
        "[](statement:nk-1)\n[](statement:nk-2)",
        "---",
        "***",
        "===",
        "```\na\n```",
    ),
    *(
        "| a | b |\n| --- | --- |\n| c | *d* |",
        "|a|b|\n|---|---|\n|c|d|\n| |e|",
        "| a |\n|---|\n| b |",
    ),
    *(
        "| a | b |\n| --- | --- |\n| c |",
        "| a | b |\n|:--|--:|\n| c | d |",
        "a | b\n--- | ---\nc | d",
    ),
    *("| a | b |\n| --- | --- |", "| [a|b](c.md) | d |\n|---|---|\n| e | f |", "|\n|-|\n|"),
)
_ENDINGS: Final = ("", "", "", "", ".", " ", "  ", "\n", ":", " #")


def documents(seed: int, count: int) -> Iterator[str]:
    """Make so many texts; a seed always makes the same ones."""
    random = Random(seed)  # noqa: S311 - nothing is kept secret with it
    for number in range(count):
        odd = (0.3, 0.05, 0.01, 0.0)[number % 4]
        blocks = [_block(random, odd) for _ in range(random.randint(1, 4))]
        yield random.choice(("\n\n", "\n\n", "\n\n", "\n\n\n", "\n")).join(blocks)


def _block(random: Random, odd: float) -> str:
    if random.random() < odd + 0.05:
        return random.choice(_BLOCKS)
    beginning = random.choice(_ODD_BEGINNINGS if random.random() < odd else _BEGINNINGS)
    lines = [_line(random, odd) for _ in range(random.choice((1, 1, 2, 3)))]
    if "#" in beginning and random.random() > odd:
        lines = lines[:1]
    if random.random() < odd:
        return "\n".join(random.choice((beginning, "", " ")) + line for line in lines)
    return "\n".join(beginning + line for line in lines)


def _line(random: Random, odd: float) -> str:
    first = random.choice(_WORDS[:8])
    words = [_word(random, odd) for _ in range(random.randint(0, 4))]
    ending = random.choice(_ENDINGS) if random.random() < odd else random.choice(("", "."))
    words = words if random.random() < 0.2 else [first, *words]
    return (" " if random.random() > odd else "").join(words) + ending


def _word(random: Random, odd: float) -> str:
    if random.random() < odd:
        return random.choice((*_ODD_WORDS, *_ODD_SPANS))
    return random.choice(_SPANS if random.random() < 0.3 else _WORDS)
