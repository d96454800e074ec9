"""A whole run: the books are written, the sites compared, and only then is anything timed."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from benchmarks.books import apart, forget, write, write_book
from benchmarks.corpus.briefings import briefing, briefings
from benchmarks.corpus.world import make_world
from benchmarks.equality.differences import differences
from benchmarks.runs.measure import Run, measure
from benchmarks.runs.running import running
from benchmarks.runs.scenarios import COLD, Change, Scenario, Stage
from benchmarks.runs.staying import Arrived, Staying
from benchmarks.tools.tool import Tool

_TOLD = 10

Tell = Callable[[str], None]
Build = Callable[[Arrived], Run]
"""Builds a book, and gives what that took; one that stays, until an edit has arrived."""


class NotTheSame(RuntimeError):  # noqa: N818 - it is told, not made: the fact is its name
    """A generator made another site than it was to make."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is run."""

    size: int
    repetitions: int
    tools: Sequence[Tool]
    scenarios: Sequence[Scenario]
    folder: Path
    verify: bool = False
    """Whether after each scenario a build of ours is compared with one that uses nothing kept."""


@dataclass(slots=True)
class Taken:
    """What one generator took."""

    runs: dict[str, list[Run]] = field(default_factory=dict)
    sources: tuple[int, int] = (0, 0)
    """Files and bytes that were read."""
    site: tuple[int, int] = (0, 0)
    """Files and bytes after a cold build."""


def prepare(plan: Plan, tell: Tell) -> None:
    """Write each book, build it once and compare; raises NotTheSame where a site differs."""
    for tool in plan.tools:
        tell(f"{tool.name}: writing {plan.size} briefings")
        apart(write_book, tool, plan.size, plan.folder / tool.name)
    for tool in plan.tools:
        tell(f"{tool.name}: building once, to compare")
        measure(tool.command, plan.folder / tool.name)
        found = apart(compare, tool, plan.size, plan.folder) if tool.comparable else []
        if found:
            listed = "\n  ".join(found[:_TOLD])
            raise NotTheSame(f"{tool.name}: {len(found)} differences\n  {listed}")


def compare(tool: Tool, size: int, folder: Path) -> list[str]:
    """Compare the site of a generator with what its corpus asks for."""
    site = folder / tool.name / tool.output
    return [*differences([*briefings(make_world(size), size)], reader(site))]


def reader(site: Path) -> Callable[[str], str | None]:
    """Give what reads a site's files."""

    def read(address: str) -> str | None:
        try:
            return (site / address).read_text(encoding="utf-8")
        except FileNotFoundError:
            return None

    return read


def time_all(plan: Plan, tell: Tell) -> Mapping[str, Taken]:
    """Run every scenario of every generator; the generators take turns in each repetition."""
    world = make_world(plan.size)
    newest = briefing(world, plan.size - 1)
    taken = {tool.name: Taken() for tool in plan.tools}
    for repetition in range(1, plan.repetitions + 1):
        for tool in plan.tools:
            stage = Stage(tool, plan.folder / tool.name, newest, world.newcomer)
            for name, run in _round(stage, plan, taken[tool.name]):
                taken[tool.name].runs.setdefault(name, []).append(run)
                tell(
                    f"{tool.name}, {name}, {repetition} of {plan.repetitions}: "
                    f"{run.wall:.2f} s, {run.cpu:.2f} s CPU, {run.memory:.0f} MB"
                )
    return taken


def _round(stage: Stage, plan: Plan, taken: Taken) -> Iterator[tuple[str, Run]]:
    """Go through the scenarios once; the book is as before at the end."""
    tool = stage.tool
    forget(tool, stage.folder)
    taken.sources = _counted(stage.folder)
    if not tool.stays:
        yield from _edits(stage, plan, taken, lambda _: measure(tool.command, stage.folder))
        return
    edits = {one.name: one for one in plan.scenarios if one.is_edit}
    with running((*tool.command, *tool.stays), stage.folder) as process:
        build = Staying(process).until
        # What goes on all day has seen each kind of edit before; after one of the frame of all
        # pages the next takes longer, and that comes first here.
        for one in reversed(edits.values()):
            for _ in _edits(stage, replace(plan, scenarios=[COLD, one]), taken, build):
                pass
        told = replace(plan, scenarios=[COLD, *edits.values()])
        for name, run in _edits(stage, told, taken, build):
            if name in edits:  # and is at rest when the first is measured
                yield name, run


def _edits(stage: Stage, plan: Plan, taken: Taken, build: Build) -> Iterator[tuple[str, Run]]:
    """Change a book as the scenarios say, and build it after each; at the end it is as before."""
    before: dict[str, str | None] = {}
    read, site = reader(stage.folder), reader(stage.folder / stage.tool.output)
    try:
        for scenario in plan.scenarios:
            scenario.begin(stage)
            change = scenario.change(stage)
            before = {path: read(path) for path in change.files} | before
            if scenario.is_edit and _is_seen(change, site):
                # A page that is no longer made, and that a generator has left there.
                (stage.folder / stage.tool.output / change.page).unlink()
            os.sync()  # what was written before is not this run's work
            write(stage.folder, change.files)
            stage = replace(stage, newest=change.newest)
            yield scenario.name, build(partial(_is_seen, change, site))
            if scenario is COLD:
                taken.site = _counted(stage.folder / stage.tool.output)
            if not _is_seen(change, site):
                name, page, words = stage.tool.name, change.page, change.shows
                raise NotTheSame(f"{name}: {page} does not show {words!r} after a build")
            if plan.verify and stage.tool.again:
                _verify(stage, scenario.name)
    finally:
        _restore(stage.folder, before)


def _counted(folder: Path) -> tuple[int, int]:
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)


def _is_seen(change: Change, site: Callable[[str], str | None]) -> bool:
    return change.shows in (site(change.page) or "")


def _verify(stage: Stage, scenario: str) -> None:
    """Build into another folder, with nothing kept, and compare byte for byte."""
    with_nothing = stage.folder.with_name(f"{stage.tool.name}-clean")
    shutil.rmtree(with_nothing, ignore_errors=True)
    measure((*stage.tool.command, *stage.tool.again, with_nothing), stage.folder)
    differing = unlike(stage.folder / stage.tool.output, with_nothing)
    if differing:
        raise NotTheSame(
            f"{stage.tool.name}: after {scenario}, {len(differing)} files are not those of a clean "
            f"build, such as {differing[0]}"
        )


def unlike(one: Path, other: Path) -> list[str]:
    """Give the files that two sites do not have alike; what a tool keeps there is left out."""
    names = {
        path.relative_to(folder).as_posix()
        for folder in (one, other)
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".briefbook")
    }
    return [name for name in sorted(names) if _bytes(one / name) != _bytes(other / name)]


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _restore(folder: Path, before: Mapping[str, str | None]) -> None:
    for name, text in before.items():
        if text is None:
            (folder / name).unlink(missing_ok=True)
        else:
            write(folder, {name: text})
