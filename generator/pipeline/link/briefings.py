"""Briefings with everything they name looked up."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.diagnostics import Location, Problem
from generator.model import addresses
from generator.model.briefing import Cited
from generator.model.draft import BodyLink, BriefingDraft, Front, SourceFile, map_blocks
from generator.model.html import Html
from generator.model.references import led_to, markup_in, shown_in
from generator.model.site import Briefing, BriefingText, Digests, Mention, Shown, Statement
from generator.model.subjects import Source
from generator.pipeline.link.lookup import Resolver
from generator.pipeline.link.statements import Setting, link_statement
from generator.pipeline.link.targets import Targets
from generator.pipeline.link.texts import (
    People,
    address_edits,
    addresses_of,
    lost_anchors,
    misplaced_blocks,
    name_officials,
    where_shown,
    with_addresses,
)
from generator.text.markup.edits import with_edits
from generator.text.markup.fragments import statement_places
from generator.text.markup.marks import mark_edits
from generator.text.markup.reading import read


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the rest of the book gives to each briefing."""

    targets: Targets
    people: People
    language: str
    sources: Mapping[str, Source]
    captures: Mapping[str, SourceFile]
    """Kept copies of sources by their path below content/."""
    editions: Mapping[str, str]
    """The ids of the editions there are."""


def briefing_id(front: Front) -> str:
    """Give a briefing's id: as written, else its file's name."""
    return front.id or front.name.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def briefing_url(front: Front) -> str:
    """Give a briefing's address: as its path in content/."""
    return addresses.article(front.name, front.slug)


def alias_urls(front: Front) -> tuple[str, ...]:
    """Give the old addresses of a briefing; an alias without a slash lay in the same folder."""
    folder = front.name.rpartition("/")[0]
    return tuple(
        [
            f"briefings/{alias}.html" if "/" in alias else f"{folder}/{alias}.html"
            for alias in front.aliases
        ]
    )


class Linked(NamedTuple):
    """A briefing with everything it names looked up, and what was wrong."""

    briefing: Briefing
    text: BriefingText
    problems: list[Problem]


def link_briefing(draft: BriefingDraft, around: Surroundings) -> Linked:
    """Look up everything that a briefing names, in its metadata and in its text."""
    entry, front = draft.entry, draft.front
    to = Resolver(around.targets.names, draft.meta_path)
    url, identifier = briefing_url(front), briefing_id(front)
    found = _text(draft, around, to)
    text = found.text
    topics = to.many("topics", entry.topics, "topics")
    setting = Setting(identifier, url, entry, topics, around.people.officials)
    statements = tuple(
        link_statement(one, n, setting, found.shown[n], to)
        for n, one in enumerate(entry.statements)
    )
    listed = to.many("officials", entry.officials, "officials")
    appearing = (*(one.official for one in found.mentions), *_speakers(statements), *listed)
    briefing = Briefing(
        id=identifier,
        url=url,
        path=draft.path,
        name=draft.name,
        meta_path=draft.meta_path,
        entry=entry,
        title=draft.title,
        dek=draft.dek,
        byline=draft.byline,
        published=entry.published,
        language=entry.language or around.language,
        topics=topics,
        places=to.many("places", entry.places, "places"),
        officials=tuple(one for one in dict.fromkeys(appearing) if one in around.people.index.ids),
        mentions=found.mentions,
        sources=_all_sources(to.cited(entry.sources, "sources"), statements),
        statements=statements,
        follows=to.one("briefings", entry.follows, "follows"),
        answers=_answers(draft, to),
        aliases=alias_urls(front),
        leads_to=led_to(markup_in(text)),
        shows=shown_in(markup_in(text)),
        left_out=draft.left_out,
        digests=Digests(metadata=draft.metadata),
    )
    return Linked(briefing, text, to.problems)


@dataclass(frozen=True, slots=True)
class _Text:
    """A briefing's text, and its short fields, with all that they name looked up."""

    text: BriefingText
    mentions: tuple[Mention, ...]
    shown: tuple[Shown, ...]
    """How each of the statements is shown."""


def _text(draft: BriefingDraft, around: Surroundings, to: Resolver) -> _Text:
    entry, html, links = draft.entry, draft.body.html, draft.links
    reading, called_for = read(html), statement_places(html)
    day = entry.event_date or entry.published
    named = name_officials(reading, around.people, day, Location(draft.path))
    found, lost = addresses_of(links, html, around.targets, draft.name)
    to.problems.extend((*named.problems, *_led_nowhere(draft, lost, called_for)))
    shown, marks = where_shown(reading, entry.statements, called_for)
    edits = (
        *named.edits(),
        *address_edits(draft.body, links, found, around.targets),
        *mark_edits(reading, marks, named.edges()),
    )
    blocks = draft.blocks
    text = BriefingText(
        body=Html(with_edits(html, edits)),
        plain=reading.text,
        headings=draft.body.headings,
        words=len(reading.text.split()),
        blocks=map_blocks(blocks, lambda one: with_addresses(one, found)) if links else blocks,
        credits=draft.credits,
    )
    return _Text(text, named.mentions, shown)


def _led_nowhere(
    draft: BriefingDraft, lost: Sequence[Problem], blocks: Iterable[str]
) -> Iterator[Problem]:
    """Tell of all links, and calls for blocks, that lead nowhere."""
    own = [link for link in draft.links if link.at.path == draft.path and link.at.field is None]
    yield from lost
    yield from lost_anchors(draft.links, draft.body.headings)
    told = {problem.at for problem in lost}  # one that nobody knows need not be told twice
    misplaced = misplaced_blocks(
        blocks, draft.entry.statements, lambda one: _block_place(one, own, draft)
    )
    yield from (one for one in misplaced if one.at not in told)


def _block_place(identifier: str, links: Iterable[BodyLink], draft: BriefingDraft) -> Location:
    wanted = f"statement:{identifier}"
    return next((link.at for link in links if link.target == wanted), Location(draft.path))


def _speakers(statements: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(one.speaker for one in statements if one.speaker)


def _all_sources(own: Sequence[Cited], statements: Iterable[Statement]) -> tuple[Cited, ...]:
    """List the briefing's sources and those of its statements; a source is listed once."""
    listed = {ref.id: ref for ref in own}
    for statement in statements:
        ref = statement.entry.source
        if ref.id not in listed:
            listed[ref.id] = replace(ref, locator=None) if ref.locator else ref
    return tuple(listed.values())


def _answers(draft: BriefingDraft, to: Resolver) -> Mapping[str, str]:
    found = {
        one.id: to.one("briefings", one.answered_by, "unknowns", n, "answered_by")
        for n, one in enumerate(draft.entry.unknowns)
    }
    return {question: answer for question, answer in found.items() if answer}
