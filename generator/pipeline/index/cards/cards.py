"""The cards that lists are made of: each made once, and the same one shown in every list."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from generator.model.briefing import Correction as CorrectionEntry
from generator.model.draft import Question as Asked
from generator.model.outline import Outline, Points
from generator.model.site import Briefing, Statement
from generator.model.views.parts import (
    BriefingCard,
    Correction,
    Count,
    Link,
    Question,
    StatementCard,
    Tally,
    Tile,
)
from generator.pipeline.index.cards.links import briefing_link
from generator.pipeline.index.cards.offices import Offices, offices_of
from generator.pipeline.index.cards.person_lines import PersonLines, person_lines
from generator.pipeline.index.cards.source_lines import source_name
from generator.pipeline.index.cards.statement_cards import statement_card
from generator.pipeline.index.lookup import Lookup
from generator.pipeline.index.made_once import Kept, MadeOnce
from generator.pipeline.index.wording.order import name_key
from generator.pipeline.index.wording.sentences import open_for
from generator.pipeline.index.wording.words import STATUSES, Words

_MOST_OFFICIALS: Final = 4


@dataclass(frozen=True, slots=True)
class Cards:
    """The card of every briefing and statement of a book, by id, and how all is worded."""

    briefings: Mapping[str, BriefingCard]
    statements: Mapping[str, StatementCard]
    people: PersonLines
    offices: Offices
    words: Words

    def of_briefings(self, briefings: Iterable[Outline | Points]) -> tuple[BriefingCard, ...]:
        """Give the cards of briefings in their order."""
        return tuple(self.briefings[one.id] for one in briefings)

    def of_statements(self, statements: Iterable[Statement]) -> tuple[StatementCard, ...]:
        """Give the cards of statements in their order."""
        return tuple(self.statements[one.id] for one in statements)


def make_cards(lookup: Lookup, words: Words, pieces: Kept[Any, Any]) -> Cards:
    """Make the cards of a book, and keep them among what is made once."""
    offices = offices_of(lookup, words)
    return Cards(
        MadeOnce(
            "briefings", lambda one: briefing_card(lookup.outlines[one], lookup, words), pieces
        ),
        MadeOnce(
            "statements",
            lambda one: statement_card(lookup.statements[one], lookup, words, offices),
            pieces,
        ),
        person_lines(lookup, words, offices, pieces),
        offices,
        words,
    )


def briefing_card(briefing: Outline, lookup: Lookup, words: Words) -> BriefingCard:
    """Show a briefing in a list, for which it need not be opened."""
    points, headline = briefing.points, briefing.headline
    return BriefingCard(
        url=points.url,
        title=briefing.title,
        dek=headline.dek or "",
        language=words.other(headline.language),
        published=words.dates.when(points.published),
        events=words.dates.when(headline.events) if headline.events else None,
        topic=next((lookup.topic_links[one] for one in points.topics), None),
        officials=tuple(lookup.official_links[one] for one in points.officials[:_MOST_OFFICIALS]),
        source=_source(headline.sources, lookup, words),
        statements=words.counted(len(points.statements), "statement"),
        turning_point=headline.turning_point or "",
    )


def question_line(briefing: Briefing, asked: Asked, lookup: Lookup, words: Words) -> Question:
    """Show an open question, or one that is settled, wherever it stands."""
    question = asked.unknown
    raised, today = question.raised or briefing.published, lookup.today
    answer = lookup.outlines.get((briefing.answers or {}).get(question.id, ""))
    return Question(
        anchor=question_anchor(briefing, question.id),
        text=asked.text,
        language=words.other(briefing.language),
        raised=words.dates.when(raised),
        age=open_for(raised, today, words) if today and question.status == "open" else "",
        status=words.say(STATUSES[question.status]),
        briefing=briefing_link(briefing, question_anchor(briefing, question.id)),
        answered_by=briefing_link(answer) if answer else None,
    )


def question_anchor(briefing: Briefing, identifier: str) -> str:
    """Give the id of a question's element: two briefings may use the same id for theirs."""
    return f"question-{briefing.id}-{identifier}"


def correction_line(briefing: Briefing, correction: CorrectionEntry, words: Words) -> Correction:
    """Show a correction, wherever it stands."""
    return Correction(
        when=words.dates.when(correction.date),
        was=correction.was,
        now=correction.now,
        language=words.other(briefing.language),
        severity=correction.severity,
        briefing=briefing_link(briefing, "corrections"),
    )


def tallies(
    names: Iterable[str], link: Callable[[str], Link], most: int | None = None
) -> tuple[Tally, ...]:
    """Count how often each id occurs; the most frequent first, then in order of name."""
    counts = Counter(names)
    linked = [(link(name), number) for name, number in counts.items()]
    linked.sort(key=lambda one: (-one[1], name_key(one[0].text), one[0].url))
    return tallied(linked[:most])


def tallied(counts: Iterable[tuple[Link, int]]) -> tuple[Tally, ...]:
    """Give counts their share of the largest, in the order in which they come."""
    counts = tuple(counts)
    largest = max((number for _, number in counts), default=1) or 1
    return tuple(Tally(link, number, round(100 * number / largest)) for link, number in counts)


def count_tile(count: Count, words: Words) -> Tile:
    """Make a number with its noun a figure of a page's heading."""
    return Tile(words.language.number(count.number), count.words)


def _source(sources: tuple[str, ...], lookup: Lookup, words: Words) -> str:
    """Name the only source of a briefing, or count them."""
    match sources:
        case ():
            return ""
        case (only,):
            source = lookup.site.sources.get(only)
            return source_name(source, words) if source else ""
        case several:
            return words.number_of(len(several), "source")
