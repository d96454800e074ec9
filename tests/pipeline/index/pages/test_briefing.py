from typing import Any

from generator.config import Edition
from generator.model.briefing import (
    Change,
    Correction,
    Judgment,
    Rights,
    SourceRef,
    Unknown,
)
from generator.model.draft import Heading
from generator.model.site import Briefing, Held
from generator.model.views.briefing import BriefingView
from generator.model.views.parts import Link
from generator.pipeline.index.pages.briefing import briefing_pages, briefing_view
from tests.builders import MINISTER, briefing, config, day, official, role, site, statement
from tests.desks import PageAtDesk, pages_of, set_up


def view(one: Briefing, *others: Briefing, **fields: Any) -> BriefingView:  # noqa: ANN401
    return briefing_view(one, set_up(site(one, *others, **fields), config()))


def page(one: Briefing, *others: Briefing) -> PageAtDesk:
    pages = pages_of(briefing_pages, site(one, *others), config())
    return next(page for page in pages if page.url == one.url)


def test_a_briefing_shows_its_dates_in_full() -> None:
    one = briefing(
        published="2024-11-14T06:50Z",
        entry={"event_date": day("2024-11-12/13"), "updated": day("2024-11-15")},
    )

    shown = view(one)

    assert shown.published.text == "14 November 2024, 06:50 UTC"
    assert shown.events is not None
    assert shown.events.text == "12–13 November 2024"
    assert shown.updated is not None
    assert shown.updated.text == "15 November 2024"


def test_reading_takes_a_minute_at_least() -> None:
    assert view(briefing(), texts={"talks": {"words": 3}}).minutes.number == 1
    assert view(briefing(), texts={"talks": {"words": 700}}).minutes.number == 3


def test_lead_ins_without_items_are_left_out() -> None:
    shown = view(briefing(entry={"new": ("A place.",), "key_points": ("A month.",)}))

    assert [(one.label, one.items) for one in shown.lead_ins] == [
        ("New", ("A place.",)),
        ("Key points", ("A month.",)),
    ]


def test_statements_with_a_block_in_the_text_are_not_listed_again() -> None:
    one = briefing(
        "talks",
        statement("placed", shown="block"),
        statement("marked", shown="text"),
        statement("apart", shown="list"),
    )

    shown = view(one)

    assert [each.id for each in shown.placed] == ["placed"]
    assert [each.id for each in shown.statements] == ["marked", "apart"]


def test_a_statement_marked_in_the_text_leaves_its_anchor_there() -> None:
    one = briefing("talks", statement("marked", shown="text"), statement("apart"))

    shown = view(one)

    assert [each.anchor for each in shown.statements] == ["st-marked-listed", "st-apart"]
    assert shown.statements[0].url == "briefings/talks.html#st-marked"


def test_sources_are_numbered_and_statements_point_to_their_numbers() -> None:
    cited = (SourceRef(id="gazette"), SourceRef(id="transcript"))
    one = briefing("talks", statement(), sources=cited)

    shown = view(one)

    assert [(each.number, each.anchor) for each in shown.sources] == [
        (1, "source-gazette"),
        (2, "source-transcript"),
    ]
    assert shown.statements[0].source.number == 2
    assert shown.statements[0].source.anchor == "source-transcript"


def test_the_contents_list_headings_and_the_sections_that_have_something() -> None:
    one = briefing(
        "talks",
        statement(),
        entry={
            "watch": ("A vote.",),
            "changes": (Change(date=day("2024-11-15"), note="A name."),),
        },
    )

    headings = (Heading("h-answer", 2, "The answer"), Heading("h-detail", 3, "A detail"))

    shown = view(one, texts={"talks": {"headings": headings}})

    assert [(each.text, each.url.partition("#")[2]) for each in shown.contents] == [
        ("The answer", "h-answer"),
        ("On the record", "on-the-record"),
        ("What to watch", "watch"),
        ("Sources", "sources"),
        ("Changes", "changes"),
    ]


