"""Briefings linked again: where the rest of the book answers as it did, nothing is done.

Linking a briefing asks the rest of the book a few questions: whose id is this, where does
that file lead?  Each question and its answer is noted.  A briefing that is the same draft
as before, and whose questions have the same answers, is the same linked briefing; nobody
keeps a list of what depends on what.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, NamedTuple

from generator.diagnostics import Problem
from generator.model.draft import BriefingDraft, Drafts, Front
from generator.model.opening import Open
from generator.model.site import Briefing, BriefingText
from generator.pipeline.link.briefings import Linked, Surroundings, link_briefing
from generator.pipeline.link.registries import Names
from generator.pipeline.link.targets import Targets


class Filed(NamedTuple):
    """A linked briefing, and what opens its text."""

    briefing: Briefing
    text: Open[BriefingText]
    problems: Sequence[Problem]


LinkEach = Callable[[Drafts, Surroundings], Iterator[Filed]]
"""Links the briefings of a book, each with what the rest of the book gives to it."""

_NOTHING: Final = object()


def link_each(drafts: Drafts, around: Surroundings) -> Iterator[Filed]:
    """Link every briefing of a book."""
    return (_filed(link_briefing(drafts.whole[one.name], around)) for one in drafts.briefings)


def _filed(linked: Linked) -> Filed:
    return Filed(linked.briefing, lambda: linked.text, linked.problems)


@dataclass(slots=True)
class Questions:
    """What was asked while one briefing was linked, and what the answers were."""

    asked: list[tuple[str, str, Any]] = field(default_factory=list)
    of_all: bool = False
    """Whether all there is was asked for, to guess what a wrong name was to be."""


class _Noting(Mapping[str, Any]):
    """A map that notes what it is asked."""

    def __init__(self, name: str, answers: Mapping[str, Any], book: "NotingBook") -> None:
        self._name, self._answers, self._book = name, answers, book

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 - whatever the map holds
        answer = self._answers.get(key, _NOTHING)
        self._book.questions.asked.append((self._name, key, answer))
        if answer is _NOTHING:
            raise KeyError(key)
        return answer

    def __iter__(self) -> Iterator[str]:
        self._book.questions.of_all = True
        return iter(self._answers)

    def __len__(self) -> int:
        self._book.questions.of_all = True
        return len(self._answers)


class NotingBook:
    """The rest of a book, which notes what it is asked."""

    def __init__(self, around: Surroundings) -> None:
        targets = around.targets
        self.questions = Questions()
        self.answers: dict[str, Mapping[str, Any]] = {
            "files": targets.files,
            "anchors": targets.anchors,
            "sizes": targets.sizes,
            **{f"id of {kind}": ids for kind, ids in targets.names.known.items()},
            **{f"url of {kind}": urls for kind, urls in targets.urls.items()},
        }
        noting = {name: _Noting(name, one, self) for name, one in self.answers.items()}
        self.noting = replace(
            around,
            targets=Targets(
                names=Names({kind: noting[f"id of {kind}"] for kind in targets.names.known}),
                files=noting["files"],
                urls={kind: noting[f"url of {kind}"] for kind in targets.urls},
                anchors=noting["anchors"],
                unread=targets.unread,
                sizes=noting["sizes"],
            ),
        )

    def link(self, draft: BriefingDraft) -> tuple[Linked, Questions]:
        """Link a briefing, and tell what it asked."""
        self.questions = Questions()
        return link_briefing(draft, self.noting), self.questions

    def answer(self, name: str, key: str) -> object | None:
        """Give the answer to a question; None where there is none."""
        return self.answers[name].get(key)

    def answers_alike(self, questions: Questions) -> bool:
        """Tell whether all questions have the answers that they had."""
        if questions.of_all:
            return False
        answers = self.answers
        return all(
            answers[name].get(key, _NOTHING) == answer for name, key, answer in questions.asked
        )


class LinkedBefore:
    """The briefings that this process linked last; it links what is not the same any more."""

    def __init__(self) -> None:
        self._shared: object = None
        self._kept: dict[str, tuple[Front, Linked, Questions]] = {}

    def __call__(self, drafts: Drafts, around: Surroundings) -> Iterator[Filed]:
        """Link briefings, each with what the rest of the book gives to it."""
        shared = (around.people.officials, around.language, around.targets.unread)
        before = self._kept if shared == self._shared else {}
        self._shared, self._kept = shared, {}
        book = NotingBook(around)
        for front in drafts.briefings:
            known = before.get(front.name)
            if not known or known[0] != front or not book.answers_alike(known[2]):
                known = (front, *book.link(drafts.whole[front.name]))
            self._kept[front.name] = known
            yield _filed(known[1])
