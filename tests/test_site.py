"""Whole sites as their readers get them: every link leads somewhere, every page is well made.

What holds of any site is asked of two: the example book, which has no address yet, and the
golden one, which has one and holds every kind of page.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser  # type: ignore[import-untyped]
import pytest

from tests.golden.accept import BOOK
from tests.websites import Link, Website, links_in_fragment, website, words_of

EXAMPLE = Path(__file__).parent.parent
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
FETCHED = frozenset({"link", "script", "img", "iframe", "source", "audio", "video", "object"})
NOT_LED_TO = frozenset({"404.html"})
TIMES = re.compile(
    r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?)?)?"
)


@pytest.fixture(scope="module", params=[EXAMPLE, BOOK], ids=["example", "golden"])
def site(request: pytest.FixtureRequest) -> Website:
    return website(request.param)


def test_every_page_is_html_without_a_fault(site: Website) -> None:
    assert site.faults == {}


def test_every_link_leads_to_a_file_and_every_anchor_to_an_id(site: Website) -> None:
    ids = {url: {element.get("id") for element in tree.iter()} for url, tree in site.pages.items()}

    def leads_nowhere(link: Link) -> bool:
        inside = site.of_this_site(link)
        if inside is None:
            return False
        file, anchor = inside
        return file not in site.files or bool(anchor and anchor not in ids.get(file, set()))

    assert [link for link in site.links if leads_nowhere(link)] == []


def test_ids_are_given_once_on_a_page(site: Website) -> None:
    counts = {
        url: Counter(element.get("id") for element in tree.iter() if element.get("id"))
        for url, tree in site.pages.items()
    }

    assert [(url, one) for url, ids in counts.items() for one, n in ids.items() if n > 1] == []


def test_references_between_elements_name_ids_of_the_page(site: Website) -> None:
    broken = [
        (url, name, word)
        for url, tree in site.pages.items()
        for ids in [{element.get("id") for element in tree.iter()}]
        for element in tree.iter()
        for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers")
        for word in element.get(name, "").split()
        if word not in ids
    ]

    assert broken == []


def test_nothing_is_fetched_from_the_web(site: Website) -> None:
    fetched = [link for link in site.links if link.element in FETCHED and link.rel != "canonical"]

    assert fetched
    assert [link for link in fetched if "//" in link.target or ":" in link.target] == []


def test_nothing_on_a_page_is_what_its_own_policy_forbids(site: Website) -> None:
    inline = [
        (url, element.tag, name)
        for url, tree in site.pages.items()
        for element in tree.iter()
        for name in element.keys()  # noqa: SIM118 - an Element is no mapping
        if name == "style" or name.startswith("on")
    ]
    scripts = [
        url
        for url, tree in site.pages.items()
        for element in tree.iter("script")
        if not element.get("src") and element.get("type") != "application/ld+json"
    ]

    assert inline == []
    assert scripts == []
    assert [url for url, tree in site.pages.items() if next(tree.iter("style"), None)] == []


def test_a_site_works_in_any_folder(site: Website) -> None:
    rooted = {link.page for link in site.links if link.target.startswith("/")}

    assert rooted == ({"404.html"} if site.base else set())


def test_canonical_addresses_are_those_of_the_pages(site: Website) -> None:
    canonical = [link for link in site.links if link.rel == "canonical"]

    assert bool(canonical) == bool(site.base)
    assert [link for link in canonical if site.of_this_site(link) is None] == []


def test_every_time_is_one_that_machines_can_read(site: Website) -> None:
    times = [(url, one) for url, tree in site.pages.items() for one in tree.iter("time")]

    assert times
    assert [(url, one.get("datetime")) for url, one in times if not is_time(one)] == []


def is_time(element: ET.Element) -> bool:
    written = element.get("datetime", "")
    if not TIMES.fullmatch(written) or not words_of(element):
        return False
    try:
        datetime.fromisoformat(written + "0000-01-01"[len(written) :])
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    ("written", "good"),
    [
        ("2024", True),
        ("2024-11", True),
        ("2024-11-14T06:30Z", True),
        ("2024-13", False),
        ("2024-02-30", False),
        ("2024-11-14T06:30", False),
        ("", False),
    ],
)
def test_times_are_told_from_what_is_none(written: str, good: bool) -> None:  # noqa: FBT001
    element = ET.Element("time", datetime=written)
    element.text = "then"

    assert is_time(element) is good


def test_every_page_has_one_main_heading_and_skips_no_level(site: Website) -> None:
    wrong = {}
    for url, tree in site.pages.items():
        levels = [HEADINGS.index(str(one.tag)) + 1 for one in tree.iter() if one.tag in HEADINGS]
        steps = [after - before for before, after in zip([0, *levels], levels, strict=False)]
        if levels.count(1) != 1 or max(steps) > 1:
            wrong[url] = levels

    assert wrong == {}


def test_every_page_has_a_title_and_a_language_of_its_own(site: Website) -> None:
    titles = {url: words_of(next(tree.iter("title"))) for url, tree in site.pages.items()}
    listed = {url: title for url, title in titles.items() if not is_unlisted(site, url)}

    assert [url for url, tree in site.pages.items() if not tree.get("lang")] == []
    assert [title for title, n in Counter(listed.values()).items() if n > 1] == []


def is_unlisted(site: Website, url: str) -> bool:
    return any(one.get("name") == "robots" for one in site.pages[url].iter("meta"))


def test_every_page_can_be_reached_from_the_first(site: Website) -> None:
    leading: dict[str, set[str]] = {url: set() for url in site.files}
    for link in site.links:
        inside = site.of_this_site(link)
        if inside:
            leading[link.page].add(inside[0])
    reached, pending = {"index.html"}, ["index.html"]
    while pending:
        new = leading[pending.pop()] - reached
        reached |= new
        pending += new

    unreached = {url for url in site.pages if url not in reached and not is_unlisted(site, url)}

    assert unreached == set()


def feeds_of(site: Website, name: str) -> Iterator[tuple[str, bytes]]:
    yield from ((url, data) for url, data in site.files.items() if url.endswith(name))


def test_every_feed_can_be_read(site: Website) -> None:
    for url, data in feeds_of(site, "feed.xml"):
        feed = feedparser.parse(data)
        ids = [entry.id for entry in feed.entries]
        assert feed.bozo == 0, url
        assert feed.version == "atom10", url
        assert feed.feed.id, url
        assert len(set(ids)) == len(ids), url
        assert all(entry.updated_parsed and entry.title and entry.link for entry in feed.entries)

    assert feedparser.parse(site.files["feed.xml"]).entries


def test_both_kinds_of_a_feed_hold_the_same_briefings(site: Website) -> None:
    for url, data in feeds_of(site, "feed.json"):
        feed = json.loads(data)
        atom = feedparser.parse(site.files[url.removesuffix("json") + "xml"])
        assert feed["version"] == "https://jsonfeed.org/version/1.1", url
        assert [item["id"] for item in feed["items"]] == [entry.id for entry in atom.entries], url
        assert all(item["url"] and "content_html" in item for item in feed["items"]), url


def test_both_kinds_of_a_feed_hold_the_same_text(site: Website) -> None:
    for url, data in feeds_of(site, "feed.json"):
        texts = [item["content_html"] for item in json.loads(data)["items"]]
        atom = ET.fromstring(site.files[url.removesuffix("json") + "xml"])  # noqa: S314
        assert [one.text for one in atom.findall("{*}entry/{*}content")] == texts, url


def test_every_link_in_a_feed_leads_to_a_file(site: Website) -> None:
    links = [
        link
        for url, data in feeds_of(site, "feed.json")
        for item in json.loads(data)["items"]
        for link in (*links_in_fragment(url, item["content_html"]), Link(url, "", item["url"]))
    ]
    inside = [(link, site.of_this_site(link)) for link in links]

    assert inside
    assert [link for link, at in inside if at and at[0] not in site.files] == []


def test_the_lists_of_feeds_and_pages_name_what_is_there(site: Website) -> None:
    outlines = list(ET.fromstring(site.files["feeds.opml"]).iter("outline"))  # noqa: S314
    feeds = [Link("feeds.opml", "", one.get("xmlUrl", "")) for one in outlines if one.get("xmlUrl")]
    places = ET.fromstring(site.files["sitemap.xml"]).findall("{*}url/{*}loc")  # noqa: S314
    pages = {site.of_this_site(Link("sitemap.xml", "", one.text or "")) for one in places}

    assert {site.of_this_site(one) for one in feeds} == {
        (url, "") for url, _ in feeds_of(site, "feed.xml")
    }
    listed = {(url, "") for url in site.pages if not is_unlisted(site, url)}
    assert pages == (listed if site.base else set())
