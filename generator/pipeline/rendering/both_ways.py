"""Each page rendered the quick way, and jinja's own way where that one cannot."""

from collections.abc import Mapping
from typing import Any, Final

from jinja2 import TemplateError

from generator.pipeline.rendering.environment import SharingEnvironment

TEMPLATE_FAULTS: Final = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a template's own expressions can raise beside jinja2's errors; `extends` itself recurses."""


class BothWays:
    """The same templates in two environments: one compiles them quickly, the other as jinja does.

    Whatever fails the quick way is done again, so that a fault is told in jinja's own words
    and with the line of the template; and a template that jinja alone can make is left to it.
    """

    def __init__(self, quick: SharingEnvironment, plain: SharingEnvironment) -> None:
        self._quick = quick
        self._plain = plain
        self.left_to_jinja: set[str] = set()

    def render(self, template: str, shown: Mapping[str, Any]) -> str:
        """Render a page.  Raises one of TEMPLATE_FAULTS."""
        if template not in self.left_to_jinja:
            try:
                return self._quick.get_template(template).render(shown)
            except (*TEMPLATE_FAULTS, RuntimeError):
                pass  # jinja tells what is wrong, if anything is
        text = self._plain.get_template(template).render(shown)
        self.left_to_jinja.add(template)
        return text
