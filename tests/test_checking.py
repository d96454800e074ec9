"""What was checked before is told as if it were checked for the first time."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from generator.checking import CheckedBefore
from generator.model.briefing import SourceRef
from generator.model.draft import SourceFile
from generator.model.shelf import Shelf
from generator.model.site import Briefing, Digests, Held, Site
from generator.model.subjects import Capture, Source
from generator.pipeline.check import Evidence, check
from generator.pipeline.quotations import Captures
from generator.report import Settings
from tests.builders import briefing, role, site, statement

WORDS = {"text": "We will not wait", "kind": "quote", "source": SourceRef(id="wire")}
TALKS = briefing("talks", statement(entry=WORDS, held=Held("computed", role())))
OTHER = briefing("other")
TEXTS = {"talks": {"plain": "Ships."}, "other": {"plain": "We will not wait."}}
WIRE = Source(id="wire", title="Wire", capture=Capture(file="wire.txt"))


def kept(text: str) -> Captures:
    return {"wire.txt": SourceFile("content/captures/wire.txt", "wire.txt", text)}


def settings(root: Path) -> Settings:
    return Settings(root, datetime(2025, 1, 1, tzinfo=UTC), remembers=True)


def digested(one: Briefing) -> Briefing:
    """Give a briefing as linking digests it: by what its text says."""
    said = TEXTS[one.id]["plain"].encode()
    return replace(one, digests=Digests(b"metadata", one.title.encode(), said))


class Desk:
    """Checks books in a process that stays, in one after the other, and for the first time."""

    def __init__(self, root: Path) -> None:
        self.root, self.staying = root, CheckedBefore()

    def agree(self, shown: Site, captures: Captures, editions: tuple[str, ...] = ()) -> int:
        """Check a book in all ways; give how many problems there are."""
        evidence = Evidence(shown, captures, (), (), editions)
        problems = check(evidence)
        for before in (self.staying, CheckedBefore()):
            assert check(evidence, partial(before.check, settings(self.root))) == problems
        return len(problems)


def test_each_change_is_seen(tmp_path: Path) -> None:
    desk, talks, other = Desk(tmp_path), digested(TALKS), digested(OTHER)
    shown = site(talks, other, records=[WIRE], texts=TEXTS)
    elsewhere = replace(WIRE, capture=Capture(file="other.txt"))
    mended = site(
        replace(talks, digests=talks.digests._replace(text=b"We will not wait.")),
        other,
        records=[WIRE],
        texts={**TEXTS, "talks": TEXTS["other"]},
    )
    of_desk = site(
        digested(replace(talks, title="Of a desk", entry=replace(talks.entry, edition="desk"))),
        records=[WIRE],
        texts=TEXTS,
    )

    assert desk.agree(shown, kept("Nothing.")) == 1
    assert desk.agree(shown, kept("We will not wait.")) == 0
    assert (
        desk.agree(site(talks, other, records=[elsewhere], texts=TEXTS), kept("We will not wait."))
        == 1
    )
    assert desk.agree(shown, kept("Nothing.")) == 1
    assert desk.agree(mended, kept("Nothing.")) == 0
    assert desk.agree(shown, kept("Nothing.")) == 1
    assert desk.agree(shown, kept("We will not wait.")) == 0
    assert desk.agree(of_desk, kept("We will not wait.")) == 1
    assert desk.agree(of_desk, kept("We will not wait."), ("desk",)) == 0
    assert desk.agree(site(other, records=[WIRE], texts=TEXTS), kept("Nothing.")) == 0


def test_what_says_the_same_is_not_opened(tmp_path: Path) -> None:
    def refuse() -> Briefing:
        raise AssertionError("a briefing was opened")

    shown = site(digested(TALKS), digested(OTHER), records=[WIRE], texts=TEXTS)
    closed = Shelf(shown.briefings.outlines, (refuse, refuse))
    told = []
    for one in (shown, replace(shown, briefings=closed)):
        evidence = Evidence(one, kept("Nothing."), (), ())
        told.append(check(evidence, partial(CheckedBefore().check, settings(tmp_path))))

    assert told[0] == told[1]
    assert [one.code for one in told[0]] == ["quote-not-found"]


class Opening:
    """Checks books, in a process that stays or each in a new one, and tells what was opened."""

    def __init__(self, root: Path, *, stays: bool = True) -> None:
        self.root, self.stays, self.before = root, stays, CheckedBefore()

    def opened(self, shown: Site, captures: Captures) -> set[str]:
        """Check a book."""
        opened, before = set[str](), self.before if self.stays else CheckedBefore()

        def way(one: Briefing) -> Briefing:
            opened.add(one.id)
            return one

        ways = tuple(partial(way, one) for one in shown.briefings)
        shelved = replace(shown, briefings=Shelf(shown.briefings.outlines, ways))
        evidence = Evidence(shelved, captures, (), ())
        check(evidence, partial(before.check, settings(self.root)))
        return opened


@pytest.mark.parametrize("stays", [True, False])
def test_a_source_concerns_those_whose_words_may_be_in_it(*, stays: bool, tmp_path: Path) -> None:
    talks, other = digested(TALKS), digested(OTHER)
    desk, copy = Opening(tmp_path, stays=stays), kept("Nothing.")
    shown = site(talks, other, records=[WIRE], texts=TEXTS)
    more = replace(shown, sources={**shown.sources, "new": replace(WIRE, id="new")})
    other_words = replace(shown, sources={"wire": replace(WIRE, title="Other")})

    assert desk.opened(shown, copy) == {"talks", "other"}
    assert desk.opened(more, copy) == set()
    assert desk.opened(other_words, copy) == {"talks"}
    assert desk.opened(other_words, kept("Nothing yet.")) == {"talks"}
    assert desk.opened(other_words, {**kept("Nothing yet."), "b.txt": copy["wire.txt"]}) == set()
    assert desk.opened(other_words, {}) == {"talks"}


def test_what_was_recalled_is_checked_again_when_its_source_changes(tmp_path: Path) -> None:
    talks, other = digested(TALKS), digested(OTHER)
    shown = site(talks, other, records=[WIRE], texts=TEXTS)
    Opening(tmp_path).opened(shown, kept("Nothing."))
    desk = Opening(tmp_path)

    assert desk.opened(shown, kept("Nothing.")) == set()
    assert desk.opened(shown, kept("We will not wait.")) == {"talks"}
