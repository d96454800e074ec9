"""The tag `once` of templates: what several pages show alike is made once.

    {% once card, speaker %} … {% endonce %}

What stands within may use what is named, and `site`; of the page it may know nothing but
how addresses are written there, which the filters for links take care of.
"""

from collections.abc import Callable
from typing import Final

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from markupsafe import Markup

from generator.pipeline.rendering.environment import SharingEnvironment

_OF_THE_PAGE: Final = frozenset({"head", "url", "view"})


class Once(Extension):
    """Parses the tag."""

    tags = {"once"}  # noqa: RUF012 - jinja declares it so
    environment: SharingEnvironment

    def parse(self, parser: Parser) -> nodes.Node:
        """Read the tag and what stands within it."""
        line = next(parser.stream).lineno
        file = parser.filename or parser.name  # the book's and the theme's share a name
        place = nodes.Const(f"{file} {parser.free_identifier().name}")
        named = nodes.Tuple([], "load", lineno=line)
        if parser.stream.current.type != "block_end":
            found = parser.parse_tuple()
            named.items = found.items if isinstance(found, nodes.Tuple) else [found]
        body = parser.parse_statements(("name:endonce",), drop_needle=True)
        for name in nodes.Template(body).find_all(nodes.Name):
            if name.name in _OF_THE_PAGE and name.ctx == "load":
                parser.fail(f"{name.name!r} is not the same on all pages", name.lineno)
        call = self.call_method("_part", [place, named], lineno=line)
        return nodes.CallBlock(call, [], [], body, lineno=line)

    def _part(self, place: str, named: tuple[object, ...], caller: Callable[[], str]) -> str:
        return Markup(self.environment.parts.part(place, named, caller))  # noqa: S704
