"""The pages of briefings: everything a reader is told on one of them."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from generator.model import addresses
from generator.model.draft import Blocks, Judged
from generator.model.later import changed, later
from generator.model.offices import role_on
from generator.model.page import Page, Shown
from generator.model.site import Briefing, BriefingText, Statement
from generator.model.views.briefing import (
    BRIEFING,
    BriefingView,
    ChangeLine,
    JudgmentLine,
    LeadIn,
    PersonLine,
)
from generator.model.views.parts import Link, SourceLine, StatementCard, When
from generator.model.views.site import Head
from generator.pipeline.index.cards.cards import correction_line, question_line
from generator.pipeline.index.cards.links import (
    briefing_link,
    month_link,
    place_link,
)
from generator.pipeline.index.cards.source_lines import source_anchor, source_line
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.heads import page_head, with_card
from generator.pipeline.index.lookup import published_in
from generator.pipeline.index.pages.linked_data import briefing_linked_data
from generator.pipeline.index.pages.related import read_with
from generator.pipeline.index.plan import Plan, planned
from generator.pipeline.index.wording.briefing_words import (
    citation,
    minutes,
    partial_sentence,
    rights_sentences,
)
from generator.pipeline.index.wording.date_words import date_stamp
from generator.pipeline.index.wording.words import CONFIDENCES, LEAD_INS, SECTIONS, Words
from generator.text.dates import PartialDate
from generator.text.markup.fragments import plain_text


def briefing_pages(plan: Plan) -> tuple[Page, ...]:
    """Plan the page of every briefing."""
    return tuple(planned(one.url, BRIEFING, _shown, one.id) for one in plan.found.points)


def briefing_view(briefing: Briefing, desk: Desk) -> BriefingView:
    """Gather what a briefing's page shows."""
    entry, lookup, text = briefing.entry, desk.lookup, desk.site.texts[briefing.name]
    blocks = text.blocks
    site, config, words = desk.site, desk.config, desk.words
    before, after = lookup.neighbours.get(briefing.id, (None, None))
    in_text = [one for one in briefing.statements if one.shown == "block"]
    below = [one for one in briefing.statements if one.shown != "block"]
    return BriefingView(
        crumbs=later(partial(_crumbs, briefing, desk)),
        title=briefing.title,
        dek=briefing.dek or "",
        language=words.other(briefing.language),
        events=_when(entry.event_date, words),
        published=words.dates.when_in_full(briefing.published),
        updated=_when(entry.updated, words),
        byline=briefing.byline or "",
        dateline=entry.dateline or "",
        edition=_edition(briefing, desk),
        minutes=words.counted(minutes(text.words) if text.words else 0, "minute"),
        ed_note=blocks.ed_note,
        summary=blocks.summary,
        lead_ins=_lead_ins(blocks, words),
        body=text.body,
        placed=later(partial(_own_cards, in_text, briefing, desk)),
        statements=later(partial(_own_cards, below, briefing, desk)),
        judgments=tuple(_judgment(one, words) for one in blocks.key_judgments),
        knowns=blocks.knowns,
        questions=tuple(question_line(briefing, one, lookup, words) for one in blocks.unknowns),
        watch=blocks.watch,
        contents=later(partial(_contents, briefing, text, words)),
        people=later(partial(_people, briefing, desk)),
        topics=tuple([lookup.topic_links[one] for one in briefing.topics]),
        places=tuple(place_link(one, site) for one in briefing.places),
        series=entry.series or "",
        read_with=later(partial(read_with, briefing, desk)),
        sources=later(partial(_sources, briefing, desk)),
        credits=text.credits,
        rights=rights_sentences(entry.rights, words),
        partial=partial_sentence(entry.rights, words) if briefing.excerpted else "",
        changes=tuple(
            ChangeLine(words.dates.when(one.date), one.note, one.type == "major")
            for one in entry.changes
        ),
        corrections=tuple(correction_line(briefing, one, words) for one in entry.corrections),
        citation=later(partial(citation, briefing, config.title, words)),
        previous=briefing_link(before) if before else None,
        next=briefing_link(after) if after else None,
    )


def description(briefing: Briefing, desk: Desk) -> str:
    """Say in plain words what a briefing tells: its dek, its bottom line, or how it begins."""
    if briefing.dek:
        return briefing.dek
    text = desk.site.texts[briefing.name]
    return plain_text(text.blocks.summary or "") or text.plain


