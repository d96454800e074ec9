import pytest

from generator.text.markup.figures import line_of_bare, with_sizes
from generator.text.markup.markdown_html import render_markdown
from generator.text.picture_size import Size


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(
            '![A map](m.png "The strait & its ports")',
            '<figure><img alt="A map" src="m.png">'
            "<figcaption>The strait &amp; its ports</figcaption></figure>",
            id="figure",
        ),
        pytest.param(
            'a\n\n![A map][m]\n\n[m]: m.png "The strait"\n',
            "<p>a</p>\n"
            '<figure><img alt="A map" src="m.png"><figcaption>The strait</figcaption></figure>',
            id="by-reference",
        ),
        pytest.param("![A map](m.png)", '<p><img alt="A map" src="m.png"></p>', id="no-title"),
        pytest.param('![A map](m.png " ")', '<p><img alt="A map" src="m.png"></p>', id="blank"),
        pytest.param(
            'See ![A map](m.png "The strait")',
            '<p>See <img alt="A map" src="m.png" title="The strait"></p>',
            id="among-words",
        ),
        pytest.param(
            '![A map](m.png "The strait") See',
            '<p><img alt="A map" src="m.png" title="The strait"> See</p>',
            id="before-words",
        ),
        pytest.param(
            '![a](m.png "<script>x</script>")',
            '<figure><img alt="a" src="m.png">'
            "<figcaption>&lt;script&gt;x&lt;/script&gt;</figcaption></figure>",
            id="markup-in-a-caption",
        ),
    ],
)
def test_a_picture_alone_with_a_title_is_a_figure(source: str, expected: str) -> None:
    assert render_markdown(source).html == expected


def test_pictures_without_words_are_told() -> None:
    made = render_markdown('![](a.png) ![A map](b.png)\n\n![ ](c.png "The strait")\n\n[](d.md)\n')

    assert made.bare == ("a.png", "c.png")


def test_a_bare_picture_is_found_where_it_stands() -> None:
    source = "![A map](m.png) and [m](m.png)\n\nSo: ![ ](<m.png>)\n"

    assert line_of_bare(source, "m.png") == (3, 5)
    assert line_of_bare("![a](b.png)\n![][m]\n\n[m]: m.png\n", "m.png") == (2, 1)


def test_a_picture_without_a_size_can_wait_too() -> None:
    html = '<p><img alt="a &amp; b" src="x&amp;y.png" title="c"> <a href="d.png">d</a></p>'
    asked = []

    def size(src: str) -> Size | None:
        asked.append(src)
        return None

    assert with_sizes(html, size) == html.replace(
        ' title="c">', ' title="c" loading="lazy" decoding="async">'
    )
    assert asked == ["x&y.png"]
