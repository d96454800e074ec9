"""Statements: who said it, on which day, and in which office."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.diagnostics import Location, Problem
from generator.model.addresses import STATEMENT_ANCHOR
from generator.model.briefing import BriefingEntry, StatementEntry
from generator.model.offices import holds, role_on
from generator.model.people import Official
from generator.model.site import Held, Shown, Statement
from generator.pipeline.link.lookup import Resolver
from generator.pipeline.link.registries import UNKNOWN_SPEAKER
from generator.text.dates import PartialDate
from generator.text.nearest import nearest

Basis = Literal["stated", "inferred-from-publication", "unknown"]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a statement takes from the briefing that reports it."""

    briefing: str
    url: str
    entry: BriefingEntry
    topics: tuple[str, ...]
    officials: Mapping[str, Official]


def link_statement(
    entry: StatementEntry, number: int, setting: Setting, shown: Shown, to: Resolver
) -> Statement:
    """Look up everything that a statement names, and work out the office held that day."""
    place = ("statements", number)
    speaker = to.speaker(entry.speaker, (*place, "speaker"))
    date, basis = _date_of(entry, setting.entry)
    source = to.one("sources", entry.source.id, *place, "source", "id")
    claims = [
        to.one("claims", one.claim, *place, "claims", n, "claim")
        for n, one in enumerate(entry.claims)
    ]
    return Statement(
        id=entry.id,
        briefing=setting.briefing,
        url=f"{setting.url}#{STATEMENT_ANCHOR}{entry.id}",
        entry=_canonical(entry, source, claims),
        speaker=speaker,
        held=_held(entry, date, setting.officials.get(speaker or ""), to, number),
        date=date,
        date_basis=basis,
        topics=to.many("topics", entry.topics, *place, "topics") or setting.topics,
        place=to.one("places", entry.place, *place, "place"),
        shown=shown,
        responds_to=to.many("statements", entry.responds_to, *place, "responds_to"),
        same_as=to.many("statements", entry.same_as, *place, "same_as"),
        supersedes=to.many("statements", entry.supersedes, *place, "supersedes"),
    )


def _canonical(
    entry: StatementEntry, source: str | None, claims: Sequence[str | None]
) -> StatementEntry:
    """Put present ids in the place of aliases; to make a record anew is slow."""
    if source and source != entry.source.id:
        entry = replace(entry, source=replace(entry.source, id=source))
    if not entry.claims:
        return entry
    written = [one.claim for one in entry.claims]
    known = [found or one for found, one in zip(claims, written, strict=True)]
    if known == written:
        return entry
    pairs = zip(entry.claims, known, strict=True)
    return replace(entry, claims=tuple(replace(one, claim=claim) for one, claim in pairs))


def _date_of(entry: StatementEntry, briefing: BriefingEntry) -> tuple[PartialDate, Basis]:
    if entry.date:
        return entry.date, entry.date_basis or "stated"
    inferred: Basis = "inferred-from-publication"
    return briefing.event_date or briefing.published, entry.date_basis or inferred


def _held(
    entry: StatementEntry, date: PartialDate, official: Official | None, to: Resolver, number: int
) -> Held:
    if official is None:
        return Held("unnamed" if entry.speaker == UNKNOWN_SPEAKER else "body")
    held = role_on(official.roles, date, entry.role)
    if entry.role is None:
        return held
    at = to.at("statements", number, "role")
    if held.how != "pinned" or held.role is None:
        to.problems.append(_no_such_role(entry.role, official, at))
    elif date.is_one_day and not holds(held.role, date.first):
        to.problems.append(_pinned_elsewhere(entry.role, official, date, at))
    return held


def _no_such_role(role: str, official: Official, at: Location) -> Problem:
    ids = [one.id for one in official.roles if one.id]
    message = f"{official.name} has no role with the id {role!r}"
    hint = nearest(role, ids) or f"give one of the roles in the official's file `id: {role}`"
    return Problem("unknown-role", message, at, hint)


def _pinned_elsewhere(role: str, official: Official, date: PartialDate, at: Location) -> Problem:
    message = f"{official.name} did not hold the role {role!r} on {date.text}"
    hint = "take the pin away, or mend the role's dates"
    return Problem("role-off-date", message, at, hint, "warning")
