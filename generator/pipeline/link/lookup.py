"""Looking names up while problems collect: one object for each briefing being linked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.diagnostics import FieldPath, Location, Problem
from generator.model.briefing import Cited, SourceRef
from generator.pipeline.link.registries import UNKNOWN_SPEAKER, Names
from generator.text.nearest import nearest


@dataclass(slots=True)
class Resolver:
    """Turns ids as written in one file into present ids; what is wrong collects in `problems`."""

    names: Names
    path: str
    problems: list[Problem] = field(default_factory=list)

    def at(self, *place: str | int) -> Location:
        """Give the place of a field in the file."""
        return Location(self.path, field=place)

    def one(self, kind: str, name: str | None, *place: str | int) -> str | None:
        """Look one id up; None where there is none or it is not known."""
        if name is None:
            return None
        found = self.names.known[kind].get(name)
        if found is None:
            self.problems.extend(self.names.resolve(kind, name, self.at(*place))[1])
        return found

    def many(self, kind: str, names: Sequence[str], *place: str | int) -> tuple[str, ...]:
        """Look several ids up, each once, in their order."""
        at_once = dict.fromkeys(map(self.names.known[kind].get, names))
        if None not in at_once:
            return tuple(filter(None, at_once))
        found = (self.one(kind, name, *place, n) for n, name in enumerate(names))
        return tuple(dict.fromkeys(name for name in found if name is not None))

    def cited(self, refs: Iterable[Cited], place: str) -> tuple[Cited, ...]:
        """Look sources up, keeping where in them to look."""
        found = ((ref, self.one("sources", ref.id, place, n, "id")) for n, ref in enumerate(refs))
        return tuple(
            ref if ref.id == name else SourceRef(id=name, locator=ref.locator)
            for ref, name in found
            if name
        )

    def speaker(self, name: str, place: FieldPath) -> str | None:
        """Look up who speaks: an official or an organization; None for `unknown`."""
        if name == UNKNOWN_SPEAKER:
            return None
        known = self.names.known
        for kind in ("officials", "organizations"):
            if found := known[kind].get(name):
                return found
        hint = nearest(name, (*known["officials"], *known["organizations"]))
        hint = hint or f"write the person down with `briefbook new official {name}`"
        message = f"no official or organization has the id {name!r}"
        self.problems.append(Problem("unknown-speaker", message, self.at(*place), hint))
        return None
