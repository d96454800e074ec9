"""What is wrong with a template, in words for those who write templates."""

import re
from pathlib import Path
from typing import Final

from jinja2 import TemplateNotFound, TemplateSyntaxError

from generator.diagnostics import Location, Problem
from generator.model.page import Page
from generator.pipeline.rendering.packaged import theme_folder
from generator.pipeline.rendering.templates import OwnTemplates
from generator.text.deadline import TooSlowError

_VIEW: Final = re.compile(r"^'generator[.\w]*\.(\w+) object' has no attribute ('\w+')")
"""Jinja's words for a field that a view does not have."""


def template_problem(error: Exception, page: Page, templates: OwnTemplates) -> Problem:
    """Tell what is wrong with a template, and at which line of it, if a page cannot be made."""
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
