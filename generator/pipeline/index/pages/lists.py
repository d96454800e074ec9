"""The lists of the book: ledger, briefings, archive, corrections, questions, claims, glossary."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from generator.model import addresses
from generator.model.later import later
from generator.model.page import Page, Shown
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
from generator.model.views.parts import Correction, Question, StatementGroup, Tally
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
from generator.pipeline.index.paging import longer, paginate, part_at, part_of
from generator.pipeline.index.plan import Plan, planned
from generator.pipeline.index.wording.order import folded, name_key
from generator.pipeline.index.wording.sentences import capitalized
from generator.pipeline.index.wording.words import PAGES, STANCES

Month = tuple[int, int]
_ARCHIVE = addresses.section("archive")


def statements_pages(plan: Plan) -> tuple[Page, ...]:
    """Plan the ledger: every statement of the book, newest first."""
    url = addresses.section("statements")
    return _parts(plan.found.statements.newest, url, plan, "statements.html", _statements)


def _statements(desk: Desk, number: int) -> Shown:
    statements, url = desk.lookup.newest_statements, addresses.section("statements")
    part = part_at(statements, url, desk.config.pages_per_list, number)
    total = desk.words.counted(len(statements), "statement")
    view = StatementsView(
        later(partial(statements_by_month, part.items, desk.cards)), part.pager, total
    )
    return Shown(view, part_head(_head("statements", url, desk), part.pager, desk.words))


def briefings_pages(plan: Plan) -> tuple[Page, ...]:
    """Plan the list of all briefings, newest first."""
    url = addresses.section("briefings")
    return _parts(plan.found.points, url, plan, "briefings.html", _briefings)


def _briefings(desk: Desk, number: int) -> Shown:
    briefings, size = desk.lookup.newest_briefings, desk.config.pages_per_list
    part = part_at(briefings, addresses.section("briefings"), size, number)
    view = BriefingsView(
        desk.words.say(PAGES["briefings"]),
        (),
        later(partial(by_month, part.items, desk.cards)),
        part.pager,
        desk.words.counted(len(briefings), "briefing"),
    )
    return Shown(view, part_head(_head("briefings", _ARCHIVE, desk), part.pager, desk.words))


def _parts(
    listed: Sequence[object], url: str, plan: Plan, template: str, gather: Callable[..., Shown]
) -> tuple[Page, ...]:
    parts = paginate(listed, url, plan.config.pages_per_list)
    return tuple(planned(part.url, template, gather, part.number) for part in parts)


def month_pages(plan: Plan) -> Iterator[Page]:
    """Plan the pages of the archive: the briefings of each month, by day."""
    for (year, month), listed in sorted(plan.found.briefings.in_month.items()):
        for part in paginate(listed, month_url(year, month), plan.config.pages_per_list):
            yield planned(part.url, "briefings.html", _month, year, month, part.number)


def archive_page() -> Page:
    """Plan the archive: years and months, newest first, with their numbers."""
    return planned(_ARCHIVE, "archive.html", _archive)


def _archive(desk: Desk) -> Shown:
    tallies: dict[int, list[Tally]] = defaultdict(list)
    months = sorted(desk.lookup.briefings_in, reverse=True)
    counts = (
        (month_of_year_link(*one, desk.words), len(desk.lookup.briefings_in[one])) for one in months
    )
    for (year, _), tally in zip(months, tallied(counts), strict=True):
        tallies[year].append(tally)
    view = ArchiveView(
        years=tuple((str(year), tuple(found)) for year, found in tallies.items()),
        total=desk.words.counted(len(desk.lookup.newest_briefings), "briefing"),
    )
    return Shown(view, _head("archive", _ARCHIVE, desk))


def corrections_pages(plan: Plan) -> tuple[Page, ...]:
    """Plan the list of all corrections, newest first."""
    listed = range(sum(one.corrected for one in plan.found.points))
    return _parts(listed, addresses.CORRECTIONS, plan, "corrections.html", _corrected)


def _corrections(desk: Desk) -> tuple[Correction, ...]:
    briefings = [desk.lookup.briefings[one.id] for one in desk.lookup.corrected]
    found = [(one, briefing) for briefing in briefings for one in briefing.entry.corrections]
    found.sort(key=lambda pair: (pair[0].date.first, pair[0].date.begins), reverse=True)
    return tuple(correction_line(briefing, one, desk.words) for one, briefing in found)


def _corrected(desk: Desk, number: int) -> Shown:
    size = desk.config.pages_per_list
    part = part_at(desk.once(_corrections), addresses.CORRECTIONS, size, number)
    view = CorrectionsView(tuple(part.items), part.pager)
    return Shown(view, part_head(_head("corrections", "", desk), part.pager, desk.words))


def questions_pages(plan: Plan) -> tuple[Page, ...]:
    """Plan the list of open questions, and of those that are settled."""
    points = plan.found.points
    listed = range(max(sum(one.asked for one in points), sum(one.settled for one in points)))
    return _parts(listed, addresses.QUESTIONS, plan, "questions.html", _questions)


def _open(desk: Desk) -> tuple[Question, ...]:
    return open_questions(desk.lookup.asking, desk)


def _settled(desk: Desk) -> tuple[Question, ...]:
    return settled_questions(desk.lookup.asking, desk)


def _questions(desk: Desk, number: int) -> Shown:
    newest, size = desk.lookup.today, desk.config.pages_per_list
    still_open, settled = desk.once(_open), desk.once(_settled)
    part = part_at(longer(still_open, settled), addresses.QUESTIONS, size, number)
    view = QuestionsView(
        as_of=desk.words.dates.day_heading(newest) if newest else None,
        open=tuple(part_of(still_open, number, size)),
        settled=tuple(part_of(settled, number, size)),
        pager=part.pager,
    )
    return Shown(view, part_head(_head("questions", "", desk), part.pager, desk.words))


def claims_pages(plan: Plan) -> tuple[Page, ...]:
    """Plan the page of claims, in a book that has any."""
    page = planned(addresses.section("claims"), "claims.html", _claims)
    return (page,) if plan.book.claims else ()


def _claims(desk: Desk) -> Shown:
    claims = sorted(desk.site.claims.values(), key=lambda one: (name_key(one.text), one.id))
    view = ClaimsView(tuple(_claim_line(one, desk) for one in claims))
    return Shown(view, _head("claims", addresses.section("claims"), desk))


def glossary_pages(plan: Plan) -> tuple[Page, ...]:
    """Plan the glossary, in a book that has one."""
    page = planned(addresses.section("glossary"), "glossary.html", _glossary)
    return (page,) if plan.book.terms else ()


def _glossary(desk: Desk) -> Shown:
    terms = sorted(desk.site.terms, key=lambda one: (name_key(one.term), one.definition))
    view = GlossaryView(tuple(_term_line(one) for one in terms))
    return Shown(view, _head("glossary", addresses.section("glossary"), desk))


def _head(name: str, section: str, desk: Desk) -> Head:
    return page_head(desk.config, desk.words.say(PAGES[name]), section=section)


def _month(desk: Desk, year: int, month: int, number: int) -> Shown:
    """Show a part of a month; within it the parts are neighbours, else the months are."""
    briefings, words = desk.lookup.briefings_in[year, month], desk.words
    part = part_at(briefings, month_url(year, month), desk.config.pages_per_list, number)
    before, after = (month_link(*one, words) if one else None for one in _around(year, month, desk))
    view = BriefingsView(
        title=words.dates.month_heading(year, month),
        crumbs=(section_link("archive", words),),
        groups=later(partial(by_day, part.items, desk.cards)),
        pager=part.pager,
        total=words.counted(len(briefings), "briefing"),
        previous=before,
        next=after,
    )
    head = replace(
        page_head(desk.config, view.title, section=_ARCHIVE),
        previous=before.url if before else "",
        next=after.url if after else "",
    )
    return Shown(view, part_head(head, part.pager, words))


def _around(year: int, month: int, desk: Desk) -> tuple[Month | None, Month | None]:
    """Give the months of the book before and after one."""
    months = sorted(desk.lookup.briefings_in)
    at = months.index((year, month))
    return months[at - 1] if at else None, next(iter(months[at + 1 :]), None)


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
