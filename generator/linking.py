"""The link step over a whole book, remembered from build to build.

What a briefing is linked to depends on its own files, on the names of all officials, and on
what the rest of the book answers to a few questions.  These are kept with what came of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from generator.model.draft import BriefingDraft
from generator.pipeline.index.briefing_digest import briefing_digest, official_digests
from generator.pipeline.link import Linked, NotingBook, Surroundings
from generator.report import Settings
from generator.runtime.fingerprint import fingerprint
from generator.runtime.kept import FOLDER
from generator.runtime.memo import Memo
from generator.runtime.packing import Packing
from generator.runtime.traces import Trace, Traces
from generator.runtime.workers import jobs_for, map_values
from generator.text.digests import digest_of_texts

_PACKAGE: Final = Path(__file__).parent
_NAME: Final = "linked"


@dataclass(frozen=True, slots=True)
class LinkedOnDisk:
    """Links briefings that are not the same as in the last build, and recalls the others."""

    settings: Settings

    def __call__(self, drafts: Iterable[BriefingDraft], around: Surroundings) -> Iterator[Linked]:
        """Link briefings, each with what the rest of the book gives to it."""
        listed, linking = [*drafts], _Linking.of(around)
        folder = self.settings.root / FOLDER
        traces = Traces(folder / f"{_NAME}.traces", linking.made_with, linking.answer)
        memo = Memo(folder / f"{_NAME}.sqlite", _PACKAGE.name)
        values = [bytes.fromhex(traces.value_of(one.name, _what(one)) or "") for one in listed]
        recalled = dict(memo.recalled([one for one in values if one]))
        missing = [
            draft for draft, value in zip(listed, values, strict=True) if value not in recalled
        ]
        jobs = jobs_for(len(missing), len(listed), jobs=self.settings.jobs)
        made = map_values(linking, missing, Packing(_PACKAGE.name), jobs=jobs, name=_path)
        last = [one for one in made if one.lasts]
        new = {bytes.fromhex(one.trace.value): one.linked for one in last}
        memo.remember(new, [*recalled, *new])
        traces.keep(one.trace for one in last)
        anew = iter(made)
        return (recalled[one] if one in recalled else next(anew).linked for one in values)


@dataclass(frozen=True, slots=True)
class _Made:
    """A briefing that was linked now, and what was asked for it."""

    linked: Linked
    trace: Trace
    lasts: bool
    """Whether it may be kept: not if all there is was asked for."""


@dataclass(frozen=True, slots=True)
class _Linking:
    """Links one briefing after the other, and notes what is asked."""

    book: NotingBook
    officials: Mapping[str, bytes]
    """A digest of each."""
    made_with: str
    """A digest of what every briefing depends on."""

    @classmethod
    def of(cls, around: Surroundings) -> "_Linking":
        """Prepare to link the briefings of a book."""
        officials = official_digests(around.people.officials)
        named = (text for name, one in officials.items() for text in (name, one.hex()))
        unread = sorted(around.targets.unread)
        common = (fingerprint(_PACKAGE), around.language, str(len(unread)), *unread, *named)
        return cls(NotingBook(around), officials, digest_of_texts(common).hex())

    def __call__(self, draft: BriefingDraft) -> _Made:
        """Link a briefing."""
        (briefing, problems), questions = self.book.link(draft)
        briefing = replace(briefing, digest=briefing_digest(briefing, self.officials))
        asked = tuple(dict.fromkeys(f"{name}/{key}" for name, key, _ in questions.asked))
        answers = (self.answer(one) for one in asked)
        value = digest_of_texts((self.made_with, _what(draft), *asked, *answers)).hex()
        trace = Trace(draft.name, _what(draft), value, asked)
        return _Made((briefing, problems), trace, not questions.of_all)

    def answer(self, question: str) -> str:
        """Write the answer to a question, so that other answers are written otherwise."""
        name, _, key = question.partition("/")
        match self.book.answer(name, key):
            case str(text):
                return f"={text}"
            case frozenset() as several:
                return digest_of_texts(sorted(several)).hex()
            case other:
                return repr(other)


def _path(draft: BriefingDraft) -> str:
    return draft.path


def _what(draft: BriefingDraft) -> str:
    return f"{draft.path} {draft.written.hex()}"
