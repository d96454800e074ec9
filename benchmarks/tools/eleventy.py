"""Eleventy: topics and officials are collections with a page for each."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Final

from benchmarks.corpus.briefings import Briefing
from benchmarks.corpus.world import Official
from benchmarks.tools.tool import (
    INSTALLED,
    Cast,
    Files,
    Tool,
    front_matter,
    json_newcomer,
    json_registers,
    with_addresses,
)

_PROGRAM: Final = INSTALLED / "eleventy/node_modules/@11ty/eleventy/cmd.cjs"
_NODE: Final = shutil.which("node") or "node"


def _briefing(briefing: Briefing) -> tuple[str, str]:
    metadata = front_matter(
        briefing,
        topics=(one.id for one in briefing.topics),
        officials=(one.id for one in briefing.officials),
    )
    return f"content/{briefing.address}.md", metadata + with_addresses(briefing)


def _registers(cast: Cast) -> Files:
    return json_registers("registers", cast)


def _newcomer(book: Path, official: Official) -> Files:
    return json_newcomer(book, "registers", official)


ELEVENTY: Final = Tool(
    name="eleventy",
    theme="eleventy",
    output="output",
    remembers=(".cache",),
    briefing=_briefing,
    registers=_registers,
    newcomer=_newcomer,
    frame="_includes/base.njk",
    command=(_NODE, _PROGRAM, "--quiet"),
    again=(),
    program=_PROGRAM,
    version=(_NODE, _PROGRAM, "--version"),
)
ELEVENTY_WATCH: Final = replace(ELEVENTY, name="eleventy-watch", stays=("--watch",))
