"""No text of a book ever becomes markup, and machines get every text back as it was written."""

import json
from collections.abc import Sequence
from functools import cache
from operator import itemgetter
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, Phase, assume, given, reject, settings
from hypothesis import strategies as st

from generator.errors import BriefbookError
from tests.properties.books import BODY, WIRE, Site, records, site_with
from tests.properties.pages import faults, linked_data, plain, texts_of
from tests.properties.payloads import PAYLOADS
from tests.strategies import any_text, paragraphs, words

ATOM = "{http://www.w3.org/2005/Atom}"
TALKS = "briefings/talks.html"


def batched(payloads: Sequence[str], size: int = 4) -> list[Sequence[str]]:
    """Take so many at once: each build of a book takes its time."""
    return [payloads[at : at + size] for at in range(0, len(payloads), size)]


few = settings(
    max_examples=15,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink builds takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@cache
def harmless() -> Site:
    return site_with(["A"])


def check_every_page(site: Site) -> None:
    for url, text in site.items():
        if url.endswith(".html") and text != harmless().get(url):
            assert faults(text) == [], url


def test_the_harmless_book_has_no_faults() -> None:
    pages = [text for url, text in harmless().items() if url.endswith(".html")]

    assert len(pages) > 20
    assert [fault for page in pages for fault in faults(page)] == []


def check_machines_get_it_back(site: Site, texts: Sequence[str]) -> None:
    written = records(texts)
    title = plain(written["content/briefings/talks.yaml"]["title"])
    check_feeds(site, title)
    check_linked_data(site, written)
    assert title in texts_of(site[TALKS], "h1")
    opml = ET.fromstring(site["feeds.opml"])  # noqa: S314 - we have just written it
    topic = plain(written["content/topics.yaml"][0]["name"])
    assert any(plain(one.get("text", "")).startswith(topic) for one in opml.iter("outline"))


def check_feeds(site: Site, title: str) -> None:
    for url, text in site.items():
        if url.endswith((".xml", ".opml")):
            ET.fromstring(text)  # noqa: S314
        if url.endswith(".json"):
            json.loads(text)
    items = json.loads(site["feed.json"])["items"]
    entries = ET.fromstring(site["feed.xml"]).iter(f"{ATOM}entry")  # noqa: S314
    assert title in [plain(item["title"]) for item in items]
    assert title in [plain(entry.findtext(f"{ATOM}title", "")) for entry in entries]
    for item in items:
        assert faults(f"<!doctype html><title>.</title>{item['content_html']}") == []


def check_linked_data(site: Site, written: dict[str, Any]) -> None:
    briefing = written["content/briefings/talks.yaml"]
    (article,) = linked_data(site[TALKS])
    (person,) = linked_data(site["officials/ana.html"])
    assert isinstance(article, dict)
    assert isinstance(person, dict)
    assert article["headline"] == briefing["title"].strip()
    assert article["hasPart"][1]["text"] == briefing["statements"][1]["text"].strip()
    assert person["name"] == written["content/officials.yaml"][0]["name"].strip()


@few
@given(st.lists(words(), min_size=1, max_size=5))
def test_no_text_in_a_field_becomes_markup(texts: list[str]) -> None:
    assume("](" not in "".join(texts))  # a link, which has tests of its own
    site = site_with(texts)

    check_every_page(site)
    check_machines_get_it_back(site, texts)


@pytest.mark.parametrize("attacks", batched(PAYLOADS), ids=itemgetter(0))
def test_no_known_attack_in_any_field_becomes_markup(attacks: Sequence[str]) -> None:
    everywhere = [" ".join(attacks)]

    site = site_with(everywhere)

    check_every_page(site)
    check_machines_get_it_back(site, everywhere)


@pytest.mark.parametrize("attacks", batched(PAYLOADS), ids=itemgetter(0))
def test_no_known_attack_in_a_text_becomes_markup(attacks: Sequence[str]) -> None:
    markdown = [f"{one}\n\n# {one}\n\n- {one}\n\n> {one}\n\n`{one}`" for one in attacks]
    lines = "\n\n".join(attacks)

    site = site_with(["A"], body="\n\n".join((BODY, *markdown)), wire=f"{lines}\n\n{WIRE}\n{lines}")

    check_every_page(site)
    check_feeds(site, "A")


MARKDOWN_ATTACKS = (
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](&#106;avascript:alert(1))",
    "[a](&#x6A&#x61vascript:alert(1))",
    "[a](java\tscript:alert(1))",
    "[a]( javascript:alert(1))",
    "[a](\x01javascript:alert(1))",
    "[a](<javascript:alert(1)>)",
    "[a][b]\n\n[b]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "![a](javascript:alert(1))",
    "![a](data:image/svg+xml;base64,PHN2Zz4=)",
    "[a](data:text/html,<script>alert(1)</script>)",
    "[a](vbscript:msgbox(1))",
    "[a](file:///etc/passwd)",
    "[a](//example.org/x)",
    "[a](\\\\example.org\\x)",
    '[a](https://example.org/"onmouseover="alert(1))',
    "[a](https://example.org 'x' onclick='alert(1)')",
    '![a"onerror="alert(1)](../assets/a.png)',
    '[a](official:x"onclick="alert(1))',
    '[](statement:"><script>alert(1)</script>)',
    '*[HTML]: "><script>alert(1)</script>\n\nHTML',
    "a[^x]\n\n[^x]: <script>alert(1)</script>",
    "```html\n</code></pre><script>alert(1)</script>\n```",
    '```"onload="alert(1)\nx\n```',
    "| a | <script>alert(1)</script> |\n|:--|--:|\n| <img src=x onerror=alert(1)> | b |",
    "# a {#x onclick=alert(1)}",
)


@pytest.mark.parametrize("attack", MARKDOWN_ATTACKS)
@pytest.mark.parametrize("where", ["body", "field"])
def test_an_attack_in_markdown_is_refused_or_becomes_text(attack: str, where: str) -> None:
    try:
        site = site_with([attack]) if where == "field" else site_with(["A"], body=BODY + attack)
    except BriefbookError:
        return

    check_every_page(site)
    check_feeds(site, plain(attack) if where == "field" else "A")


@few
@given(paragraphs())
def test_no_markdown_becomes_more_than_markdown(body: str) -> None:
    try:
        site = site_with(["A"], body=f"{BODY}\n{body}")
    except BriefbookError:
        reject()

    check_every_page(site)
    check_feeds(site, "A")


@few
@given(any_text(), any_text())
def test_no_raw_article_becomes_markup(first: str, rest: str) -> None:
    site = site_with(["A"], wire=f"Ships {first}\n\n{rest}\n\n{WIRE}")

    check_every_page(site)
    check_feeds(site, "A")
