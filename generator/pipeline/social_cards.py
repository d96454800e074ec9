"""Step 7 for social cards, page to picture, where Pillow is installed.

Pillow is an extra: a book that is built without it has no cards and is otherwise the same.
So nothing here imports it before the first card is drawn.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib.util import find_spec
from typing import Final

from generator.config import Config
from generator.model.page import Asked, Output, Page
from generator.pipeline.rendering.packaged import theme_folder

_NO_CARDS: Final = 'no cards are drawn: they need Pillow, `pip install "briefbook[cards]"`'


def with_installed(config: Config) -> tuple[Config, tuple[str, ...]]:
    """Give the settings without cards where they cannot be drawn, and a note that says so."""
    if not config.theme.cards or find_spec("PIL"):
        return config, ()
    return replace(config, theme=replace(config.theme, cards=False)), (_NO_CARDS,)


def theme_fonts() -> Mapping[str, bytes]:
    """Read the fonts of the packaged theme, by the names of their files."""
    files = sorted((theme_folder() / "static" / "fonts").glob("*.woff2"))
    return {file.stem: file.read_bytes() for file in files}


_fonts: Mapping[str, bytes] = {}
_pen: Callable[[Page, Asked], Output] | None = None


def start_drawing(fonts: Mapping[str, bytes]) -> None:
    """Prepare this process to draw; open fonts cannot be sent to a worker."""
    global _fonts, _pen
    _fonts, _pen = fonts, None


def draw_card(page: Page, book: Asked) -> Output:
    """Draw a card of a book in a process that was prepared for it."""
    global _pen  # noqa: PLW0603
    if _pen is None:
        from generator.pipeline.draw import Pen  # noqa: PLC0415 - only now must Pillow be there

        _pen = Pen(_fonts)
    return _pen(page, book)
