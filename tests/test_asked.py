"""What the pages of a site ask decides how many of them an edit makes anew."""

import gc
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

from generator.model.page import Output
from generator.pipeline.index import TEXTS
from generator.pipeline.index.asked_book import BRIEFINGS
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.made_once import Kept
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
    assert not asking(asked, "points/") & {"archive.html", "topics.html"}
    assert "topics.html" in asking(asked, "days of briefings_on/")


def test_what_is_kept_from_round_to_round_does_not_hold_on_to_the_book(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    holding, give = dict[object, bool](), Kept[object, object].give

    def watched(
        kept: Kept[object, object], key: object, make: Callable[..., object], *given: object
    ) -> object:
        is_new, value = key not in [*kept], give(kept, key, make, *given)
        if is_new and kept is site.book.pieces:
            holding[key] = any(isinstance(one, Desk) for one in held_by(value))
        return value

    monkeypatch.setattr(Kept, "give", watched)
    site = prepare(Settings(root=EXAMPLE, now=NOW)).site
    all(site.each(as_it_is, jobs=1))

    assert len(holding) > 100
    assert not [one for one, holds in holding.items() if holds]


def held_by(value: object) -> Iterator[object]:
    """Give all that something holds on to, but for what belongs to the program itself."""
    seen, waiting = set[int](), [value]
    while waiting:
        one = waiting.pop()
        if id(one) in seen or isinstance(one, type | ModuleType):
            continue
        seen.add(id(one))
        yield one
        if isinstance(one, FunctionType):
            waiting.extend(one.__closure__ or ())
        else:
            waiting.extend(gc.get_referents(one))
