"""The one door to Pillow: social cards as pictures.

A card looks like the head of a page: paper, ink, one accent, the fonts of the theme.  It
is drawn of what it is given and nothing else, so the same card has the same bytes.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from itertools import groupby
from typing import Final

from PIL import Image, ImageColor, ImageDraw
from PIL.ImageChops import add
from PIL.ImageFont import FreeTypeFont, truetype

from generator.model.page import Asked, Output, Page
from generator.model.views.social import SIZE_OF_A_CARD, SocialCard
from generator.text.wrapping import cut, shortened, wrap

_PAPER: Final = (255, 255, 255)
_INK, _QUIET = "#16181d", "#626871"
_SHADES: Final = 16
"""How soft the edges of letters are; with 256 a card would be three times as large."""
_SERIF: Final = "source-serif-4"
_SANS: Final = "public-sans"
_FILES: Final = ("latin", "latin-ext")
_NO_LETTER: Final = "\U0010ffff"
_EDGE: Final = 80
_ACROSS: Final = SIZE_OF_A_CARD[0] - 2 * _EDGE
_TOP, _FOOT = 148, SIZE_OF_A_CARD[1] - 82
_HEADLINES: Final = ((84, 3), (68, 4), (54, 5))
"""Sizes of a headline and the lines it may have; the largest that holds all of it is taken."""
_LEADING: Final = 1.14
_SIGN: Final = (((0, 0, 16, 25), 2), ((16, 5, 20, 10), 1))
_LINES_OF_THE_SIGN: Final = ((5, 7, 12, 8), (5, 12, 12, 13), (5, 17, 9, 18))
_FINER: Final = 8


@dataclass(frozen=True, slots=True)
class Face:
    """A font in one size: several files, each with a part of the letters."""

    files: tuple[FreeTypeFont, ...]
    size: int
    known: dict[str, int | None] = field(default_factory=dict)
    """For each letter met so far, the file that has it."""
    widths: dict[str, float] = field(default_factory=dict)
    """The width of each word met so far: measuring is what takes time."""

    def width(self, text: str) -> float:
        """Measure a line, word by word."""
        words = text.split(" ")
        return sum(map(self._width_of, words)) + self._width_of(" ") * (len(words) - 1)

    def _width_of(self, word: str) -> float:
        if word not in self.widths:
            self.widths[word] = sum(font.getlength(part) for font, part in self.runs(word))
        return self.widths[word]

    def has(self, text: str) -> bool:
        """Tell whether all letters of a text can be drawn."""
        return all(self._file_of(letter) is not None for letter in text)

    def runs(self, text: str) -> Iterator[tuple[FreeTypeFont, str]]:
        """Part a line where another file has the letters."""
        for number, letters in groupby(text, key=lambda one: self._file_of(one) or 0):
            yield self.files[number], "".join(letters)

    def _file_of(self, letter: str) -> int | None:
        if letter not in self.known:
            has = (n for n, font in enumerate(self.files) if _has(font, letter))
            self.known[letter] = next(has, None)
        return self.known[letter]


def _has(font: FreeTypeFont, letter: str) -> bool:
    """Tell whether a font has a letter: Pillow does not say, but draws the same box for all others.

    A space leaves no mark, and the box does.
    """
    drawn, box = font.getmask(letter), font.getmask(_NO_LETTER)
    return (drawn.size, bytes(drawn)) != (box.size, bytes(box))


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws cards with the theme's fonts."""

    fonts: Mapping[str, bytes]
    """The files of the theme's fonts by name, without their folder and ending."""
    faces: dict[tuple[str, int, int], Face] = field(default_factory=dict)

    def __call__(self, page: Page, book: Asked) -> Output:
        """Draw the card that a page of a book stands for."""
        with book.notes.apart() as asked:
            card = page.show(book).view
        if not isinstance(card, SocialCard):
            raise TypeError(f"{page.url} is no card")
        return Output(page.url, _png(self._drawn(card)), frozenset(asked))

    def face(self, family: str, weight: int, size: int) -> Face:
        """Give a font of the theme."""
        if (wanted := (family, weight, size)) not in self.faces:
            made = [
                truetype(BytesIO(self.fonts[f"{family}-{part}-wght-normal"]), size)
                for part in _FILES
            ]
            for font in made:
                font.set_variation_by_axes([weight])
            self.faces[wanted] = Face(tuple(made), size)
        return self.faces[wanted]

    def _drawn(self, card: SocialCard) -> Image.Image:
        sheets = [Image.new("L", SIZE_OF_A_CARD) for _ in range(3)]
        ink, quiet, accent = map(ImageDraw.Draw, sheets)
        ink.rectangle((_EDGE, 64, SIZE_OF_A_CARD[0] - _EDGE - 1, 67), fill=255)
        _draw_sign(sheets[2], (_EDGE, 84))
        bold, plain = self.face(_SANS, 650, 28), self.face(_SANS, 400, 28)
        _write(ink, bold, _plain(card.book), (_EDGE + 44, 86))
        if not self._can_write(card):
            card = SocialCard(card.book, "", card.book, "", (), card.accent)
        _write(accent, bold, _plain(card.kicker), (_EDGE, _TOP + 4))
        below = self._headline(ink, card)
        self._note(quiet, card, below)
        _write(quiet, plain, _plain(" · ".join(card.foot)), (_EDGE, _FOOT))
        return _put_together(zip(sheets, (_INK, _QUIET, card.accent), strict=True))

    def _can_write(self, card: SocialCard) -> bool:
        """Tell whether the fonts have all letters; else the card shows the book's title alone."""
        serif, sans = self.face(_SERIF, 600, 54), self.face(_SANS, 400, 28)
        lines = (card.kicker, *card.foot)
        return serif.has(_plain(card.headline)) and all(sans.has(_plain(one)) for one in lines)

    def _headline(self, draw: ImageDraw.ImageDraw, card: SocialCard) -> int:
        """Write the headline as large as it fits, and give the place below it."""
        below = _TOP + (54 if card.kicker else 0)
        room = _FOOT - 20 - below - (110 if card.note else 0)
        face, lines = self._fitted(_plain(card.headline), room)
        for line in lines:
            _write(draw, face, line, (_EDGE, below))
            below += round(face.size * _LEADING)
        return below

    def _fitted(self, text: str, room: int) -> tuple[Face, tuple[str, ...]]:
        """Break a headline in the largest size that shows all of it; the smallest cuts it."""
        for size, most in _HEADLINES:
            face = self.face(_SERIF, 600, size)
            lines = wrap(text, _ACROSS, face.width)
            if len(lines) <= min(most, room / (size * _LEADING)):
                return face, lines
        size, most = _HEADLINES[-1]
        face = self.face(_SERIF, 600, size)
        most = min(most, int(room / (size * _LEADING)))
        return face, cut(wrap(text, _ACROSS, face.width), most, _ACROSS, face.width)

    def _note(self, draw: ImageDraw.ImageDraw, card: SocialCard, below: int) -> None:
        face = self.face(_SERIF, 400, 36)
        lines = wrap(_plain(card.note), _ACROSS, face.width)
        for number, line in enumerate(cut(lines, 2, _ACROSS, face.width)):
            _write(draw, face, line, (_EDGE, below + 20 + 47 * number))


