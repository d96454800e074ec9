"""What the pages of a site ask decides how many of them an edit makes anew."""

from datetime import UTC, datetime
from pathlib import Path

from generator.model.page import Output
from generator.pipeline.index import TEXTS
from generator.preparing import prepare
from generator.report import Settings

EXAMPLE = Path(__file__).parent.parent
NOW = datetime(2026, 1, 1, tzinfo=UTC)
SHOW_TEXTS = {"briefing.html", "feed.json", "feed.xml", "home.html"}
"""What shows the words of a briefing, or counts them."""


def as_it_is(output: Output) -> Output:
    return output


def test_only_what_shows_words_asks_for_texts() -> None:
    site = prepare(Settings(root=EXAMPLE, now=NOW)).site
    templates = {one.url: one.template for one in site.pages}

    made = [(templates.get(one.url), one.asked) for one in site.each(as_it_is, jobs=1)]

    assert {"card.png", "topic.html", "questions.html"} < {template for template, _ in made}
    asking = {template for template, asked in made if any(one.startswith(TEXTS) for one in asked)}
    assert asking == SHOW_TEXTS
