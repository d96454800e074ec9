"""The generators that are measured, by name."""

from typing import Final

from benchmarks.tools.briefbook import FULL, MINIMAL
from benchmarks.tools.eleventy import ELEVENTY
from benchmarks.tools.hugo import HUGO
from benchmarks.tools.pelican import PELICAN, WITH_CACHE
from benchmarks.tools.tool import Tool

TOOLS: Final[dict[str, Tool]] = {
    tool.name: tool for tool in (HUGO, ELEVENTY, PELICAN, WITH_CACHE, MINIMAL, FULL)
}
OURS: Final = (MINIMAL.name, FULL.name)
