"""The link and the check step over the briefings of a book, remembered from build to build.

What a briefing is linked to, and what the rules find in it, depends on its own files, and on
what the rest of the book answers to a few questions: is this word an official's name?  These
are kept with what came of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from generator.memories import LINKED, folder_of, memo_of
from generator.model.draft import BriefingDraft, Drafts, Front, SourceFile
from generator.model.opening import OpenedOnce
from generator.model.outline import Outline, outline_of
from generator.model.people import Official
from generator.model.subjects import Source
from generator.pipeline.check import Case, check_briefing
from generator.pipeline.index.asking import digest
from generator.pipeline.index.briefing_digest import official_digests, with_digests
from generator.pipeline.link import (
    Filed,
    Linked,
    NotingBook,
    Surroundings,
    link_briefing,
    link_each,
)
from generator.report import Settings
from generator.runtime.fingerprint import fingerprint
from generator.runtime.memo import Filing, Made, Memo
from generator.runtime.packing import Packer, Packing
from generator.runtime.traces import Trace, Traces
from generator.runtime.workers import jobs_for, map_in_order, with_room
from generator.text.digests import digest_of_texts

_PACKAGE: Final = Path(__file__).parent


def link_and_check(draft: BriefingDraft, around: Surroundings) -> Linked:
    """Look up everything that a briefing names, and tell what is wrong with it."""
    linked = link_briefing(draft, around)
    case = Case(
        briefing=linked.briefing,
        text=linked.text,
        officials=around.people.officials,
        sources=around.sources,
        captures=around.captures,
        editions=around.editions,
    )
    return linked._replace(problems=[*linked.problems, *check_briefing(case)])


link_anew: Final = partial(link_each, link=link_and_check)
"""Links and checks all briefings of a book, and remembers nothing."""


class LinkedBefore:
    """Links and checks what is not the same as in the last build, and recalls the others.

    The first time it asks what is kept in the book's folder.  A process that makes the same
    book again and again keeps it, and what is linked later is kept in this process alone.
    """

    def __init__(self) -> None:
        self._traces: Traces | None = None
        self._linking: _Linking | None = None
        self._kept: Mapping[str, _Kept] = {}

    def forget(self) -> None:
        """Forget everything."""
        self._traces, self._linking, self._kept = None, None, {}

    def link(self, settings: Settings, drafts: Drafts, around: Surroundings) -> Iterable[Filed]:
        """Link the briefings of a book, each with what the rest of the book gives to it."""
        fronts, written, first = drafts.briefings, drafts.written, self._traces is None
        asked = settings if first else settings.without_memory()
        folder, memo, keeps = folder_of(asked), memo_of(LINKED, asked), asked.remembers
        linking = self._prepared(drafts.whole, around)
        traces, kept = self._begun(folder, linking, drafts)
        changed = [front for front in fronts if front.name not in kept]
        values = _values(changed, written, traces)
        kept |= self._recalled(values, written, memo if first else None)
        missing = [front for front in changed if front.name not in kept]
        jobs = with_room(jobs_for(len(missing), len(fronts), jobs=settings.jobs))
        made = map_in_order(linking, missing, jobs=jobs, name=_path)
        used = [one.key for one in kept.values()] if keeps else []
        new = memo.file(_noted(made, traces), used)
        for front, (key, one) in zip(missing, new.items(), strict=True):
            there = keeps and one.lasts
            kept[front.name] = _Kept(written[front.name], key, _filed(one), there)
        in_order = [kept[front.name] for front in fronts]
        if first:
            memo.keep_together(
                {one.key: (one.filed.outline, one.filed.problems) for one in in_order}
            )
        traces.keep(there=keeps)
        self._kept, self._traces, self._linking = kept, traces, linking
        return [one.filed for one in in_order]

    def keys_there(self) -> Mapping[str, bytes]:
        """Give the keys of the briefings that are kept in the book's folder, by name."""
        return {name: one.key for name, one in self._kept.items() if one.there}

    def gave(self, outline: Outline) -> bool:
        """Tell whether a briefing is just as it was linked."""
        kept = self._kept.get(outline.name)
        return kept is not None and kept.filed.outline is outline

    def _recalled(
        self, keys: Mapping[str, bytes], written: Mapping[str, bytes], memo: Memo | None
    ) -> "dict[str, _Kept]":
        """Give what has these keys, by the names of briefings: from a memory, or the last round."""
        if memo is None:
            before = ((name, self._kept.get(name)) for name in keys)
            return {
                name: replace(one, written=written[name])
                for name, one in before
                if one and one.key == keys[name]
            }
        found = memo.filed([*keys.values()])
        return {
            name: _Kept(
                written[name],
                key,
                _filed(found[key]),
                there=True,
            )
            for name, key in keys.items()
            if key in found
        }

    def _prepared(self, whole: Mapping[str, BriefingDraft], around: Surroundings) -> "_Linking":
        before = self._linking
        if before and before.around is around:
            return replace(before, whole=whole)
        return _Linking.of(whole, around)

    def _begun(
        self, folder: Path | None, linking: "_Linking", drafts: Drafts
    ) -> "tuple[Traces, dict[str, _Kept]]":
        """Begin a round with what was asked in the last one that came to its end.

        Where all questions have the answers that they had, it is given too what was linked of
        the same files.
        """
        before, traces, written = self._linking, self._traces, drafts.written
        if traces is None:
            record = folder / "linked.traces" if folder else None
            return Traces(record, linking.made_with, linking.answers.__getitem__), {}
        same = before is not None and before.around is linking.around
        traces.again(linking.made_with, linking.answers.__getitem__, same=same)
        kept = {**self._kept} if same else {}
        for name in [name for name, one in kept.items() if one.written != written.get(name)]:
            del kept[name]
        return traces, kept


