"""A converter with quick parts in the place of the library's."""

from collections.abc import Iterator
from functools import partial
from typing import Any, Final

import markdown
from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.toc import TocTreeprocessor
from markdown.preprocessors import NormalizeWhitespace
from markdown.serializers import to_html_string
from markdown.treeprocessors import InlineProcessor as StockInlineProcessor
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import Registry

from generator.text.markup.fast.blocks import QuickBlockParser
from generator.text.markup.fast.inline import InlineProcessor
from generator.text.markup.fast.meter import Meter
from generator.text.markup.fast.registry import OrderedRegistry
from generator.text.markup.fast.serialise import quick_html
from generator.text.markup.fast.texts import QuickFences, QuickWhitespace
from generator.text.markup.fast.trees import QuickMarkdown, QuickToc, QuickUnescape
from generator.text.markup.fast.typography import QuickTypography, is_smarty

PROVED: Final = frozenset({"3.11.3"})
"""The releases of which the tests have shown that their output stays the same."""

_QUICK: Final[dict[type[Any], type[Any]]] = {
    Markdown: QuickMarkdown,
    Registry: OrderedRegistry,
    BlockParser: QuickBlockParser,
    NormalizeWhitespace: QuickWhitespace,
    FencedBlockPreprocessor: QuickFences,
    StockInlineProcessor: InlineProcessor,
    TocTreeprocessor: QuickToc,
    UnescapeTreeprocessor: QuickUnescape,
}


def accelerate(converter: Markdown) -> Meter:
    """Make a converter quick, and give what counts its work; another release stays as it is.

    A part becomes one of the quick class and keeps all that it holds, and whoever holds it
    notices nothing.  A part of a class that is not listed here, as an extension's may be, is
    left as it is.
    """
    meter = Meter()
    if markdown.__version__ in PROVED:
        for part in list(_parts(converter)):
            part.__class__ = _quick_class(part)
        for one in (converter.parser, *converter.treeprocessors):
            vars(one)["meter"] = meter
        if converter.serializer is to_html_string:
            converter.serializer = partial(quick_html, stock=to_html_string)
        converter.reset()
    return meter


def _quick_class(part: object) -> type[Any]:
    if isinstance(part, StockInlineProcessor) and is_smarty(part.inlinePatterns):
        return QuickTypography
    return _QUICK.get(type(part), type(part))


def _parts(converter: Markdown) -> Iterator[Any]:
    yield converter
    yield converter.parser
    yield converter.parser.blockprocessors
    yield converter.inlinePatterns
    yield from (converter.preprocessors, *converter.preprocessors)
    yield from (converter.treeprocessors, *converter.treeprocessors)
    yield converter.postprocessors
    for one in converter.treeprocessors:
        if isinstance(one, StockInlineProcessor):
            yield one.inlinePatterns
