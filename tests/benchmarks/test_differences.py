import re
from collections.abc import Callable, Mapping, Sequence

import pytest

from benchmarks.corpus.briefings import Briefing
from benchmarks.equality.differences import differences, plain
from benchmarks.equality.regions import Region, regions
from tests.made import Made

Site = dict[str, str]


@pytest.fixture(scope="session")
def built(made: Made) -> Mapping[str, str]:
    return {
        one.url: one.data.decode() for one in made.outputs if one.url.endswith((".html", ".xml"))
    }


@pytest.fixture
def site(built: Mapping[str, str]) -> Site:
    return dict(built)


def test_our_site_is_what_the_corpus_asks_for(site: Site, corpus: Sequence[Briefing]) -> None:
    assert any(address.endswith("/page-2.html") for address in site)
    assert [*differences(corpus, site.get)] == []


def replaced(page: str, old: str, new: str) -> Callable[[Site], None]:
    """Give what plants a fault: the first match of a pattern becomes something else."""

    def plant(site: Site) -> None:
        text, times = re.subn(old, new, site[page], count=1, flags=re.DOTALL)
        assert times == 1
        assert text != site[page]
        site[page] = text

    return plant


def lost(page: str) -> Callable[[Site], None]:
    def plant(site: Site) -> None:
        del site[page]

    return plant


FIRST = r'(<ul class="list">\s*)(<li>.*?</li>)\s*(<li>.*?</li>)'
"""The two first entries of a list."""


@pytest.mark.parametrize(
    ("plant", "told"),
    [
        pytest.param(lambda b, _: lost(b), "there is no such page", id="page"),
        pytest.param(
            lambda b, _: replaced(b, 'class="title">', 'class="title">Not '),
            "the words of title differ",
            id="title",
        ),
        pytest.param(
            lambda b, _: replaced(b, r'class="day">\d+', 'class="day">1971'),
            "the words of day differ",
            id="date",
        ),
        pytest.param(
            lambda b, _: replaced(b, 'class="text">', 'class="text">One word more '),
            "the words of text differ",
            id="body",
        ),
        pytest.param(
            lambda b, _: replaced(b, r'(<ul class="topics">)<li>.*?</li>', r"\1"),
            "topics lead to",
            id="topic",
        ),
        pytest.param(
            lambda b, _: replaced(b, r'(<ul class="officials">)<li>.*?</li>', r"\1"),
            "officials lead to",
            id="official",
        ),
        pytest.param(
            lambda b, _: replaced(b, r'(<ul class="statements">.*?)href="http[^"]*"', r'\1href=""'),
            "no link in statements to",
            id="source",
        ),
        pytest.param(
            lambda _, t: replaced(t, FIRST, r"\1\3\2"), "the order of the list differs", id="order"
        ),
        pytest.param(
            lambda _, t: replaced(t, FIRST, r"\1\2"), "the entries (", id="entry-of-a-list"
        ),
        pytest.param(
            lambda _, t: replaced(t, r"(<time>)\d+", r"\g<1>1971"),
            "the words of the list differ",
            id="date-in-a-list",
        ),
        pytest.param(
            lambda _, t: lost(t.replace(".html", "/page-2.html")),
            "the entries (",
            id="part-of-a-list",
        ),
        pytest.param(
            lambda _, __: replaced("officials/index.html", r"<li>.*?</li>", ""),
            "names for",
            id="register",
        ),
        pytest.param(
            lambda _, __: replaced("feed.xml", r"<entry>.*?</entry>", ""),
            "its 19 entries differ",
            id="feed",
        ),
        pytest.param(
            lambda _, __: replaced("sitemap.xml", r"<loc>[^<]*/briefings/1970[^<]*</loc>", ""),
            "1 pages are missing",
            id="sitemap",
        ),
    ],
)
def test_a_planted_difference_is_found(
    plant: Callable[[str, str], Callable[[Site], None]],
    told: str,
    site: Site,
    corpus: Sequence[Briefing],
) -> None:
    topics = [topic.id for one in corpus for topic in one.topics]
    busiest = max(topics, key=topics.count)

    plant(f"{corpus[7].address}.html", f"topics/{busiest}.html")(site)

    found = [*differences(corpus, site.get)]
    assert len(found) == 1, found
    assert told in found[0]


def test_spaces_and_typography_are_no_difference() -> None:
    one = regions('<div class="text">“A” – <b>b</b>…</div>', "a.html")
    other = regions('<div class="text"><p>"A" - b...\n</p></div>', "b.html")

    assert one == other == {"text": Region('"A"-b...')}


@pytest.mark.parametrize(
    ("href", "leads_to"),
    [
        ("/topics/a.html", "topics/a.html"),
        ("../../topics/a.html#b", "topics/a.html"),
        ("c.html", "briefings/1970/c.html"),
        ("https://a.example/b", "https://a.example/b"),
    ],
)
def test_links_are_compared_by_where_they_lead(href: str, leads_to: str) -> None:
    page = f'<ul class="list"><li><br><a href="{href}">A</a></li></ul><a href="/no.html">B</a>'

    assert regions(page, "briefings/1970/b.html")["list"].links == (leads_to,)


def test_markdown_is_compared_by_its_words() -> None:
    text = "## A *b*\n\n| c |\n| --- |\n| d |\n\n- [e](briefing:f)\n\n> **g**\n"

    assert plain(text) == "Abcdeg"
