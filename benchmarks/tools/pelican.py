"""Pelican: topics are its tags, officials its authors."""

import json
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
    json_newcomer,
    json_registers,
    said,
    with_addresses,
)

_PROGRAM: Final = INSTALLED / "pelican/bin/pelican"


def _briefing(briefing: Briefing) -> tuple[str, str]:
    lines = [
        f"Title: {briefing.title}",
        f"Date: {briefing.published:%Y-%m-%d %H:%M}",
        f"Slug: {briefing.name}",
        f"Summary: {briefing.summary}",
        f"Tags: {', '.join(one.name for one in briefing.topics)}",
        f"Authors: {'; '.join(one.name for one in briefing.officials)}",
        f"Places: {', '.join(one.name for one in briefing.places)}",
        f"Statements: {json.dumps(said(briefing), ensure_ascii=False)}",
        "",
        with_addresses(briefing),
    ]
    return f"content/{briefing.address}.md", "\n".join(lines)


def _registers(cast: Cast) -> Files:
    return json_registers("registers", cast)


def _newcomer(book: Path, official: Official) -> Files:
    return json_newcomer(book, "registers", official)


PELICAN: Final = Tool(
    name="pelican",
    theme="pelican",
    output="output",
    remembers=("cache",),
    briefing=_briefing,
    registers=_registers,
    newcomer=_newcomer,
    frame="theme/templates/base.html",
    command=(_PROGRAM, "--settings", "pelicanconf.py", "--quiet"),
    again=(),
    program=_PROGRAM,
    version=(_PROGRAM, "--version"),
)
WITH_CACHE: Final = replace(
    PELICAN,
    name="pelican-cache",
    command=(*PELICAN.command, "--extra-settings", "CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true"),
)
