"""Step 7, page to bytes: the one door to jinja2.

A template sees its view, the frame of the site and its own address, and nothing else.
Templates are looked for in the book first and then in the packaged theme, file by file.  A
book's template that changes one block extends the packaged one: `theme/briefing.html`.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from sys import intern
from typing import Any, Final

import jinja2
from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup

from generator.diagnostics import Location, Problem
from generator.errors import TemplateError as BriefbookTemplateError
from generator.model.page import Asked, Output, Page
from generator.model.views.site import SiteView
from generator.pipeline.compiled import CompiledTemplates
from generator.pipeline.encode import ENCODERS
from generator.pipeline.rendering.both_ways import TEMPLATE_FAULTS, BothWays
from generator.pipeline.rendering.environment import SharingEnvironment
from generator.pipeline.rendering.once import Once
from generator.pipeline.rendering.page_links import PageLinks
from generator.pipeline.rendering.quick_code import FORM, PROVED, QuickCode
from generator.pipeline.rendering.shared import Shared
from generator.pipeline.rendering.templates import OwnTemplates
from generator.text.deadline import TooSlowError
from generator.text.language import Language, direction
from generator.text.markup.fragments import fill_statements

_PACKAGED: Final = Path(__file__).parent.parent / "theme"
_IN_THE_REPOSITORY: Final = Path(__file__).parent.parent.parent / "templates"
_VIEW: Final = re.compile(r"^'generator[.\w]*\.(\w+) object' has no attribute ('\w+')")
"""Jinja's words for a field that a view does not have."""


def theme_folder() -> Path:
    """Give the folder of the packaged theme."""
    return _PACKAGED if _PACKAGED.is_dir() else _IN_THE_REPOSITORY


_COMPILED: Final = CompiledTemplates(theme_folder())
_COMPILED_QUICKLY: Final = CompiledTemplates(theme_folder(), form=FORM)


@cache
def theme_files() -> Mapping[str, bytes]:
    """Give the files of the packaged theme by their names below its folder."""
    folder = theme_folder()
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in files
        if not path.name.startswith(".")
    }


@dataclass(frozen=True, slots=True)
class Renderer:
    """Makes pages of a book into bytes with one set of templates and one frame."""

    book: Asked
    both_ways: BothWays
    parts: Shared
    links: PageLinks
    templates: OwnTemplates

    def __call__(self, page: Page) -> Output:
        """Render a page.  Raises TemplateError with the template, the line and the page."""
        with self.book.notes.apart() as asked:
            text = self._text(page)
        # One object for a question that many pages ask makes the answer of a worker small.
        return Output(page.url, text.encode(), frozenset(map(intern, asked)))

    def _text(self, page: Page) -> str:
        self.links.turn_to(page.url)
        shown = page.show(self.book)
        if page.template in ENCODERS:
            return self._encoded(page.template, shown.view)
        given = {"view": shown.view, "head": shown.head, "url": page.url}
        try:
            return self.both_ways.render(page.template, given)
        except (*TEMPLATE_FAULTS, TooSlowError) as error:
            raise BriefbookTemplateError(_template_problem(error, page, self.templates)) from error

    def _encoded(self, encoder: str, view: object) -> str:
        return ENCODERS[encoder](
            view,  # type: ignore[arg-type]
            lambda to: self.links.absolute(to) or self.links.href(to),
            self.links.in_feed,
        )


def renderer(book: Asked, templates: OwnTemplates, site: SiteView, language: Language) -> Renderer:
    """Make a renderer."""
    theme = FileSystemLoader(theme_folder())
    loader = ChoiceLoader(
        [templates.loader(), theme, PrefixLoader({"theme": theme})],
    )
    links = PageLinks(site.base_url)
    parts = Shared(links)
    plain = _environment(loader, _COMPILED, optimized=True)
    quick = _environment(loader, _COMPILED_QUICKLY, optimized=False)
    quick.code_generator_class = QuickCode
    for environment, as_filter in ((plain, _filter), (quick, _as_it_is)):
        environment.parts = parts
        environment.globals["site"] = site
        environment.speak(language.gettext, language.ngettext)
        environment.filters |= _filters(links, as_filter)
    proved = jinja2.__version__ in PROVED
    return Renderer(book, BothWays(quick if proved else plain, plain), parts, links, templates)


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


_here_now: Renderer | None = None


def start_rendering(
    book: Asked, templates: OwnTemplates, site: SiteView, language: Language
) -> None:
    """Prepare this process to render; a renderer cannot be sent to a worker, so each makes one."""
    global _here_now  # noqa: PLW0603
    _here_now = renderer(book, templates, site, language)


def render(page: Page) -> Output:
    """Render a page in a process that was prepared for it."""
    if _here_now is None:
        raise RuntimeError("start_rendering comes first")
    return _here_now(page)


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


def _template_problem(error: Exception, page: Page, templates: OwnTemplates) -> Problem:
    file, line = _place_in_template(error, templates.folder / page.template)
    match error:
        case TemplateNotFound():
            code, message = "template-missing", f"there is no template {error.name!r}"
            hint = "the theme's own templates are called theme/base.html, theme/page.html, …"
        case TemplateSyntaxError():
            code, hint = "template-syntax", "see the documentation of Jinja templates"
            message = _begun_small(error.message or "this cannot be read")
            file, line = Path(error.filename or file), error.lineno
        case UnicodeDecodeError():
            code, hint = "template-syntax", "save the file as UTF-8"
            message = "this template, or one that it names, is not UTF-8"
        case TooSlowError():
            code, message = "template-slow", "this template takes too long"
            hint = "look for a loop that has no end"
        case RecursionError():
            code, message = "template-failed", "this template extends or includes itself"
            hint = "the packaged template of the same name is called theme/…"
        case _:
            code, hint = "template-failed", "docs/templates.md lists what each template may use"
            message = _VIEW.sub(r"\1 has no \2", str(error) or "this cannot be done")
    text = templates.text(file) or _packaged_text(file)
    excerpt = text.split("\n")[line - 1] if text and line else ""
    words = excerpt.strip()
    column = excerpt.index(words) + 1 if words else 0
    at = Location(_shown_path(file, templates.folder), line, column, len(words))
    return Problem(code, f"{message}, while making {page.url}", at, hint, excerpt=excerpt)


def _packaged_text(file: Path) -> str:
    is_packaged = file.is_relative_to(theme_folder()) and file.is_file()
    return file.read_text(encoding="utf-8", errors="replace") if is_packaged else ""


def _begun_small(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:].rstrip(".")


def _shown_path(file: Path, templates: Path) -> str:
    """Name a template as its writer would: below the book's templates, or the theme's."""
    own = file.is_relative_to(templates)
    folder, within = (templates.name, templates) if own else ("theme", theme_folder())
    return f"{folder}/{file.relative_to(within).as_posix()}"


def _place_in_template(error: BaseException, template: Path) -> tuple[Path, int]:
    """Find the innermost template line that the error went through."""
    place, trace = (template, 0), error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.suffix in {".html", ".xml", ".opml", ".txt"}:
            place = (file, trace.tb_lineno)
        trace = trace.tb_next
    return place
