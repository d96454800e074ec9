"""The press: the templates of a site made ready, whichever pages they are to make."""

import weakref
from collections.abc import Callable, Iterable, Mapping
from threading import Lock
from typing import Any, Final

import jinja2
from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup

from generator.model.views.site import SiteView
from generator.pipeline.compiled import CompiledTemplates
from generator.pipeline.rendering.both_ways import BothWays
from generator.pipeline.rendering.environment import SharingEnvironment
from generator.pipeline.rendering.once import Once
from generator.pipeline.rendering.packaged import theme_folder
from generator.pipeline.rendering.page_links import PageLinks
from generator.pipeline.rendering.quick_code import FORM, PROVED, QuickCode
from generator.pipeline.rendering.shared import Shared
from generator.pipeline.rendering.templates import OwnTemplates
from generator.text.language import Language, direction
from generator.text.markup.fragments import fill_statements

_COMPILED: Final = CompiledTemplates(theme_folder())
_COMPILED_QUICKLY: Final = CompiledTemplates(theme_folder(), form=FORM)


class Press:
    """Makes pages with one set of templates, one frame and one language.

    A process that makes a book again and again needs a new one only when one of these has
    changed.  It makes one page at a time: whoever uses it holds its lock.
    """

    def __init__(self, templates: OwnTemplates, site: SiteView, language: Language) -> None:
        theme = FileSystemLoader(theme_folder())
        loader = ChoiceLoader([templates.loader(), theme, PrefixLoader({"theme": theme})])
        self.lock = Lock()
        self.templates = templates
        self.links = PageLinks(site.base_url)
        plain = _environment(loader, _COMPILED, optimized=True)
        quick = _environment(loader, _COMPILED_QUICKLY, optimized=False)
        quick.code_generator_class = QuickCode
        self._environments = plain, quick
        for environment, as_filter in ((plain, _filter), (quick, _as_it_is)):
            environment.globals["site"] = site
            environment.speak(language.gettext, language.ngettext)
            environment.filters |= _filters(self.links, as_filter)
        proved = jinja2.__version__ in PROVED
        self.both_ways = BothWays(quick if proved else plain, plain)
        ended = weakref.finalize(self, _take_apart, self._environments, self.links)
        ended.atexit = False  # a process that ends lets go of all by itself

    def render(self, template: str, shown: Mapping[str, Any], parts: Shared) -> str:
        """Render a page, whose parts may be shared.  Raises one of TEMPLATE_FAULTS."""
        for environment in self._environments:
            environment.parts = parts
        try:
            return self.both_ways.render(template, shown)
        finally:  # or the templates would keep what a book's pages show
            for environment in self._environments:
                del environment.parts


def _take_apart(environments: Iterable[SharingEnvironment], links: PageLinks) -> None:
    """Let go of a press that nobody uses any more.

    Templates, and the functions that they were compiled to, refer to each other: Python would
    keep them until it looks for such rings, and an editor of templates makes many.
    """
    for environment in environments:
        for template in (environment.cache or {}).values():
            template.root_render_func.__globals__.clear()
            vars(template).clear()
        vars(environment).clear()
    vars(links).clear()


def _filters(links: PageLinks, made: Callable[[Callable[[str], str]], Any]) -> Mapping[str, Any]:
    """Give the filters that jinja does not have itself; `made` makes those that go by the page."""
    return {
        "href": made(links.href),
        "here": made(links.here),
        "absolute": made(links.absolute),
        "direction": direction,
        "in_feed": made(links.in_feed),
        "raw_json": Markup,
        "with_statements": _with_statements,
    }


def _environment(
    loader: BaseLoader, compiled: CompiledTemplates, *, optimized: bool
) -> SharingEnvironment:
    return SharingEnvironment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=compiled,
        optimized=optimized,
        extensions=["jinja2.ext.i18n", Once],
    )


def _filter(function: Callable[[str], str]) -> Callable[[Context, str], str]:
    """Make a filter that jinja asks on each page anew, even for a constant."""

    @pass_context
    def asked(_: Context, given: str) -> str:
        return function(given)

    return asked


def _as_it_is(function: Callable[[str], str]) -> Callable[[str], str]:
    """Make a filter for templates in which nothing is worked out before a page is made."""
    return function


def _with_statements(html: str, cards: Iterable[Any], block: Callable[[Any], str]) -> Markup:
    """Put the blocks of statements where the text has a place for them."""
    by_id: Mapping[str, Any] = {card.id: card for card in cards}
    filled = fill_statements(html, lambda name: str(block(by_id[name])) if name in by_id else "")
    return Markup(filled)  # noqa: S704
