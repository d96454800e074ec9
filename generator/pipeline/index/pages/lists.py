"""The lists of the book: ledger, briefings, archive, corrections, questions, claims, glossary."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from generator.model import addresses
from generator.model.later import changed, later
from generator.model.page import Page, Shown
from generator.model.site import Briefing, Statement
from generator.model.subjects import Claim, Term
from generator.model.views.lists import (
    ArchiveView,
    BriefingsView,
    ClaimLine,
    ClaimsView,
    CorrectionsView,
    GlossaryView,
    QuestionsView,
    StatementsView,
    TermLine,
)
from generator.model.views.parts import Link, StatementGroup, Tally
from generator.model.views.site import Head
from generator.pipeline.index.cards.cards import correction_line, tallied
from generator.pipeline.index.cards.links import (
    month_link,
    month_of_year_link,
    month_url,
    section_link,
    topic_link,
)
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.groups import by_day, by_month, statements_by_month
from generator.pipeline.index.heads import page_head, part_head
from generator.pipeline.index.pages.questions import open_questions, settled_questions
from generator.pipeline.index.paging import Part, longer, paginate, part_of
from generator.pipeline.index.wording.order import folded, name_key
from generator.pipeline.index.wording.sentences import capitalized
from generator.pipeline.index.wording.words import PAGES, STANCES

_ARCHIVE = addresses.section("archive")


def statements_pages(desk: Desk) -> tuple[Page, ...]:
    """Make the ledger: every statement of the book, newest first."""
    statements, url = desk.lookup.newest_statements, addresses.section("statements")
    total, head = desk.words.counted(len(statements), "statement"), _head("statements", url, desk)

    def show(part: Part[Statement]) -> Shown:
        groups = later(partial(statements_by_month, part.items, desk.cards))
        view = StatementsView(groups, part.pager, total)
        return Shown(view, part_head(head, part.pager, desk.words))

    return tuple(
        Page(part.url, "statements.html", partial(show, part))
        for part in paginate(statements, url, desk.config.pages_per_list)
    )


def briefings_pages(desk: Desk) -> tuple[Page, ...]:
    """Make the list of all briefings, newest first."""
    briefings, url = desk.site.briefings, addresses.section("briefings")
    total, head = desk.words.counted(len(briefings), "briefing"), _head("briefings", _ARCHIVE, desk)
    title = desk.words.say(PAGES["briefings"])

    def show(part: Part[Briefing]) -> Shown:
        groups = later(partial(by_month, part.items, desk.cards))
        view = BriefingsView(title, (), groups, part.pager, total)
        return Shown(view, part_head(head, part.pager, desk.words))

    return tuple(
        Page(part.url, "briefings.html", partial(show, part))
        for part in paginate(briefings, url, desk.config.pages_per_list)
    )


def month_pages(desk: Desk) -> tuple[Page, ...]:
    """Make the pages of the archive: the briefings of each month, by day."""
    months = sorted(desk.lookup.briefings_in)
    around = zip((None, *months), months, (*months[1:], None), strict=False)
    return tuple(
        page
        for before, month, after in around
        for page in _month_pages(month, desk, _month(before, desk), _month(after, desk))
    )


def archive_page(desk: Desk) -> Page:
    """Make the archive: years and months, newest first, with their numbers."""
    tallies: dict[int, list[Tally]] = defaultdict(list)
    months = sorted(desk.lookup.briefings_in, reverse=True)
    counts = (
        (month_of_year_link(*one, desk.words), len(desk.lookup.briefings_in[one])) for one in months
    )
    for (year, _), tally in zip(months, tallied(counts), strict=True):
        tallies[year].append(tally)
    view = ArchiveView(
        years=tuple((str(year), tuple(found)) for year, found in tallies.items()),
        total=desk.words.counted(len(desk.site.briefings), "briefing"),
    )
    return Page.of(_ARCHIVE, "archive.html", view, _head("archive", _ARCHIVE, desk))


def corrections_pages(desk: Desk) -> tuple[Page, ...]:
    """Make the list of all corrections, newest first."""
    found = [
        (one, briefing) for briefing in desk.site.briefings for one in briefing.entry.corrections
    ]
    found.sort(key=lambda pair: (pair[0].date.first, pair[0].date.begins), reverse=True)
    lines = [correction_line(briefing, one, desk.words) for one, briefing in found]
    head = _head("corrections", "", desk)
    return tuple(
        Page.of(
            part.url,
            "corrections.html",
            CorrectionsView(part.items, part.pager),
            part_head(head, part.pager, desk.words),
        )
        for part in paginate(lines, addresses.CORRECTIONS, desk.config.pages_per_list)
    )


def questions_pages(desk: Desk) -> tuple[Page, ...]:
    """Make the list of open questions, and of those that are settled."""
    newest, briefings = desk.lookup.today, desk.site.briefings
    still_open = open_questions(briefings, desk)
    settled = settled_questions(briefings, desk)
    size, head = desk.config.pages_per_list, _head("questions", "", desk)
    return tuple(
        Page.of(
            part.url,
            "questions.html",
            QuestionsView(
                as_of=desk.words.dates.day_heading(newest) if newest else None,
                open=tuple(part_of(still_open, part.number, size)),
                settled=tuple(part_of(settled, part.number, size)),
                pager=part.pager,
            ),
            part_head(head, part.pager, desk.words),
        )
        for part in paginate(longer(still_open, settled), addresses.QUESTIONS, size)
    )


def claims_pages(desk: Desk) -> tuple[Page, ...]:
    """Make the page of claims, in a book that has any."""
    claims = sorted(desk.site.claims.values(), key=lambda one: (name_key(one.text), one.id))
    if not claims:
        return ()
    url = addresses.section("claims")

    def show() -> Shown:
        view = ClaimsView(tuple(_claim_line(one, desk) for one in claims))
        return Shown(view, _head("claims", url, desk))

    return (Page(url, "claims.html", show),)


def glossary_pages(desk: Desk) -> tuple[Page, ...]:
    """Make the glossary, in a book that has one."""
    terms = sorted(desk.site.terms, key=lambda one: (name_key(one.term), one.definition))
    if not terms:
        return ()
    url = addresses.section("glossary")
    view = GlossaryView(tuple(_term_line(one) for one in terms))
    return (Page.of(url, "glossary.html", view, _head("glossary", url, desk)),)


def _head(name: str, section: str, desk: Desk) -> Head:
    return page_head(desk.config, desk.words.say(PAGES[name]), section=section)


def _month(month: tuple[int, int] | None, desk: Desk) -> Link | None:
    return month_link(*month, desk.words) if month else None


def _month_pages(
    month: tuple[int, int], desk: Desk, before: Link | None, after: Link | None
) -> tuple[Page, ...]:
    """Make the pages of a month; within it the parts are neighbours, else the months are."""
    briefings: Sequence[Briefing] = desk.lookup.briefings_in[month]
    view = BriefingsView(
        title=desk.words.dates.month_heading(*month),
        crumbs=(section_link("archive", desk.words),),
        groups=(),
        pager=None,
        total=desk.words.counted(len(briefings), "briefing"),
        previous=before,
        next=after,
    )
    head = replace(
        page_head(desk.config, view.title, section=_ARCHIVE),
        previous=before.url if before else "",
        next=after.url if after else "",
    )

    def show(part: Part[Briefing]) -> Shown:
        groups = later(partial(by_day, part.items, desk.cards))
        shown = changed(view, groups=groups, pager=part.pager)
        return Shown(shown, part_head(head, part.pager, desk.words))

    return tuple(
        Page(part.url, "briefings.html", partial(show, part))
        for part in paginate(briefings, month_url(*month), desk.config.pages_per_list)
    )


def _claim_line(claim: Claim, desk: Desk) -> ClaimLine:
    found = desk.lookup.stances_to.get(claim.id, ())
    by_stance = {
        stance: [statement for taken, statement in found if taken == stance] for stance in STANCES
    }
    words, closed = desk.words, ""
    if claim.closed:
        closed = words.say("Closed %(day)s.", day=words.dates.when(claim.closed).text)
    return ClaimLine(
        anchor=claim.id,
        text=claim.text,
        note=" ".join(one for one in (claim.note, closed) if one),
        topics=tuple(topic_link(one, desk.site) for one in claim.topics),
        stances=tuple(
            StatementGroup(
                capitalized(words.say(STANCES[stance])), "", desk.cards.of_statements(statements)
            )
            for stance, statements in by_stance.items()
            if statements
        ),
    )


def _term_line(term: Term) -> TermLine:
    return TermLine(
        anchor=f"term-{folded(term.term).replace(' ', '-')}",
        term=term.term,
        abbreviation=term.abbreviation or "",
        definition=term.definition,
        also=term.other_names,
    )
