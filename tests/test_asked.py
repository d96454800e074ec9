"""What the pages of a site ask decides how many of them an edit makes anew."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.model.page import Output
from generator.pipeline.index import TEXTS
from generator.pipeline.index.asked_book import BRIEFINGS
from generator.preparing import prepare
from generator.report import Settings

EXAMPLE = Path(__file__).parent.parent
NOW = datetime(2026, 1, 1, tzinfo=UTC)
SHOW_TEXTS = {"briefing.html", "feed.json", "feed.xml", "home.html"}
"""What shows the words of a briefing, or counts them."""
COUNT_BRIEFINGS = {"archive.html", "register.html", "topics.html", "sitemap.xml"}
"""What shows no more of briefings than how many there are, and when they were published."""
Asked = Mapping[str, frozenset[str]]


def as_it_is(output: Output) -> Output:
    return output


@pytest.fixture(scope="module")
def asked() -> Asked:
    """Give all that the pages of the example book ask, by their templates."""
    site = prepare(Settings(root=EXAMPLE, now=NOW)).site
    templates = {one.url: one.template for one in site.pages}
    found: dict[str, frozenset[str]] = {}
    for one in site.each(as_it_is, jobs=1):
        template = templates.get(one.url, "")
        found[template] = found.get(template, frozenset()) | one.asked
    return found


def asking(asked: Asked, beginning: str) -> set[str]:
    return {name for name, all_of in asked.items() if any(q.startswith(beginning) for q in all_of)}


def test_only_what_shows_words_asks_for_texts(asked: Asked) -> None:
    assert {"card.png", "topic.html", "questions.html"} < asked.keys()
    assert asking(asked, TEXTS) == SHOW_TEXTS


def test_what_counts_briefings_does_not_ask_what_they_say(asked: Asked) -> None:
    assert asked.keys() > COUNT_BRIEFINGS
    assert not asking(asked, BRIEFINGS) & COUNT_BRIEFINGS
    assert "topics.html" in asking(asked, "points/")
