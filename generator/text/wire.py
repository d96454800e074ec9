"""A raw article, as it was copied from a wire or a page, taken apart by named rules.

The text is plain: `*`, `#` and brackets are characters like any other.  Nothing is thrown
away unseen: what is no prose is given back with the rule that took it and its line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile
from operator import attrgetter
from typing import Final

from generator.text.left_out import LeftOut
from generator.text.normal_text import normal_text
from generator.text.sentences import sentence_spans
from generator.text.wire_rules import RULES, Rule, rule_for


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and the line on which it begins; its own line breaks are kept."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class WireArticle:
    """The parts of a raw article; `headline_line` is 0 where there is no headline."""

    headline: str | None
    headline_line: int
    dek: str | None
    byline: str | None
    paragraphs: tuple[Paragraph, ...]
    credits: tuple[str, ...]
    left_out: tuple[LeftOut, ...]


_BLANK: Final = RULES[0]
_PLAIN_SPACE: Final = " \t\r"
_BYLINE: Final = re.compile(
    r"B[yY] [A-ZÀ-Þ][\w.’'-]*(?:,? (?:and|for|in|of|de|da|del|van|von|der|den|bin|al|[&|·—–-]|"
    r"[A-ZÀ-Þ\d(][\w.’')-]*))*,?"
)
_DATELINE: Final = re.compile(
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.’'/ -]{2,40}(?:, [\w.’' ]{1,30})?(?: ?\([^)]{1,40}\))?|"
    r"[A-ZÀ-Þ][\w.’',/ -]{1,50} ?\([^)]{1,40}\)) ?(?:—|–|--|-(?=\s))"
)
_NOT_A_DEK: Final = re.compile(r"[\s“\"„«‘'(\[]|[-*•·–—]\s|\d+[.)]\s")
# News is dated, a dek is not: `said on Tuesday` makes a paragraph of it.
_DATED: Final = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sept?|"
    r"Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b"
)
_ITEM: Final = re.compile(r"\s|[-*•·–—]\s|\d+[.)]\s")
_FINAL_STOP: Final = re.compile(r"[.:;,…][\"'”’»)]*\Z")
_SHORTENED: Final = re.compile(r"(?:\b[A-Z]\.){2,}\Z")
_WIDTHS: Final = range(60, 81)
_LONGEST_HEADLINE: Final = 150
_LONGEST_DEK: Final = 300
_LONGEST_BYLINE: Final = 120


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, or a paragraph made of wrapped lines; `block` is the paragraph it is in."""

    text: str
    number: int
    block: int


def read_wire(text: str, *, title: str | None = None) -> WireArticle:
    r"""Take a raw article apart.

    The first line is the headline.  Where the metadata has a title of its own, a first line
    that reads like a paragraph is one.

    >>> article = read_wire("Talks open\n\nEnvoys met.\n\nRead More")
    >>> article.headline, article.paragraphs, article.left_out[0].rule
    ('Talks open', (Paragraph(text='Envoys met.', line=3),), 'read-more')
    """
    lines = _lines(text)
    headline = lines[0] if lines and _is_headline(lines, title) else None
    ruled = _ruled(_unwrapped(lines[1:] if headline else lines))
    prose = [line for line, rule in ruled if rule is None]
    dek, byline, paragraphs = _opening(prose)
    taken = [(line, rule) for line, rule in (*ruled, *_odd_blanks(text)) if rule]
    return WireArticle(
        headline=headline.text.strip() if headline else None,
        headline_line=headline.number if headline else 0,
        dek=dek,
        byline=byline,
        paragraphs=paragraphs,
        credits=tuple(line.text.strip() for line, rule in taken if rule.keep_as == "credit"),
        left_out=tuple(
            LeftOut(rule.name, line.number, line.text)
            for line, rule in sorted(taken, key=lambda one: one[0].number)
            if rule.keep_as == "drop"
        ),
    )


def _lines(text: str) -> list[_Line]:
    """Give the lines that hold anything, each with the number of its paragraph."""
    found: list[_Line] = []
    block = 0
    for number, line in enumerate(text.split("\n"), 1):
        if _is_blank(line):
            block = number
        else:
            found.append(_Line(line.rstrip(), number, block))
    if found and found[0].block == found[-1].block:
        return [replace(line, block=line.number) for line in found]
    return found