def _write(draw: ImageDraw.ImageDraw, face: Face, text: str, at: tuple[float, float]) -> None:
    """Write one line, shortened where it is too long; one that lacks a letter stays away."""
    if not face.has(text):
        return
    across, down = at
    for font, words in face.runs(shortened(text, _EDGE + _ACROSS - across, face.width)):
        draw.text((across, down), words, fill=255, font=font)
        across += font.getlength(words)


def _plain(text: str) -> str:
    """Give a text with whole letters and plain spaces, without marks that cannot be seen."""
    letters = (
        " " if one.isspace() else one
        for one in unicodedata.normalize("NFC", text)
        if one.isspace() or not unicodedata.category(one).startswith("C")
    )
    return " ".join("".join(letters).split())


def _draw_sign(sheet: Image.Image, at: tuple[int, int]) -> None:
    """Draw the sign of the theme, larger than it is shown, so that its edges are soft."""
    width, height = 22, 26
    sign = Image.new("L", (width * _FINER, height * _FINER), 0)
    draw = ImageDraw.Draw(sign)
    for box, radius in _SIGN:
        left, top, right, bottom = (one * _FINER for one in box)
        corner = (right + _FINER - 1, bottom + _FINER - 1)
        draw.rounded_rectangle((left, top, *corner), radius * _FINER, fill=255)
    for box in _LINES_OF_THE_SIGN:
        left, top, right, bottom = (one * _FINER for one in box)
        draw.rectangle((left, top, right + _FINER - 1, bottom + _FINER - 1), fill=0)
    size = round(width * 1.4), round(height * 1.4)
    sheet.paste(sign.resize(size, Image.Resampling.LANCZOS), at)


def _put_together(sheets: Iterable[tuple[Image.Image, str]]) -> Image.Image:
    """Make one picture of a sheet for each ink; nothing stands on two of them."""
    card = Image.new("L", SIZE_OF_A_CARD)
    palette = [*_PAPER]
    for number, (sheet, colour) in enumerate(sheets):
        first = 1 + number * (_SHADES - 1)
        shades = [(one * (_SHADES - 1) + 127) // 255 for one in range(256)]
        card = add(card, sheet.point([first + one - 1 if one else 0 for one in shades]))
        for shade in range(1, _SHADES):
            palette += (_mixed(own, shade) for own in ImageColor.getrgb(colour))
    card.putpalette(palette)
    return card


def _mixed(colour: int, shade: int) -> int:
    """Mix a colour with the white of the paper."""
    return round(255 - (255 - colour) * shade / (_SHADES - 1))


def _png(card: Image.Image) -> bytes:
    data = BytesIO()
    card.save(data, "PNG", compress_level=6)
    return data.getvalue()
