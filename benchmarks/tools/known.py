"""The generators that are measured, by name."""

from typing import Final

from benchmarks.tools.briefbook import FULL, FULL_WATCH, MINIMAL, MINIMAL_WATCH
from benchmarks.tools.eleventy import ELEVENTY, ELEVENTY_WATCH
from benchmarks.tools.hugo import HUGO, HUGO_WATCH
from benchmarks.tools.pelican import PELICAN, WITH_CACHE
from benchmarks.tools.tool import Tool

TOOLS: Final[dict[str, Tool]] = {
    tool.name: tool
    for tool in (
        HUGO,
        ELEVENTY,
        PELICAN,
        WITH_CACHE,
        MINIMAL,
        FULL,
        HUGO_WATCH,
        ELEVENTY_WATCH,
        MINIMAL_WATCH,
        FULL_WATCH,
    )
}
OURS: Final = (MINIMAL.name, FULL.name)
