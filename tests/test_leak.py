"""What is held back is nowhere on the site: in no name of a file and in no byte of one.

Every field of a held-back briefing has a word that stands nowhere else; after a build the
whole site is searched for these words.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner

from generator.build import build
from generator.cli import main
from generator.report import Settings
from generator.text.dates import parse_date
from tests.made import make
from tests.trees import write_tree

NOW: Final = parse_date("2025-01-15").begins
LATER: Final = parse_date("2025-03-01").begins

HELD: Final = {
    "draft": "status: draft",
    "withheld": "status: withheld",
    "embargoed": "embargoed: 2025-02-01T09:00Z",
    "expired": "expires: 2025-01-01",
    "internal": "edition: internal",
    "canceledearly": "status: canceled\nembargoed: 2025-02-01",
    "canceledlate": "status: canceled\nexpires: 2025-01-01",
    "canceledinside": "status: canceled\nedition: internal",
}
"""What keeps each briefing back; the key is the beginning of all its words."""

BRIEFING: Final = """\
---
{held}
id: {m}id
slug: {m}slug
aliases: [{m}alias, 2023/{m}older]
title: A {m}title
dek: A {m}dek
summary: A {m}summary
published: 2024-12-{day}
updated: 2025-01-02
byline: A {m}byline
dateline: A {m}dateline
series: A {m}series
{note}
language: x-{m}
topics: [arms, quiet]
places: [halden]
sources: [{{id: transcript, locator: {m}locator}}]
rights: {{copyright_holder: A {m}holder, notice: A {m}notice, credit: A {m}credit}}
key_points: [A {m}point]
new: [A {m}new]
not_new: [A {m}old]
disputed: [A {m}dispute]
watch: [A {m}watch]
knowns: [A {m}known]
key_judgments: [{{text: A {m}judgment, confidence: low}}]
unknowns:
  - {{id: {m}question, text: A {m}question?, status: open}}
  - {{id: {m}settled, text: A {m}settled?, status: answered, answered_by: open-{kind}}}
changes: [{{date: 2025-01-02, note: A {m}change}}]
corrections: [{{date: 2025-01-02, was: A {m}was, now: A {m}now}}]
statements:
  - id: {m}statement
    speaker: ana-petrova
    kind: quote
    text: No {m}quote leaves here.
    original: {{text: A {m}original, language: ee, translator: A {m}translator}}
    date: 2024-12-01
    date_text: A {m}weekday
    date_basis: inferred-from-publication
    place: halden
    event: A {m}event
    topics: [quiet]
    claims: [{{claim: port-closed, stance: denies}}]
    source: {{id: transcript, locator: {m}page}}
    reported_by: A {m}reporter
    supersedes: [open-{kind}-said]
    note: A {m}remark
  - id: {m}unnamed
    speaker: unknown
    speaker_label: A {m}label
    kind: paraphrase
    text: A {m}paraphrase
    source: transcript
x: {{{m}key: A {m}value}}
---
# A {m}heading

Ana Petrova gave a {m}sentence. “No {m}quote leaves here,” a {m}original.[^1]

[^1]: A {m}footnote.
"""

PUBLIC: Final = """\
---
id: open-{kind}
title: Open words on {kind}
published: 2024-11-{day}
topics: [arms]
follows: {m}id
summary: See [this](briefing:{m}id).
ed_note: See [this](statement:{m}statement).
key_points: ["See [this](briefing:{m}alias)."]
unknowns:
  - {{id: asked-{kind}, text: "Who [pays](briefing:{m}id)?", status: answered, answered_by: {m}id}}
statements:
  - id: open-{kind}-said
    speaker: ana-petrova
    kind: quote
    text: We will not wait.
    source: transcript
    responds_to: [{m}statement]
    same_as: [{m}statement]
    supersedes: [{m}unnamed]
