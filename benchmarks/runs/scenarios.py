"""What an editor does between two builds, done alike to every generator's book."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from benchmarks.books import check_out
from benchmarks.corpus.briefings import Briefing
from benchmarks.corpus.world import Official
from benchmarks.tools.tool import Files, Tool

_BEFORE, _AFTER = "First printing", "Second printing"
"""Words in the frame of all pages, and what a scenario makes of them."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A book and what may be changed in it."""

    tool: Tool
    folder: Path
    newest: Briefing
    """The briefing that is edited, as the edits before have left it."""
    newcomer: Official


@dataclass(frozen=True, slots=True)
class Change:
    """The files that an edit writes, and how it is seen that it arrived."""

    files: Files
    newest: Briefing
    page: str
    """The page of the site that shows it."""
    shows: str
    """The words that it shows."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """One kind of build."""

    name: str
    change: Callable[[Stage], Change]
    is_edit: bool = True
    """Whether it is one of those that a generator which stays is told of."""
    begin: Callable[[Stage], None] = lambda _: None
    """What happens to the book before."""


def _nothing(stage: Stage) -> Change:
    return Change({}, stage.newest, f"{stage.newest.address}.html", stage.newest.title)


def _body(stage: Stage) -> Change:
    return _with_sentence(stage, "The delegations met again in the evening.")


def _on_another_machine(stage: Stage) -> Change:
    return _with_sentence(stage, "Another round was announced.")


def _with_sentence(stage: Stage, added: str) -> Change:
    newest = replace(stage.newest, body=f"{stage.newest.body}\n{added}\n")
    return _edited(stage, newest, f"{newest.address}.html", added)


def _title(stage: Stage) -> Change:
    newest = replace(stage.newest, title="Delegations meet again")
    topic = newest.topics[0].id
    return _edited(stage, newest, f"topics/{topic}.html", newest.title)


def _newcomer(stage: Stage) -> Change:
    one = stage.newcomer
    newest = replace(
        stage.newest,
        officials=(*stage.newest.officials, one),
        body=f"{stage.newest.body}\n{one.office} {one.name} of {one.place.name} came too.\n",
    )
    change = _edited(stage, newest, f"officials/{one.id}.html", newest.title)
    return replace(change, files={**change.files, **stage.tool.newcomer(stage.folder, one)})


def _edited(stage: Stage, newest: Briefing, page: str, shows: str) -> Change:
    path, text = stage.tool.briefing(newest)
    return Change({path: text}, newest, page, shows)


def _check_out(stage: Stage) -> None:
    check_out(stage.tool, stage.folder)


def _template(stage: Stage) -> Change:
    frame = (stage.folder / stage.tool.frame).read_text(encoding="utf-8")
    files = {stage.tool.frame: frame.replace(_BEFORE, _AFTER)}
    return Change(files, stage.newest, f"{stage.newest.address}.html", _AFTER)


COLD: Final = Scenario("cold", _nothing, is_edit=False)
SCENARIOS: Final = (
    COLD,
    Scenario("no-op", _nothing, is_edit=False),
    Scenario("body-edit", _body),
    Scenario("title-edit", _title),
    Scenario("new-official", _newcomer),
    Scenario("template-edit", _template),
    Scenario("checkout", _on_another_machine, is_edit=False, begin=_check_out),
)
"""In this order in every round: each edit comes on top of those before."""
