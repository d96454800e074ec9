import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.markup import sanitise as door
from generator.text.markup.clean import is_clean, is_clean_line
from generator.text.markup.sanitise import without_controls

_PIECES = [
    *(
        "<p>",
        "</p>",
        '<h2 id="h-a">',
        "</h2>",
        "<blockquote>\n",
        "\n</blockquote>",
        "<ul>\n",
        "\n</ul>",
    ),
    *(
        "<li>",
        "</li>",
        "<em>",
        "</em>",
        "<strong>",
        "</strong>",
        '<a href="b.md">',
        "</a>",
        "\n",
        "a",
    ),
    *(
        '<a href="https://a.org/?b=c&amp;d">',
        '<a href="topic:a">',
        '<div data-statement="a"></div>',
    ),
    *(
        "&amp;",
        "&lt;",
        "&nbsp;",
        "&copy",
        "&",
        "<",
        ">",
        '"',
        "'",
        "\u00a0",
        "\x00",
        "\x0c",
        "é",
        "\ufffe",
    ),
    *(
        '<a href="javascript:b">',
        '<a href="b.md:c">',
        '<a href="//b">',
        '<p class="a">',
        "<script>",
    ),
    *(
        "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n",
        "<tbody>\n<tr>\n<td>b</td>\n</tr>\n",
    ),
    *("</tbody>\n</table>", "<pre>", "<br>", "<!--", "<?", "]]>", "<P>", "<em >"),
]
_WHOLE = st.sampled_from(
    [
        *(
            "<p>a</p>",
            "<p>a <em>b</em>\nc</p>",
            '<p><a href="b.md">c</a></p>',
            "<ul>\n<li>a</li>\n</ul>",
        ),
        *(
            '<h2 id="h-a">a</h2>',
            "<blockquote>\n<p>a</p>\n</blockquote>",
            "<ol>\n<li>&amp;</li>\n</ol>",
        ),
    ]
)


def _mixed(pieces: list[str]) -> str:
    return "".join(pieces)


_MARKUP = (
    st.lists(st.sampled_from(_PIECES), max_size=12).map(_mixed)
    | st.lists(_WHOLE, min_size=1, max_size=4).map("\n".join)
    | st.builds("<p>{}</p>".format, st.text())
)


@pytest.mark.parametrize(
    "html",
    [
        '<h2 id="h-a_1">A &amp; b</h2>\n<p><strong>c</strong> <a href="../d.md#h-e">f</a></p>',
        '<p><a href="https://a-b.org">c</a><a href="briefing:d?e=f&amp;g">h</a></p>',
        '<div data-statement="a"></div>\n<blockquote>\n<p>b</p>\n<p>c</p>\n</blockquote>',
        "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td></td>\n</tr>\n</tbody>\n</table>",
    ],
)
def test_what_prose_becomes_is_clean(html: str) -> None:
    assert is_clean(html)


@pytest.mark.parametrize(
    "html",
    [
        *(
            "",
            "a",
            "<p>a",
            "<p>a</p> ",
            "<p>a</p>\n",
            "<p><p>a</p></p>",
            "<p>a & b</p>",
            "<p>&copy;</p>",
        ),
        *('<p class="a">b</p>', "<p><em><em>a</em></em></p>", "<script>a</script>", "<p>a\x00</p>"),
        *('<p><a href="javascript:a">b</a></p>', '<p><a href="//a.org">b</a></p>', "<P>a</P>"),
        *(
            '<p><a href="a.b:c">d</a></p>',
            '<p><a href="https://a@b.org">c</a></p>',
            "<p>a\u00a0b</p>",
        ),
        *(
            '<p><a href="https://a" onclick="b">c</a></p>',
            '<h1 id="h-a">b</h1>',
            '<h2 id="a">b</h2>',
        ),
    ],
)
def test_what_may_have_to_be_changed_is_not_called_clean(html: str) -> None:
    assert not is_clean(html)


@given(_MARKUP)
@settings(max_examples=500)
def test_to_sanitise_what_is_clean_would_change_nothing(html: str) -> None:
    if is_clean(html):
        assert without_controls(door._TEXT.clean(html)) == html  # noqa: SLF001
    if is_clean_line(html):
        assert without_controls(door._LINE.clean(html)) == html  # noqa: SLF001