---
“We will not wait,” Ana Petrova said. See [this](briefing:{m}id), [that](statement:{m}statement),
[the file](../12/{m}file.md) and [its end](briefing:{m}id#h-a-{m}heading).
"""

BOOK: Final = {
    "config.yaml": "title: Halden Desk\nbase_url: https://example.org/\n"
    "editions: [public, {id: internal, includes: [public]}]\n",
    "content/topics.yaml": "- {id: arms, name: Arms}\n- {id: quiet, name: Quiet things}\n",
    "content/places.yaml": "- {id: halden, name: Halden}\n",
    "content/claims.yaml": "- {id: port-closed, text: The port is closed., topics: [arms]}\n",
    "content/sources.yaml": "- {id: transcript, title: Remarks, capture: {file: captures/r.txt}}\n",
    "content/captures/r.txt": "We will not wait. This capturemark is never published.\n",
    "content/officials.yaml": "- {id: ana-petrova, name: Ana Petrova}\n",
    "content/pages/about.md": "---\ntitle: About\n---\n[1](plans.md), [2](briefing:draftmarkid)\n",
    "content/pages/plans.md": "---\ntitle: pagemark\ndek: pagemark\nstatus: draft\n---\npagemark\n",
}
"""The book around them, in which a public text refers to each of them in every way."""


def marker(kind: str) -> str:
    return f"{kind}mark"


def held_back(kind: str, held: str, day: int) -> dict[str, str]:
    """Make a held-back briefing and the public one that refers to it."""
    mark = marker(kind)
    note = f"ed_note: A {mark}note"
    return {
        f"content/briefings/2024/12/{mark}file.md": BRIEFING.format(
            kind=kind, held=held, m=mark, note=note, day=day
        ),
        f"content/briefings/2024/11/open-{kind}.md": PUBLIC.format(kind=kind, m=mark, day=day),
    }


def whole_book() -> dict[str, str]:
    files = dict(BOOK)
    for day, (kind, held) in enumerate(HELD.items(), start=10):
        files |= held_back(kind, held, day)
    return files


def site_of(book: Path, now: datetime = NOW, edition: str | None = None) -> Mapping[str, str]:
    """Make a site and give its files as text, with their names as their first lines."""
    made = make(Settings(root=book, now=now, edition=edition))
    return {
        one.url: f"{one.url}\n{one.data.decode(errors='replace')}".lower()
        for one in made.outputs
        if not one.url.startswith("static/")
    }


def files_with(word: str, site: Mapping[str, str]) -> list[str]:
    return sorted(url for url, text in site.items() if word in text)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tree(tmp_path_factory.mktemp("leak"), whole_book())


@pytest.fixture(scope="module")
def site(book: Path) -> Mapping[str, str]:
    return site_of(book)


@pytest.mark.parametrize("mark", [*map(marker, HELD), "pagemark", "capturemark"])
def test_no_word_of_what_is_held_back_is_on_the_site(mark: str, site: Mapping[str, str]) -> None:
    assert files_with(mark, site) == []


@pytest.mark.parametrize("kind", HELD)
def test_the_words_of_links_to_what_is_held_back_stay(kind: str, site: Mapping[str, str]) -> None:
    page = site[f"briefings/2024/11/open-{kind}.html"]

    assert "see this, that,\nthe file and its end." in page
    assert "see this." in page


def test_on_disk_too_no_word_of_what_is_held_back_is_found(book: Path, tmp_path: Path) -> None:
    build(Settings(root=book, now=NOW, output=tmp_path / "site"))

    found = [
        path.relative_to(tmp_path).as_posix()
        for path in tmp_path.rglob("*")
        for kind in HELD
        if marker(kind) in path.as_posix()
        or (path.is_file() and marker(kind).encode() in path.read_bytes().lower())
    ]
    assert found == []


MOST_FIELDS: Final = """
title dek summary byline dateline series note locator holder notice credit point new old dispute
watch known judgment question change was now statement quote original translator weekday event page
reporter remark label paraphrase heading sentence footnote slug alias older
"""


def test_once_the_embargo_is_over_every_field_is_on_the_site(book: Path) -> None:
    site = site_of(book, now=LATER)

    missing = [
        one for one in MOST_FIELDS.split() if not files_with(f"{marker('embargoed')}{one}", site)
    ]
    assert missing == []
    assert "topics/quiet/feed.json" in files_with(marker("embargoed"), site)


def test_the_edition_that_a_briefing_is_for_has_it(book: Path) -> None:
    site = site_of(book, edition="internal")

    assert files_with("internalmarktitle", site)
    assert not files_with("draftmark", site)


def test_a_briefing_that_is_withdrawn_again_is_gone_from_the_disk(tmp_path: Path) -> None:
    files = held_back("embargoed", HELD["embargoed"], 10) | held_back("draft", HELD["draft"], 11)
    book = write_tree(tmp_path, {**BOOK, **files})
    build(Settings(root=book, now=LATER))
    public = paths_with("embargoedmark", book / "output")
    write_tree(book, held_back("embargoed", HELD["withheld"], 10))

    build(Settings(root=book, now=LATER))

    assert len(public) > 20
    assert paths_with("embargoedmark", book / "output") == []


def paths_with(word: str, folder: Path) -> list[Path]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return [one for one in files if word in one.as_posix() or word.encode() in one.read_bytes()]


def test_of_a_canceled_briefing_only_address_date_and_note_stay(tmp_path: Path) -> None:
    files = held_back("canceled", "status: canceled", 20) | held_back("draft", HELD["draft"], 21)
    file = "content/briefings/2024/12/canceledmarkfile.md"
    files[file] = files[file].replace("A canceledmarknote", "See [the plan](briefing:draftmarkid).")

    site = site_of(write_tree(tmp_path, {**BOOK, **files}))

    address = "briefings/2024/12/canceledmarkslug.html"
    old = ["briefings/2023/canceledmarkolder.html", "briefings/2024/12/canceledmarkalias.html"]
    assert files_with("canceledmark", site) == sorted([address, *old])
    assert "see the plan." in site[address]
    for url in (address, *old):
        assert set(re.findall(r"canceledmark\w*", site[url])) <= {
            "canceledmarkslug",
            "canceledmarkalias",
            "canceledmarkolder",
        }


def test_a_build_tells_what_it_held_back_and_until_when(book: Path, tmp_path: Path) -> None:
    options = ["--root", str(book), "--as-of", "2025-01-15", "--output", str(tmp_path / "site")]

    result = CliRunner().invoke(main, ["build", *options])

    folder = "content/briefings/2024/12"
    assert sorted(told_of(result.stdout.splitlines())) == [
        f"held back: {folder}/canceledearlymarkfile.md (canceled)",
        f"held back: {folder}/canceledinsidemarkfile.md (canceled)",
        f"held back: {folder}/canceledlatemarkfile.md (canceled)",
        f"held back: {folder}/draftmarkfile.md (draft)",
        f"held back: {folder}/embargoedmarkfile.md (embargoed until 2025-02-01T09:00:00Z)",
        f"held back: {folder}/expiredmarkfile.md (expired 2025-01-01)",
        f"held back: {folder}/internalmarkfile.md (edition internal)",
        f"held back: {folder}/withheldmarkfile.md (withheld)",
        "held back: content/pages/plans.md (draft)",
    ]


def told_of(lines: Iterable[str]) -> list[str]:
    return [line for line in lines if line.startswith("held back")]
