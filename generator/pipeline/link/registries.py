"""The registries as maps by id, with every reference between them checked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from generator.diagnostics import FieldPath, Location, Problem
from generator.model.draft import Registered, RegistryEntry, RegistryKind
from generator.text.nearest import nearest

UNKNOWN_SPEAKER: Final = "unknown"
"""What a statement gives for its speaker where nobody knows who spoke."""
SINGULAR: Final[Mapping[str, str]] = {
    "officials": "official",
    "organizations": "organization",
    "topics": "topic",
    "places": "place",
    "sources": "source",
    "claims": "claim",
    "briefings": "briefing",
    "statements": "statement",
}

WITH_PAGES: Final[tuple[RegistryKind, ...]] = ("officials", "organizations", "topics", "places")
"""The registries of which every record has a page."""

# Which fields of a record name another one, and of what kind it is.
_REFERENCES: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "officials": (("sources", "sources"),),
    "organizations": (("parent", "organizations"),),
    "topics": (("parent", "topics"), ("see_also", "topics")),
    "sources": (("derives_from", "sources"),),
    "claims": (("topics", "topics"),),
}


@dataclass(frozen=True, slots=True)
class Names:
    """Every id of the book by kind; an alias leads to the id that it became."""

    known: Mapping[str, Mapping[str, str]]

    def resolve(self, kind: str, name: str, at: Location) -> tuple[str | None, tuple[Problem, ...]]:
        """Give the id that a name stands for, or the problem that there is none."""
        found = self.known[kind].get(name)
        if found is not None:
            return found, ()
        return None, (_unknown(kind, name, at, self.known[kind]),)


@dataclass(frozen=True, slots=True)
class Registries:
    """The records of each kind by id, in order of id, and where each was written."""

    records: Mapping[RegistryKind, Mapping[str, Any]]
    terms: tuple[Any, ...]
    names: Names
    files: Mapping[str, tuple[str, str]]
    """For a file that holds one record alone, its kind and id."""


def gather(
    entries: Registered,
) -> tuple[Registries, list[Problem]]:
    """Put the records of all files together by id, and check what they say of each other."""
    problems: list[Problem] = []
    places: dict[str, dict[str, Location]] = {}
    records: dict[RegistryKind, Mapping[str, Any]] = {}
    known: dict[str, Mapping[str, str]] = {}
    for kind, found in entries.items():
        if kind == "glossary":
            continue
        places[kind] = {}
        known[kind] = dict(_ids(kind, found, places[kind], problems))
        records[kind] = {entry.record.id: entry.record for entry in sorted(found, key=_by_id)}
    problems.extend(_two_speakers(places))
    names = Names(known)
    for kind, found in entries.items():
        for entry in found:
            problems.extend(_broken(kind, entry, names))
    terms = tuple(entry.record for entry in entries.get("glossary", ()))
    canonical = {kind: _canonical(kind, by_id, names) for kind, by_id in records.items()}
    for kind in ("topics", "organizations"):
        problems.extend(_circles(canonical[kind], places[kind]))
    return Registries(canonical, terms, names, _single_files(entries)), problems


def _two_speakers(places: Mapping[str, Mapping[str, Location]]) -> Iterator[Problem]:
    """Tell of ids that leave open who speaks: an official's and an organization's the same."""
    officials, organizations = places.get("officials", {}), places.get("organizations", {})
    for name, at in officials.items():
        if name in organizations:
            yield duplicate("speaker", name, at, organizations[name])
    for name, at in (*officials.items(), *organizations.items()):
        if name == UNKNOWN_SPEAKER:
            message = f"{name!r} stands for a speaker who is not known"
            yield Problem("bad-id", message, at, "give another id")


def _by_id(entry: RegistryEntry) -> str:
    identifier: str = entry.record.id
    return identifier


def _ids(
    kind: str,
    found: Iterable[RegistryEntry],
    places: dict[str, Location],
    problems: list[Problem],
) -> Iterator[tuple[str, str]]:
    for entry in found:
        own = [(entry.record.id, (*entry.field, "id"))]
        own += [
            (alias, (*entry.field, "aliases", n)) for n, alias in enumerate(entry.record.aliases)
        ]
        for name, field in own:
            at = Location(entry.path, field=field)
            if name in places:
                problems.append(duplicate(SINGULAR[kind], name, at, places[name]))
                continue
            places[name] = at
            yield name, entry.record.id


def duplicate(what: str, name: str, at: Location, first: Location) -> Problem:
    """Say that an id is used twice, and where it was used first."""
    message = f"the id {name!r} is used twice; another {what} has it in {first.path}"
    return Problem("duplicate-id", message, at, "give one of them another id")


def _unknown(kind: str, name: str, at: Location, known: Mapping[str, str]) -> Problem:
    what = SINGULAR[kind]
    hint = nearest(name, known) or f"write it down with `briefbook new {what} {name}`"
    if kind in {"claims", "statements", "briefings"}:
        hint = nearest(name, known)
    return Problem(f"unknown-{what}", f"no {what} has the id {name!r}", at, hint)


def _broken(kind: str, entry: RegistryEntry, names: Names) -> Iterator[Problem]:
    for name, of, field in _references(kind, entry):
        yield from names.resolve(of, name, Location(entry.path, field=(*entry.field, *field)))[1]


def _references(kind: str, entry: RegistryEntry) -> Iterator[tuple[str, str, FieldPath]]:
    for field, of in _REFERENCES.get(kind, ()):
        value = getattr(entry.record, field)
        if isinstance(value, str):
            yield value, of, (field,)
        elif value is not None:
            yield from ((name, of, (field, n)) for n, name in enumerate(value))
    if kind != "officials":
        return
    for n, role in enumerate(entry.record.roles):
        yield role.organization, "organizations", ("roles", n, "organization")
        yield from (
            (name, "sources", ("roles", n, "sources", m)) for m, name in enumerate(role.sources)
        )


def _canonical(kind: str, by_id: Mapping[str, Any], names: Names) -> Mapping[str, Any]:
    """Put present ids in the place of aliases, so that later steps need not know of them."""
    made = {}
    for identifier, record in by_id.items():
        changes: dict[str, Any] = {}
        for field, of in _REFERENCES.get(kind, ()):
            value = getattr(record, field)
            if isinstance(value, str):
                changes[field] = names.known[of].get(value, value)
            elif value:
                changes[field] = tuple(names.known[of].get(name, name) for name in value)
        if kind == "officials":
            changes["roles"] = tuple(_canonical_role(role, names) for role in record.roles)
        made[identifier] = replace(record, **changes) if changes else record
    return made


def _canonical_role(role: Any, names: Names) -> Any:  # noqa: ANN401
    return replace(
        role,
        organization=names.known["organizations"].get(role.organization, role.organization),
        sources=tuple(names.known["sources"].get(name, name) for name in role.sources),
    )


def _circles(records: Mapping[str, Any], places: Mapping[str, Location]) -> Iterator[Problem]:
    for identifier in records:
        seen, above = {identifier}, records[identifier].parent
        while above in records and above not in seen:
            seen.add(above)
            above = records[above].parent
        if above == identifier and identifier == min(seen):  # each circle is told once
            at = places[identifier]
            field = (*(at.field or ())[:-1], "parent")
            message = f"{identifier!r} is its own parent by way of {records[identifier].parent!r}"
            yield Problem(
                "parent-circle", message, replace(at, field=field), "take one parent away"
            )


def _single_files(
    entries: Registered,
) -> Mapping[str, tuple[str, str]]:
    return {
        entry.path: (kind, entry.record.id)
        for kind, found in entries.items()
        for entry in found
        if kind != "glossary" and not entry.field
    }
