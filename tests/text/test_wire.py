from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.wire import Paragraph, WireArticle, read_wire

LONG = "Envoys of both states met in Halden, and after nine hours in a cold hall they left again."
SHORT = "Both sides keep silent after the meeting."
PROSE = "It was their first meeting since the spring, said Roe, who leads the northern team."
TWO = "Roe left. Moe stayed behind."


def _article(*paragraphs: str, title: str | None = None) -> WireArticle:
    return read_wire("\n\n".join(paragraphs), title=title)


def _texts(article: WireArticle) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


def _left_out(article: WireArticle) -> list[tuple[str, int]]:
    return [(one.rule, one.line) for one in article.left_out]


def test_an_article_is_taken_apart() -> None:
    article = _article(
        "Talks End in Halden",
        "By Anna Roe",
        SHORT,
        LONG,
        PROSE,
        "Novum Wire contributed to this report.",
        "\u00a0",
        "Read More",
    )

    assert article.headline == "Talks End in Halden"
    assert article.headline_line == 1
    assert article.byline == "By Anna Roe"
    assert article.dek == SHORT
    assert article.paragraphs == (Paragraph(LONG, 7), Paragraph(PROSE, 9))
    assert article.credits == ("Novum Wire contributed to this report.",)
    assert _left_out(article) == [("blank-furniture", 13), ("read-more", 15)]


def test_an_empty_text_has_no_parts() -> None:
    assert read_wire(" \n\t\n") == WireArticle(None, 0, None, None, (), (), ())


@pytest.mark.parametrize(
    ("title", "headline", "paragraphs"),
    [
        pytest.param(None, "Talks End", [LONG], id="no-title"),
        pytest.param("Talks  End", "Talks End", [LONG], id="the-same-title"),
        pytest.param("A Meeting in Halden", "Talks End", [LONG], id="another-title"),
    ],
)
def test_a_headline_is_no_paragraph(
    title: str | None, headline: str, paragraphs: list[str]
) -> None:
    article = _article("Talks End", LONG, title=title)

    assert (article.headline, _texts(article)) == (headline, paragraphs)


@pytest.mark.parametrize(
    "first",
    [
        pytest.param("Talks in Halden ended.", id="a-sentence"),
        pytest.param("“Talks ended.”", id="a-quotation"),
        pytest.param("By Anna Roe", id="a-byline"),
        pytest.param("HALDEN (Novum) — Talks ended", id="a-dateline"),
        pytest.param("Talks ended and nobody could say " * 5, id="long"),
        pytest.param(
            "Envoys of both states met in Halden, and after nine hours in a\n"
            "cold hall they left again without a word to the press, which was",
            id="wrapped",
        ),
    ],
)
def test_with_a_title_given_a_first_line_like_a_paragraph_is_one(first: str) -> None:
    assert _article(first, LONG, title="Another Title").headline is None


def test_a_headline_may_end_with_a_shortened_word() -> None:
    assert _article("Envoys Leave the U.S.", LONG, title="Another").headline is not None


def test_a_text_of_one_line_beside_a_title_is_the_article() -> None:
    assert _texts(_article("Talks go on", title="Halden")) == ["Talks go on"]


@pytest.mark.parametrize(
    "second",
    [
        pytest.param("“We leave it there,” Roe said.", id="quotation"),
        pytest.param("HALDEN, Nov 3 (Novum) - Talks ended.", id="dateline-of-an-agency"),
        pytest.param("HALDEN — Talks ended.", id="dateline"),
        pytest.param("Halden (Novum) – Talks ended.", id="dateline-in-small-letters"),
        pytest.param("Talks ended. Nobody spoke.", id="two-sentences"),
        pytest.param("Talks ended on Tuesday.", id="dated-by-weekday"),
        pytest.param("Talks ended on Nov. 3.", id="dated"),
        pytest.param(LONG + " Nobody spoke", id="longer-than-what-follows"),
        pytest.param("- Talks ended", id="list"),
        pytest.param("Talks\nended", id="two-lines"),
    ],
)
def test_a_paragraph_that_is_no_dek_stays(second: str) -> None:
    article = _article("Headline", second, LONG)

    assert article.dek is None
    assert _texts(article) == [second, LONG]


def test_a_name_with_a_hyphen_in_capitals_is_no_dateline() -> None:
    assert _article("Headline", "U.S.-led talks end without a date.", LONG).dek is not None


@pytest.mark.parametrize(
    "byline",
    [
        "By Anna Roe",
        "BY ANNA ROE AND JAN MOE",
        "By Anna Roe and Jan van Moe, Novum Wire",
        "By Anna Roe | Halden Bureau",
        "By Anna D. Roe Jr.",
    ],
)
@pytest.mark.parametrize("above", [(), (SHORT,)], ids=["under-the-headline", "under-the-dek"])
def test_a_byline_is_found(byline: str, above: tuple[str, ...]) -> None:
    article = _article("Headline", *above, byline, LONG)

    assert article.byline == byline
    assert _texts(article) == [LONG]


