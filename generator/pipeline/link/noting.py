"""The rest of a book as each briefing asks it, and what it asks.

Linking a briefing asks the rest of the book a few questions: whose id is this, where does
that file lead?  A briefing that is the same draft as before, and whose questions have the
same answers, is the same linked briefing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from generator.diagnostics import Problem
from generator.model.draft import BriefingDraft, Drafts
from generator.model.opening import AlreadyOpen, Open
from generator.model.outline import Outline, outline_of
from generator.model.site import Briefing, BriefingText
from generator.pipeline.link.briefings import Linked, Surroundings, link_briefing
from generator.pipeline.link.registries import Names
from generator.pipeline.link.targets import Targets
from generator.pipeline.link.texts import People
from generator.text.names.index import NameIndex


class Filed(NamedTuple):
    """A linked briefing, and what opens it and its text."""

    outline: Outline
    problems: Sequence[Problem]
    briefing: Open[Briefing]
    text: Open[BriefingText]


LinkEach = Callable[[Drafts, Surroundings], Iterable[Filed]]
"""Links the briefings of a book, each with what the rest of the book gives to it."""


LinkOne = Callable[[BriefingDraft, Surroundings], Linked]
"""Links one briefing."""


def link_each(
    drafts: Drafts, around: Surroundings, link: LinkOne = link_briefing
) -> Iterator[Filed]:
    """Link every briefing of a book."""
    return (_filed(link(drafts.whole[one.name], around)) for one in drafts.briefings)


def _filed(linked: Linked) -> Filed:
    briefing, text, problems = linked
    return Filed(outline_of(briefing), problems, AlreadyOpen(briefing), AlreadyOpen(text))


@dataclass(slots=True)
class Questions:
    """What was asked while one briefing was linked: each a name, a slash and a key."""

    asked: dict[str, None] = field(default_factory=dict)
    of_all: bool = False
    """Whether all there is was asked for, to guess what a wrong name was to be."""


@dataclass(slots=True)
class _Notebook:
    """Where the maps of a book note what they are asked."""

    page: Questions = field(default_factory=Questions)


class _Noting(Mapping[str, Any]):
    """A map that notes what it is asked."""

    def __init__(self, name: str, answers: Mapping[str, Any], notebook: _Notebook) -> None:
        self._asks, self._answers, self._notebook = f"{name}/", answers, notebook

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 - whatever the map holds
        self._notebook.page.asked[self._asks + key] = None
        return self._answers[key]

    def __contains__(self, key: object) -> bool:
        self._notebook.page.asked[f"{self._asks}{key}"] = None
        return key in self._answers

    def __iter__(self) -> Iterator[str]:
        self._notebook.page.of_all = True
        return iter(self._answers)

    def __len__(self) -> int:
        self._notebook.page.of_all = True
        return len(self._answers)


class NotingBook:
    """The rest of a book, which notes what it is asked."""

    def __init__(self, around: Surroundings, link: LinkOne = link_briefing) -> None:
        self._link = link
        targets, people = around.targets, around.people
        self._notebook = notebook = _Notebook()
        self.answers: dict[str, Mapping[str, Any]] = {
            "officials": people.officials,
            "names": people.index.forms,
            "heads of names": dict.fromkeys(people.index.heads, True),
            "ids of people": dict.fromkeys(people.index.ids, True),
            "files": targets.files,
            "anchors": targets.anchors,
            "unread": dict.fromkeys(targets.unread, True),
            "sizes": targets.sizes,
            "sources": around.sources,
            "captures": around.captures,
            "editions": around.editions,
            **{f"id of {kind}": ids for kind, ids in targets.names.known.items()},
            **{f"url of {kind}": urls for kind, urls in targets.urls.items()},
        }
        noting = {name: _Noting(name, one, notebook) for name, one in self.answers.items()}
        index = NameIndex(noting["names"], noting["heads of names"], noting["ids of people"])
        self.noting = replace(
            around,
            people=People(noting["officials"], index),
            targets=Targets(
                names=Names({kind: noting[f"id of {kind}"] for kind in targets.names.known}),
                files=noting["files"],
                urls={kind: noting[f"url of {kind}"] for kind in targets.urls},
                anchors=noting["anchors"],
                unread=noting["unread"],
                sizes=noting["sizes"],
            ),
            sources=noting["sources"],
            captures=noting["captures"],
            editions=noting["editions"],
        )

    def link(self, draft: BriefingDraft) -> tuple[Linked, Questions]:
        """Link a briefing, and tell what it asked."""
        self._notebook.page = asked = Questions()
        return self._link(draft, self.noting), asked

    def answer(self, question: str) -> object | None:
        """Give the answer to a question; None where there is none."""
        name, _, key = question.partition("/")
        return self.answers[name].get(key)
