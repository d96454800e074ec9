import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.markup.fragments import plain_text
from generator.text.markup.markdown_html import (
    Heading,
    Rendered,
    render_inline,
    render_markdown,
    render_plain,
)
from generator.text.markup.markdown_limits import MarkdownTooDeep
from generator.text.markup.sanitise import sanitise, sanitise_inline

_BITS = [
    *(
        "a",
        "é",
        " ",
        "\n",
        "\n\n",
        "\n    ",
        "> ",
        "- ",
        "1. ",
        "# ",
        "---",
        "===",
        ": ",
        "|",
        "|-|",
    ),
    *("*", "_", "`", "```\n", "~~~", "\\", "&", "&#106;", "&lt;", "<", ">", '"', "'", "--", "..."),
    *(
        "[",
        "](",
        ")",
        "![",
        "[^1]",
        "\n[^1]: ",
        "\n*[a]: ",
        "\n[a]: ",
        "<script>",
        "</p>",
        "{.a #b}",
    ),
    *(
        "javascript:",
        "//evil",
        "http://a.org",
        "statement:nk-1",
        "a@b.org",
        "\t",
        "\x02",
        "\x03",
        "\0",
    ),
]
_MARKDOWN = st.lists(st.sampled_from(_BITS), max_size=25).map("".join) | st.text()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param(
            "a *b* **c** `d`", "<p>a <em>b</em> <strong>c</strong> <code>d</code></p>", id="line"
        ),
        pytest.param('"a" -- it\'s...', "<p>“a” – it’s…</p>", id="typography"),
        pytest.param("> a", "<blockquote>\n<p>a</p>\n</blockquote>", id="quotation"),
        pytest.param("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>', id="list"),
        pytest.param("a\n: b", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>", id="definition"),
        pytest.param("a\n\n*[a]: b", '<p><abbr title="b">a</abbr></p>', id="abbreviation"),
        pytest.param(
            '```js\n"<b>"\n```',
            '<pre><code class="language-js">"&lt;b&gt;"\n</code></pre>',
            id="code",
        ),
        pytest.param(
            "```{.js #id .x}\na\n```", '<pre><code class="language-js">a\n</code></pre>', id="tame"
        ),
        pytest.param("AT&T &amp; &copy; &#42;", "<p>AT&amp;T &amp; © *</p>", id="entities"),
        pytest.param("[TOC]", "<p>[TOC]</p>", id="no-table-of-contents"),
        pytest.param("///Footnotes Go Here///", "<p>///Footnotes Go Here///</p>", id="no-marker"),
        pytest.param("a\x00\x02klzzwxh:0000\x03", "<p>aklzzwxh:0000</p>", id="no-placeholders"),
        pytest.param(
            "[a](https://b.org)",
            '<p><a rel="noopener noreferrer" href="https://b.org">a</a></p>',
            id="external-link",
        ),
        pytest.param("[a](briefing:b)", '<p><a href="briefing:b">a</a></p>', id="link-within"),
        pytest.param("[a](javascript:b)", "<p><a>a</a></p>", id="refused-link"),
        pytest.param("![a](b.png)", '<p><img alt="a" src="b.png"></p>', id="image"),
    ],
)
def test_markdown_becomes_markup(source: str, expected: str) -> None:
    assert render_markdown(source).html == expected


def test_a_column_is_aligned_without_a_style() -> None:
    html = render_markdown("a|b|c\n:-|:-:|-:\n1|2|3").html

    assert '<td class="ta-left">1</td>' in html
    assert '<td class="ta-center">2</td>' in html
    assert '<th class="ta-right">c</th>' in html


@pytest.mark.parametrize(
    "raw",
    [
        "<script>alert(1)</script>",
        "<div>\n\n*a*\n\n</div>",
        "<b>a</b> and <!-- b --> and <?php c ?>",
        "<svg/onload=alert(1)>",
        "<![CDATA[ a ]]>",
        "| a <br> |\n|-|\n| <i>b</i> |",
        "# <u>a</u>",
    ],
)
def test_raw_html_is_shown_as_it_was_typed(raw: str) -> None:
    html = render_markdown(raw).html

    for tag in ("<script", "<div", "<b>", "<!", "<?", "<svg", "<br", "<i>", "<u>"):
        assert tag not in html
        assert (tag in raw) == (tag in plain_text(html))


def test_headings_begin_at_the_second_level_and_have_ids_of_their_own() -> None:
    source = "# A *b* & [c](d)[^1]\n\n## Élysée\n\n## Élysée\n\n###### 平壌\n\n#\n\n[^1]: note"

    rendered = render_markdown(source)

    assert rendered.headings == (
        Heading("h-a-b-c", 2, "A b & c"),
        Heading("h-elysee", 3, "Élysée"),
        Heading("h-elysee_1", 3, "Élysée"),
        Heading("h-ping-rang", 6, "平壌"),
        Heading("h-section", 2, ""),
    )
    assert all(f' id="{heading.id}"' in rendered.html for heading in rendered.headings)


def test_footnotes_are_numbered_whatever_their_labels() -> None:
    html = render_markdown('a[^x "<y>] b[^x "<y>]\n\n[^x "<y>]: note').html

    assert html.count('href="#fn:1"') == 2
    for anchor in ("fn:1", "fnref:1", "fnref2:1"):
        assert html.count(f'id="{anchor}"') == 1
    assert html.count("↩") == 2


