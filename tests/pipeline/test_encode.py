"""A feed is the JSON that the standard library would write, only sooner."""

import json

from hypothesis import given
from hypothesis import strategies as st

from generator.model.html import Html
from generator.model.views.machines import FeedEntry, FeedView
from generator.pipeline.encode import json_feed

LISTS = st.lists(st.text(), max_size=2).map(tuple)
ENTRIES = st.builds(
    FeedEntry,
    id=st.text(),
    url=st.text(),
    title=st.text(),
    summary=st.text(),
    content=st.text().map(Html),
    published=st.text(),
    updated=st.text(),
    authors=LISTS,
    tags=LISTS,
)
FEEDS = st.builds(
    FeedView,
    id=st.text(),
    title=st.text(),
    subtitle=st.text(),
    home=st.text(),
    atom=st.text(),
    json=st.text(),
    updated=st.text(),
    language=st.text(),
    entries=st.lists(ENTRIES, max_size=3).map(tuple),
)


@given(FEEDS)
def test_a_feed_is_written_as_by_the_library(feed: FeedView) -> None:
    written = json_feed(feed, str, str)

    found = json.loads(written)
    assert written == f"{json.dumps(found, ensure_ascii=False, indent=1)}\n"
    assert (found["title"], len(found["items"])) == (feed.title, len(feed.entries))
    for item, entry in zip(found["items"], feed.entries, strict=True):
        assert item["content_html"] == entry.content
        assert [one["name"] for one in item.get("authors", [])] == [*entry.authors]
        assert item.get("tags", []) == [*entry.tags]
        assert item.get("summary", "") == entry.summary
