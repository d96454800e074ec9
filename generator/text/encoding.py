"""Bytes to text: UTF-8 only, and a useful word where it is another encoding."""

import codecs
import re
from typing import Final

from generator.diagnostics import Location, Outcome, Problem

_MARKS: Final = (
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_CP1252_PUNCTUATION: Final = frozenset(b"\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99")


def decode(data: bytes, *, path: str) -> Outcome[str]:
    """Give the text of a file with lines ended by line feeds, without a byte order mark.

    A file in another encoding gives a problem that names the first wrong byte, its line
    and what the encoding may be.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return Outcome(None, (_not_utf8(data, error.start, path),))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        message = "this file holds a zero byte and is no text file"
        return Outcome(None, (Problem("not-utf-8", message, Location(path, line, 1)),))
    return Outcome(text)


def _not_utf8(data: bytes, start: int, path: str) -> Problem:
    before = data[:start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.count(b"\n") + 1
    column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1
    return Problem(
        "not-utf-8",
        f"byte 0x{data[start]:02x} is not UTF-8; the file looks like {_guess(data)}",
        Location(path, line, column),
        "save the file as UTF-8",
    )


def _guess(data: bytes) -> str:
    """Name the likeliest encoding: a guess for the message, never used to read the file."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    high = data.translate(None, bytes(range(0x80)))
    if _reads_as(data, "shift_jis") and _share(data, "shift_jis", "\u3040", "\u30ff") > _FEW:
        return "Shift JIS"
    if _in_whole_words(data):
        if _share(data, "koi8-r", "а", "я") > _MANY:
            return "KOI8-R"
        if _share(data, "cp1251", "а", "я") > _MANY:
            return "Windows-1251"
    if _CP1252_PUNCTUATION.intersection(high):
        return "Windows-1252"
    return "Latin-1 (ISO 8859-1)"


_FEW: Final = 0.2
_MANY: Final = 0.6
_SHORT: Final = 2
_BEYOND_ASCII: Final = re.compile(rb"[\x80-\xff]+")


def _reads_as(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _in_whole_words(data: bytes) -> bool:
    """Tell Cyrillic words from the single é or ü of a word in Latin letters."""
    runs = _BEYOND_ASCII.findall(data)
    return sum(map(len, runs)) > _SHORT * len(runs)


def _share(data: bytes, encoding: str, first: str, last: str) -> float:
    """Tell which part of the letters beyond ASCII lies in a range of the alphabet."""
    beyond = [letter for letter in data.decode(encoding, "replace") if letter > "\x7f"]
    return sum(first <= letter <= last for letter in beyond) / max(len(beyond), 1)
