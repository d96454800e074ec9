import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.sentences import sentence_around, sentence_spans, spans_around


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Envoys met U.S. President Roe in Halden.", id="country-before-a-name"),
        pytest.param("The count on Nov. 13 was low.", id="month-and-day"),
        pytest.param("It fell to Gen. Roe and Lt. Col. Moe.", id="ranks"),
        pytest.param("Mr. Roe met Dr. Moe and Mrs. Poe.", id="courtesy"),
        pytest.param("Annex No. 5 names no site.", id="number"),
        pytest.param("At 5 p.m. Eastern they adjourned.", id="time"),
        pytest.param("A hall in Washington, D.C. Wednesday was full.", id="district"),
        pytest.param("Anna D. Roe spoke for J. K. Moe.", id="initials"),
        pytest.param("Spending rose 2.5 percent to $3.1 billion.", id="decimals"),
        pytest.param("“Are we ready?” she asked.", id="question-inside"),
        pytest.param("“No more!” the envoy said.", id="cry-inside"),
        pytest.param("We hoped … and waited... but nothing came.", id="ellipses-going-on"),
        pytest.param("Moe Inc. Chairman Roe declined.", id="company"),
        pytest.param("1986. A year to remember", id="list-number"),
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert _sentences(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("They left.", "Nobody spoke.", id="plain"),
        pytest.param("The base is in the U.S.", "The ministry denied it.", id="country-at-the-end"),
        pytest.param("Talks ended at 5 p.m.", "They resume today.", id="time-at-the-end"),
        pytest.param(
            "It opened in Washington, D.C.", "It closed in Bonn.", id="district-at-the-end"
        ),
        pytest.param("He said no.", "Roe said yes.", id="the-word-no"),
        pytest.param("They saw the sun.", "Roe left.", id="a-word-like-an-abbreviation"),
        pytest.param("“We are ready.”", "Moe nodded.", id="quote-closing-after-the-stop"),
        pytest.param('"It is over."', "'It is not.'", id="straight-quotes"),
        pytest.param("It was said (twice.)", "Then silence.", id="bracket-closing-after-the-stop"),
        pytest.param("We waited…", "Then it rained.", id="ellipsis-at-the-end"),
        pytest.param("Is it so?", "It is!", id="question"),
        pytest.param("It was 1986.", "Nobody knew.", id="year-at-the-end"),
        pytest.param("It grew 2.5.", "It fell 3.1.", id="decimals-at-the-end"),
        pytest.param("Élise left.", "Émile stayed.", id="letters-with-accents"),
    ],
)
def test_a_stop_before_a_new_beginning_ends_a_sentence(first: str, second: str) -> None:
    assert _sentences(f"{first} {second}") == [first, second]


def test_a_line_break_always_ends_a_sentence() -> None:
    assert _sentences("A headline\n\n  No stop here \nthe end") == [
        "A headline",
        "No stop here",
        "the end",
    ]


def test_no_space_is_needed_after_an_ideographic_stop() -> None:
    assert _sentences("会谈结束。没有声明。") == ["会谈结束。", "没有声明。"]


def test_a_text_without_words_has_no_sentences() -> None:
    assert sentence_spans(" \n\t\n") == ()


@given(st.text(alphabet='aA.!?…”“" \n\u00a05é。U.S', max_size=60))
def test_sentences_hold_every_character_but_space_once_and_in_order(text: str) -> None:
    spans = sentence_spans(text)

    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)


@given(st.lists(st.sampled_from(["So.", "Roe", "\n", "\r", " "]), max_size=20).map(" ".join))
def test_the_lines_of_some_places_are_enough_to_find_their_sentences(text: str) -> None:
    places = [at for at in range(len(text)) if text.startswith("Roe", at)][::2]

    near, spans = spans_around(text, places), sentence_spans(text)

    assert set(near) <= set(spans)
    for at in places:
        assert sentence_around(text, near, (at, at + 3)) == (
            sentence_around(text, spans, (at, at + 3))
        )


def test_a_long_text_is_quick() -> None:
    text = "A.a." * 25_000 + "! " * 10_000 + "." * 50_000

    assert sentence_spans(text)[-1][1] == len(text)
