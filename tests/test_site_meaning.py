"""What whole sites say: who said what, in which office, for readers and for machines alike."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from generator.model.offices import role_on
from generator.model.outline import points_of_statement
from generator.model.site import Statement
from generator.text.quotes import quoted_parts
from tests.builders import statements_of
from tests.golden.accept import BOOK
from tests.websites import Website, website, with_id, words_of

EXAMPLE = Path(__file__).parent.parent
LONGEST_QUOTE = 8
HOSTILE = 'The page ended in </script><b>silence</b> & "nothing" more.'


@pytest.fixture(scope="module", params=[EXAMPLE, BOOK], ids=["example", "golden"])
def site(request: pytest.FixtureRequest) -> Website:
    return website(request.param)


@pytest.fixture(scope="module")
def example() -> Website:
    return website(EXAMPLE)


def linked_data(site: Website, url: str) -> dict[str, Any]:
    scripts = [
        one for one in site.pages[url].iter("script") if one.get("type") == "application/ld+json"
    ]
    assert len(scripts) == 1
    data: dict[str, Any] = json.loads(scripts[0].text or "")
    return data


def published(site: Website) -> Iterator[Statement]:
    """Give the statements that have a page now."""
    held = {one.path for one in site.made.report.held_back}
    for briefing in site.book.briefings:
        if briefing.path not in held:
            yield from briefing.statements


def by_page(site: Website) -> Mapping[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for one in published(site):
        found.setdefault(one.url.partition("#")[0], []).append(one)
    return found


def card_of(site: Website, statement: Statement) -> Element:
    """Give the card of a statement on its own page: its block, or its place in the list."""
    tree = site.pages[statement.url.partition("#")[0]]
    cards = with_id(tree, f"{statement.anchor}-listed") or with_id(tree, statement.anchor)
    return cards[0]


def test_the_example_book_is_without_fault(example: Website) -> None:
    assert [f"{one.at.path}: {one.message}" for one in example.made.report.problems] == []
    assert example.made.report.held_back == ()


def test_the_example_book_has_enough_of_everything(example: Website) -> None:
    book = example.book
    raw = [one.path for one in book.briefings if one.path.endswith(".txt")]

    assert len(book.briefings) >= 24
    assert len(book.officials) >= 28
    assert len(book.topics) == 14
    assert len(statements_of(book)) >= 60
    assert len(raw) >= 2


def test_every_official_and_topic_of_the_example_book_has_a_page_and_feeds(
    example: Website,
) -> None:
    things = [*(("officials", one) for one in example.book.officials)]
    things += [*(("topics", one) for one in example.book.topics)]
    wanted = {
        f"{section}/{identifier}{ending}"
        for section, identifier in things
        for ending in (".html", "/feed.xml", "/feed.json")
    }

    assert wanted - example.files.keys() == set()


def test_the_example_book_quotes_few_words_at_a_time(example: Website) -> None:
    quoted = [
        (one.id, part)
        for one in statements_of(example.book)
        if one.entry.kind in {"quote", "partial-quote"}
        for part in quoted_parts(one.entry.text) or (one.entry.text,)
    ]

    assert quoted
    assert [(one, part) for one, part in quoted if len(part.split()) > LONGEST_QUOTE] == []


def test_every_statement_has_its_anchor_once_and_on_its_own_page_alone(site: Website) -> None:
    wanted = [one.url for one in published(site)]
    found = [
        f"{url}#{element.get('id')}"
        for url, tree in site.pages.items()
        for element in tree.iter()
        if re.fullmatch(r"st-(?!.*-listed$).*", element.get("id", ""))
    ]

    assert wanted
    assert sorted(found) == sorted(wanted)


def test_every_statement_shows_its_words_its_speaker_and_the_office_of_that_day(
    site: Website,
) -> None:
    book = site.book
    for one in published(site):
        shown = words_of(card_of(site, one))
        speaker = book.officials.get(one.speaker or "") or book.organizations.get(one.speaker or "")
        name = speaker.name if speaker else one.entry.speaker_label
        assert name, one.id
        assert name in shown, one.id
        assert bare(one.entry.text) in bare(shown), one.id
        if one.held.role:
            assert one.held.role.label in shown, one.id


def bare(text: str) -> str:
    return re.sub(r"[“”\"\s]+", " ", text).strip()


def test_the_office_of_a_statement_follows_from_what_it_is_found_by(site: Website) -> None:
    officials = site.book.officials
    said = [one for one in published(site) if one.speaker in officials]

    assert {one.held.how for one in said} >= {"computed"}
    for one in said:
        points = points_of_statement(one)
        held = role_on(officials[points.speaker or ""].roles, points.date, points.pinned)
        assert held == one.held, one.id


def test_no_statement_of_the_example_book_is_without_an_office(example: Website) -> None:
    known = {"computed", "pinned", "body"}

    held = {one.id: one.held.how for one in statements_of(example.book)}

    assert {one: how for one, how in held.items() if how not in known} == {}


def test_a_briefing_is_a_news_article_that_holds_its_statements(site: Website) -> None:
    for url, statements in by_page(site).items():
        data = linked_data(site, url)
        parts = {part["identifier"]: part for part in data["hasPart"]}
        assert data["@type"] == "NewsArticle", url
        assert data["headline"] == words_of(next(site.pages[url].iter("h1"))), url
        assert [one.id for one in statements] == list(parts), url
        assert [one.entry.text for one in statements] == [one["text"] for one in parts.values()]
        assert [site.base + one.url for one in statements] == [p["url"] for p in parts.values()]
        offices = {one.id: one.held.role.label for one in statements if one.held.role}
        speakers = {one: part.get("spokenByCharacter", {}) for one, part in parts.items()}
        assert {one: speakers[one]["jobTitle"] for one in offices} == offices, url


def test_an_official_is_a_person_with_dated_roles(site: Website) -> None:
    for identifier, official in site.book.officials.items():
        data = linked_data(site, f"officials/{identifier}.html")
        roles = data.get("hasOccupation", [])
        assert (data["@type"], data["name"]) == ("Person", official.name)
        assert [one["roleName"] for one in roles] == [one.label for one in official.roles]
        for given, role in zip(roles, official.roles, strict=True):
            assert given.get("startDate") == (role.start_date and role.start_date.text), identifier
            assert given.get("endDate") == (role.end_date and role.end_date.text), identifier


def test_no_words_can_end_the_script_that_describes_a_page() -> None:
    golden = website(BOOK)
    url = "briefings/2024/11/talks-open.html"

    parts = linked_data(golden, url)["hasPart"]

    assert HOSTILE in [one["text"] for one in parts]
    written = re.findall(rb'<script type="application/ld\+json">(.*)', golden.files[url])
    assert [one.count(b"<") for one in written] == [1]  # that of the end tag
    assert linked_data(golden, url)["headline"] == "Talks open: Arms, ships & <silence>"


def test_an_old_address_leads_to_the_new_one() -> None:
    golden = website(BOOK)
    redirects = {
        link.page: golden.of_this_site(link) for link in golden.links if link.element == "meta"
    }

    assert redirects == {
        "briefings/2024/12/agreed.html": ("briefings/2024/12/both-count.html", ""),
        "briefings/2024/12/both-agree.html": ("briefings/2024/12/both-count.html", ""),
        "briefings/2024/12/taken-back.html": ("briefings/2024/12/withdrawn.html", ""),
        "officials/j-visser.html": ("officials/jan-visser.html", ""),
        "organizations/the-league.html": ("organizations/strait-league.html", ""),
        "places/velin.html": ("places/port-velin.html", ""),
        "topics/arms-control.html": ("topics/arms.html", ""),
    }
