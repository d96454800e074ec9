"""The templates' environment: what pages show alike is shared, phrases are said quickly."""

from collections.abc import Callable

from jinja2 import Environment
from jinja2.nodes import EvalContext
from jinja2.utils import pass_eval_context
from markupsafe import Markup, escape

from generator.pipeline.rendering.shared import Shared


class SharingEnvironment(Environment):
    """Templates whose pages share what they show alike."""

    parts: Shared


def phrases(gettext: Callable[[str], str]) -> Callable[..., str]:
    """Give what says a phrase in a template, with values for its places; both are escaped.

    Jinja's own would do the same, and mark and format each phrase anew on each page.
    """
    known: dict[str, Markup] = {}

    @pass_eval_context
    def said(context: EvalContext, phrase: str, /, **values: object) -> str:
        if not context.autoescape:
            return gettext(phrase) % values
        if values:
            shown = {name: escape(value) for name, value in values.items()}
            return Markup(gettext(phrase) % shown)  # noqa: S704
        if phrase not in known:
            known[phrase] = Markup(gettext(phrase) % {})  # noqa: S704
        return known[phrase]

    return said
