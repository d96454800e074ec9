"""The accent of a book: what the style sheet is given for it, and a warning where it is faint.

The colours of the papers and of the texts are those of the style sheet itself, so that a
book with its own sheet is measured by its own papers.
"""

import math
from collections.abc import Iterator
from typing import Final

from generator.config import Theme
from generator.diagnostics import Location, Problem
from generator.text.style.colours import (
    LEAST,
    black_or_white,
    contrast,
    is_colour,
    least_contrast,
    luminance,
    mixed,
    readable,
    tinted,
)
from generator.text.style.sheet import Scheme, Tokens

ACCENT: Final = "--accent"
SOFT: Final = "--accent-soft"
_GROUNDS: Final = {"--paper": "paper", "--surface": "surface"}
_TEXTS: Final = ("--ink", "--ink2", "--ink3")
_TINT: Final = 0.1
_FAINT_HEAT: Final = {"--h1": 0.12, "--h2": 0.3}
"""How much of the accent is in the grounds that numbers in the ink of the page stand on."""
_STRONG_HEAT: Final = {"--h3": 0.55, "--h4": 1.0}
"""How much is in those on which numbers are black or white, whichever stands out."""
_PRINTED: Final = 7.0
"""The contrast of the accent on printed paper, where thin letters lose colour."""


def accent_tokens(sheet: Tokens, theme: Theme) -> Tokens:
    """Give the tokens that a book's accent changes; none where it names no accent.

    The dark scheme has the accent made lighter until it can be read, unless the book gives
    another colour for it.
    """
    new: dict[tuple[Scheme, str], str] = {}
    dark = theme.accent_dark or (theme.accent and _readable(theme.accent, sheet, "dark"))
    if theme.accent:
        new |= _with_tint("light", theme.accent, sheet)
        printed = _readable(theme.accent, sheet, "print", least=_PRINTED)
        new |= {("print", ACCENT): printed, ("print", "--h4"): printed}
    if dark:
        new |= _with_tint("dark", dark, sheet)
    return new


def _readable(colour: str, sheet: Tokens, scheme: Scheme, *, least: float = LEAST) -> str:
    grounds = list(_grounds(sheet, scheme).values())
    return readable(colour, grounds, least=least) if grounds else colour


def _with_tint(scheme: Scheme, accent: str, sheet: Tokens) -> Tokens:
    paper = sheet.get((scheme, "--paper"), "")
    if not is_colour(paper):
        return {(scheme, ACCENT): accent}
    inks = (sheet.get((scheme, name), "") for name in _TEXTS)
    texts = [ink for ink in inks if is_colour(ink)]
    soft = tinted(accent, paper, [accent, *texts], share=_TINT)
    made = {ACCENT: accent, SOFT: soft} | _heat(accent, paper, texts[:1])
    return {(scheme, name): colour for name, colour in made.items()}


def _heat(accent: str, paper: str, ink: list[str]) -> dict[str, str]:
    """Give the grounds of numbers in the matrix, from the paper to the accent, and their inks."""
    faint = {name: tinted(accent, paper, ink, share=share) for name, share in _FAINT_HEAT.items()}
    strong = {name: mixed(accent, paper, share) for name, share in _STRONG_HEAT.items()}
    inks = {f"{name}-ink": black_or_white(ground) for name, ground in strong.items()}
    return faint | strong | inks


def _grounds(sheet: Tokens, scheme: Scheme) -> dict[str, str]:
    """Give the colours that text stands on, by their name in words."""
    found = {words: sheet.get((scheme, name), "") for name, words in _GROUNDS.items()}
    return {words: colour for words, colour in found.items() if is_colour(colour)}


def faint_accents(sheet: Tokens, theme: Theme, *, path: str) -> Iterator[Problem]:
    """Warn of an accent that cannot be read on the paper or the surface it stands on."""
    if theme.accent:
        yield from _faint(theme.accent, "accent", _grounds(sheet, "light"), path)
    if theme.accent_dark:
        dark = {f"dark {name}": colour for name, colour in _grounds(sheet, "dark").items()}
        yield from _faint(theme.accent_dark, "accent_dark", dark, path)


def _faint(colour: str, key: str, grounds: dict[str, str], path: str) -> Iterator[Problem]:
    if not grounds or least_contrast(colour, grounds.values()) >= LEAST:
        return
    words, ground = min(grounds.items(), key=lambda one: contrast(colour, one[1]))
    better = readable(colour, list(grounds.values()))
    shade = "darker" if luminance(better) < luminance(colour) else "lighter"
    has = _one_decimal(contrast(colour, ground))
    message = f"the accent {colour} has a contrast of {has} on the {words}, {ground}"
    yield Problem(
        "faint-accent",
        f"{message}; text needs {LEAST}",
        Location(path, field=("theme", key)),
        f'write "{better}", the nearest {shade} shade that has it',
        "warning",
    )


def _one_decimal(number: float) -> str:
    """Round down, so that a contrast that is too low never looks like enough."""
    return f"{math.floor(number * 10) / 10:.1f}"


def in_accent(icon: str, before: Tokens, new: Tokens) -> str:
    """Give the theme's icon, which is drawn in the accents of its sheet, in those of a book."""
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for scheme in schemes:
        old = before.get((scheme, ACCENT))
        if old:
            icon = icon.replace(old, new.get((scheme, ACCENT), old))
    return icon
