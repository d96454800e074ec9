"""Briefings that were linked before are those that linking them now would give."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from generator.diagnostics import Outcome
from generator.linking import LinkedBefore, link_anew
from generator.model.shelf import Shelf
from generator.model.site import Digests, Site
from generator.parsing import parse_book
from generator.pipeline.link import LinkEach, link_site
from generator.pipeline.parse_config import parse_config
from generator.pipeline.read import read_book, read_config
from generator.report import Settings
from generator.runtime.in_memory import InMemory
from tests.trees import write_tree

HEAD = "---\ntitle: {title}\npublished: 2024-11-14\ntopics: [arms]\n{more}---\n\n"
STATEMENT = """\
statements:
  - id: s1
    speaker: ana-petrova
    kind: paraphrase
    text: It sails.
    source: wire
sources: [wire]
"""
QUOTED = """\
edition: members
statements:
  - {id: q1, speaker: ana-petrova, kind: quote, text: We will not wait, source: wire}
"""
A, B, C, D = (f"content/briefings/2024/{name}.md" for name in "abcd")
WORDS = (
    "Ana Petrova.",
    "Jan Roe.",
    "Minister Petrova.",
    "[Ana](official:ana-petrova)",
    "[b](b.md)",
    "[part](b.md#part)",
    "[s](statement:s1)",
    "[id](briefing:b)",
    "![](../../assets/x.svg)",
)
"""What asks the rest of the book one thing, in an article of its own: it must be enough."""
OFFICIAL = "id: ana-petrova\nname: {name}\nroles: []\n"
ANA = "content/officials/ana-petrova.yaml"
JAN = "content/officials/jan-roe.yaml"
MINISTER = """\
id: ana-petrova
name: Ana Petrova
roles:
  - {role: Minister, label: Minister of Estara, organization: estara, start_date: 2024-01-01}
"""
SOURCES = "content/sources.yaml"
WIRE = """\
- id: wire
  title: Wire
  publisher: W
  url: https://w.example/
  capture: {{file: captures/{copy}}}
