import pytest

from generator.config import FeedList, Feeds
from generator.model.page import Page
from generator.pipeline.index.pages.feeds import feed_pages
from generator.pipeline.index.pages.people import official_pages
from generator.pipeline.index.pages.topics import topic_pages
from tests.builders import briefing, config, set_up, site, statement

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
    desk = set_up(BOOK, config(feeds=Feeds(lists=lists)))

    feeds = sorted(one.url for one in feed_pages(desk) if one.url.endswith(".xml"))

    assert feeds == expected
    assert offered([*topic_pages(desk), *official_pages(desk)]) == set(expected)


def offered(pages: list[Page]) -> set[str]:
    """List the Atom feeds that pages offer a browser."""
    heads = [one.show().head for one in pages]
    return {feed.url for one in heads for feed in one.feeds if feed.url.endswith(".xml")}
