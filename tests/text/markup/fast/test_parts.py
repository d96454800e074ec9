"""The quick engine gives the library's output, to the byte, or is not used at all."""

import re
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import markdown
import pytest
from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.smarty import SmartyExtension
from markdown.inlinepatterns import InlineProcessor

from generator.text.front_matter import split_front_matter
from generator.text.markup.fast.blocks import QuickBlockParser
from generator.text.markup.fast.parts import PROVED, accelerate
from generator.text.markup.fast.registry import OrderedRegistry
from generator.text.markup.fast.typography import QuickTypography
from tests.text.markup.fast.engines import differences, stock_markup
from tests.text.markup.fast.nasty import documents
from tests.text.markup.fast.samples import SAMPLES

BATCHES = 20
DOCUMENTS_A_BATCH = 1000
EXAMPLE_BOOK = Path(__file__).parents[4] / "content"


def test_the_installed_release_is_one_of_those_proved() -> None:
    assert markdown.__version__ in PROVED


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_syntax_gives_the_same_markup(sample: str) -> None:
    assert differences([sample]) == []


def test_a_mark_that_comes_about_by_a_match_is_seen() -> None:
    assert differences(["*k ***e **f*g*[]() \n **f*g"]) == []


@pytest.mark.parametrize("seed", range(BATCHES))
def test_nasty_texts_give_the_same_markup(seed: int) -> None:
    assert differences(documents(seed, DOCUMENTS_A_BATCH)) == []


def test_the_example_book_gives_the_same_markup() -> None:
    articles = [path.read_text(encoding="utf-8") for path in EXAMPLE_BOOK.rglob("*.md")]

    assert len(articles) > 20
    assert differences(split_front_matter(article).body for article in articles) == []


def test_the_nasty_texts_hold_every_syntax() -> None:
    markup = stock_markup(documents(0, DOCUMENTS_A_BATCH))

    for sign in (
        *("<h2", "<h3", "<hr", "<blockquote", "<ul", "<ol", "start=", "<dl", "<dd", "<pre"),
        *("<code", "language-", "<table", "ta-center", "<em", "<strong", "<br", "<a ", "<img"),
        *("title=", "mailto", "footnote-ref", "fnref2", "<abbr", "data-statement", "&amp;", "_1"),
        *("&mdash;", "&ndash;", "&hellip;", "&lsquo;", "&rsquo;", "&ldquo;", "&rdquo;", "&lt;"),
    ):
        assert sign in markup


def test_a_difference_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.text.markup.fast.typography._RUNS", {"--": "&mdash;"})

    assert differences(["a -- b"]) != []


def smarty() -> Markdown:
    return Markdown(extensions=[SmartyExtension()], output_format="html")


def test_a_release_that_was_not_proved_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    converter = smarty()
    monkeypatch.setattr(markdown, "__version__", "3.11.99")

    accelerate(converter)

    assert type(converter) is Markdown
    assert type(converter.parser) is BlockParser


def test_the_parts_of_a_proved_release_are_quick() -> None:
    converter = smarty()

    accelerate(converter)

    assert type(converter.parser) is QuickBlockParser
    assert type(converter.inlinePatterns) is OrderedRegistry
    assert type(converter.treeprocessors["smarty"]) is QuickTypography


class Shout(InlineProcessor):
    """An inline pattern of somebody else, which puts in what other patterns look for."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        loud = Element("b")
        loud.text = f'*{data[m.start() + 1 : m.end()]}* \\! [x] "--" '
        return loud, m.start(), m.end()


class Aside(BlockProcessor):
    """A block rule of somebody else, about lines that begin with a letter."""

    def test(self, parent: Element, block: str) -> bool:
        return parent.tag == "div" and block.startswith("NB ")

    def run(self, parent: Element, blocks: list[str]) -> None:
        aside = Element("aside")
        aside.text = blocks.pop(0)[3:]
        parent.append(aside)


def with_parts_of_others() -> Markdown:
    converter = smarty()
    converter.inlinePatterns.register(Shout("@[a-z]+"), "shout", 165)
    converter.parser.blockprocessors.register(Aside(converter.parser), "aside", 95)
    return converter


def test_parts_of_others_do_their_work_as_before() -> None:
    source = "NB a @b\n\n@c d @e\n\n[x]: y\n\n- NB @f"
    stock, quick = with_parts_of_others(), with_parts_of_others()
    accelerate(quick)

    found = quick.convert(source)

    assert found == stock.convert(source)
    for sign in ("<aside>", "<b><em>", '<a href="y">', "&ldquo;"):
        assert sign in found


def test_other_substitutions_of_typography_are_heeded() -> None:
    swiss: dict[str, Any] = {"left-double-quote": "&laquo;", "right-double-quote": "&raquo;"}
    converter = Markdown(extensions=[SmartyExtension(substitutions=swiss)], output_format="html")

    accelerate(converter)

    assert converter.convert('"a"') == "<p>&laquo;a&raquo;</p>"


def test_patterns_registered_later_are_heeded() -> None:
    converter = smarty()
    accelerate(converter)
    converter.convert("@a")

    converter.inlinePatterns.register(Shout("@[a-z]+"), "shout", 165)
    converter.inlinePatterns.deregister("escape")

    assert converter.reset().convert("@a \\*") == (
        "<p><b><em>a</em> \\! [x] &ldquo;&ndash;&rdquo; </b> \\*</p>"
    )
