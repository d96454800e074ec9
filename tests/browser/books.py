"""The two books that a browser is shown, and which of their pages stand for all."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.pipeline.index import IndexBefore
from generator.pipeline.rendering.packaged import theme_folder
from generator.pipeline.select import gate_for, select
from tests.browser.stress import write_stress_book
from tests.builders import ENGLISH
from tests.golden.accept import AS_OF
from tests.websites import Website, website

EXAMPLE: Final = Path(__file__).parent.parent.parent
BOOKS: Final = ("example", "stress")
ALSO: Final[Mapping[str, tuple[str, ...]]] = {
    "briefing.html": tuple(
        f"briefings/2024/11/{name}.html" for name in ("crowded", "foreign", "arabic")
    ),
    "official.html": ("officials/script-0.html", "officials/long.html"),
}
"""Pages of extremes that are neither the largest of their kind nor the smallest."""
FRAMES: Final = frozenset({"base.html"})
"""Templates that only others use."""
KINDS: Final = tuple(
    sorted(
        path.name
        for path in theme_folder().glob("*.html")
        if path.name not in FRAMES and not path.name.startswith("_")
    )
)
"""Every template that makes a page."""


@dataclass(frozen=True)
class Shelf:
    """A book's site, written to a folder, and its pages by kind."""

    name: str
    folder: Path
    website: Website
    kinds: Mapping[str, tuple[str, ...]]
    """For each template, the addresses of all pages that it makes."""

    def representatives(self, kind: str) -> tuple[str, ...]:
        """Give the largest and the smallest page of each part of the site that a template makes."""
        parts = defaultdict(list)
        for url in self.kinds.get(kind, ()):
            parts[url.partition("/")[0]].append(url)
        also = [url for url in ALSO.get(kind, ()) if url in self.website.files]
        chosen = [url for urls in parts.values() for url in self._extremes(urls)]
        return tuple(dict.fromkeys((*chosen, *also)))

    def largest(self, kind: str) -> str | None:
        """Give the largest page that a template makes, if it makes any."""
        urls = self.kinds.get(kind)
        return self._extremes(urls)[0] if urls else None

    def _extremes(self, urls: Iterable[str]) -> tuple[str, str]:
        by_size = sorted(urls, key=lambda url: (len(self.website.files[url]), url))
        return by_size[-1], by_size[0]


def shelved(name: str, folder: Path) -> Shelf:
    """Make one of the books below a folder."""
    root = EXAMPLE if name == "example" else write_stress_book(folder / "book")
    made = website(root)
    site = folder / "site"
    for url, data in made.files.items():
        path = site / url
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return Shelf(name, site, made, _by_template(made))


def _by_template(made: Website) -> Mapping[str, tuple[str, ...]]:
    config = made.made.config
    chosen = select(made.book, gate_for(config, None, AS_OF))
    kinds = defaultdict(list)
    for page in IndexBefore().index(chosen.site, config, ENGLISH).pages:
        if page.url in made.files:
            kinds[page.template].append(page.url)
    return {template: tuple(urls) for template, urls in kinds.items()}
