"""Hugo: topics and officials are taxonomies."""

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

_ENVIRONMENT: Final = INSTALLED / "hugo"
_PROGRAM: Final = next(
    _ENVIRONMENT.glob("lib/python*/site-packages/hugo/binaries/hugo*"),
    _ENVIRONMENT / "bin/hugo",
)
"""The program itself, without the Python that the package wraps around it."""


def _briefing(briefing: Briefing) -> tuple[str, str]:
    metadata = front_matter(
        briefing,
        topics=(one.name for one in briefing.topics),
        officials=(one.name for one in briefing.officials),
    )
    return f"content/{briefing.address}.md", metadata + with_addresses(briefing)


def _registers(cast: Cast) -> Files:
    return json_registers("data", cast)


def _newcomer(book: Path, official: Official) -> Files:
    return json_newcomer(book, "data", official)


HUGO: Final = Tool(
    name="hugo",
    theme="hugo",
    output="public",
    remembers=("resources", ".hugo_build.lock"),
    briefing=_briefing,
    registers=_registers,
    newcomer=_newcomer,
    frame="layouts/baseof.html",
    command=(_PROGRAM, "--quiet"),
    again=(),
    program=_PROGRAM,
    version=(_PROGRAM, "version"),
)
HUGO_WATCH: Final = replace(HUGO, name="hugo-watch", stays=("--watch",))
