"""A small book with the same few texts in every field that takes text."""

import json
from collections.abc import Callable, Mapping, Sequence
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from generator.report import Settings
from generator.text.dates import parse_date
from tests.made import make
from tests.trees import write_tree

BODY: Final = "“We will not wait,” Ana Petrova said.\n"
WIRE: Final = (
    "Ships leave the port\n\nThe ships left. Nobody knows why they did, or when they return.\n"
)
_NOW: Final = parse_date("2025-01-15").begins
_HIDDEN: Final = {"\u2028": "\\u2028", "\u2029": "\\u2029", "\ufeff": "\\ufeff"}
"""What ends a line or shows nowhere may only be written as a code."""

Site = Mapping[str, str]
"""The text of every file of a site by its address, the theme's own files left out."""
Say = Callable[[], str]


def site_with(texts: Sequence[str], *, body: str = BODY, wire: str = WIRE) -> Site:
    """Make the site of a book in which each field has one of the texts, in their order."""
    files = {name: as_yaml(record) for name, record in records(texts).items()}
    articles = {
        "content/assets/face.svg": '<svg viewBox="0 0 9 9"/>',
        "content/briefings/talks.md": f"Text.\n\n{body}",
        "content/briefings/wire.txt": wire,
        "content/pages/about.md": f"Text.\n\n{body}",
    }
    with TemporaryDirectory() as folder:
        book = write_tree(Path(folder), {**files, **articles})
        made = make(Settings(root=book, now=_NOW))
    return {one.url: one.data.decode() for one in made.outputs if "static/" not in one.url}


def as_yaml(value: object) -> str:
    """Write a value as YAML, whatever its texts hold."""
    text = json.dumps(value, ensure_ascii=False)
    for character, escape in _HIDDEN.items():
        text = text.replace(character, escape)
    return f"{text}\n"


def records(texts: Sequence[str]) -> dict[str, Any]:
    """Give the YAML files of the book as plain values."""
    say = cycle(texts).__next__
    return {
        "config.yaml": _settings(say),
        "content/officials.yaml": _officials(say),
        **_registries(say),
        "content/briefings/talks.yaml": _briefing(say),
        "content/briefings/wire.yaml": {
            "published": "2024-11-15",
            "topics": "arms",
            "rights": {"publish": "excerpt", "notice": say(), "credit": say()},
        },
        "content/briefings/gone.yaml": {
            "title": say(),
            "published": "2024-11-12",
            "topics": "arms",
            "status": "canceled",
            "ed_note": say(),
        },
        "content/briefings/gone.md": "",
        "content/pages/about.yaml": {"title": say(), "dek": say(), "language": say()},
    }


def _settings(say: Say) -> dict[str, Any]:
    return {
        "title": say(),
        "description": say(),
        "language": say(),
        "base_url": "https://example.org/book/",
        "editions": [{"id": "public", "name": say()}],
        "theme": {
            "footer": say(),
            "navigation": [{"text": say(), "to": "topics/index.html"}],
        },
        "x": {"free": say()},
    }


def _officials(say: Say) -> list[dict[str, Any]]:
    return [
        {
            "id": "ana",
            "name": say(),
            "sort_name": say(),
            "family_name": say(),
            "given_name": say(),
            "honorific_prefix": say(),
            "other_names": [{"name": "Ana Petrova"}, {"name": say(), "note": say()}],
            "identifiers": [{"scheme": say(), "identifier": say()}],
            "summary": say(),
            "image": "assets/face.svg",
            "image_alt": say(),
            "image_credit": say(),
            "links": [{"url": address(say), "note": say()}, {"url": address(say)}],
            "roles": [
                {
                    "role": say(),
                    "label": say(),
                    "organization": "ministry",
                    "post": say(),
                    "area": say(),
                }
            ],
        }
    ]


def _registries(say: Say) -> dict[str, Any]:
    body = {"abbreviation": say(), "classification": say(), "area": say()}
    source = {"author": [say(), say()], "language": say(), "note": say(), "tier": "news"}
    return {
        "content/organizations.yaml": [{"id": "ministry", "name": say(), **body}],
        "content/topics.yaml": [
            {"id": "arms", "name": say(), "description": say(), "scope_note": say()},
            {
                "id": "ports",
                "name": say(),
                "parent": "arms",
                "owner": say(),
                "other_names": [say()],
                "review_every": say(),
            },
        ],
        "content/places.yaml": [
            {"id": "halden", "name": say(), "country": say(), "other_names": [{"name": say()}]}
        ],
        "content/sources.yaml": [
            {"id": "one", "title": say(), "publisher": say(), "url": address(say), **source},
            {
                "id": "two",
                "url": f"https://a{nowhere(say)}",
                "archive_url": address(say),
                "derives_from": "one",
            },
        ],
        "content/claims.yaml": [{"id": "closed", "text": say(), "topics": "arms", "note": say()}],
        "content/glossary.yaml": [
            {"term": say(), "abbreviation": say(), "definition": say(), "other_names": say()}
        ],
    }


def address(say: Say) -> str:
    """Make a web address that holds a text."""
    return f"https://example.org/{nowhere(say)}"


def nowhere(say: Say) -> str:
    """Give a text without its space, as a part of an address."""
    return "".join(say().split())


def _briefing(say: Say) -> dict[str, Any]:
    lists = ("key_points", "new", "not_new", "disputed", "watch", "knowns")
    return {
        "title": say(),
        "dek": say(),
        "summary": say(),
        "published": "2024-11-14",
        "updated": "2024-11-16",
        "topics": ["arms", "ports"],
        "places": "halden",
        "officials": "ana",
        "ed_note": say(),
        "language": say(),
        "byline": say(),
        "dateline": say(),
        "series": say(),
        "rights": {"copyright_holder": say(), "notice": say(), "credit": say()},
        "sources": [{"id": "one", "locator": say()}, "two"],
        **{name: [say(), say()] for name in lists},
        "key_judgments": [{"text": say(), "confidence": "low"}],
        "unknowns": [{"id": "asked", "text": say()}],
        "changes": [{"date": "2024-11-16", "note": say()}],
        "corrections": [{"date": "2024-11-16", "was": say(), "now": say()}],
        "statements": [_said(say, "quote", "We will not wait")]
        + [_said(say, kind, say()) for kind in ("paraphrase", "written", "position", "declined")],
    }


def _said(say: Say, kind: str, text: str) -> dict[str, Any]:
    return {
        "id": f"said-{kind}",
        "speaker": "ana" if kind in {"quote", "written"} else "unknown",
        "speaker_label": say(),
        "kind": kind,
        "text": text,
        "original": None
        if kind == "quote"
        else {"text": say(), "language": say(), "translator": say()},
        "date": "2024-11-13",
        "date_text": say(),
        "place": "halden",
        "event": {"name": say(), "classification": say(), "audience": say()},
        "claims": [{"claim": "closed", "stance": "denies"}],
        "source": {"id": "two", "locator": say()},
        "reported_by": say(),
        "attribution": "anonymous",
        "note": say(),
    }
