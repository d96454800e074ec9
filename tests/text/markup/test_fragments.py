from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.markup.fragments import (
    Tag,
    Words,
    fill_statements,
    first_words,
    pieces,
    plain_text,
    reachable,
    rewrite_links,
    statement_places,
)
from generator.text.markup.markdown_html import Rendered, render_markdown, render_plain
from generator.text.markup.reading import read
from tests.text.markup.made import FRAGMENTS, is_balanced

_NOTE_MARK = '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>'
_NOTES = '<div class="footnote"><ol><li id="fn:1">c</li></ol></div>'


def _only_notes(address: str) -> str | None:
    return address if address.startswith("#fn") else None


def test_a_fragment_is_made_of_tags_and_words() -> None:
    found = list(pieces('<p class="a > b">Q&amp;A<br>x</p>'))

    assert found == [
        Tag('<p class="a > b">', "p", closes=False),
        Words("Q&amp;A"),
        Tag("<br>", "br", closes=False),
        Words("x"),
        Tag("</p>", "p", closes=True),
    ]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("Q&amp;A &lt;b&gt;", "Q&A <b>", id="entities"),
        pytest.param("<p>a</p>\n<p>b</p>", "a\nb", id="paragraphs"),
        pytest.param("<p>a <em>b</em>c</p>", "a bc", id="markup-in-a-line"),
        pytest.param("<p>a\nb</p>", "a b", id="a-line-that-only-the-source-ends"),
        pytest.param("<p>a<br>\nb</p>", "a\nb", id="a-line-that-ends"),
        pytest.param("<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>", "a\nb", id="lists"),
        pytest.param("<pre><code>a\n  b\n</code></pre>\n<p>c</p>", "a\n  b\nc", id="code"),
        pytest.param("<table><tr><td>a</td><td></td><td>b</td></tr></table>", "a\nb", id="table"),
        pytest.param('<p>a</p><div data-statement="x"></div><p>b</p>', "a\nb", id="statement"),
        pytest.param("<p>a&nbsp;b</p>", "a\u00a0b", id="hard-space"),
        pytest.param('<p>a<img alt="b" src="c"> d</p>', "a d", id="image"),
        pytest.param(f"<p>a{_NOTE_MARK}.</p>", "a.", id="mark-of-a-footnote"),
    ],
)
def test_plain_text_is_what_a_reader_sees(html: str, expected: str) -> None:
    assert plain_text(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="a">b</a>', '<a href="A">b</a>'),
        ('<a title="href=" href="a">b</a>', '<a title="href=" href="A">b</a>'),
        ('<a title=" href=" href="a">b</a>', '<a title=" href=" href="A">b</a>'),
        ('<a href="a?b&amp;c=&quot;">d</a>', '<a href="A?B&amp;C=&quot;">d</a>'),
        ('<p>x <a href="gone">b <em>c</em></a> d</p>', "<p>x b <em>c</em> d</p>"),
        ('<a href="gone">b<img src="c" alt=""></a>', 'b<img src="C" alt="">'),
        ('<a href="a"><img src="gone"></a>', '<a href="A"></a>'),
        ('<a>refused</a> <a title="t">too</a><img alt="x">', "refused too"),
        ("<abbr>a</abbr>", "<abbr>a</abbr>"),
    ],
)
def test_links_are_rewritten_or_leave_their_words(html: str, expected: str) -> None:
    assert rewrite_links(html, lambda it: None if it == "gone" else it.upper()) == expected


@pytest.mark.parametrize(
    ("html", "count", "expected"),
    [
        ("<p>a b</p>\n<p>c</p>", 3, "<p>a b</p>\n<p>c</p>"),
        ("<p>a b</p>\n<p>c</p>", 2, "<p>a b…</p>"),
        ("<p>a <em>b <b>c</b> d</em></p>", 2, "<p>a <em>b…</em></p>"),
        ("<p>a <em>b</em>c d</p>", 2, "<p>a <em>b</em>c…</p>"),
        ("<p>a<br>b</p>", 1, "<p>a…</p>"),
        ("<ul><li>a</li><li>b</li></ul>", 1, "<ul><li>a…</li></ul>"),
        ('<p>a</p><div data-statement="x"></div>', 5, "<p>a</p>"),
        ("<p>Q&amp;A b</p>", 1, "<p>Q&amp;A…</p>"),
        ("<p>a b</p>", 0, "…"),
        ("", 3, ""),
        (f"<p>a{_NOTE_MARK} b</p>{_NOTES}", 9, "<p>a b</p>"),
    ],
)
def test_the_first_words_are_closed_properly(html: str, count: int, expected: str) -> None:
    assert first_words(html, count) == expected


def test_statements_are_filled_in_by_their_ids() -> None:
    html = '<p>a</p><div data-statement="b&amp;c"></div><div data-statement="d"></div>'

    assert statement_places(html) == ("b&c", "d")
    assert fill_statements(html, lambda it: f"[{it}]") == "<p>a</p>[b&c][d]"


@given(st.text() | st.lists(st.sampled_from(["<", "a", '"', ">", "/", "&", ";", " "])).map("".join))
def test_pieces_are_the_whole_fragment(html: str) -> None:
    assert "".join(piece.raw for piece in pieces(html)) == html


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"])), max_size=4))
def test_a_raw_articles_text_comes_back(paragraphs: list[str]) -> None:
    text = plain_text(render_plain(paragraphs))

    expected = [one.rstrip() for one in paragraphs]
    assert (
        text.replace("\u00a0", " ").split()
        == unescape(
            " ".join(one.replace("&", "&amp;").replace("\u00a0", " ") for one in expected)
        ).split()
    )


@given(st.text(alphabet=" \t\n\r\f\u00a0ab&;"))
def test_words_without_markup_are_read_as_those_with_it(words: str) -> None:
    assert plain_text(words) == read(words).text


@given(FRAGMENTS)
def test_links_that_keep_their_address_keep_the_text(rendered: Rendered) -> None:
    html = rendered.html

    same = rewrite_links(html, lambda it: it)

    assert plain_text(same) == plain_text(html)
    assert rewrite_links(same, lambda it: it) == same
    assert plain_text(rewrite_links(html, _only_notes)) == plain_text(html)


@given(FRAGMENTS, st.integers(0, 12))
def test_first_words_are_as_many_as_asked(rendered: Rendered, count: int) -> None:
    html = rendered.html

    first = first_words(html, count)

    assert is_balanced(first)
    assert len(plain_text(first).split("…")[0].replace("\u00a0", "").split()) <= count
    assert not statement_places(first)


def test_tables_and_code_can_be_moved_with_the_keys() -> None:
    table = "<table><tbody><tr><td>a</td></tr></tbody></table>"

    assert reachable(f"{table}<p>b</p>") == (
        f'<div class="scroll" tabindex="0">{table}</div><p>b</p>'
    )


def test_words_that_look_like_a_table_stay_words() -> None:
    markup = render_markdown('`<pre>` [b](https://c.org "<table>")').html

    assert reachable(markup) == markup
