"""The check step over the briefings of a book, remembered from build to build.

What the rules find in a briefing depends on what it and its text say, those who speak in it
among it, and on a few things of the book beside.  While these are the same the briefing is not
even opened.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Final

from generator.diagnostics import Problem
from generator.model.opening import OpenedOnce
from generator.model.outline import Outline
from generator.pipeline.check import Evidence, check_briefing
from generator.pipeline.index.asking import digest
from generator.pipeline.last import EachAgain
from generator.report import Settings
from generator.runtime.fingerprint import fingerprint
from generator.runtime.kept import FOLDER
from generator.runtime.traces import Trace, Traces

_PACKAGE: Final = Path(__file__).parent
Found = tuple[Problem, ...]


class CheckedBefore:
    """Checks briefings that are not the same as before, and tells again of the others.

    The first time it asks what is kept in the book's folder.  A process that makes the same
    book again and again keeps it, and what is checked later is kept in this process alone.
    """

    def __init__(self) -> None:
        self._each = EachAgain[Outline, Found]()
        self._is_first = True

    def check(self, settings: Settings, evidence: Evidence) -> Iterable[Found]:
        """Give what is wrong with each briefing."""
        shelf, common = evidence.site.briefings, evidence.beside()
        outlines = {one.path: one for one in shelf.outlines}
        ways = OpenedOnce(lambda: {one.path: way for one, way in shelf.pairs()})

        def anew(one: Outline) -> Found:
            return check_briefing(ways()[one.path](), evidence)

        remembers, self._is_first = settings.remembers and self._is_first, False
        if not remembers:
            return self._each.of(outlines, common, anew)
        made_with = f"{fingerprint(_PACKAGE)} {digest(common).hex()}"
        traces = Traces(settings.root / FOLDER / "checked.traces", made_with, str)
        found = self._each.of(outlines, common, lambda one: _recalled(one, traces, anew))
        traces.keep()
        return found


def _recalled(one: Outline, traces: Traces, anew: Callable[[Outline], Found]) -> Found:
    """Give what was found in a briefing that says the same, or find it."""
    said = one.digests
    what = f"{said.metadata.hex()} {said.facts.hex()} {said.text.hex()}"
    kept = traces.value_of(one.meta_path, what)
    if kept is not None:
        return tuple(Problem.read(told) for told in json.loads(kept)) if kept else ()
    found = anew(one)
    told = json.dumps([asdict(each) for each in found]) if found else ""
    traces.note(Trace(one.meta_path, what, told, ()))
    return found
