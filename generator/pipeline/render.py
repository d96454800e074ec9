"""Step 7, page to bytes.

A template sees its view, the frame of the site and its own address, and nothing else.
Templates are looked for in the book first and then in the packaged theme, file by file.  A
book's template that changes one block extends the packaged one: `theme/briefing.html`.
"""

from dataclasses import dataclass
from sys import intern

from generator.errors import TemplateError
from generator.model.page import Asked, Output, Page
from generator.pipeline.encode import ENCODERS
from generator.pipeline.rendering.both_ways import TEMPLATE_FAULTS
from generator.pipeline.rendering.faults import template_problem
from generator.pipeline.rendering.press import Press
from generator.pipeline.rendering.shared import Shared
from generator.text.deadline import TooSlowError


@dataclass(frozen=True, slots=True)
class Renderer:
    """Makes pages of a book into bytes."""

    book: Asked
    press: Press
    parts: Shared

    def __call__(self, page: Page) -> Output:
        """Render a page.  Raises TemplateError with the template, the line and the page."""
        with self.press.lock, self.book.notes.apart() as asked:
            text = self._text(page)
        # One object for a question that many pages ask makes the answer of a worker small.
        return Output(page.url, text.encode(), frozenset(map(intern, asked)))

    def _text(self, page: Page) -> str:
        self.press.links.turn_to(page.url)
        shown = page.show(self.book)
        if page.template in ENCODERS:
            return self._encoded(page.template, shown.view)
        given = {"view": shown.view, "head": shown.head, "url": page.url}
        try:
            return self.press.render(page.template, given, self.parts)
        except (*TEMPLATE_FAULTS, TooSlowError) as error:
            problem = template_problem(error, page, self.press.templates)
            raise TemplateError(problem) from error

    def _encoded(self, encoder: str, view: object) -> str:
        links = self.press.links
        return ENCODERS[encoder](
            view,  # type: ignore[arg-type]
            lambda to: links.absolute(to) or links.href(to),
            links.in_feed,
        )


def renderer(book: Asked, press: Press) -> Renderer:
    """Make a renderer of a book's pages."""
    return Renderer(book, press, Shared(press.links))


_here_now: Renderer | None = None


def start_rendering(book: Asked, press: Press) -> None:
    """Prepare this process to render; a renderer cannot be sent to a worker, so each makes one."""
    global _here_now  # noqa: PLW0603
    _here_now = renderer(book, press)


def stop_rendering() -> None:
    """Let go of the book, which a process that goes on may want to forget."""
    global _here_now  # noqa: PLW0603
    _here_now = None


def render(page: Page) -> Output:
    """Render a page in a process that was prepared for it."""
    if _here_now is None:
        raise RuntimeError("start_rendering comes first")
    return _here_now(page)
