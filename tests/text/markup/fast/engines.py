"""Both engines on one text."""

from collections.abc import Callable, Iterable
from typing import Final

from generator.text.markup.converter import Converter, Engine, body_converter, line_converter
from generator.text.markup.markdown_limits import MarkdownTooDeep

Converted = tuple[str, tuple[tuple[str, bool], ...]] | str
Makes = Callable[[Engine], Converter]

_BODIES: Final = {engine: body_converter(engine) for engine in Engine}
_LINES: Final = {engine: line_converter(engine) for engine in Engine}


def differences(texts: Iterable[str]) -> list[tuple[str, Converted, Converted]]:
    """List the texts of which the engines make different things, in a body or in a line."""
    return [
        (text, stock, quick)
        for source in texts
        for converters, text in ((_BODIES, source), (_LINES, " ".join(source.split())))
        if (stock := _converted(converters[Engine.STOCK], text))
        != (quick := _converted(converters[Engine.QUICK], text))
    ]


def stock_markup(texts: Iterable[str]) -> str:
    """Give what the library makes of texts, one after the other."""
    return "\n".join(str(_converted(_BODIES[Engine.STOCK], text)) for text in texts)


def _converted(converter: Converter, text: str) -> Converted:
    try:
        return converter.convert(text)
    except MarkdownTooDeep as error:
        return str(error)
