"""Where things stand on the site.  Addresses are kept for ever, so they are made here alone."""

import unicodedata
from typing import Final

HOME: Final = "index.html"
CORRECTIONS: Final = "corrections.html"
QUESTIONS: Final = "questions.html"
NOT_FOUND: Final = "404.html"
STATEMENT_ANCHOR: Final = "st-"
SECTIONS: Final = (
    "briefings",
    "officials",
    "topics",
    "places",
    "organizations",
    "statements",
    "archive",
    "claims",
    "glossary",
)

SECTIONS_OF_A_BRIEFING: Final = (
    "on-the-record",
    "judgments",
    "known",
    "open-questions",
    "watch",
    "sources",
    "corrections",
    "changes",
)
"""The ids of the sections below a briefing's text."""


def section(name: str) -> str:
    """Give the address of a section's index: `topics/index.html`."""
    return f"{name}/index.html"


def thing(kind: str, identifier: str) -> str:
    """Give the address of an official, topic, place or organization by its id."""
    return f"{kind}/{identifier}.html"


def letter(kind: str, initial: str) -> str:
    """Give the address of one letter of a register that is too long for one page.

    >>> letter("officials", "A"), letter("places", "Ш"), letter("places", "#")
    ('officials/by-letter/a.html', 'places/by-letter/u0428.html', 'places/by-letter/other.html')
    """
    name = initial.lower() if initial.isascii() else f"u{ord(initial):04x}"
    return f"{kind}/by-letter/{'other' if initial == '#' else name}.html"


def claim(identifier: str) -> str:
    """Give the address of a claim in the list of claims."""
    return f"{section('claims')}#{identifier}"


def article(name: str, slug: str | None = None) -> str:
    """Give the address of a briefing or page by its path below content/.

    >>> article("briefings/2024/11/nk.md", "north-korea")
    'briefings/2024/11/north-korea.html'
    """
    folder, _, file = name.rpartition("/")
    return f"{folder}/{slug or file.rsplit('.', 1)[0]}.html"


def card(page: str) -> str:
    """Give the address of the picture that social networks show beside a link to a page.

    >>> card("officials/mark-rutte.html")
    'cards/officials/mark-rutte.png'
    """
    return f"cards/{page.removesuffix('.html')}.png"


def feed(page: str, suffix: str) -> str:
    """Give the address of a page's feed; `suffix` is xml (Atom) or json.

    >>> feed("topics/missiles.html", "xml"), feed("index.html", "json")
    ('topics/missiles/feed.xml', 'feed.json')
    """
    folder = page.removesuffix("index.html").removesuffix(".html").rstrip("/")
    return f"{folder}/feed.{suffix}" if folder else f"feed.{suffix}"


def folded(url: str) -> str:
    """Give the form in which addresses are equal on disks that fold case or accents."""
    if url.isascii():
        return url.lower()
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", url).casefold())
