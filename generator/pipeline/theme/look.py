"""The files in static/ as they are published, and what each page must load of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from generator.config import Theme
from generator.model.page import Output
from generator.pipeline.theme.accent import accent_tokens, in_accent
from generator.text.style.sheet import (
    Tokens,
    joined,
    tokens,
    with_tokens,
    without_families,
)

Files = Mapping[str, bytes]
"""Files by their name below templates/."""

SHEET: Final = "static/brief.css"
FONTS: Final = "static/fonts.css"
CUSTOM: Final = "static/custom.css"
ICON: Final = "static/favicon.svg"
_STACKS: Final = ("--serif", "--sans")


@dataclass(frozen=True, slots=True)
class Look:
    """How the pages of a book look."""

    files: tuple[Output, ...]
    """What is published in static/."""
    style_sheets: tuple[str, ...]
    """The sheets that a page loads, the strongest last."""
    tokens: Tokens
    """The tokens of the style sheet before the book's settings."""


def look(own: Files, packaged: Files, theme: Theme) -> Look:
    """Lay the book's files over the theme's and give the style sheet the book's settings."""
    files = {**_static(packaged), **_static(own)}
    sheet, fonts = _text(files[SHEET]), _text(files.pop(FONTS))
    before = tokens(sheet)
    published = _published(sheet, fonts, before, theme)
    if theme.fonts != "bundled":
        files = {name: data for name, data in files.items() if not _is_font(name, own)}
    if ICON not in own:
        usual = tokens(_text(packaged[SHEET]))
        files[ICON] = _bytes(in_accent(_text(files[ICON]), usual, accent_tokens(before, theme)))
    files[SHEET] = _bytes(published)
    return Look(
        tuple(Output(name, files[name]) for name in sorted(files)),
        (SHEET, CUSTOM) if CUSTOM in files else (SHEET,),
        before,
    )


def _static(files: Files) -> Files:
    return {name: data for name, data in files.items() if name.startswith("static/")}


def _published(sheet: str, fonts: str, before: Tokens, theme: Theme) -> str:
    sheet = with_tokens(sheet, accent_tokens(before, theme))
    if theme.fonts == "bundled":
        return joined(sheet, fonts)
    sheet = without_families(joined(sheet, ""), fonts)
    if theme.fonts == "none":
        last = {key: of.rpartition(",")[2].strip() for key, of in before.items()}
        sheet = with_tokens(sheet, {key: of for key, of in last.items() if key[1] in _STACKS})
    return sheet


def _is_font(name: str, own: Files) -> bool:
    """Tell whether a file is one of the theme's fonts, or a licence of them."""
    return name.startswith("static/fonts/") and name not in own


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")  # a sheet in another encoding stays as it is


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