def test_a_footnote_within_a_footnote_does_no_harm() -> None:
    html = render_markdown("a[^1]\n\n[^1]: [^2]: b\n\n    > [^3]: c").html

    assert 'id="fn:1"' in html


def test_a_statement_alone_in_a_paragraph_gets_a_place_of_its_own() -> None:
    source = (
        "a\n\n[](statement:nk-1)\n\n[](statement:nk-2)\n[](statement:nk-3)\n\nb [](statement:c)"
    )

    html = render_markdown(source).html

    assert html == (
        '<p>a</p>\n<div data-statement="nk-1"></div>\n<div data-statement="nk-2"></div>\n'
        '<div data-statement="nk-3"></div>\n<p>b <a href="statement:c"></a></p>'
    )


@pytest.mark.parametrize(
    "source",
    [
        "[a](statement:b)",
        "[](statement:)",
        "[](topic:b)",
        "[](statement:b) a",
        "> # [](statement:b)",
    ],
)
def test_a_paragraph_with_more_than_a_statement_stays_one(source: str) -> None:
    assert "data-statement" not in render_markdown(source).html


def test_links_are_listed_as_written_in_their_order() -> None:
    source = (
        "[a](topic:b) ![c](d.png) [e][f] <https://g.org/?h=1&i=2> <j@k.org> [l](javascript:m)\n"
        "[n](//o) [p](q\\_r) [s](<t u>) [v](w?x&amp;y&copy=z)[^1]\n\n[](statement:nk-1)\n\n"
        "[f]: official:g 'title'\n[^1]: [note](place:x)"
    )

    assert render_markdown(source).links == (
        *("topic:b", "d.png", "official:g", "https://g.org/?h=1&i=2", "mailto:j@k.org"),
        *("javascript:m", "//o", "q_r", "t u", "w?x&y&copy=z", "statement:nk-1", "place:x"),
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", ""),
        ("  a *b*\n c  ", "a <em>b</em> c"),
        ('"It\'s" -- `x`...', "“It’s” – <code>x</code>…"),
        ("[a](topic:b)", '<a href="topic:b">a</a>'),
        ("# a", "# a"),
        ("1. a", "1. a"),
        ("- a", "- a"),
        ("> a", "&gt; a"),
        ("    a", "a"),
        ("![a](b)", "![a](b)"),
        ("a | b\n-|-\n", "a | b -|-"),
        ("<b>a</b>", "&lt;b&gt;a&lt;/b&gt;"),
        ("[](statement:a)", ""),
        ("a\n\nb", "a b"),
    ],
)
def test_a_line_has_no_blocks(source: str, expected: str) -> None:
    assert render_inline(source).html == expected


def test_the_links_of_a_line_are_listed() -> None:
    assert render_inline("[a](topic:b) [c](javascript:d)") == Rendered(
        '<a href="topic:b">a</a> <a>c</a>', links=("topic:b", "javascript:d")
    )


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ([], ""),
        (['a *b* <c> & "d" -- e'], '<p>a *b* &lt;c&gt; &amp; "d" -- e</p>'),
        (["a\nb", "", " \n", "c"], "<p>a\nb</p>\n<p>c</p>"),
        (["a:\n  b\n\tc"], "<p>a:<br>\u00a0\u00a0b<br>\u00a0\u00a0\u00a0\u00a0c</p>"),
        (["  a\nb"], "<p>\u00a0\u00a0a\nb</p>"),
        (["a\x07b"], "<p>ab</p>"),
    ],
)
def test_a_raw_article_is_shown_as_it_is(paragraphs: list[str], expected: str) -> None:
    assert render_plain(paragraphs) == expected


def test_one_text_leaves_no_trace_in_the_next() -> None:
    render_markdown("a[^1]\n\n[^1]: b\n\n*[c]: d\n\n[e]: topic:f\n\n# g")
    with pytest.raises(MarkdownTooDeep):
        render_markdown("".join("    " * depth + "- a\n" for depth in range(300)))

    assert render_markdown("a[^1] c [e]\n\n# g") == Rendered(
        '<p>a[^1] c [e]</p>\n<h2 id="h-g">g</h2>', (Heading("h-g", 2, "g"),)
    )


@given(_MARKDOWN)
def test_any_text_becomes_clean_markup(source: str) -> None:
    rendered = render_markdown(source)

    assert sanitise(rendered.html) == rendered.html
    assert "\x02" not in rendered.html
    ids = [heading.id for heading in rendered.headings]
    assert len(set(ids)) == len(ids)


@given(_MARKDOWN)
def test_any_line_becomes_clean_markup(source: str) -> None:
    rendered = render_inline(source)

    assert sanitise_inline(rendered.html) == rendered.html
    assert "<p" not in rendered.html


@given(st.lists(st.text(), max_size=4))
def test_nothing_in_a_raw_article_is_taken_for_markup(paragraphs: list[str]) -> None:
    html = render_plain(paragraphs)

    bare = html.replace("<p>", "").replace("</p>", "").replace("<br>", "")
    assert "<" not in bare
    assert ">" not in bare
