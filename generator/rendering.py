"""The render step over a whole site: shared among processes, each page handed on when made."""

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Final, TypeVar

from generator.model.page import Asked, Output, Page
from generator.model.views.briefing import BRIEFING
from generator.model.views.site import SiteView
from generator.model.views.social import CARD
from generator.pipeline.last import Last
from generator.pipeline.render import render, start_rendering, stop_rendering
from generator.pipeline.rendering.press import Press
from generator.pipeline.rendering.templates import OwnTemplates
from generator.pipeline.social_cards import draw_card, start_drawing, theme_fonts
from generator.runtime.limits import TimeLimit
from generator.runtime.workers import jobs_for, map_in_order, with_room
from generator.text.language import Language

Result = TypeVar("Result")
_SECONDS_A_PAGE: Final = 60.0
"""How long one page may be made; the longest list takes less than one."""
_PART: Final = 2_000
"""How many pages of briefings the same processes make."""


@dataclass(frozen=True, slots=True)
class Unrendered:
    """A site of which everything is known but the bytes of its pages."""

    pages: tuple[Page, ...]
    files: tuple[Output, ...]
    """What is published as it is: pictures, the theme's files."""
    templates: OwnTemplates
    frame: SiteView
    language: Language
    book: Asked
    """What the pages are gathered from."""
    made_with: str
    """Tells what all pages depend on beside their questions."""

    def urls(self) -> tuple[str, ...]:
        """Give the address of every file of the site."""
        return (*(one.url for one in self.pages), *(one.url for one in self.files))

    def each(
        self,
        then: Callable[[Output], Result],
        *,
        jobs: int,
        known: Container[str] = (),
        last: Last | None = None,
    ) -> Iterator[Result]:
        """Make every file of the site, and give what `then` makes of it where it was made.

        Pages at the addresses in `known` are left out; `last` keeps the press for the next
        time.  Raises TemplateError with the template, the line and the page.
        """
        wanted = [page for page in self.pages if page.url not in known]
        cards = [page for page in wanted if page.template == CARD]
        pages = [page for page in wanted if page.template != CARD]
        fonts = theme_fonts() if cards else {}
        jobs = jobs_for(len(wanted), len(self.pages), jobs=jobs)
        press = (last or Last()).of(Press, self.templates, self.frame, self.language)
        prepare = partial(start_rendering, self.book, press)
        make, draw = partial(_rendered, then), partial(_drawn, then, self.book)
        each = partial(map_in_order, name=lambda page: page.url)
        rendered = (
            each(make, some, start=prepare, jobs=with_room(jobs) if touches_all else jobs)
            for touches_all, some in _parts(pages)
        )
        return chain(
            _until_done(chain.from_iterable(rendered)),
            each(draw, cards, start=partial(start_drawing, fonts), jobs=jobs),
            map(then, self.files),
        )


def _parts(pages: Sequence[Page]) -> Iterator[tuple[bool, Sequence[Page]]]:
    """Part the pages of a large site, and tell of each part whether it touches all of the book.

    Those of a part are made by processes of their own.  One copies what it touches of all that
    it inherits, and keeps what it has opened: for some briefings not much, for lists everything.
    """
    if len(pages) <= _PART:
        yield True, pages
        return
    texts = [page for page in pages if page.template == BRIEFING]
    yield True, [page for page in pages if page.template != BRIEFING]
    for first in range(0, len(texts), _PART):
        yield False, texts[first : first + _PART]


def _until_done(rendered: Iterator[Result]) -> Iterator[Result]:
    try:
        yield from rendered
    finally:
        stop_rendering()


def _rendered(then: Callable[[Output], Result], page: Page) -> Result:
    with TimeLimit(_SECONDS_A_PAGE)():
        output = render(page)
    return then(output)


def _drawn(then: Callable[[Output], Result], book: Asked, page: Page) -> Result:
    return then(draw_card(page, book))
