"""Statements as they are shown anywhere: the words, who, in which office, when, from where."""

from collections.abc import Sequence
from html import escape
from typing import Final

from generator.model import addresses
from generator.model.briefing import Kind
from generator.model.html import Html
from generator.model.site import Site, Statement
from generator.model.views.parts import Link, StatementCard
from generator.pipeline.index.cards.links import (
    briefing_link,
    place_link,
    speaker_link,
    statement_link,
)
from generator.pipeline.index.cards.offices import Offices, OfficeWords
from generator.pipeline.index.cards.source_lines import source_line
from generator.pipeline.index.lookup import Lookup
from generator.pipeline.index.wording.sentences import (
    date_note,
    quoted,
    stance_line,
)
from generator.pipeline.index.wording.words import (
    ATTRIBUTIONS,
    KINDS,
    VERIFICATIONS,
    Words,
)

_QUOTATION_MARKS: Final = frozenset("“”„«»")


def quoted_html(text: str, kind: Kind, words: Words) -> Html:
    """Escape the words of a statement; a quote that has no quotation marks is given them."""
    curled = _curled(" ".join(text.split()), words)
    bare = kind == "quote" and not _QUOTATION_MARKS.intersection(curled)
    return Html(escape(quoted(curled, words) if bare else curled, quote=False))


def statement_card(
    statement: Statement, lookup: Lookup, words: Words, offices: Offices
) -> StatementCard:
    """Show a statement."""
    entry, site = statement.entry, lookup.site
    speaker = _speaker(statement, lookup, words)
    office = _office(statement, lookup, offices)
    briefing = lookup.briefings[statement.briefing]
    original = entry.original
    return StatementCard(
        id=statement.id,
        anchor=statement.anchor,
        url=statement.url,
        speaker=speaker,
        speaker_label=_other_than(speaker.text, entry.speaker_label),
        office=office.office,
        office_note=office.note,
        kind=words.say(KINDS[entry.kind]),
        kind_id=entry.kind,
        text=quoted_html(entry.text, entry.kind, words),
        language=words.other(briefing.language),
        original=original.text if original else "",
        original_language=original.language if original else "",
        translator=(original.translator or "") if original else "",
        when=words.dates.when(statement.date),
        when_note=date_note(statement.date_basis, entry.date_text, words),
        place=place_link(statement.place, site) if statement.place else None,
        event=entry.event.name if entry.event else "",
        topics=tuple([lookup.topic_links[one] for one in statement.topics]),
        claims=_claim_links(statement, site, words),
        source=source_line(entry.source, site, words),
        reported_by=entry.reported_by or "",
        attribution=words.say(ATTRIBUTIONS[entry.attribution]),
        verification=words.say(VERIFICATIONS[entry.verification]),
        note=entry.note or "",
        briefing=briefing_link(briefing),
        responds_to=_statement_links(statement.responds_to, lookup, words),
        same_as=_statement_links(statement.same_as, lookup, words),
        supersedes=_statement_links(statement.supersedes, lookup, words),
        superseded_by=tuple(
            statement_link(one, site, words) for one in lookup.superseded_by.get(statement.id, ())
        ),
    )


def _speaker(statement: Statement, lookup: Lookup, words: Words) -> Link:
    speaker, label = statement.speaker, statement.entry.speaker_label
    if speaker is not None and speaker in lookup.site.officials:
        return lookup.official_links[speaker]
    return speaker_link(speaker, lookup.site, words, label=label)


def _office(statement: Statement, lookup: Lookup, offices: Offices) -> OfficeWords:
    body = lookup.site.organizations.get(statement.speaker or "")
    if statement.held.how == "body" and body is not None:
        return OfficeWords(body.classification or "")
    return offices(statement.held, statement.speaker)


def _curled(text: str, words: Words) -> str:
    """Make straight double quotation marks real ones, where they come in pairs."""
    if text.count('"') % 2:
        return text
    parts = text.split('"')
    return "".join(quoted(part, words) if n % 2 else part for n, part in enumerate(parts))


def _other_than(usual: str, text: str | None) -> str:
    return text if text and text != usual else ""


def _claim_links(statement: Statement, site: Site, words: Words) -> tuple[Link, ...]:
    claims = site.claims
    return tuple(
        Link(stance_line(one.stance, claims[one.claim].text, words), addresses.claim(one.claim))
        for one in statement.entry.claims
        if one.claim in claims
    )


def _statement_links(ids: Sequence[str], lookup: Lookup, words: Words) -> tuple[Link, ...]:
    """Link other statements; one that is not published is not there any more."""
    if not ids:
        return ()
    found = (lookup.statements.get(one) for one in ids)
    return tuple(statement_link(one, lookup.site, words) for one in found if one is not None)
