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
    or_just,
    record,
)

LintLevel = Literal["error", "warning", "off"]


@record
class Edition:
    """A version of the book for some readers: `internal`, `members`, `public`."""

    id: Id
    name: Text | None = None
    includes: Many[Id] = ()
    """Editions whose briefings also stand in this one; briefings without one stand in all."""


@record
class Feeds:
    """What the feeds carry."""

    entries: Whole = RecordField(default=30, ge=1, le=500)
    """How many briefings a feed lists, newest first."""


@record
class NavigationItem:
    """A link of the masthead."""

    text: Text
    to: Text
    """An address of the site (`topics/index.html`) or of the web."""


@record
class Theme:
    """How the default theme looks."""

    footer: Text | None = None
    """A sentence at the foot of every page."""
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
