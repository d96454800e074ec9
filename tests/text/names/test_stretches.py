from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.markup.fragments import plain_text
from generator.text.markup.reading import read
from generator.text.names.index import Person, index_names
from generator.text.names.stretches import html_span, is_silent, look_around, stretches
from tests.text.names.linking import Linked, link_names

PEOPLE = (
    Person("mark-rutte", ("Mark Rutte",), "Rutte"),
    Person("kim-jong-un", ("Kim Jong Un", "김정은"), "Kim"),
    Person("kim-yong", ("Kim Yong",), "Kim"),
    Person("sean-obrien", ("Seán O’Brien",), "O’Brien"),
    Person("jose", ("Jose\u0301 Núñez",), "Núñez"),
    Person("lee-a", ("Lee Min",), "Lee"),
    Person("lee-b", ("Lee Min",), "Lee"),
    Person("secretary", ("Jan Secretary",), "Secretary"),
    Person("dupont-thomson", ("Thomson & Dupont",)),
)
INDEX = index_names(PEOPLE)


def _linked(html: str) -> Linked:
    return link_names(html, INDEX, lambda _: ("President", "Secretary of State"))


def test_words_are_found_behind_space_entities_and_tags() -> None:
    html = "<p>\n Q&amp;A <em>by us</em>,</p>\n<pre> a\n b</pre>"
    known = look_around(read(html))
    runs = [one.run for one in stretches(known)]

    assert [run.text for run in runs] == ["Q&A ", "by us", ",", " a\n b"]
    places = [html_span(known, run.offset, run.end) for run in runs]
    assert [html[slice(*place)] for place in places if place] == ["Q&amp;A ", "by us", ","]
    assert [is_silent(known, run.offset, run.end) for run in runs] == [False, False, False, True]


def test_words_that_run_over_a_tag_have_no_one_place() -> None:
    html = "<p>So <em>it</em> is</p>"

    assert html_span(look_around(read(html)), 0, 4) is None


@pytest.mark.parametrize(
    "template",
    [
        "<h2>{}</h2>",
        "<h3><em>{}</em></h3>",
        '<p><a href="https://example.org/">{}</a></p>',
        "<blockquote><p>Yes.</p><p><cite>{}</cite></p></blockquote>",
        '<p class="said">{}</p>',
        '<figcaption class="small attribution"><span>{}</span></figcaption>',
        "<p>Mark <em>Rutte</em></p>",
    ],
)
def test_where_no_link_may_be_the_next_mention_is_linked(template: str) -> None:
    html = template.format("Mark Rutte") + "<p>Mark Rutte</p>"

    linked = _linked(html)

    link = '<a class="official" href="official:mark-rutte">Mark Rutte</a>'
    assert linked.html == html.replace("<p>Mark Rutte</p>", f"<p>{link}</p>")
    assert len(linked.mentions) == 2


def test_a_class_that_only_looks_like_an_attribution_is_none() -> None:
    assert "official:" in _linked('<p class="unsaid">Mark Rutte</p>').html


WORDS = st.sampled_from(
    [name for person in PEOPLE for name in person.names]
    + [person.surname for person in PEOPLE if person.surname]
    + ["President", "Secretary of State", "Chairman", "deputy", "said", "So", "the", "D."]
    + [". ", ",", "’s", "'s", "-Jones", "&", "<", "\u00a0", "\n", "…", "“", "”"]
)
TEXTS = st.lists(WORDS, max_size=6).map(lambda words: escape(" ".join(words)))


def _wrap(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tags = st.sampled_from(
        [
            ("<em>", "</em>"),
            ("<h2>", "</h2>"),
            ("<p>", "</p>"),
            ("<code>", "</code>"),
            ("<pre>", "</pre>"),
            ("<cite>", "</cite>"),
            ('<p class="said">', "</p>"),
            ('<a href="https://example.org/">', "</a>"),
            ('<a href="official:mark-rutte">', "</a>"),
            ('<sup><a class="footnote-ref" href="#n">', "</a></sup>"),
            ("<br>", ""),
        ]
    )
    wrapped = st.builds(_tagged, tags, inner)
    return st.lists(st.one_of(inner, wrapped), max_size=4).map("".join)


def _tagged(tag: tuple[str, str], html: str) -> str:
    """Put a tag around a fragment, but no link around another: HTML knows no such thing."""
    return html if "<a " in tag[0] and "<a " in html else f"{tag[0]}{html}{tag[1]}"


@given(st.recursive(TEXTS, _wrap, max_leaves=12))
def test_linking_changes_no_word_and_linking_again_changes_nothing(html: str) -> None:
    once = _linked(html)
    twice = _linked(once.html)

    assert plain_text(once.html) == plain_text(html)
    assert twice.html == once.html
    assert twice.mentions == once.mentions
    assert len(once.mentions) >= once.html.count('class="official"')


@given(st.recursive(TEXTS, _wrap, max_leaves=12))
def test_a_mention_stands_where_it_says_in_the_plain_text(html: str) -> None:
    plain = plain_text(html)

    for mention in _linked(html).mentions:
        assert mention.sentence.strip("…") in plain
        assert not plain[mention.offset].isspace()
