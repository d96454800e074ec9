"""The templates' environment: what pages show alike is shared, phrases are said quickly."""

from collections.abc import Callable, MutableMapping
from typing import Any

from jinja2 import Environment
from jinja2.nodes import EvalContext
from jinja2.utils import pass_eval_context
from markupsafe import Markup, escape

from generator.pipeline.rendering.shared import Shared


class Phrases(dict[str, Markup]):
    """What says a phrase on a page; each is translated, and marked as markup, once.

    Jinja's own would do the same, and mark and format each phrase anew on each page.
    """

    def __init__(self, gettext: Callable[[str], str]) -> None:
        super().__init__()
        self.gettext = gettext

    def __missing__(self, phrase: str) -> Markup:
        """Give a phrase without places for values."""
        said = self[phrase] = Markup(self.gettext(phrase) % {})  # noqa: S704
        return said

    def said(self, phrase: str, /, **values: object) -> Markup:
        """Give a phrase with values in its places; both are escaped."""
        shown = {name: escape(value) for name, value in values.items()}
        return Markup(self.gettext(phrase) % shown)  # noqa: S704


class SharingEnvironment(Environment):
    """Templates whose pages share what they show alike."""

    parts: Shared
    phrases: Phrases

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give what all templates may use: the same for each, where jinja chains two mappings."""
        return self.globals if d is None else super().make_globals(d)

    def speak(self, gettext: Callable[[str], str], ngettext: Callable[..., str]) -> None:
        """Say the theme's own words in a language."""
        self.phrases = phrases = Phrases(gettext)

        @pass_eval_context
        def said(context: EvalContext, phrase: str, /, **values: object) -> str:
            if not context.autoescape:
                return gettext(phrase) % values
            return phrases.said(phrase, **values) if values else phrases[phrase]

        self.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
        self.globals["_"] = self.globals["gettext"] = said
