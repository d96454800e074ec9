"""Step 4, site to problems: the editorial rules.

Each rule is a function that gives problems; the tables `OF_BRIEFINGS` and `OF_BOOKS` are all
of them.  A rule reads the linked book and changes nothing.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.diagnostics import FieldPath, Location, Problem
from generator.model.draft import RegistryEntry, SourceFile
from generator.model.people import Official
from generator.model.references import assets_used, pictures_used
from generator.model.site import Briefing, BriefingText, Site
from generator.model.subjects import Source
from generator.pipeline.quotations import check_quotes
from generator.text.nearest import nearest

LINTS: Final = frozenset(
    {
        "ambiguous-name",
        "dead-navigation",
        "empty-topic",
        "faint-accent",
        "image-without-alt",
        "no-interface-language",
        "role-ambiguous",
        "role-gap",
        "role-off-date",
        "role-overlap",
        "speaker-unnamed",
        "statement-after-publication",
        "template-behind",
        "template-unmarked",
        "unknown-block",
        "unknown-file",
        "unreadable-image",
        "unused-asset",
    }
)
"""The warnings; `lint:` in config.yaml makes each an error, a warning or nothing."""


@dataclass(frozen=True, slots=True)
class Case:
    """A linked briefing with its text, and what the rules compare it to."""

    briefing: Briefing
    text: BriefingText
    officials: Mapping[str, Official]
    sources: Mapping[str, Source]
    captures: Mapping[str, SourceFile]
    """Kept copies of sources by their path below content/."""
    editions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The linked book with what the rules compare it to."""

    site: Site
    captures: Mapping[str, SourceFile]
    """Kept copies of sources by their path below content/."""
    sources: tuple[RegistryEntry, ...]
    topics: tuple[RegistryEntry, ...]
    whole: bool = True
    """Whether every file could be read; a rule about what is missing waits for that."""


def check_briefing(case: Case) -> list[Problem]:
    """Give everything that is wrong with a briefing by the desk's own rules."""
    return [problem for rule in OF_BRIEFINGS for problem in rule(case)]


def check_book(evidence: Evidence) -> list[Problem]:
    """Give what is wrong with a book by the desk's own rules, beside what is with each briefing."""
    return [problem for rule in OF_BOOKS for problem in rule(evidence)]


def _quotes_were_said(case: Case) -> Iterator[Problem]:
    return check_quotes(case.briefing, case.text, case.sources, case.captures)


def _roles_are_known(case: Case) -> Iterator[Problem]:
    briefing = case.briefing
    for n, statement in enumerate(briefing.statements):
        official = case.officials.get(statement.speaker or "")
        if official is None or statement.held.how in {"computed", "pinned"}:
            continue
        labels = [repr(role.label) for role in statement.held.candidates]
        day, name = statement.date.text, official.name
        at = _at(briefing, n, "speaker")
        match statement.held.how:
            case "gap":
                message = f"{name} has no role on {day}"
                hint = "add the role held that day to the official's file, or mend the dates there"
                yield Problem("role-gap", message, at, hint, "warning")
            case "overlap":
                message = f"{name} has more than one role on {day}: {' and '.join(labels)}"
                hint = "give the roles a `rank`, or pin one with `role: …`"
                yield Problem("role-overlap", message, at, hint, "warning")
            case "ambiguous":
                message = (
                    f"the dates leave open whether {name} spoke on {day} as {' or '.join(labels)}"
                )
                hint = "write the full dates, or pin the role with `role: …`"
                yield Problem("role-ambiguous", message, at, hint, "warning")
            case _:
                pass


def _speakers_are_described(case: Case) -> Iterator[Problem]:
    briefing = case.briefing
    for n, statement in enumerate(briefing.statements):
        if statement.held.how == "unnamed" and not statement.entry.speaker_label:
            message = "nobody can tell who spoke"
            hint = "say how the source calls the speaker: `speaker_label: a senior official`"
            yield Problem("speaker-unnamed", message, _at(briefing, n, "speaker"), hint, "warning")