@pytest.mark.parametrize(
    "line", ["By then the talks had ended", "By Monday Roe Had Left.", "By the Numbers"]
)
def test_a_line_that_begins_like_a_byline_stays(line: str) -> None:
    article = _article("Headline", line, LONG)

    assert article.byline is None
    assert line in (article.dek, *_texts(article))


def test_a_byline_further_down_is_a_paragraph() -> None:
    assert "By Anna Roe" in _texts(_article("Headline", LONG, PROSE, "By Anna Roe", PROSE))


def test_furniture_under_the_headline_is_left_out() -> None:
    article = _article("Headline", "Share", "Print", SHORT, LONG, PROSE)

    assert (article.dek, _texts(article)) == (SHORT, [LONG, PROSE])


def test_furniture_in_the_lines_of_a_paragraph_is_left_out() -> None:
    article = read_wire(f"Headline\n\n{LONG}\n\n{PROSE}\nShare\nRead More")

    assert _texts(article) == [LONG, PROSE]
    assert _left_out(article) == [("share", 6), ("read-more", 7)]


def test_wrapped_lines_are_joined() -> None:
    lines = (
        "Envoys of both states met in Halden, and after nine hours in a",
        "cold hall they left again without a word to the press, which was",
        "waiting outside.",
    )

    article = read_wire("Headline\n\n" + "\n".join(lines) + "\n\n(Reporting by Anna Roe)\n")

    assert _texts(article) == [" ".join(lines)]


def test_wrapped_lines_may_begin_indented() -> None:
    lines = (
        f"    {LONG[:60]}\nand they were seen to leave the cold hall in the morning by\neverybody."
    )

    assert _texts(_article("Headline", TWO, lines))[1] == lines.replace("\n", " ")


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("A first line\nA second line\nA third", id="short"),
        pytest.param(f"{LONG}\n{PROSE}", id="long"),
        pytest.param(f"{'x' * 70}\nfits here\n{'y ' * 34}y", id="room-left-on-a-line"),
        pytest.param(f"{'x' * 65}\n- {'y' * 60}\n- z", id="list"),
        pytest.param(f"{'x' * 65}\n    {'y' * 60}\n    z", id="indented"),
    ],
)
def test_line_breaks_that_were_meant_are_kept(lines: str) -> None:
    assert _texts(_article("Headline", TWO, lines)) == [TWO, lines]


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    article = read_wire(f"Headline\n{LONG}\n{PROSE}\nRead More\n")

    assert article.headline == "Headline"
    assert article.paragraphs == (Paragraph(LONG, 2), Paragraph(PROSE, 3))


def test_a_line_of_hard_spaces_parts_paragraphs() -> None:
    assert _texts(read_wire(f"Headline\n\n{LONG}\n \u00a0\n{PROSE}")) == [LONG, PROSE]


@pytest.mark.parametrize(
    "line",
    [
        "[This] stays as *it* is, _all_ of it, # too.",
        "1986. That was the year.",
        "# 1 in the list",
        "* a star",
        "    four spaces\tand a tab",
        "\ttab",
        "a < b & c > d &amp; e \\ f `g`",
    ],
)
def test_characters_come_out_as_they_went_in(line: str) -> None:
    assert _texts(_article("Headline", LONG, line, PROSE)) == [LONG, line, PROSE]


WORDS = st.sampled_from(
    ["Talks", "ended", "in", "U.S.", "“We", "go.”", "*", "[sic]", "1986.", "By", "\u00a0", "\t"]
)
LINES = st.one_of(
    st.lists(WORDS, max_size=14).map(" ".join),
    st.sampled_from(
        ["Read More", "(Photo: Roe)", "Share", "Advertisement", "© 2024 Novum", "\u200b"]
    ),
    st.sampled_from(["", "", " ", LONG, PROSE, SHORT, "By Anna Roe", f"{LONG[:70]}", "  - item"]),
    st.text(max_size=20).map(lambda text: text.replace("\n", "")),
)
INVISIBLE = str.maketrans("", "", "\u200b\u2060\ufeff")


def _letters(text: str) -> Counter[str]:
    return Counter("".join(text.translate(INVISIBLE).split()))


@given(st.lists(LINES, max_size=14).map("\n".join), st.sampled_from([None, "Talks", SHORT]))
def test_every_line_comes_out_exactly_once(text: str, title: str | None) -> None:
    article = read_wire(text, title=title)

    parts = (
        *(part for part in (article.headline, article.dek, article.byline) if part),
        *_texts(article),
        *article.credits,
        *(one.text for one in article.left_out),
    )
    assert _letters("\n".join(parts)) == _letters(text)
    assert all(part.strip() for part in parts if part in _texts(article))


@given(st.lists(LINES, max_size=14))
def test_paragraphs_and_what_is_left_out_name_their_lines(lines: list[str]) -> None:
    article = read_wire("\n".join(lines))

    assert all(one.text.rstrip() == lines[one.line - 1].rstrip() for one in article.left_out)
    assert all(
        one.text.startswith(lines[one.line - 1].rstrip()) and one.text for one in article.paragraphs
    )