def _is_blank(line: str) -> bool:
    return not line or _BLANK.pattern.fullmatch(line) is not None


def _odd_blanks(text: str) -> Iterator[tuple[_Line, Rule]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip(_PLAIN_SPACE) and _is_blank(line):
            yield _Line(line, number, number), _BLANK


def _is_headline(lines: Sequence[_Line], title: str | None) -> bool:
    first = lines[0].text.strip()
    if title is None or _same(first, title):
        return True
    block = [line.text for line in takewhile(lambda one: one.block == lines[0].block, lines)]
    return (
        len(lines) > 1
        and len(first) <= _LONGEST_HEADLINE
        and (not _FINAL_STOP.search(first) or _SHORTENED.search(first) is not None)
        and not (_is_wrapped(block) or _is_byline(first) or _DATELINE.match(first))
        and rule_for(first) is None
    )


def _same(one: str, other: str) -> bool:
    return normal_text(one).form.casefold() == normal_text(other).form.casefold()


def _unwrapped(lines: Sequence[_Line]) -> list[_Line]:
    """Join the lines of each paragraph that was wrapped at a fixed width."""
    found: list[_Line] = []
    for _, group in groupby(lines, attrgetter("block")):
        block = list(group)
        texts = [line.text for line in block]
        if _is_wrapped(texts):
            joined = " ".join((texts[0], *(text.strip() for text in texts[1:])))
            found.append(replace(block[0], text=joined))
        else:
            found += block
    return found


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Tell whether each line is full: the next one's first word would not have fitted."""
    width = max(map(len, lines))
    return (
        len(lines) > 1
        and width in _WIDTHS
        and not any(_ITEM.match(line) for line in lines[1:])
        and all(
            len(line) + 1 + len(following.split(maxsplit=1)[0]) > width
            for line, following in pairwise(lines)
        )
    )


def _ruled(lines: Sequence[_Line]) -> list[tuple[_Line, Rule | None]]:
    rules = [rule_for(line.text) for line in lines]
    lead = sum(1 for _ in takewhile(bool, rules))
    tail = len(rules) - sum(1 for _ in takewhile(bool, reversed(rules)))
    return [
        (line, rule if rule and (rule.where == "anywhere" or not lead <= at < tail) else None)
        for at, (line, rule) in enumerate(zip(lines, rules, strict=True))
    ]


def _opening(prose: Sequence[_Line]) -> tuple[str | None, str | None, tuple[Paragraph, ...]]:
    """Find the dek and the byline, which stand in either order, and give the rest."""
    byline = next((line for line in prose[:2] if _is_byline(line.text)), None)
    paragraphs = _paragraphs([line for line in prose if line is not byline])
    if _has_dek(paragraphs):
        return paragraphs[0].text, byline.text.strip() if byline else None, paragraphs[1:]
    if byline and byline is prose[0]:
        return None, byline.text.strip(), paragraphs
    return None, None, _paragraphs(prose)


def _is_byline(text: str) -> bool:
    bare = text.strip()
    ends = _FINAL_STOP.search(bare) and not bare.endswith(("Jr.", "Sr."))
    return not ends and len(bare) <= _LONGEST_BYLINE and _BYLINE.fullmatch(bare) is not None


def _paragraphs(prose: Sequence[_Line]) -> tuple[Paragraph, ...]:
    blocks = [list(group) for _, group in groupby(prose, attrgetter("block"))]
    return tuple(
        Paragraph("\n".join(line.text for line in block), block[0].number) for block in blocks
    )


def _has_dek(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether the first paragraph is a sentence on its own before the longer text."""
    if len(paragraphs) < 2:  # noqa: PLR2004 - a dek and something under it
        return False
    first = paragraphs[0].text
    return (
        len(first) <= min(_LONGEST_DEK, len(paragraphs[1].text) - 1)
        and len(sentence_spans(first)) == 1
        and not any(sign.match(first) for sign in (_NOT_A_DEK, _DATELINE))
        and not _DATED.search(first)
    )
