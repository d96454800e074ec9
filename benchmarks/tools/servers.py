"""The generators' own servers, which show an edit in a browser."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.tools.briefbook import FULL, MINIMAL
from benchmarks.tools.eleventy import ELEVENTY
from benchmarks.tools.hugo import HUGO
from benchmarks.tools.mkdocs import MKDOCS
from benchmarks.tools.tool import Tool

PORT: Final = "{port}"
"""Stands in a command for the port that is asked."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server of a generator."""

    tool: Tool
    command: Sequence[str | Path]
    """What is run in the book's folder; `PORT` may be in each of its words."""
    sheet: str = ""
    """A style sheet of the book itself, by its path in the book; empty where it has none."""
    sheet_url: str = ""


_SHEET: Final = "static/custom.css"


def _ours(tool: Tool) -> Server:
    command = (*tool.command[:3], "serve", "--root", ".", "--port", PORT)
    return Server(tool, command, f"templates/{_SHEET}", _SHEET)


SERVERS: Final[dict[str, Server]] = {
    one.tool.name: one
    for one in (
        Server(HUGO, (HUGO.program, "server", "--port", PORT, "--bind", "127.0.0.1")),
        Server(ELEVENTY, (*ELEVENTY.command, "--serve", f"--port={PORT}")),
        Server(MKDOCS, (MKDOCS.program, "serve", "--quiet", "--dev-addr", f"127.0.0.1:{PORT}")),
        _ours(MINIMAL),
        _ours(FULL),
    )
}
