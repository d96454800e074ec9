"""The link step over a whole book, remembered from build to build.

What a briefing is linked to depends on its own files, on the names of all officials, and on
what the rest of the book answers to a few questions.  These are kept with what came of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.model.draft import BriefingDraft
from generator.pipeline.link import Linked, NotingBook, Surroundings
from generator.report import Settings
from generator.runtime.fingerprint import fingerprint
from generator.runtime.kept import FOLDER
from generator.runtime.memo import Memo
from generator.runtime.traces import Trace, Traces
from generator.text.digests import digest_of_texts

_PACKAGE: Final = Path(__file__).parent
_NAME: Final = "linked"


@dataclass(frozen=True, slots=True)
class LinkedOnDisk:
    """Links briefings that are not the same as in the last build, and recalls the others."""

    settings: Settings

    def __call__(self, drafts: Iterable[BriefingDraft], around: Surroundings) -> Iterator[Linked]:
        """Link briefings, each with what the rest of the book gives to it."""
        listed, book = [*drafts], NotingBook(around)
        folder = self.settings.root / FOLDER
        made_with = _made_with(around)
        traces = Traces(folder / f"{_NAME}.traces", made_with, lambda asked: _answer(asked, book))
        memo = Memo(folder / f"{_NAME}.sqlite", _PACKAGE.name)
        values = [traces.value_of(one.name, _what(one)) for one in listed]
        recalled = dict(memo.recalled([bytes.fromhex(one) for one in values if one]))
        known = [recalled.get(bytes.fromhex(one)) if one else None for one in values]
        made = [
            _linked(draft, book, made_with)
            for draft, found in zip(listed, known, strict=True)
            if not found
        ]
        new = {bytes.fromhex(trace.value): linked for trace, linked in made if trace.value}
        memo.remember(new, [*recalled, *new])
        traces.keep(trace for trace, _ in made if trace.value)
        anew = iter(made)
        return (found or next(anew)[1] for found in known)


def _linked(draft: BriefingDraft, book: NotingBook, made_with: str) -> tuple[Trace, Linked]:
    linked, questions = book.link(draft)
    asked = list(dict.fromkeys(f"{name}/{key}" for name, key, _ in questions.asked))
    answers = [_answer(one, book) for one in asked]
    value = digest_of_texts((made_with, _what(draft), *asked, *answers)).hex()
    return Trace(draft.name, _what(draft), "" if questions.of_all else value, asked), linked


def _what(draft: BriefingDraft) -> str:
    return f"{draft.path} {draft.written.hex()}"


def _answer(question: str, book: NotingBook) -> str:
    """Write the answer to a question, so that other answers are written otherwise."""
    name, _, key = question.partition("/")
    match book.answer(name, key):
        case str(text):
            return f"={text}"
        case frozenset() as several:
            return digest_of_texts(sorted(several)).hex()
        case other:
            return repr(other)


def _made_with(around: Surroundings) -> str:
    """Give a digest of what every briefing depends on."""
    officials: Sequence[str] = [repr(one) for one in around.people.officials.values()]
    unread = sorted(around.targets.unread)
    said = (fingerprint(_PACKAGE), around.language, str(len(unread)), *unread, *officials)
    return digest_of_texts(said).hex()