def _shown(desk: Desk, identifier: str) -> Shown:
    briefing = desk.lookup.briefings[identifier]
    return Shown(briefing_view(briefing, desk), _head(briefing, desk))


def _head(briefing: Briefing, desk: Desk) -> Head:
    before, after = desk.lookup.neighbours.get(briefing.id, (None, None))
    updated = briefing.entry.updated
    head = changed(
        page_head(
            desk.config,
            briefing.title,
            section=addresses.section("archive"),
            description=description(briefing, desk),
        ),
        type="article",
        linked_data=later(partial(briefing_linked_data, briefing, desk)),
        published=date_stamp(briefing.published),
        updated=date_stamp(updated) if updated else "",
        previous=before.url if before else "",
        next=after.url if after else "",
    )
    return with_card(head, briefing.url, desk.config)


def _crumbs(briefing: Briefing, desk: Desk) -> tuple[Link, ...]:
    topics = (desk.lookup.topic_links[one] for one in briefing.topics[:1])
    return (month_link(*published_in(briefing), desk.words), *topics)


def _when(day: PartialDate | None, words: Words) -> When | None:
    return words.dates.when_in_full(day) if day else None


def _edition(briefing: Briefing, desk: Desk) -> str:
    """Name the edition that a briefing is kept to."""
    names = {one.id: one.name or one.id for one in desk.config.editions}
    edition = briefing.entry.edition or ""
    return names.get(edition, edition)


def _lead_ins(blocks: Blocks, words: Words) -> tuple[LeadIn, ...]:
    items = {
        "new": blocks.new,
        "not_new": blocks.not_new,
        "disputed": blocks.disputed,
        "key_points": blocks.key_points,
    }
    return tuple(
        LeadIn(words.say(label), items[name]) for name, label in LEAD_INS.items() if items[name]
    )


def _own_cards(
    statements: list[Statement], briefing: Briefing, desk: Desk
) -> tuple[StatementCard, ...]:
    """Give the cards of a briefing's own statements, their sources numbered as on its page."""
    numbers = {one.id: n for n, one in enumerate(briefing.sources, start=1)}
    return tuple(_own_card(one, desk.cards.statements[one.id], numbers) for one in statements)


def _own_card(statement: Statement, card: StatementCard, numbers: dict[str, int]) -> StatementCard:
    """Give a card the number that its source has on the briefing's page.

    Where the words in the text have the statement's anchor, the card has another.
    """
    cited = statement.entry.source.id
    number = numbers.get(cited, 0)
    source = changed(card.source, number=number, anchor=source_anchor(cited) if number else "")
    anchor = f"{card.anchor}-listed" if statement.shown == "text" else card.anchor
    return changed(card, source=source, anchor=anchor)


def _judgment(one: Judged, words: Words) -> JudgmentLine:
    return JudgmentLine(one.text, words.say(CONFIDENCES[one.confidence]) if one.confidence else "")


def _contents(briefing: Briefing, text: BriefingText, words: Words) -> tuple[Link, ...]:
    headings = [(one.text, one.anchor) for one in text.headings if one.level == 2]  # noqa: PLR2004
    below = [(words.say(SECTIONS[one]), one) for one in _sections(briefing, text.blocks)]
    return tuple(Link(text, f"{briefing.url}#{anchor}") for text, anchor in (*headings, *below))


def _sections(briefing: Briefing, blocks: Blocks) -> Iterator[str]:
    """Name the sections that stand below the text, in order."""
    entry = briefing.entry
    present = {
        "on-the-record": any(one.shown != "block" for one in briefing.statements),
        "judgments": blocks.key_judgments,
        "known": blocks.knowns,
        "open-questions": blocks.unknowns,
        "watch": blocks.watch,
        "sources": briefing.sources,
        "corrections": entry.corrections,
        "changes": entry.changes,
    }
    return (name for name, items in present.items() if items)


def _people(briefing: Briefing, desk: Desk) -> tuple[PersonLine, ...]:
    """Show everyone of a briefing in the office held on its day."""
    day, known = briefing.entry.event_date or briefing.published, desk.site.officials
    here = Counter([one.speaker for one in briefing.statements])
    officials = [known[one] for one in briefing.officials]
    return tuple(
        [desk.cards.people(one, role_on(one.roles, day), here[one.id]) for one in officials]
    )


def _sources(briefing: Briefing, desk: Desk) -> tuple[SourceLine, ...]:
    return tuple(
        source_line(one, desk.site, desk.words, number=number)
        for number, one in enumerate(briefing.sources, start=1)
    )
