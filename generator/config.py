"""The settings of a book: every key of config.yaml with its type, default and meaning."""

from collections.abc import Mapping
from typing import Annotated, Literal

from generator.text.schema import (
    Free,
    Id,
    Many,
    RecordField,
    Text,
    Truth,
    WebAddress,
    Whole,
    WrongValueError,
    or_just,
    read_with,
    record,
)
from generator.text.style.colours import PATTERN, is_colour

LintLevel = Literal["error", "warning", "off"]
DateStyle = Literal["day-first", "month-first", "iso"]
FontChoice = Literal["bundled", "system", "none"]
"""Where the letters of the pages come from."""
FeedList = Literal["topics", "officials"]


def _as_colour(value: object) -> str:
    if isinstance(value, str) and is_colour(value):
        return value
    said = f"{value!r} is not a colour" if isinstance(value, str) else "a colour is expected here"
    message = f'{said}; write # and three or six of 0-9 and a-f in quotes, such as "#8c1d2f"'
    raise WrongValueError("bad-colour", message)


Colour = Annotated[str, read_with(_as_colour, f"^{PATTERN}$")]
"""A colour as CSS writes it: #rgb or #rrggbb."""


@record
class Edition:
    """A version of the book for some readers: `internal`, `members`, `public`."""

    id: Id
    name: Text | None = None
    includes: Many[Id] = ()
    """Editions whose briefings also stand in this one; briefings without one stand in all."""


@record
class Feeds:
    """Which feeds there are beside that of the whole book, and what they carry."""

    entries: Whole = RecordField(default=30, ge=1, le=500)
    """How many briefings a feed lists, newest first."""
    lists: Many[FeedList] = ("topics", "officials")
    """The sections in which each topic or official has feeds of its own; `[]` for none."""


@record
class NavigationItem:
    """A link of the masthead."""

    text: Text
    to: Text
    """An address of the site (`topics/index.html`) or of the web."""


@record
class Theme:
    """How the default theme looks."""

    accent: Colour | None = None
    """The one colour of the pages, in quotes: `"#8c1d2f"`.

    Everything that it stands for is made from it: the dark scheme, tints, print, the icon.
    """
    accent_dark: Colour | None = None
    """The accent of the dark scheme; left out, the accent made light enough to be read."""
    fonts: FontChoice = "bundled"
    """Where the letters come from: the theme, the reader's system, or the browser alone."""
    footer: Text | None = None
    """A sentence at the foot of every page."""
    language: Text | None = None
    """The language of the theme's own words (BCP 47); left out, the book's, if it is known."""
    dates: DateStyle = "day-first"
    """How days are written: `13 Nov 2024`, `Nov 13, 2024` or `2024-11-13`."""
    navigation: Many[NavigationItem] = ()
    """The masthead's links; left out, the sections of the book."""
    logo: Text | None = None
    """The sign in the masthead, by its path below content/: `assets/logo.svg`."""
    cards: Truth = False
    """Whether a picture is drawn for each briefing and official, for social networks to show
    beside a link to the page.

    Drawing needs Pillow: `pip install "briefbook[cards]"`.  Pages name the picture where
    `base_url` is known.
    """


@record
class Config:
    """The settings of a book."""

    title: Text
    """The name of the book."""
    base_url: WebAddress | None = None
    """Where the site will be found, such as https://example.org/book/.

    Feeds and search engines need it; pages do not.
    """
    language: Text = "en"
    """The language of the book (BCP 47): `en`, `en-GB`."""
    description: Text | None = None
    """What the book is, in one sentence."""
    content: Text = "content"
    """The folder of articles and YAML."""
    output: Text = "output"
    """The folder that the site is written to."""
    templates: Text = "templates"
    """The folder of the book's own templates; they come before the packaged ones."""
    editions: Many[Annotated[Edition, or_just("id", Edition)]] = ()
    """The editions that briefings may belong to."""
    default_edition: Id | None = None
    """The edition that is built when none is named; left out, the first."""
    pages_per_list: Whole = RecordField(default=50, ge=5, le=1000)
    """How many items a long list shows on one page."""
    feeds: Feeds = RecordField(default_factory=Feeds)
    lint: Mapping[str, LintLevel] = RecordField(default_factory=dict)
    """How grave a warning is in this book: its code, then error, warning or off."""
    theme: Theme = RecordField(default_factory=Theme)
    x: Free = RecordField(default_factory=dict)
