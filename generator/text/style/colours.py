"""Colours as CSS writes them, and whether text in them can be read.

Contrast is that of WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

import colorsys
import re
from collections.abc import Iterable, Sequence
from typing import Final

LEAST: Final = 4.5
"""The contrast that text needs (WCAG 2.2, 1.4.3 Contrast, level AA)."""
PATTERN: Final = r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})"
"""The two forms in which a colour is written: #rgb and #rrggbb."""

_COLOUR: Final = re.compile(PATTERN)
_STEPS: Final = 500
_MIDDLE: Final = 0.179
"""The luminance from which black stands out better than white."""
Channels = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""


def is_colour(text: str) -> bool:
    """Tell whether a text is a colour in one of the two forms.

    >>> is_colour("#8c1d2f"), is_colour("#d98"), is_colour("crimson")
    (True, True, False)
    """
    return bool(_COLOUR.fullmatch(text))


def luminance(colour: str) -> float:
    """Give the relative luminance: 0 for black, 1 for white.

    The formula is that of https://www.w3.org/TR/WCAG22/#dfn-relative-luminance, with the
    threshold 0.04045 of the sRGB standard (IEC 61966-2-1), as its note allows.

    >>> round(luminance("#fff"), 3), round(luminance("#8c1d2f"), 3)
    (1.0, 0.067)
    """
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
        for one in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, from 1 to 21, whichever comes first.

    >>> round(contrast("#000", "#fff"), 1)
    21.0
    """
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(colour: str, grounds: Iterable[str]) -> float:
    """Give the contrast with the ground on which a colour is read worst."""
    return min(contrast(colour, ground) for ground in grounds)


def readable(colour: str, grounds: Sequence[str], *, least: float = LEAST) -> str:
    """Give the nearest shade that can be read on all the grounds, or the colour if it can.

    The hue and the saturation stay (HSL); the shade is darker on light grounds, lighter on
    dark ones.  Where no shade is enough, it is black or white.

    >>> readable("#8c1d2f", ["#fff"])
    '#8c1d2f'
    >>> readable("#d98", ["#fff"]), readable("#8c1d2f", ["#14161a"])
    ('#c35438', '#da4d64')
    """
    end = 0.0 if luminance(grounds[0]) > _MIDDLE else 1.0
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    for step in range(_STEPS + 1):
        there = lightness + (end - lightness) * step / _STEPS
        shade = _written(colorsys.hls_to_rgb(hue, there, saturation)) if step else colour
        if least_contrast(shade, grounds) >= least:
            return shade
    return "#000000" if end == 0 else "#ffffff"


def black_or_white(ground: str) -> str:
    """Give the ink that stands out better; on any ground its contrast is at least 4.58.

    >>> black_or_white("#d09a8d"), black_or_white("#8c1d2f")
    ('#000', '#fff')
    """
    return "#000" if luminance(ground) > _MIDDLE else "#fff"


def tinted(colour: str, paper: str, texts: Sequence[str], *, share: float) -> str:
    """Give the paper with a tint of a colour, faint enough for the texts to stay readable.

    A text that is too faint for the plain paper already is no reason for a fainter tint.

    >>> tinted("#8c1d2f", "#fff", ["#16181d", "#626871"], share=0.1)
    '#f4e8ea'
    """
    kept = [text for text in texts if contrast(text, paper) >= LEAST]
    for step in range(_STEPS, 0, -1):
        ground = mixed(colour, paper, share * step / _STEPS)
        if all(contrast(text, ground) >= LEAST for text in kept):
            return ground
    return paper


def mixed(colour: str, paper: str, share: float) -> str:
    """Give so large a share of a colour, the rest of it paper.

    >>> mixed("#000", "#fff", 0.5)
    '#808080'
    """
    pairs = zip(_channels(colour), _channels(paper), strict=True)
    red, green, blue = (one * share + other * (1 - share) for one, other in pairs)
    return _written((red, green, blue))


def _channels(colour: str) -> Channels:
    digits = colour.removeprefix("#")
    if len(digits) == 3:  # noqa: PLR2004 - the short form
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _written(channels: Channels) -> str:
    return "#" + "".join(f"{round(one * 255):02x}" for one in channels)
