"""The door to imagesize: how wide and how high a picture is, from its bytes.

Of a drawing (SVG) the first tag is read here: imagesize does not know the `viewBox`, which
is all that many drawings have.
"""

import re
from io import BytesIO
from typing import Final, NamedTuple

_BEGINNING: Final = 100_000
_DRAWING: Final = re.compile(r"<svg(?=\s)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
_ATTRIBUTE: Final = re.compile(r"\s(width|height|viewBox)\s*=\s*[\"']\s*([^\"']*?)\s*[\"']")
_LENGTH: Final = re.compile(r"(\d*\.?\d+)(px|pt|pc|in|cm|mm|)")
_PIXELS: Final = {
    "": 1,
    "px": 1,
    "pt": 96 / 72,
    "pc": 16,
    "in": 96,
    "cm": 96 / 2.54,
    "mm": 9.6 / 2.54,
}
_NUMBERS_OF_A_VIEW_BOX: Final = 4


class Size(NamedTuple):
    """The size of a picture in pixels of a page."""

    width: int
    height: int


def picture_size(data: bytes) -> Size | None:
    """Give the size of a picture, or nothing where the bytes are no picture that is known.

    >>> picture_size(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"/>')
    Size(width=60, height=20)
    """
    size = _raster(data) or _drawing(data[:_BEGINNING].decode(errors="replace"))
    return size if size and size.width > 0 and size.height > 0 else None


def _raster(data: bytes) -> Size | None:
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return None
    import imagesize  # type: ignore[import-untyped]  # noqa: PLC0415 - it loads half a browser

    width, height = imagesize.get(BytesIO(data))
    return Size(round(width), round(height)) if width > 0 and height > 0 else None


def _drawing(text: str) -> Size | None:
    if (tag := _DRAWING.search(text)) is None:
        return None
    written = dict(_ATTRIBUTE.findall(tag[1]))
    width, height = _length(written.get("width", "")), _length(written.get("height", ""))
    box = [float(one) for one in re.findall(r"-?\d*\.?\d+", written.get("viewBox", ""))]
    if len(box) == _NUMBERS_OF_A_VIEW_BOX and box[2] > 0 and box[3] > 0:
        across, down = box[2:]
        width = width or (height * across / down if height else across)
        height = height or width * down / across
    return Size(round(width), round(height)) if width and height else None


def _length(written: str) -> float:
    """Give a length in pixels; 0 for one that depends on the page, such as 100%."""
    found = _LENGTH.fullmatch(written)
    return float(found[1]) * _PIXELS[found[2]] if found else 0.0
