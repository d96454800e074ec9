"""A site as it stands at one moment: each page is made when somebody first asks for it."""

import threading
from collections.abc import Iterable, Mapping
from hashlib import sha256

from generator.model.page import Page
from generator.model.views.social import CARD
from generator.pipeline.render import renderer
from generator.pipeline.rendering.press import Press
from generator.pipeline.social_cards import draw_card, start_drawing, theme_fonts
from generator.prepared import Prepared
from generator.report import HeldBack


class Snapshot:
    """A site of which all is known and little is made; it never changes.

    Any number of threads may ask it; one page is made at a time.
    """

    def __init__(self, prepared: Prepared, press: Press, pages: Mapping[str, Page]) -> None:
        """Show a site; `pages` has its pages by address."""
        site = prepared.site
        self.report = prepared.report
        self.sources = prepared.sources
        self.folders = (prepared.config.content, prepared.config.templates)
        self._pages = pages
        self._made = {file.url: file.data for file in site.files}
        self._styles = {url: _digest(data) for url, data in self._made.items() if _is_style(url)}
        self._lock = threading.Lock()
        self._book = site.book
        self._render = renderer(site.book, press)
        self._held = {one.path: one for one in prepared.report.held_back}

    def find(self, url: str) -> bytes | None:
        """Give the file at an address; None where the site has none.

        Raises TemplateError where its template cannot make it.
        """
        made = self._made.get(url)
        if made is not None or url not in self._pages:
            return made
        with self._lock:
            if url not in self._made:
                self._made[url] = self._new(url)
            return self._made[url]

    def __contains__(self, url: object) -> bool:
        return url in self._pages or url in self._made

    def urls(self) -> Iterable[str]:
        """Give the address of every file of the site."""
        return {**self._pages, **self._made}

    def held(self, url: str) -> HeldBack | None:
        """Tell why readers do not see a page; None where they do."""
        return self._held.get(self.sources.get(url, ""))

    def styles(self) -> Mapping[str, str]:
        """Give a digest of each style sheet, by its address."""
        return self._styles

    def _new(self, url: str) -> bytes:
        page = self._pages[url]
        if page.template == CARD:
            start_drawing(theme_fonts())
            return draw_card(page, self._book).data
        return self._render(page).data


def by_url(pages: Iterable[Page]) -> Mapping[str, Page]:
    """Give pages by their address."""
    return {page.url: page for page in pages}


def _is_style(url: str) -> bool:
    return url.endswith(".css")


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:16]