def test_every_section_of_a_full_briefing_is_in_the_contents() -> None:
    one = briefing(
        "talks",
        statement(),
        entry={
            "key_judgments": (Judgment(text="Likely.", confidence="high"),),
            "knowns": ("A place.",),
            "unknowns": (Unknown(id="who", text="Who?"),),
            "watch": ("A vote.",),
            "corrections": (Correction(date=day("2024-11-15"), was="a", now="b"),),
            "changes": (Change(date=day("2024-11-15"), note="A name.", type="major"),),
        },
    )

    shown = view(one)

    assert [each.url.partition("#")[2] for each in shown.contents] == [
        "on-the-record", "judgments", "known", "open-questions", "watch", "sources",
        "corrections", "changes",
    ]  # fmt: skip
    assert shown.judgments[0].confidence == "high"
    assert shown.changes[0].major


def test_people_stand_in_the_office_of_the_day() -> None:
    before = role("Mayor of Tarsk", "2020-01-01", "2024-11-12")
    after = role(MINISTER, "2024-11-13")
    one = briefing("talks", statement(), entry={"event_date": day("2024-11-12")})
    other = briefing("more", statement("s2"), published="2024-11-15")

    shown = view(one, other, records=[official("ana-petrova", before, after)])

    assert shown.people[0].link == Link("Ana Petrova", "officials/ana-petrova.html")
    assert shown.people[0].office == "then Mayor of Tarsk"
    assert shown.people[0].note == "1 statement here, 2 in the book"
    assert shown.people[0].anchor == "person-ana-petrova"


def test_people_who_are_only_named_say_so() -> None:
    shown = view(briefing(officials=("jan-visser",)))

    assert (shown.people[0].office, shown.people[0].note) == ("", "named here")


def test_doubt_about_an_office_is_said() -> None:
    term = role("Mayor of Tarsk", "2020-01-01", "2021-01-01")

    shown = view(briefing(officials=("jan-visser",)), records=[official("jan-visser", term)])

    assert shown.people[0].note == "No office on record for this day. Named here"


def test_neighbours_are_those_of_the_first_topic() -> None:
    first = briefing("first", published="2024-11-01")
    aside = briefing("aside", published="2024-11-02", topics=("ports",))
    here = briefing("here", published="2024-11-03", topics=("arms", "ports"))
    last = briefing("last", published="2024-11-04", topics=("ports", "arms"))

    shown = view(here, first, aside, last)
    head = page(here, first, aside, last).show().head

    assert (shown.previous, shown.next) == (
        Link("First", "briefings/first.html"),
        Link("Last", "briefings/last.html"),
    )
    assert (head.previous, head.next) == ("briefings/first.html", "briefings/last.html")


def test_a_briefing_can_be_cited() -> None:
    assert view(briefing()).citation == "“Talks”, Halden Desk, 14 November 2024"


def test_rights_are_said_in_sentences() -> None:
    rights = Rights(
        publish="excerpt",
        copyright_holder="Estara Gazette",
        notice="All rights reserved.",
        credit="J. Lind",
    )

    shown = view(briefing(entry={"rights": rights}, excerpted=True))

    assert shown.rights == ("© Estara Gazette.", "All rights reserved.", "Credit: J. Lind.")
    assert shown.partial == "Only the first 50 words of the text may be published here."


def test_a_whole_text_has_no_sentence_about_parts() -> None:
    assert view(briefing()).partial == ""


def test_an_edition_is_called_by_its_name() -> None:
    settings = config(editions=(Edition(id="members", name="For members"),))
    one = briefing(entry={"edition": "members"})

    shown = briefing_view(one, set_up(site(one), settings))

    assert shown.edition == "For members"


def test_a_language_is_said_only_where_it_is_not_the_book_s() -> None:
    assert (view(briefing()).language, view(briefing(language="nl")).language) == ("", "nl")


def test_the_head_describes_the_briefing() -> None:
    one = briefing(entry={"updated": day("2024-11-15"), "summary": "A & B agree."})

    head = page(one).show().head

    assert (head.title, head.type, head.description) == ("Talks", "article", "A & B agree.")
    assert (head.published, head.updated) == ("2024-11-14", "2024-11-15")
    assert [each.url for each in head.feeds] == ["feed.xml", "feed.json"]


def test_a_long_description_ends_between_words() -> None:
    head = page(briefing(dek="word " * 60)).show().head

    assert len(head.description) <= 200
    assert head.description.endswith("word…")


def test_a_speaker_without_a_record_is_no_fault() -> None:
    said = statement(speaker=None, held=Held("unnamed"))

    assert view(briefing("talks", said)).people == ()
