from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from generator.config import Edition
from generator.model.briefing import PageEntry
from generator.model.draft import Blocks
from generator.model.html import Html
from generator.model.outline import outline_of
from generator.model.site import Briefing, Redirect, Site, TextPage
from generator.pipeline.select import Gate, Selection, gate_for, select, why_held
from generator.report import HeldBack
from tests.builders import briefing, config, day, site

NOON = datetime(2024, 11, 20, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
PUBLIC = Gate(NOON, None, frozenset())


def with_entry(identifier: str = "talks", **entry: Any) -> Briefing:  # noqa: ANN401
    dated = {
        key: day(value) if key in {"embargoed", "expires"} else value
        for key, value in entry.items()
    }
    return briefing(identifier, entry=dated)


def selected(*briefings: Briefing, gate: Gate = PUBLIC, **fields: Any) -> Selection:  # noqa: ANN401
    return select(site(*briefings, **fields), gate)


def ids(found: Site) -> list[str]:
    return [one.id for one in found.briefings]


def reason(one: Briefing, now: datetime = NOON) -> str | None:
    held = why_held(outline_of(one), Gate(now, None, frozenset()))
    return held.why if held else None


def page(name: str, body: str = "", **entry: Any) -> TextPage:  # noqa: ANN401
    made = PageEntry(**{"title": name.title(), **entry})
    return TextPage(f"pages/{name}.html", f"content/pages/{name}.md", made, Html(body), "en")


@pytest.mark.parametrize("status", ["draft", "withheld", "canceled"])
def test_only_what_is_usable_is_published(status: str) -> None:
    found = selected(with_entry(status=status), with_entry("ports"))

    assert ids(found.site) == ["ports"]
    assert found.held_back == (HeldBack("content/briefings/talks.md", "Talks", status),)


def test_the_desk_itself_sees_what_is_not_published_yet_or_no_more() -> None:
    desk = Gate(NOON, "public", frozenset({"public"}), unpublished=True)
    waiting = (
        with_entry("draft", status="draft"),
        with_entry("embargoed", embargoed="2024-12-01"),
        with_entry("expired", expires="2024-11-01"),
        briefing("linking"),
    )
    texts = {"linking": {"body": '<a href="site:briefings/draft.html">d</a>'}}
    others = (
        with_entry("withheld", status="withheld"),
        with_entry("canceled", status="canceled"),
        with_entry("internal", edition="internal"),
    )

    plans = page("plans", status="draft")

    found = selected(*waiting, *others, gate=desk, pages=(plans,), texts=texts)

    assert ids(found.site) == [one.id for one in waiting]
    assert "briefings/draft.html" in found.site.texts[waiting[-1].name].body
    assert [one.url for one in found.site.pages] == ["pages/plans.html"]
    assert [one.why for one in found.held_back] == [
        "draft",
        "embargoed",
        "expired 2024-11-01",
        "withheld",
        "canceled",
        "edition internal",
        "draft",
    ]


def test_an_embargo_ends_on_the_minute() -> None:
    one = with_entry(embargoed="2024-11-20T12:00Z")

    assert reason(one, NOON - MINUTE) == "embargoed"
    assert reason(one, NOON - timedelta(microseconds=1)) == "embargoed"
    assert reason(one, NOON) is None


def test_an_embargo_is_an_instant_wherever_the_clock_hangs() -> None:
    one = with_entry(embargoed="2024-11-20T14:00+02:00")

    assert reason(one, NOON - MINUTE) == "embargoed"
    assert reason(one, NOON) is None


@pytest.mark.parametrize("text", ["2024-11-20", "2024-11-20/25", "2024-11-20T00:00Z"])
def test_an_embargo_until_a_day_ends_at_its_midnight(text: str) -> None:
    midnight = NOON.replace(hour=0)

    assert reason(with_entry(embargoed=text), midnight - MINUTE) == "embargoed"
    assert reason(with_entry(embargoed=text), midnight) is None


def test_an_embargo_is_told_of_with_its_end() -> None:
    (held,) = selected(with_entry(embargoed="2024-12-01T06:00Z")).held_back

    assert (held.why, held.until) == ("embargoed", day("2024-12-01T06:00Z").text)


def test_a_briefing_expires_on_the_minute() -> None:
    one = with_entry(expires="2024-11-20T12:00Z")

    assert reason(one, NOON - MINUTE) is None
    assert str(reason(one, NOON)).startswith("expired 2024-11-20T12:00")


def test_an_embargo_goes_before_the_status_of_being_in_no_edition() -> None:
    one = with_entry(embargoed="2024-12-01", edition="members")

    assert reason(one) == "embargoed"


EDITIONS = (
    Edition(id="public"),
    Edition(id="members", includes=("public",)),
    Edition(id="internal", includes=("members",)),
)


@pytest.mark.parametrize(
    ("edition", "expected"),
    [
        pytest.param("public", ["all", "public"], id="only-its-own"),
        pytest.param("members", ["all", "members", "public"], id="with-what-it-includes"),
        pytest.param("internal", ["all", "internal", "members", "public"], id="through-another"),
        pytest.param(None, ["all", "public"], id="none-named-is-the-first"),
    ],
)
def test_an_edition_holds_its_briefings_those_it_includes_and_those_without(
    edition: str | None, expected: list[str]
) -> None:
    book = [briefing("all"), *(with_entry(one.id, edition=one.id) for one in EDITIONS)]

    found = selected(*book, gate=gate_for(config(editions=EDITIONS), edition, NOON))

    assert sorted(ids(found.site)) == expected
    assert {one.why for one in found.held_back} == {
        f"edition {one.id}" for one in EDITIONS if one.id not in expected
    }


def test_the_settings_may_name_the_edition_that_is_built() -> None:
    settings = config(editions=EDITIONS, default_edition="members")

    assert gate_for(settings, None, NOON).edition == "members"
    assert gate_for(settings, "public", NOON).edition == "public"


def test_editions_that_include_each_other_end_in_one() -> None:
    circle = (Edition(id="a", includes=("b",)), Edition(id="b", includes=("a",)))

    assert gate_for(config(editions=circle), "a", NOON).editions == {"a", "b"}


def test_a_book_without_editions_lets_only_briefings_without_one_through() -> None:
    gate = gate_for(config(), None, NOON)

    assert gate == Gate(NOON, None, frozenset())
    assert ids(selected(with_entry("a", edition="x"), briefing("b"), gate=gate).site) == ["b"]


SECRET = with_entry("secret", status="draft")


@pytest.mark.parametrize("fragment", ["", "#st-s9", "#h-start"])
def test_a_link_to_what_is_held_back_becomes_its_words(fragment: str) -> None:
    body = (
        f'<p>See <a href="site:briefings/secret.html{fragment}">the <em>plan</em></a> and '
        '<a href="site:briefings/ports.html#h-a">ports</a>.</p>'
    )
    texts = {"talks": {"body": Html(body)}}

    found = selected(briefing("talks"), SECRET, briefing("ports"), texts=texts).site

    assert found.texts["briefings/talks.md"].body == (
        '<p>See the <em>plan</em> and <a href="site:briefings/ports.html#h-a">ports</a>.</p>'
    )
    assert "secret" not in repr((found.briefings, dict(found.texts)))


def test_a_link_to_an_old_address_of_what_is_held_back_goes_too() -> None:
    hidden = briefing("secret", entry={"status": "draft"}, aliases=("briefings/old.html",))
    body = Html('<p><a href="site:briefings/old.html">it</a></p>')

    found = selected(briefing("talks"), hidden, texts={"talks": {"body": body}}).site

    assert [one.body for one in found.texts.values()] == ["<p>it</p>"]


def test_short_fields_and_pages_lose_their_links_too() -> None:
    link = '<a href="site:briefings/secret.html">plan</a>'
    blocks = Blocks(summary=Html(link), watch=(Html(f"See {link}"),))
    about = page("about", f"<p>{link}</p>")

    found = selected(
        briefing("talks"), SECRET, pages=(about,), texts={"talks": {"blocks": blocks}}
    ).site

    assert found.texts["briefings/talks.md"].blocks == Blocks(
        summary=Html("plan"), watch=(Html("See plan"),)
    )
    assert found.pages[0].body == "<p>plan</p>"


def test_a_link_to_another_site_stays_whatever_its_path() -> None:
    body = Html('<p><a href="https://estara.example/briefings/secret.html">x</a></p>')

    found = selected(briefing("talks"), SECRET, texts={"talks": {"body": body}}).site

    assert [one.body for one in found.texts.values()] == [body]


def test_a_canceled_briefing_leaves_its_address_and_the_desk_s_note() -> None:
    linked = Html('Taken back; see <a href="site:briefings/secret.html">the plan</a>')
    canceled = briefing(
        "talks",
        entry={"status": "canceled"},
        aliases=("briefings/old.html",),
    )
    texts = {"talks": {"blocks": Blocks(ed_note=linked)}}

    (tombstone,) = selected(canceled, SECRET, texts=texts).site.tombstones

    assert (tombstone.url, tombstone.aliases) == ("briefings/talks.html", ("briefings/old.html",))
    assert tombstone.note == "Taken back; see the plan"
    assert tombstone.published == day("2024-11-14")


@pytest.mark.parametrize(
    "entry",
    [{"edition": "members"}, {"embargoed": "2024-12-01"}, {"expires": "2024-11-01"}],
    ids=["edition", "embargo", "expiry"],
)
def test_a_canceled_briefing_that_may_not_be_known_leaves_nothing(entry: dict[str, str]) -> None:
    found = selected(with_entry(status="canceled", **entry))

    assert found.site.tombstones == ()


def test_old_addresses_lead_only_to_what_is_there() -> None:
    redirects = (
        Redirect("briefings/a-old.html", "briefings/a.html"),
        Redirect("briefings/gone-old.html", "briefings/gone.html"),
        Redirect("briefings/secret-old.html", "briefings/secret.html"),
        Redirect("officials/ana-old.html", "officials/ana.html"),
    )

    found = selected(
        briefing("a"), with_entry("gone", status="canceled"), SECRET, redirects=redirects
    )

    assert [one.url for one in found.site.redirects] == [
        "briefings/a-old.html",
        "briefings/gone-old.html",
        "officials/ana-old.html",
    ]


def test_a_draft_of_a_page_is_held_back_with_the_links_to_it() -> None:
    draft = page("plans", status="draft")
    about = page("about", '<p><a href="site:pages/plans.html">plans</a></p>')

    found = selected(pages=(about, draft))

    assert [one.url for one in found.site.pages] == ["pages/about.html"]
    assert found.site.pages[0].body == "<p>plans</p>"
    assert found.held_back == (HeldBack("content/pages/plans.md", "Plans", "draft"),)
