from collections.abc import Iterator

import html5lib  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.markup.sanitise import (
    SCHEMES,
    TAGS,
    sanitise,
    sanitise_inline,
    without_controls,
)

_BITS = [
    *("<p>", "</p>", "<a href=", '"', "'", ">", "<", "javascript:", "data:", "//evil", "x"),
    *("<script>", "</script>", "<svg onload=1>", "<math>", "<style>", "<img src=x onerror=1>"),
    *("<table>", "<td>", "<!--", "-->", "<![CDATA[", "]]>", "&lt;", "&#106;", "&#1;", "\x01", "\t"),
    *("<noscript>", "<template>", "<textarea>", "<title>", "<h2 id=h-x>", "<form>", "<select>"),
]
_MARKUP = st.lists(st.sampled_from(_BITS), max_size=20).map("".join) | st.text()


def _seen(html: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Give the elements that a browser makes of some markup, with their attributes."""
    tree = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    for element in tree.iter():
        yield element.tag, element.attrib


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<script>x</script>a", "a", id="script"),
        pytest.param("<style>p{}</style>a", "a", id="style"),
        pytest.param('<p style="color:red" onclick="x">a</p>', "<p>a</p>", id="attributes"),
        pytest.param("<svg><a xlink:href='x'>a</a></svg>b", "b", id="drawing"),
        pytest.param("<form><input><button>a</button></form>", "a", id="form"),
        pytest.param("<iframe src='https://a.org'></iframe>a", "a", id="frame"),
        pytest.param("<h1>a</h1>", "a", id="a-page-has-one-title"),
        pytest.param("<!-- a -->b", "b", id="comment"),
        pytest.param('<h2 id="h-a">a</h2>', '<h2 id="h-a">a</h2>', id="heading"),
        pytest.param('<h2 id="search">a</h2>', "<h2>a</h2>", id="an-id-of-the-page"),
        pytest.param('<p id="h-a">a</p>', "<p>a</p>", id="an-id-elsewhere"),
        pytest.param('<li id="fn:1">a</li>', '<li id="fn:1">a</li>', id="footnote"),
        pytest.param('<li id="fn:a b">a</li>', "<li>a</li>", id="no-footnote"),
        pytest.param('<td class="ta-right">1</td>', "1", id="cell-without-table"),
        pytest.param(
            '<code class="language-c++">a</code>',
            '<code class="language-c++">a</code>',
            id="language-of-code",
        ),
        pytest.param('<code class="hidden">a</code>', "<code>a</code>", id="other-class"),
        pytest.param('<a class="button" href="#a">a</a>', '<a href="#a">a</a>', id="class-of-link"),
        pytest.param('<ol start="3"></ol>', '<ol start="3"></ol>', id="number-of-list"),
        pytest.param('<ol start="x"></ol>', "<ol></ol>", id="no-number"),
        pytest.param('<a title="" href="#a">a</a>', '<a href="#a">a</a>', id="empty-title"),
        pytest.param("<p>a\x00\x01b&#1;c</p>", "<p>abc</p>", id="control-characters"),
        pytest.param(
            '<div data-statement="nk-1"></div>', '<div data-statement="nk-1"></div>', id="statement"
        ),
    ],
)
def test_only_the_markup_of_a_briefing_is_kept(html: str, expected: str) -> None:
    assert sanitise(html) == expected


@pytest.mark.parametrize(
    "address",
    [
        *("https://a.org/?b=c", "http://a.org", "mailto:a@b.org", "#h-a", "a.html", "../a/b.png"),
        *("/a", "?q=b", "briefing:a", "official:mark-rutte", "organization:nato", "place:kyiv"),
        *("statement:nk-1", "topic:korea#h-a"),
    ],
)
def test_an_address_of_a_known_kind_is_kept(address: str) -> None:
    html = sanitise(f'<a href="{address}">a</a>')

    assert f'href="{address}"' in html
    assert ('rel="noopener noreferrer"' in html) == address.startswith("http")


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:x"),
        *("&#106;avascript:x", "jav&#x0A;ascript:x", "\x01javascript:x", "jav\x01ascript:x"),
        *("data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:x", "magnet:?x", "ftp://a"),
        *("//evil.org", "/\\evil.org", "\\\\evil.org", " //evil.org", "/\t/evil.org", "http://["),
    ],
)
def test_an_address_of_another_kind_is_refused_and_its_words_stay(address: str) -> None:
    assert sanitise(f'<a href="{address}">a</a><img src="{address}">') == "<a>a</a><img>"


def test_a_line_has_no_blocks_and_no_images() -> None:
    html = sanitise_inline('<p id="h-a">a <em>b</em> <code class="x">c</code><img src="d"><br></p>')

    assert html == "a <em>b</em> <code>c</code>"


def test_an_address_in_a_title_makes_no_external_link() -> None:
    html = '<a title="href=&quot;https://a.org" href="b">c</a>'

    assert "rel=" not in sanitise(html)


@given(_MARKUP)
def test_nothing_that_acts_comes_out_of_any_markup(html: str) -> None:
    for tag, attributes in _seen(sanitise(html)):
        assert tag in {"DOCUMENT_FRAGMENT", "tbody", *TAGS}
        assert not {name for name in attributes if name.startswith("on") or name == "style"}
        address = attributes.get("href", attributes.get("src", "")).strip()
        scheme, colon, _ = address.partition(":")
        assert not colon or scheme.lower() in SCHEMES or not scheme.isalpha()


@given(st.text())
def test_no_control_character_is_left(text: str) -> None:
    left = without_controls(text)

    assert all(letter in "\t\n\r" or ord(letter) >= 32 for letter in left)
    assert without_controls(left) == left
