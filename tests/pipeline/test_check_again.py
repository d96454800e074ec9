"""What was checked before is told as if it were checked for the first time."""

from dataclasses import replace

from generator.model.briefing import SourceRef
from generator.model.draft import SourceFile
from generator.model.site import Digests, Held, Site
from generator.model.subjects import Capture, Source
from generator.pipeline.check import CheckedBefore, Evidence
from generator.pipeline.quotations import Captures
from tests.builders import briefing, role, site, statement

WORDS = {"text": "We will not wait", "kind": "quote", "source": SourceRef(id="wire")}
TALKS = briefing("talks", statement(entry=WORDS, held=Held("computed", role())))
OTHER = briefing("other")
TEXTS = {"talks": {"plain": "Ships."}, "other": {"plain": "We will not wait."}}
WIRE = Source(id="wire", title="Wire", capture=Capture(file="wire.txt"))


def kept(text: str) -> Captures:
    return {"wire.txt": SourceFile("content/captures/wire.txt", "wire.txt", text)}


def agree(again: CheckedBefore, shown: Site, captures: Captures) -> int:
    """Check a book both ways; give how many problems there are."""
    evidence = Evidence(shown, captures, (), ())
    problems = CheckedBefore().check(evidence)
    assert again.check(evidence) == problems
    return len(problems)


def test_each_change_is_seen() -> None:
    again, shown = CheckedBefore(), site(TALKS, OTHER, records=[WIRE], texts=TEXTS)
    other = replace(WIRE, capture=Capture(file="other.txt"))
    elsewhere = site(TALKS, OTHER, records=[other], texts=TEXTS)
    right = {**TEXTS, "talks": TEXTS["other"]}
    mended = site(
        replace(TALKS, digests=Digests(metadata=b"other")), OTHER, records=[WIRE], texts=right
    )

    assert agree(again, shown, kept("Nothing.")) == 1
    assert agree(again, shown, kept("We will not wait.")) == 0
    assert agree(again, elsewhere, kept("We will not wait.")) == 1
    assert agree(again, mended, kept("Nothing.")) == 0
    assert agree(again, shown, kept("Nothing.")) == 1
    assert agree(again, site(OTHER, records=[WIRE]), kept("Nothing.")) == 0
