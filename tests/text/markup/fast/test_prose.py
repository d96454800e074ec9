"""What is written at once is what the library makes of it, or is left to the library."""

from collections.abc import Iterable
from pathlib import Path

import markdown
import pytest

from generator.text.front_matter import split_front_matter
from generator.text.markup.converter import Engine, body_converter, heading_id, line_converter
from generator.text.markup.fast.prose import prose, prose_line
from generator.text.markup.fast.prose_words import NotProseError
from generator.text.markup.sanitise import sanitise, sanitise_inline
from tests.text.markup.fast import nasty, prosaic

BATCHES = 8
DOCUMENTS_A_BATCH = 2000
EXAMPLE_BOOK = Path(__file__).parents[4] / "content"
BODY = body_converter(Engine.STOCK)
LINE = line_converter(Engine.STOCK)


def prose_of(texts: Iterable[str]) -> list[str]:
    """Give those texts that are prose, each compared with what the library makes of it."""
    found = []
    for text in texts:
        try:
            html, links = prose(text, heading_id)
        except NotProseError:
            continue
        stock, addresses = BODY.convert(text)
        assert (sanitise(html), links) == (sanitise(stock), addresses), text
        found.append(text)
    return found


def lines_of(texts: Iterable[str]) -> list[str]:
    found = []
    for text in (" ".join(text.split()) for text in texts):
        try:
            html, links = prose_line(text)
        except NotProseError:
            continue
        stock, addresses = LINE.convert(text)
        assert (sanitise_inline(html), links) == (sanitise_inline(stock), addresses), text
        found.append(text)
    return found


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ('A "b"\nc -- d\n\n\nE\'s', "<p>A “b”\nc – d</p>\n<p>E’s</p>"),
        (
            "# A\n\n## B & c\n\n# A",
            '<h2 id="h-a">A</h2>\n<h3 id="h-b-c">B &amp; c</h3>\n<h2 id="h-a_1">A</h2>',
        ),
        (
            "*A* **b.** [c](topic:d)",
            '<p><em>A</em> <strong>b.</strong> <a href="topic:d">c</a></p>',
        ),
        ("> A\n> b\n\n> C", "<blockquote>\n<p>A\nb</p>\n<p>C</p>\n</blockquote>"),
        (
            "- A\n- *b*\n\n1. C",
            "<ul>\n<li>A</li>\n<li><em>b</em></li>\n</ul>\n<ol>\n<li>C</li>\n</ol>",
        ),
        (
            "[](statement:a)\n[](statement:b)",
            '<div data-statement="a"></div>\n<div data-statement="b"></div>',
        ),
        (
            "|A|b|\n|-|---|\n| *c* | |",
            (
                "<table>\n<thead>\n<tr>\n<th>A</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
                "<td><em>c</em></td>\n<td></td>\n</tr>\n</tbody>\n</table>"
            ),
        ),
    ],
)
def test_prose_is_written_at_once(source: str, html: str) -> None:
    assert prose(source, heading_id)[0] == html
    assert prose_of([source]) == [source]


@pytest.mark.parametrize(
    "source",
    [
        *(
            "",
            " a",
            "a ",
            "a  \nb",
            "a\tb",
            "a\u00a0b",
            "a\u200bb",
            "a\x02",
            "`a`",
            "a\\b",
            "<a>",
            "a|b",
        ),
        *("*a", "a*b*", "***a***", "*a **b** c*", "_a_", "![a](b.png)", "[a][b]", "[a]: b", "[^1]"),
        *(
            "[a](javascript:b)",
            "[a](//b.org)",
            "[a](b.md:c)",
            "[a](b.md 'c')",
            "[a](<b>)",
            "[](b.md)",
        ),
        *(
            "1985. A year",
            "> > a",
            "> # a",
            "- # a",
            "- a\n\n- b",
            "* a",
            "a\n- b",
            "a\n# b",
            "a\n---",
        ),
        *(
            "- a\n    - b",
            "a\n: b",
            "&copy;",
            "R&D; a",
            "'a'\"",
            "#a",
            "# a #",
            "---",
            "```\na\n```",
        ),
        *("| a |\n| --- |\n| b | c |", "| a |\n|:--|\n| b |", "| a |\n| --- |", "*[a]: b", "    a"),
    ],
)
def test_anything_else_is_left_to_the_library(source: str) -> None:
    with pytest.raises(NotProseError):
        prose(source, heading_id)


@pytest.mark.parametrize("seed", range(BATCHES))
def test_texts_of_desks_become_the_same_markup(seed: int) -> None:
    texts = list(prosaic.documents(seed, DOCUMENTS_A_BATCH))

    assert len(prose_of(texts)) > DOCUMENTS_A_BATCH / 8
    assert len(lines_of(texts)) > DOCUMENTS_A_BATCH / 8


def test_nasty_texts_become_the_same_markup_where_they_are_prose() -> None:
    texts = list(nasty.documents(0, DOCUMENTS_A_BATCH))

    assert prose_of(texts)
    assert lines_of(texts)


def test_the_example_book_becomes_the_same_markup() -> None:
    articles = [path.read_text(encoding="utf-8") for path in EXAMPLE_BOOK.rglob("*.md")]

    assert len(prose_of(split_front_matter(article).body for article in articles)) > 20


def test_a_release_that_was_not_proved_makes_all_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "__version__", "3.11.99")

    with pytest.raises(NotProseError):
        prose_line("a")