"""
DESK = "title: Desk\neditions: [{{id: {edition}, name: Them}}]\n"
BOOK = {
    "config.yaml": DESK.format(edition="members"),
    "content/topics.yaml": "- {id: arms, name: Arms}\n",
    SOURCES: WIRE.format(copy="wire.txt"),
    "content/captures/wire.txt": "She said: we will not wait.\n",
    "content/captures/other.txt": "Ships.\n",
    "content/organizations.yaml": "- {id: estara, name: Estara, classification: ministry}\n",
    ANA: OFFICIAL.format(name="Ana Petrova"),
    "content/assets/x.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"/>',
    A: HEAD.format(title="A", more="") + "Words.\n",
    B: HEAD.format(title="B", more=STATEMENT) + "## Part\n\nWords.\n",
    C: HEAD.format(title="C", more="") + "Words.\n",
    D: HEAD.format(title="D", more=QUOTED) + "Words.\n",
    **{
        f"content/briefings/2024/x{n}.md": f"{HEAD.format(title=f'X{n}', more='')}{words}\n"
        for n, words in enumerate(WORDS)
    },
}
BROKEN = "---\ntitle: [\n---\n"


class Desk:
    """One process that links a book again and again."""

    def __init__(self, root: Path) -> None:
        self.root, self.parsed, self.linked = root, InMemory(), LinkedBefore()
        self.settings = Settings(root, datetime(2025, 1, 1, tzinfo=UTC))

    def link(self, files: Mapping[str, str | None]) -> tuple[Outcome[Site], Outcome[Site]]:
        """Write files, or remove them; give the book linked anew and linked again."""
        for name, text in files.items():
            if text is None:
                (self.root / name).unlink()
            else:
                write_tree(self.root, {name: text})
        again = partial(self.linked.link, self.settings)
        return self._linked(link_anew), self._linked(again)

    def _linked(self, each: LinkEach) -> Outcome[Site]:
        config = parse_config(read_config(self.root))
        book = read_book(self.root, config).value
        assert book
        drafts = parse_book(book, self.settings, self.parsed).value
        assert drafts
        return link_site(drafts, book, config, each)


def said(outcome: Outcome[Site]) -> Outcome[Site]:
    """Give a linked book without the digests that only a memory has use for."""
    assert outcome.value
    plain = Shelf.of(replace(one, digests=Digests()) for one in outcome.value.briefings)
    return replace(outcome, value=replace(outcome.value, briefings=plain))


def body_of(outcome: Outcome[Site], title: str) -> object:
    assert outcome.value
    return next(one for one in outcome.value.briefings if one.title == title)


CHANGES: dict[str, dict[str, str | None]] = {
    "its words": {A: HEAD.format(title="A", more="") + "Other words.\n"},
    "a file it links to is gone": {B: None},
    "a file it links to cannot be read": {B: BROKEN},
    "a heading it links to is gone": {B: BOOK[B].replace("Part", "Share")},
    "an id it links to is another's": {B: BOOK[B].replace("title: B", "title: B\nid: other")},
    "an address it links to is another": {B: BOOK[B].replace("title: B", "title: B\nslug: other")},
    "a statement it links to is gone": {B: BOOK[B].replace("id: s1", "id: s2")},
    "an official it names is called otherwise": {ANA: OFFICIAL.format(name="Ana Brandt")},
    "an official it names is new": {JAN: "id: jan-roe\nname: Jan Roe\n"},
    "two officials have the name": {JAN: "id: jan-roe\nname: Ana Petrova\n"},
    "the office of an official": {ANA: MINISTER},
    "a topic of it is gone": {"content/topics.yaml": "- {id: other, name: Arms}\n"},
    "a picture it shows is another": {
        "content/assets/x.svg": BOOK["content/assets/x.svg"].replace('"2"', '"3"')
    },
    "the language of the book": {"config.yaml": BOOK["config.yaml"] + "language: de\n"},
    "its edition is gone": {"config.yaml": DESK.format(edition="desk")},
    "the kept copy has not its words": {"content/captures/wire.txt": "She said: we wait.\n"},
    "the kept copy is gone": {"content/captures/wire.txt": None},
    "its source is another copy's": {SOURCES: WIRE.format(copy="other.txt")},
    "its words are not quoted": {D: HEAD.format(title="D", more="") + "Words.\n"},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_after_a_change_a_briefing_is_as_if_linked_for_the_first_time(
    change: Mapping[str, str | None], tmp_path: Path
) -> None:
    desk = Desk(tmp_path)
    clean, _ = desk.link(BOOK)

    there, again = desk.link(change)
    back, back_again = desk.link({name: BOOK.get(name) for name in change})

    assert said(again) == said(there) != said(clean)
    assert said(back_again) == said(back) == said(clean)


def test_a_heading_is_looked_for_once_its_file_can_be_read(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.link({**BOOK, B: BROKEN})

    there, again = desk.link({B: BOOK[B].replace("Part", "Share")})

    assert said(again) == said(there)
    assert [one.code for one in again.problems if one.severity == "error"] == ["broken-link"]


def test_a_guess_at_what_was_meant_is_made_anew(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.link({**BOOK, A: BOOK[A] + "[b](bears.md)\n"})

    there, again = desk.link({"content/briefings/2024/beards.md": BOOK[C]})

    assert said(again) == said(there)
    assert any("beards.md" in problem.hint for problem in again.problems)


def test_what_nothing_concerns_is_not_linked_again(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    _, before = desk.link(BOOK)

    _, after = desk.link({B: BOOK[B].replace("Words.", "More words.")})

    assert body_of(after, "A") is body_of(before, "A")
    assert body_of(after, "C") is body_of(before, "C")
    assert body_of(after, "B") is not body_of(before, "B")


CONCERNED: dict[str, tuple[dict[str, str | None], set[str]]] = {
    "an official whom no text names": ({JAN: "id: jan-poe\nname: Jan Poe\n"}, set()),
    "an official whom a text names": ({JAN: "id: jan-roe\nname: Jan Roe\n"}, {"X1"}),
    "an office": ({ANA: MINISTER}, {"B", "D", "X2"}),
    "a source": ({SOURCES: BOOK[SOURCES] + BOOK[SOURCES].replace("wire", "post")}, set()),
    "a source of quoted words": ({SOURCES: WIRE.format(copy="other.txt")}, {"D"}),
    "a kept copy with quoted words": ({"content/captures/wire.txt": "Ships.\n"}, {"D"}),
    "another kept copy": ({"content/captures/other.txt": None}, set()),
    "an edition": ({"config.yaml": DESK.format(edition="desk")}, {"D"}),
}
"""What changes, and the titles of the briefings that ask for it."""


@pytest.mark.parametrize(("change", "concerned"), CONCERNED.values(), ids=CONCERNED)
def test_a_change_concerns_those_that_ask_for_it(
    change: Mapping[str, str | None], concerned: set[str], tmp_path: Path
) -> None:
    desk = Desk(tmp_path)
    _, before = desk.link(BOOK)
    assert before.value

    _, after = desk.link(change)

    titles = {one.title for one in before.value.briefings}
    other = {one for one in titles if body_of(after, one) is not body_of(before, one)}
    assert other == concerned
