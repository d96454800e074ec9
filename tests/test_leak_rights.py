"""Text that the desk may not publish stands nowhere on the site but in the excerpt."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from generator.report import Settings
from generator.text.dates import parse_date
from tests.made import make
from tests.trees import write_tree

BODY: Final = """\
Alpha beta gamma. {m} opens it.

Bo Lind told a {m}crowd of a {m}plan. Ana Petrova said: “No {m}quote here.” So {m}ended it.

## A {m}heading

- A {m}item of *{m}words* and [a {m}link](https://example.org/{m}address "{m}title")

![A {m}picture](../assets/map.png)

[](statement:{m}-block)

| {m}head | {m}cell |
|---------|---------|
| {m}row  | {m}end  |

It was {m}noted.[^1]

[^1]: A {m}footnote.

*[ABC]: A {m}abbreviation
ABC.
"""
META: Final = """\
---
title: Words of others
published: 2024-12-{day}
topics: [arms]
rights: {rights}
statements:
  - {{id: {m}-said, speaker: bo-lind, kind: quote, text: No {m}quote here, source: transcript}}
  - {{id: {m}-block, speaker: bo-lind, kind: position, text: The desk's words., source: transcript}}
---
"""
WIRE: Final = """\
Ships leave the port of Halden

A dek with the wiremark that was taken from the article itself

By Ana Author

Alpha beta gamma. Bo Lind named the wiremark ships that left.

The wiremark went on with the ships in a long line of words.

Read More: a wiremark
"""
WIRE_META: Final = """\
published: 2024-12-03
topics: [arms]
rights: {publish: metadata}
"""
BOOK: Final = {
    "config.yaml": "title: Halden Desk\nbase_url: https://example.org/\n",
    "content/topics.yaml": "- {id: arms, name: Arms}\n",
    "content/sources.yaml": "- {id: transcript, title: Remarks}\n",
    "content/assets/map.png": "A picture.\n",
    "content/officials.yaml": (
        "- {id: ana-petrova, name: Ana Petrova}\n- {id: bo-lind, name: Bo Lind}\n"
    ),
    "content/briefings/excerpt.md": (
        META.format(m="excerptmark", day="01", rights="{publish: excerpt, excerpt_words: 3}")
        + BODY.format(m="excerptmark")
    ),
    "content/briefings/metadata.md": (
        META.format(m="metadatamark", day="02", rights="{publish: metadata}")
        + BODY.format(m="metadatamark")
    ),
    "content/briefings/wire.txt": WIRE,
    "content/briefings/wire.yaml": WIRE_META,
}
OF_THE_DESK: Final = ("{m}-said", "{m}-block", "no {m}quote here")
"""What the desk has written down itself; it stands beside the text and stays."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    book = write_tree(tmp_path_factory.mktemp("rights"), BOOK)
    return site_of(book)


def site_of(book: Path) -> Mapping[str, str]:
    made = make(Settings(root=book, now=parse_date("2025-01-15").begins))
    return {
        one.url: one.data.decode(errors="replace").lower()
        for one in made.outputs
        if not one.url.startswith("static/")
    }


@pytest.mark.parametrize("mark", ["excerptmark", "metadatamark", "wiremark"])
def test_no_word_beyond_what_rights_allow_is_on_the_site(
    mark: str, site: Mapping[str, str]
) -> None:
    for url, text in site.items():
        rest = text
        for words in OF_THE_DESK:
            rest = rest.replace(words.format(m=mark), "")
        assert mark not in rest, url


def test_the_excerpt_is_published_and_says_that_it_is_one(site: Mapping[str, str]) -> None:
    page = site["briefings/excerpt.html"]

    assert "alpha beta gamma.…" in page
    assert "alpha" not in site["briefings/metadata.html"]
    assert "alpha" not in site["briefings/wire.html"]


def test_the_desks_own_statements_stay(site: Mapping[str, str]) -> None:
    for mark in ("excerptmark", "metadatamark"):
        page = site[f"briefings/{mark.removesuffix('mark')}.html"]

        assert page.count(f'id="st-{mark}-said"') == 1
        assert page.count(f'id="st-{mark}-block"') == 1
        assert "the desk's words." in site["officials/bo-lind.html"]


def test_whoever_follows_an_official_still_gets_the_briefing(site: Mapping[str, str]) -> None:
    assert "words of others" in site["officials/ana-petrova/feed.json"]


def test_with_full_rights_every_word_is_there(tmp_path: Path) -> None:
    files = {
        name: text.replace("rights: {publish: excerpt, excerpt_words: 3}", "x: {}").replace(
            "rights: {publish: metadata}", "x: {}"
        )
        for name, text in BOOK.items()
    }

    site = site_of(write_tree(tmp_path, files))

    for mark in ("excerptmark", "metadatamark"):
        found = {url for url, text in site.items() if f"{mark}plan" in text}
        assert "officials/bo-lind.html" in found
        assert {"feed.xml", "feed.json", "officials/bo-lind/feed.json"} <= found
    assert "wiremark" in site["officials/bo-lind.html"]


@pytest.mark.parametrize("words", range(1, 60, 7))
def test_however_long_the_excerpt_is_no_later_word_gets_out(words: int, tmp_path: Path) -> None:
    body = " ".join(f"{'Bo Lind' if n % 9 == 0 else 'say'} word{n}end." for n in range(60))
    meta = META.format(
        m="m", day="01", rights=f"{{publish: excerpt, excerpt_words: {words}}}"
    ).partition("statements:")[0]
    files = {
        **{name: text for name, text in BOOK.items() if "/briefings/" not in name},
        "content/briefings/long.md": f"{meta}---\n{body}\n",
    }

    site = site_of(write_tree(tmp_path, files))

    allowed = " ".join(body.split()[:words]).lower()
    for url, text in site.items():
        for n in range(60):
            assert f"word{n}end" not in text or f"word{n}end" in allowed, (url, n)
