import pytest

from generator.config import FeedList, Feeds
from generator.model.page import Page
from generator.pipeline.index.pages.feeds import feed_pages
from generator.pipeline.index.pages.people import official_pages
from generator.pipeline.index.pages.topics import topic_pages
from generator.pipeline.index.plan import Plan
from tests.builders import briefing, config, site, statement
from tests.desks import PageAtDesk, pages_of

TOPIC, OFFICIAL = "topics/arms/feed.xml", "officials/ana-petrova/feed.xml"
BOOK = site(briefing("talks", statement(speaker="ana-petrova")))


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        ((), ["feed.xml"]),
        (("topics",), ["feed.xml", TOPIC]),
        (("topics", "officials"), ["feed.xml", OFFICIAL, TOPIC]),
    ],
)
def test_a_book_says_what_has_feeds_of_its_own(
    lists: tuple[FeedList, ...], expected: list[str]
) -> None:
    settings = config(feeds=Feeds(lists=lists))

    feeds = sorted(
        one.url for one in pages_of(feed_pages, BOOK, settings) if one.url.endswith(".xml")
    )

    assert feeds == expected
    assert offered(pages_of(lists_with_feeds, BOOK, settings)) == set(expected)


def lists_with_feeds(plan: Plan) -> list[Page]:
    return [*topic_pages(plan), *official_pages(plan)]


def offered(pages: list[PageAtDesk]) -> set[str]:
    """List the Atom feeds that pages offer a browser."""
    heads = [one.show().head for one in pages]
    return {feed.url for one in heads for feed in one.feeds if feed.url.endswith(".xml")}
