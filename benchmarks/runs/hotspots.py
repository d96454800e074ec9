"""Where our own time goes: the seconds of each step, and the share of each library and module.

Run in a process of its own for one book: `python -m benchmarks.runs.hotspots FOLDER`.
"""

import cProfile
import json
import pstats
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from functools import reduce
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from benchmarks.books import forget
from benchmarks.runs.environment import environment
from benchmarks.tools.tool import Tool

STEPS: Final = {
    ("generator.reading", "ReadBefore.read"): "read",
    ("generator.preparing", "parse_book"): "parse",
    ("generator.preparing", "link_site"): "link and check",
    ("generator.preparing", "check_book"): "check of the whole",
    ("generator.preparing", "select"): "select",
    ("generator.pipeline.index", "IndexBefore.index"): "index",
    ("generator.publishing", "PublishedBefore.publish"): "render and write",
}
"""The steps of a build, by the modules that call or hold them and their names there."""
_LIBRARY: Final = re.compile(r"site-packages/(\w+)")
_STANDARD: Final = re.compile(r"/python3\.\d+/(\w+)")
_OURS: Final = re.compile(r"(generator/[\w/]+)\.py$")
_TEMPLATE: Final = re.compile(r"\.(html|xml|opml|txt)$")
_SHOWN: Final = 16
_NANO: Final = 1e-9


def hotspots(tool: Tool, folder: Path) -> dict[str, dict[str, float]]:
    """Build a book twice from nothing, timed and profiled, and give both tables."""
    return {kind: _child(kind, tool, folder) for kind in ("steps", "parts")}


def _child(kind: str, tool: Tool, folder: Path) -> dict[str, float]:
    forget(tool, folder)
    command = (sys.executable, "-m", __name__, kind, str(folder))
    told = subprocess.run(command, env=environment(), capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(told.stdout)
    return found


def steps(folder: Path) -> dict[str, float]:
    """Give the processor seconds of each step of a cold build in one process."""
    import_module("generator.build")
    took: dict[str, float] = {"start and imports": time.process_time()}
    for (module, name), step in STEPS.items():
        *above, last = name.split(".")
        holder: Any = reduce(getattr, above, import_module(module))
        setattr(holder, last, _timed(getattr(holder, last), step, took))
    _build(folder)
    took["the rest"] = time.process_time() - sum(took.values())
    return took


def _timed(function: Callable[..., Any], step: str, took: dict[str, float]) -> Callable[..., Any]:
    def timed(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the step takes
        begun = time.process_time()
        result = function(*arguments, **named)
        took[step] = took.get(step, 0) + time.process_time() - begun
        return result

    return timed


def parts(folder: Path) -> dict[str, float]:
    """Give the share of each library and module, in percent of the profiled time."""
    profile = cProfile.Profile()
    profile.runcall(_build, folder)
    spent: Counter[str] = Counter()
    for (file, _, _), (_, _, own, _, callers) in _rows(profile):
        if file != "~":
            spent[_part(file)] += own
            continue
        for (caller, _, _), (_, _, of_it, _) in callers.items():
            spent[_part(caller)] += of_it  # what is built in counts for who calls it
    total = sum(spent.values())
    return {name: 100 * seconds / total for name, seconds in spent.most_common(_SHOWN)}


def _rows(profile: cProfile.Profile) -> Any:  # noqa: ANN401 - pstats declares no type for it
    return pstats.Stats(profile).stats.items()  # type: ignore[attr-defined]


def _part(file: str) -> str:
    """Give the library or the module that a file belongs to."""
    library, ours = _LIBRARY.search(file), _OURS.search(file)
    if library:
        return library[1]
    if ours:
        return ours[1]
    if _TEMPLATE.search(file):
        return "templates"
    standard = _STANDARD.search(file)
    return f"Python: {standard[1]}" if standard else "Python"


def _build(folder: Path) -> None:
    from generator.build import build  # noqa: PLC0415
    from generator.report import Settings  # noqa: PLC0415

    build(Settings(root=folder, now=datetime.now(UTC)))


if __name__ == "__main__":
    print(json.dumps({"steps": steps, "parts": parts}[sys.argv[1]](Path(sys.argv[2]))))
