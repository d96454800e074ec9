"""The link step over a whole book, remembered from build to build.

What a briefing is linked to depends on its own files, on the names of all officials, and on
what the rest of the book answers to a few questions.  These are kept with what came of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from generator.model.draft import BriefingDraft, Drafts, Front
from generator.pipeline.index.briefing_digest import official_digests, with_digests
from generator.pipeline.link import Filed, NotingBook, Surroundings
from generator.report import Settings
from generator.runtime.fingerprint import fingerprint
from generator.runtime.kept import FOLDER
from generator.runtime.memo import Made, Memo
from generator.runtime.packing import Packer, Packing
from generator.runtime.traces import Trace, Traces
from generator.runtime.workers import jobs_for, map_in_order
from generator.text.digests import digest_of_texts

_PACKAGE: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class LinkedOnDisk:
    """Links briefings that are not the same as in the last build, and recalls the others."""

    settings: Settings

    def __call__(self, drafts: Drafts, around: Surroundings) -> Iterator[Filed]:
        """Link the briefings of a book, each with what the rest of the book gives to it."""
        fronts, linking = drafts.briefings, _Linking.of(drafts.whole, around)
        folder = self.settings.root / FOLDER
        traces = Traces(folder / "linked.traces", linking.made_with, linking.answer)
        memo = Memo(folder / "linked.sqlite", _PACKAGE.name)
        keys = [bytes.fromhex(traces.value_of(one.name, _what(one)) or "") for one in fronts]
        known = memo.filed([one for one in keys if one])
        missing = [one for one, key in zip(fronts, keys, strict=True) if key not in known]
        jobs = jobs_for(len(missing), len(fronts), jobs=self.settings.jobs)
        made = map_in_order(linking, missing, jobs=jobs, name=_path)
        new_keys: list[bytes] = []
        new = memo.file(_noted(made, traces, new_keys), [*known])
        traces.keep()
        anew = iter(new_keys)
        for key in keys:
            one = known[key] if key in known else new[next(anew)]
            briefing, problems = one.value
            yield Filed(briefing, one.open, problems)


class _Linked(NamedTuple):
    """A briefing that was linked now, and what was asked for it."""

    made: Made
    """The briefing and its problems, and its text."""
    trace: Trace


def _noted(
    linked: Iterable[_Linked], traces: Traces, keys: list[bytes]
) -> Iterator[tuple[bytes, Made]]:
    """Give what is made with its key, and note what was asked for it."""
    for made, trace in linked:
        if made.lasts:
            traces.note(trace)
        keys.append(bytes.fromhex(trace.value))
        yield keys[-1], made


@dataclass(frozen=True, slots=True)
class _Linking:
    """Links one briefing after the other, and notes what is asked."""

    book: NotingBook
    whole: Mapping[str, BriefingDraft]
    officials: Mapping[str, bytes]
    """A digest of each."""
    made_with: str
    """A digest of what every briefing depends on."""
    pack: Packer

    @classmethod
    def of(cls, whole: Mapping[str, BriefingDraft], around: Surroundings) -> "_Linking":
        """Prepare to link the briefings of a book."""
        officials = official_digests(around.people.officials)
        named = (text for name, one in officials.items() for text in (name, one.hex()))
        unread = sorted(around.targets.unread)
        common = (fingerprint(_PACKAGE), around.language, str(len(unread)), *unread, *named)
        made_with, pack = digest_of_texts(common).hex(), Packing(_PACKAGE.name).packer()
        return cls(NotingBook(around), whole, officials, made_with, pack)

    def __call__(self, front: Front) -> _Linked:
        """Link a briefing."""
        (briefing, text, problems), questions = self.book.link(self.whole[front.name])
        briefing = with_digests(briefing, text, self.officials)
        asked = tuple(dict.fromkeys(f"{name}/{key}" for name, key, _ in questions.asked))
        answers = (self.answer(one) for one in asked)
        value = digest_of_texts((self.made_with, _what(front), *asked, *answers)).hex()
        trace = Trace(front.name, _what(front), value, asked)
        # What all there is was asked for, to guess a name, would often be another answer.
        made = Made(self.pack((briefing, problems)), self.pack(text), lasts=not questions.of_all)
        return _Linked(made, trace)

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


def _path(front: Front) -> str:
    return front.path


def _what(front: Front) -> str:
    return f"{front.path} {front.written.hex()}"