def _statements_come_first(case: Case) -> Iterator[Problem]:
    briefing = case.briefing
    for n, statement in enumerate(briefing.statements):
        reported = briefing.entry.updated or briefing.published
        if statement.entry.date and statement.date.first > reported.last:
            message = f"said on {statement.date.text}, after the briefing of {reported.text}"
            hint = "mend the date, or write `updated: …`"
            at = _at(briefing, n, "date")
            yield Problem("statement-after-publication", message, at, hint, "warning")


def _captures_are_kept(evidence: Evidence) -> Iterator[Problem]:
    for entry in evidence.sources:
        capture = entry.record.capture
        if capture is None:
            continue
        file = evidence.captures.get(capture.file)
        if file is None:
            at = Location(entry.path, field=(*entry.field, "capture", "file"))
            message = f"there is no kept copy {capture.file!r} below the content folder"
            hint = nearest(capture.file, evidence.captures) or "put it into captures/"
            yield Problem("capture-missing", message, at, hint)
        elif capture.sha256 and capture.sha256.lower() != _digest(file.text):
            at = Location(entry.path, field=(*entry.field, "capture", "sha256"))
            message = f"the kept copy {capture.file!r} is not the one that was checked"
            hint = f"if it is right, write `sha256: {_digest(file.text)}`"
            yield Problem("capture-changed", message, at, hint)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _topics_have_briefings(evidence: Evidence) -> Iterator[Problem]:
    if not evidence.whole:
        return
    parents = {topic.parent for topic in evidence.site.topics.values()}
    unused = {entry.record.id for entry in evidence.topics} - parents
    for briefing in evidence.site.briefings.outlines:
        if not unused:
            break  # as in most books, after a few briefings
        found, said = briefing.points, briefing.points.statements
        unused.difference_update(found.topics, *(one.topics for one in said))
    for entry in evidence.topics:
        if entry.record.id in unused:
            at = Location(entry.path, field=(*entry.field, "id"))
            message = f"no briefing has the topic {entry.record.id!r}"
            hint = "file a briefing under it, or take it out"
            yield Problem("empty-topic", message, at, hint, "warning")


def _edition_exists(case: Case) -> Iterator[Problem]:
    edition = case.briefing.entry.edition
    if edition is not None and edition not in case.editions:
        hint = nearest(edition, case.editions) or "name it under `editions:` in config.yaml"
        at = Location(case.briefing.meta_path, field=("edition",))
        yield Problem("unknown-edition", f"no edition is called {edition!r}", at, hint)


def _pictures_can_be_read(evidence: Evidence) -> Iterator[Problem]:
    if not evidence.site.assets:
        return
    shown = pictures_used(evidence.site)
    for one in evidence.site.assets.values():
        if one.url in shown and one.size is None:
            message = "this is shown as a picture, and it has no width and height that can be read"
            hint = "save it again as PNG, JPEG, WebP, GIF or SVG (with `width` or `viewBox`)"
            yield Problem("unreadable-image", message, Location(one.asset.path), hint, "warning")


def _assets_are_used(evidence: Evidence) -> Iterator[Problem]:
    if not evidence.whole or not evidence.site.assets:
        return
    used = assets_used(evidence.site)
    for one in evidence.site.assets.values():
        if one.url not in used:
            message = "nothing in the book shows this file or links to it, so it is not published"
            hint = f"link to it by its path, as in [the map](…/{one.asset.name}), or take it away"
            yield Problem("unused-asset", message, Location(one.asset.path), hint, "warning")


def _at(briefing: Briefing, number: int, field: str) -> Location:
    place: FieldPath = ("statements", number, field)
    return Location(briefing.meta_path, field=place)


OF_BRIEFINGS: Final[tuple[Callable[[Case], Iterator[Problem]], ...]] = (
    _quotes_were_said,
    _roles_are_known,
    _speakers_are_described,
    _statements_come_first,
    _edition_exists,
)
"""The rules that look at one briefing, its text, and what it is compared to."""
OF_BOOKS: Final[tuple[Callable[[Evidence], Iterator[Problem]], ...]] = (
    _captures_are_kept,
    _topics_have_briefings,
    _pictures_can_be_read,
    _assets_are_used,
)
"""The rules that look at a whole book."""
