import pytest
from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from generator.text.markup.fast.blocks import QuickBlockParser
from generator.text.markup.fast.parts import accelerate

PROSE = "An article begins with a letter, 12 numbers - and * [marks] > within # it: 1. a"


class OfOthers(ParagraphProcessor):
    """A rule that is not known to the quick parser."""


def parser() -> QuickBlockParser:
    extensions = [DefListExtension(), FootnoteExtension(), SaneListExtension(), TableExtension()]
    converter = Markdown(extensions=extensions, output_format="html")
    accelerate(converter)
    assert isinstance(converter.parser, QuickBlockParser)
    return converter.parser


def names(block: str) -> list[str]:
    rules = [type(rule).__name__ for rule in parser().rules_for(block)]
    assert rules[-1] == "ParagraphProcessor"
    return [name.removesuffix("Processor") for name in rules[:-1]]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (PROSE, []),
        (f"{PROSE}\n“{PROSE}\n{PROSE}", []),
        ("", ["EmptyBlock"]),
        ("\na", ["EmptyBlock"]),
        ("    a", ["ListIndent", "DefListIndent", "CodeBlock"]),
        ("# a", ["HashHeader"]),
        ("a\n===", ["SetextHeader"]),
        ("a\n---", ["SetextHeader", "HR", "SaneUList"]),
        (f"{PROSE}\n   > a", ["BlockQuote"]),
        (f"{PROSE}\n: a", ["DefList"]),
        ("a | b\nc", ["Table"]),
        ("٣. a", ["SaneOList"]),
        ("+ a", ["SaneUList"]),
        ("  ___", ["ListIndent", "DefListIndent", "CodeBlock", "HR"]),
        ("[a]: b", ["FootnoteBlock", "Reference"]),
    ],
)
def test_only_rules_that_can_apply_are_tried(block: str, expected: list[str]) -> None:
    assert names(block) == expected


def test_all_rules_are_tried_where_one_is_not_known() -> None:
    quick = parser()
    quick.blockprocessors.register(OfOthers(quick), "others", 200)

    assert quick.rules_for(PROSE) == quick.blockprocessors.ordered()
    assert len(quick.rules_for(PROSE)) > 10
