from collections.abc import Iterable
from functools import reduce
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.markup.edits import TAG, Edit, with_edits
from generator.text.markup.fragments import link_edits, rewrite_links
from generator.text.markup.markdown_html import Rendered
from generator.text.markup.marks import Mark, mark_edits
from generator.text.markup.reading import read
from tests.text.markup.made import FRAGMENTS, is_balanced

_MARK = '<span class="quoted" id="q">'


def _with_marks(html: str, marks: Iterable[Mark]) -> str:
    return with_edits(html, mark_edits(read(html), marks))


def _marked(html: str, offset: int, length: int) -> str:
    return _with_marks(html, [Mark(offset, offset + length, "q")])


@pytest.mark.parametrize(
    ("html", "words", "expected"),
    [
        pytest.param("<p>We agree.</p>", "agree", f"<p>We {_MARK}agree</span>.</p>", id="words"),
        pytest.param(
            "<p>A&amp;B &lt; C</p>", "B <", f"<p>A&amp;{_MARK}B &lt;</span> C</p>", id="entities"
        ),
        pytest.param(
            "<p>So <em>it</em> is</p>", "it", f"<p>So <em>{_MARK}it</span></em> is</p>", id="within"
        ),
        pytest.param(
            "<p>So <em>it</em> is</p>",
            "So it",
            f"<p>{_MARK}</span>So <em>it</em> is</p>",
            id="across",
        ),
        pytest.param(
            "<p>a</p>\n<p>b c</p>", "b c", f"<p>a</p>\n<p>{_MARK}b c</span></p>", id="second-block"
        ),
        pytest.param(
            "<p>a</p>\n<p>b</p>", "\nb", f"<p>a</p>\n<p>{_MARK}</span>b</p>", id="from-a-line-end"
        ),
        pytest.param("<p>a\nb</p>", "a b", f"<p>{_MARK}a\nb</span></p>", id="line-of-the-source"),
    ],
)
def test_words_are_marked_where_they_stand(html: str, words: str, expected: str) -> None:
    offset = read(html).text.index(words)

    assert _marked(html, offset, len(words)) == expected


def test_a_place_after_the_text_is_marked_at_its_end() -> None:
    assert _with_marks("<p>a</p>", [Mark(5, 6, 'q"')]) == (
        '<p>a</p><span class="quoted" id="q&quot;"></span>'
    )


@given(FRAGMENTS, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9)), max_size=5))
def test_marks_set_together_are_those_set_one_after_the_other(
    rendered: Rendered, places: list[tuple[int, int]]
) -> None:
    marks = [Mark(start, start + length, f"q{n}") for n, (start, length) in enumerate(places)]

    one_by_one = reduce(lambda html, mark: _with_marks(html, [mark]), marks, rendered.html)

    assert _with_marks(rendered.html, marks) == one_by_one
    assert is_balanced(one_by_one)


@given(FRAGMENTS, st.data())
def test_marks_and_links_set_together_are_those_set_one_after_the_other(
    rendered: Rendered, data: st.DataObject
) -> None:
    html = rendered.html
    reading = read(html)
    places = data.draw(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9)), max_size=3))
    marks = [Mark(start, start + length, f"q{n}") for n, (start, length) in enumerate(places)]
    runs = [run for run in reading.runs if data.draw(st.booleans())]
    parts = [sorted(data.draw(st.integers(run.offset, run.end)) for _ in "ab") for run in runs]
    spans = [(run.place(a), run.place(b)) for run, (a, b) in zip(runs, parts, strict=True) if a < b]
    edges = [edge for part in parts for edge in part if part[0] < part[1]]

    links = [
        edit
        for start, end in spans
        for edit in (Edit(start, TAG, start, "<i>"), Edit(end, TAG, end, "</i>"))
    ]

    one_by_one = _with_marks(rewrite_links(with_edits(html, links), str.upper), marks)

    edits = (*links, *link_edits(html, str.upper), *mark_edits(reading, marks, edges))
    assert with_edits(html, edits) == one_by_one


@given(FRAGMENTS, st.data())
def test_a_mark_changes_no_text_and_covers_what_was_asked(
    rendered: Rendered, data: st.DataObject
) -> None:
    html = rendered.html
    text = read(html).text
    offset = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 5))

    marked = _marked(html, offset, length)

    assert is_balanced(marked)
    assert read(marked).text == text
    covered = unescape(marked.partition(_MARK)[2].partition("</span>")[0]).replace("\n", " ")
    assert covered in {"", text[offset : offset + length].replace("\n", " ")}
