"""MkDocs: pages alone, without lists, for what a save takes in its server."""

from pathlib import Path
from typing import Final

from benchmarks.corpus.briefings import Briefing
from benchmarks.corpus.world import Official
from benchmarks.tools.tool import INSTALLED, Cast, Files, Tool, front_matter, with_addresses

_PROGRAM: Final = INSTALLED / "mkdocs/bin/mkdocs"


def _briefing(briefing: Briefing) -> tuple[str, str]:
    names = (one.name for one in briefing.topics), (one.name for one in briefing.officials)
    metadata = front_matter(briefing, *names)
    return f"content/{briefing.address}.md", metadata + with_addresses(briefing)


def _registers(_: Cast) -> Files:
    return {"content/index.md": "# Briefings\n"}


def _newcomer(_book: Path, _official: Official) -> Files:
    return {}


MKDOCS: Final = Tool(
    name="mkdocs",
    theme="mkdocs",
    output="site",
    remembers=(),
    briefing=_briefing,
    registers=_registers,
    newcomer=_newcomer,
    frame="theme/main.html",
    command=(_PROGRAM, "build", "--quiet"),
    again=(),
    program=_PROGRAM,
    version=(_PROGRAM, "--version"),
    comparable=False,
)
