"""Edits of a small book, as an editor, a designer and misfortune make them."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from generator.runtime.kept import FOLDER

BRIEFINGS: Final = "content/briefings"
ARTICLE: Final = """\
---
title: {title}
published: {day}
topics: [{topic}]
{more}statements:
  - id: {id}
    speaker: {speaker}
    kind: quote
    text: We will not wait.
    date: {day}
    source: transcript
---
{speaker_name} spoke in Halden. “We will not wait,” she said. {words}
"""
OFFICIAL: Final = """\
id: {id}
name: {name}
roles:
  - role: Minister
    label: {office}
    organization: estara-mfa
    start_date: {since}
"""
NAMES: Final = {"ana-petrova": "Ana Petrova", "ilse-brandt": "Ilse Brandt"}
SPEAKERS: Final = tuple(NAMES)
TOPICS: Final = ("arms", "ports")
DAYS: Final = ("2024-11-13", "2024-11-14", "2025-02-01")
HELD_BACK: Final = {"embargoed": "under embargo", "expiring": "expiring", "inside": "internal"}
"""Briefings that a book has from the beginning, so that what is asked for makes a difference."""
MORE: Final = {
    "nothing": "",
    "a draft": "status: draft\n",
    "canceled": "status: canceled\n",
    "under embargo": "embargoed: 2024-12-01\n",
    "expiring": "expires: 2024-12-10\n",
    "internal": "edition: internal\n",
    "another address": "slug: elsewhere\n",
    "an old address": "aliases: [old.html]\n",
    "a turning point": "turning_point: It begins\n",
    "a follower": "follows: briefings/one\n",
}
START: Final[Mapping[str, str]] = {
    "config.yaml": "title: Halden Desk\ntheme: {fonts: none}\neditions:\n"
    "  - {id: public, name: P}\n"
    "  - {id: internal, name: I, includes: [public]}\n",
    "content/topics.yaml": "".join(f"- {{id: {one}, name: On {one}}}\n" for one in TOPICS),
    "content/organizations.yaml": "- {id: estara-mfa, name: Ministry, classification: ministry}\n",
    "content/sources.yaml": "- {id: transcript, title: Press conference, publisher: Gazette}\n",
    **{
        f"content/officials/{one}.yaml": OFFICIAL.format(
            id=one, name=NAMES[one], office="Minister", since="2021-03-01"
        )
        for one in SPEAKERS
    },
}


def beginning() -> dict[str, str]:
    """Give the files of the book as it begins."""
    held = {name: article(name, title=name, more=MORE[more]) for name, more in HELD_BACK.items()}
    articles = {"one": article("one"), "other": article("other", topic="ports"), **held}
    return {**START, **{f"{BRIEFINGS}/{name}.md": text for name, text in articles.items()}}


TEMPLATES: Final[Mapping[str, str]] = {
    "404.html": '{% extends "base.html" %}{% block content %}<p>Nothing here</p>{% endblock %}',
    "briefing.html": '{% extends "theme/briefing.html" %}{% block rail %}<p>Rail</p>{% endblock %}',
    "static/custom.css": "p { margin: 0 }\n",
    "_macros.html": "{% macro broken( %}",
}


def article(name: str, **said: str) -> str:
    """Give the text of a briefing in a file of this name; all that is left out is as usual."""
    usual = {
        "title": "Talks resume", "day": DAYS[0], "topic": "arms", "more": "",
        "speaker": SPEAKERS[0], "words": "Nothing else.",
    }  # fmt: skip
    chosen = {**usual, **said}
    speaker_name = NAMES[chosen["speaker"]]
    return ARTICLE.format(**chosen, id=Path(name).name, speaker_name=speaker_name)


Misfortune = Callable[[Path, Path], object]
"""What happens to the records and the site; the second folder keeps an older copy of the first."""


def _copy(root: Path, older: Path) -> None:
    if (root / FOLDER).is_dir():
        shutil.rmtree(older, ignore_errors=True)
        shutil.copytree(root / FOLDER, older)


def _restore(root: Path, older: Path) -> None:
    if older.is_dir():
        shutil.rmtree(root / FOLDER, ignore_errors=True)
        shutil.copytree(older, root / FOLDER)


def _damage(root: Path, _: Path) -> None:
    for path in sorted((root / FOLDER).glob("*.*")):
        data = bytearray(path.read_bytes())
        for place in range(len(data) // 3, len(data), 997):
            data[place] ^= 1
        path.write_bytes(data)


def _damage_words(root: Path, _: Path) -> None:
    """Change letters in what texts became, which leaves every structure whole."""
    for path in sorted((root / FOLDER).glob("*.sqlite")):
        path.write_bytes(path.read_bytes().replace(b"spoke in", b"spake in"))


def _lose_pages(root: Path, _: Path) -> None:
    for path in sorted((root / "output").glob("*/*.html"))[::2]:
        path.unlink()


MISFORTUNES: Final[Mapping[str, Misfortune]] = {
    "records are lost": lambda root, _: shutil.rmtree(root / FOLDER, ignore_errors=True),
    "records are copied": _copy,
    "an older copy comes back": _restore,
    "records are damaged": _damage,
    "words in records are damaged": _damage_words,
    "pages are lost": _lose_pages,
    "the site is lost": lambda root, _: shutil.rmtree(root / "output", ignore_errors=True),
}
