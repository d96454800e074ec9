"""A corpus as a book on disk, in the format of one generator."""

import shutil
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

from benchmarks.corpus.briefings import Briefing, briefings
from benchmarks.corpus.world import World, make_world
from benchmarks.tools.tool import THEMES, Cast, Files, Tool

Result = TypeVar("Result")


def write_book(tool: Tool, size: int, folder: Path) -> None:
    """Write a whole book anew: the theme, the briefings, the registers."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(THEMES / tool.theme, folder)
    world = make_world(size)
    for one in briefings(world, size):
        path, text = tool.briefing(one)
        write(folder, {path: text})
        for name, more in tool.sources(one).items():
            _append(folder / name, more)
    write(folder, tool.registers(cast(world, briefings(world, size))))


def forget(tool: Tool, folder: Path) -> None:
    """Take away the site and all that was kept for the next build."""
    for pattern in (tool.output, *tool.remembers):
        for path in folder.glob(pattern):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()


def check_out(tool: Tool, folder: Path) -> None:
    """Put a copy in the place of a book: its files are new, the site and what was kept are not.

    So it is where another machine begins with the sources, and with what the last one has saved.
    """
    copied = folder.with_name(f"{folder.name}-copied")
    saved = {path.name for one in (tool.output, *tool.remembers) for path in folder.glob(one)}
    copied.mkdir()
    for path in folder.iterdir():
        copy = shutil.copy2 if path.name in saved else shutil.copyfile
        if path.is_dir():
            shutil.copytree(path, copied / path.name, copy_function=copy)
        else:
            copy(path, copied / path.name)
    shutil.rmtree(folder)
    copied.rename(folder)


def cast(world: World, listed: Iterable[Briefing]) -> Cast:
    """Gather whom and what briefings name, in order of name; all places are kept."""
    topics, officials = set(), set()
    for one in listed:
        topics |= {topic.id for topic in one.topics}
        officials |= {official.id for official in one.officials}
    return Cast(
        topics={one.id: one for one in world.topics if one.id in topics},
        officials={one.id: one for one in world.officials if one.id in officials},
        places={one.id: one for one in world.places},
    )


def write(folder: Path, files: Files) -> None:
    """Write texts below a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _append(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def apart(function: Callable[..., Result], *arguments: Any) -> Result:  # noqa: ANN401 - any function's
    """Do something in a process of its own, so that its memory is not counted among the tools'.

    What a process starts begins with the peak of memory that its parent has.
    """
    with ProcessPoolExecutor(1, get_context("spawn")) as executor:
        return executor.submit(function, *arguments).result()