@dataclass(frozen=True, slots=True)
class _Kept:
    """A linked briefing as this process keeps it."""

    written: bytes
    """The digests of the files that it was made of."""
    key: bytes
    filed: Filed
    there: bool
    """Whether it is in the book's folder too."""


def _filed(one: Filing) -> Filed:
    outline, problems = one.value
    briefing, text = OpenedOnce(partial(one.open, 0)), partial(one.open, 1)
    return Filed(outline, problems, briefing, text)


def _values(
    fronts: Iterable[Front], written: Mapping[str, bytes], traces: Traces
) -> Mapping[str, bytes]:
    """Give the keys of what was linked of the same and would be linked to the same."""
    found = (
        (front.name, traces.value_of(front.name, _what(front, written[front.name])))
        for front in fronts
    )
    return {name: bytes.fromhex(value) for name, value in found if value}


class _MadeNow(NamedTuple):
    """A briefing that was linked now, and what was asked for it."""

    made: Made
    """The briefing's outline and its problems; beside them the briefing, and its text."""
    trace: Trace


def _noted(linked: Iterable[_MadeNow], traces: Traces) -> Iterator[tuple[bytes, Made]]:
    """Give what is made with its key, and note what was asked for it."""
    for made, trace in linked:
        if made.lasts:
            traces.note(trace)
        yield bytes.fromhex(trace.value), made


@dataclass(frozen=True, slots=True)
class _Linking:
    """Links one briefing after the other, and notes what is asked."""

    around: Surroundings
    book: NotingBook
    whole: Mapping[str, BriefingDraft]
    officials: Mapping[str, bytes]
    """A digest of each."""
    made_with: str
    """A digest of what every briefing depends on."""
    answers: "_WrittenAnswers"
    pack: Packer

    @classmethod
    def of(cls, whole: Mapping[str, BriefingDraft], around: Surroundings) -> "_Linking":
        """Prepare to link the briefings of a book."""
        officials = official_digests(around.people.officials)
        made_with = digest_of_texts((fingerprint(_PACKAGE), around.language)).hex()
        book, pack = NotingBook(around, link_and_check), Packing(_PACKAGE.name).packer()
        return cls(
            around, book, whole, officials, made_with, _WrittenAnswers(book, officials), pack
        )

    def __call__(self, front: Front) -> _MadeNow:
        """Link and check a briefing."""
        draft = self.whole[front.name]
        (briefing, text, problems), questions = self.book.link(draft)
        what = _what(front, draft.written)
        briefing = with_digests(briefing, text, self.officials)
        asked, answers = tuple(questions.asked), self.answers
        # Most words of a text are nobody's name: a question without an answer is left out.
        answered = [text for one in asked if (said := answers[one]) for text in (one, said)]
        value = digest_of_texts((self.made_with, what, *answered)).hex()
        trace = Trace(front.name, what, value, asked)
        # What all there is was asked for, to guess a name, would often be another answer.
        rest = (self.pack(briefing), self.pack(text))
        lasts = not questions.of_all
        made = Made(self.pack((outline_of(briefing), problems)), rest, lasts)
        return _MadeNow(made, trace)


class _WrittenAnswers(dict[str, str]):
    """The answers of a book to questions, each written so that another is written otherwise."""

    def __init__(self, book: NotingBook, officials: Mapping[str, bytes]) -> None:
        super().__init__()
        self._book, self._officials = book, officials

    def __missing__(self, question: str) -> str:
        """Write an answer; nothing where there is none."""
        answer = self[question] = self._written(self._book.answer(question))
        return answer

    def _written(self, answer: object) -> str:
        match answer:
            case None:
                return ""
            case str(text):
                return f"={text}"
            case frozenset() as several:
                return digest_of_texts(sorted(several)).hex()
            case Official() as one:
                return self._officials[one.id].hex()
            case Source() | SourceFile() as one:
                return digest(one).hex()
            case other:
                return repr(other)


def _path(front: Front) -> str:
    return front.path


def _what(front: Front, written: bytes) -> str:
    return f"{front.path} {written.hex()}"
