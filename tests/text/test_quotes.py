import random
import re
import unicodedata
from operator import itemgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.normal_text import NormalText, normal_text
from generator.text.quotes import Found, _parts, _pattern, find_quote, nearest_passage, quoted_parts

SOURCE = (
    "The envoy was brief. “We are,” she said, “working on it.” Asked again, she called the plan "
    "“a risk [in every sense] that we don’t take lightly — not now.”\n\n"
    "“The northern states [the Pact] have built 1,200 sites,” she added.\n\n"
    "“They went on, in the open, for years.\n\n“But nobody counted them. ‘Why?’ you may ask.”"
)


def _place(words: str, text: str) -> Found | None:
    return find_quote(words, normal_text(text))


def _near(words: str, text: str = SOURCE) -> str:
    return nearest_passage(words, normal_text(text))


def _found(words: str, text: str = SOURCE) -> str | None:
    place = _place(words, text)
    return text[place.start : place.end] if place else None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("working on it.", "working on it", id="as-it-stands"),
        pytest.param("working on it,", "working on it", id="other-punctuation-at-the-end"),
        pytest.param("“working on it”", "working on it", id="marks-round-it"),
        pytest.param("Working on it", "working on it", id="first-letter"),
        pytest.param("that we don't take lightly", "that we don’t take lightly", id="apostrophe"),
        pytest.param("lightly - not now", "lightly — not now", id="spaced-hyphen"),
        pytest.param("lightly–not now", "lightly — not now", id="closed-dash"),
        pytest.param("lightly -- not now", "lightly — not now", id="two-hyphens"),
        pytest.param("take\u00a0\u00a0lightly", "take lightly", id="hard-spaces"),
        pytest.param("take light\u00adly", "take lightly", id="soft-hyphen"),
        pytest.param("'Why?' you may ask", "Why?’ you may ask", id="inner-marks"),
        pytest.param(
            "We are … working on it", "We are,” she said, “working on it", id="attribution-between"
        ),
        pytest.param("We … on it", "We are,” she said, “working on it", id="ellipsis"),
        pytest.param("We [...] on it", "We are,” she said, “working on it", id="bracketed-dots"),
        pytest.param("We […] on it", "We are,” she said, “working on it", id="bracketed-ellipsis"),
        pytest.param("… working on it …", "working on it", id="ellipsis-at-the-ends"),
        pytest.param("[She is] working on it", "working on it", id="words-put-in-front"),
        pytest.param("[W]orking on it", "working on it", id="letter-changed"),
        pytest.param("they [w]ent on", "They went on", id="letter-changed-inside"),
        pytest.param("work[ed] on it", "working on it", id="ending-changed"),
        pytest.param("in [all] the open", "in the open", id="words-put-in"),
        pytest.param(
            "a risk [in every sense] that", "a risk [in every sense] that", id="source-brackets"
        ),
        pytest.param("a risk that", "a risk [in every sense] that", id="source-brackets-left-out"),
        pytest.param(
            "states have built", "states [the Pact] have built", id="source-gloss-left-out"
        ),
        pytest.param(
            "for years. But nobody", "for years.\n\n“But nobody", id="over-two-paragraphs"
        ),
    ],
)
def test_a_quotation_is_found_where_it_stands(words: str, expected: str) -> None:
    assert _found(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("working at it", id="another-word"),
        pytest.param("orking on it", id="half-a-word-at-the-beginning"),
        pytest.param("working o", id="half-a-word-at-the-end"),
        pytest.param("working on it … We are", id="wrong-order"),
        pytest.param("take Lightly", id="case-inside"),
        pytest.param("that we dont take", id="apostrophe-missing"),
        pytest.param("built -1,200 sites", id="a-sign-that-is-not-there"),
        pytest.param("Why! you may ask", id="another-mark-inside"),
        pytest.param("", id="nothing"),
        pytest.param(" […] ", id="only-a-gap"),
        pytest.param("“.”", id="only-marks"),
    ],
)
def test_words_that_the_source_does_not_have_are_not_found(words: str) -> None:
    assert _place(words, SOURCE) is None


def test_words_left_out_are_no_more_than_600_characters() -> None:
    near = f"We begin {'x' * 580} and end."
    far = f"We begin {'x' * 620} and end."

    assert _place("We begin … and end", near) is not None
    assert _place("We begin … and end", far) is None


def test_an_editors_words_stand_for_no_more_than_80_characters() -> None:
    assert _place("We [all] end", f"We {'x' * 76} end.") is not None
    assert _place("We [all] end", f"We {'x' * 90} end.") is None


def test_the_closest_of_several_places_is_taken() -> None:
    text = "We hope, we wait, and we hope that it ends."

    assert _found("we hope … ends", text) == "we hope that it ends"


def test_a_gap_takes_the_place_that_leads_on() -> None:
    text = "They met in May. " + "Nothing was said. " * 50 + "They met in June and it ended."

    assert _found("They met … it ended", text) == "They met in June and it ended"


def test_letters_with_separate_marks_are_found_whole() -> None:
    text = unicodedata.normalize("NFD", "He praised “Élysée café” and 김정은 twice.")

    assert _found("Élysée café", text) == unicodedata.normalize("NFD", "Élysée café")
    assert _found("김정은", text) == unicodedata.normalize("NFD", "김정은")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We agree.”", ("We agree.",), id="curly"),
        pytest.param('"We agree," he said. "Now."', ("We agree,", "Now."), id="straight"),
        pytest.param("« Nous\u00a0sommes prêts »", ("Nous\u00a0sommes prêts",), id="guillemets"),
        pytest.param("»Wir sind bereit«", ("Wir sind bereit",), id="guillemets-inwards"),
        pytest.param("„Wir sind bereit“", ("Wir sind bereit",), id="low-and-high"),
        pytest.param("It is ‘too soon’, he said.", ("too soon",), id="single"),
        pytest.param("It isn’t the ministers’ plan.", (), id="apostrophes"),
        pytest.param("The ‘90s and it’s over", (), id="a-decade"),
        pytest.param("It isn't the states' plan.", (), id="straight-apostrophes"),
        pytest.param("“He said ‘no’ twice.”", ("He said ‘no’ twice.",), id="single-inside"),
        pytest.param("“He said “no” twice.”", ("He said “no” twice.",), id="the-same-inside"),
        pytest.param("“We agree", ("We agree",), id="left-open"),
        pytest.param("“One.\n\n“Two.” End", ("One.\n\n“Two.",), id="over-two-paragraphs"),
        pytest.param('A 5\'10" man said "yes".', ("yes",), id="inches"),
        pytest.param("“”", (), id="empty"),
        pytest.param("No marks here", (), id="none"),
    ],
)
def test_quoted_parts_are_the_words_between_the_marks(text: str, expected: tuple[str, ...]) -> None:
    assert quoted_parts(text) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("we don’t take that lightly", "that we don’t take lightly", id="order"),
        pytest.param("they’re working at it", "“working on it.”", id="a-wrong-word"),
        pytest.param("have built 1,300 places", "have built 1,200 sites,”", id="a-wrong-number"),
    ],
)
def test_the_nearest_passage_holds_the_words_that_were_meant(words: str, expected: str) -> None:
    passage = _near(words)

    assert expected in passage
    assert len(passage) <= len(expected) + 40


def test_nothing_is_near_to_words_of_another_kind() -> None:
    assert _near("zzzz qqqq") == ""
    assert _near("") == ""


def test_a_long_passage_is_cut_to_what_a_message_can_hold() -> None:
    text = "Nothing here. " * 20 + "we build and we mend and we build again " * 20

    assert 150 < len(_near(text[300:900], text)) <= 240


COMMON = ("the", "plan", "of", "a", "state", "that", "was", "here", "and", "it", "fell")


@pytest.mark.timeout(5)
def test_a_long_source_is_searched_quickly() -> None:
    chance = random.Random(1)  # noqa: S311 - the same words each time, and no secret
    words = chance.choices(COMMON, k=20_000)
    text = f"{' '.join(words)} in the end nobody signed. {' '.join(words)}"

    assert _place("the … a … of … it … that … nobody signed", text) is not None
    assert _place("the … a … of … it … that … nobody left", text) is None
    assert "nobody signed" in _near("in the end somebody signed", text)


LETTERS = st.text(alphabet="abßÉdżçğ김x1", min_size=1, max_size=6)
PIECES = st.one_of(
    LETTERS,
    st.builds("{}{}".format, LETTERS, st.sampled_from([",", ".", "?", "”", "’s", ")", "—", "…"])),
    st.builds("{}{}".format, st.sampled_from(["“", "‘", "(", "-", "[", "«", "$"]), LETTERS),
    st.builds("[{} {}]".format, LETTERS, LETTERS),
    st.sampled_from(["—", "-", "…", "...", "[…]", "–", "“", "&", "U.S.", "3.5", "-7", ".5"]),
)
VARIANTS = {
    '"': "“”„\"'’‘«",
    "'": "‘’'´ʼ",
    "-": "-–—‐‑−",
    " ": [" ", "  ", "\u00a0", "\n", "\u2009", " \u200b", "\t "],
}
CLASS_OF = {form: name for name, forms in VARIANTS.items() for form in forms}


def _varied(text: str, chance: random.Random) -> str:
    varied = (
        chance.choice(VARIANTS[CLASS_OF[one]]) if one in CLASS_OF else one + _invisible(chance)
        for one in text
    )
    return unicodedata.normalize(chance.choice(["NFC", "NFD"]), "".join(varied))


def _invisible(chance: random.Random) -> str:
    return "\u00ad" if chance.random() < 0.05 else ""


@given(st.lists(PIECES, min_size=1, max_size=25), st.data(), st.randoms(use_true_random=False))
def test_words_cut_out_of_a_text_are_found_however_they_are_set(
    pieces: list[str], data: st.DataObject, chance: random.Random
) -> None:
    first = data.draw(st.integers(0, len(pieces) - 1))
    beyond = data.draw(st.integers(first + 1, len(pieces)))
    text, words = " ".join(pieces), " ".join(pieces[first:beyond])

    found = _place(_varied(words, chance), _varied(text, chance))

    assert found is not None or not any(one.isalnum() for one in words)


ODD = st.lists(
    st.sampled_from([*"aAb' -,.![]…“”\nß", "[x]", " [x y] ", "''", ". ", "é", "\u00ad"]),
    max_size=25,
).map("".join)


def _by_patterns_alone(words: str, source: NormalText) -> tuple[int, int] | None:
    """Find the closest place by trying every place of every part."""
    chains: list[tuple[int, int]] = []
    for n, part in enumerate(_parts(normal_text(words).form)):
        spans = [one.span(1) for one in re.finditer(f"(?=({_pattern(part)}))", source.form)]
        before = sorted(chains, key=itemgetter(1))
        chains = spans if n == 0 else []
        for start, end in spans if n else ():
            nearest = [one for one in before if one[1] <= start][-1:]
            chains += [(one[0], end) for one in nearest if start - one[1] <= part.reach]
    return min(chains, key=lambda chain: (chain[1] - chain[0], chain[1]), default=None)


@given(ODD, ODD, st.data())
def test_a_quotation_is_found_where_its_pattern_first_finds_it(
    text: str, other: str, data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(text)))
    words = data.draw(st.sampled_from([text[first:], text[first : first + 6], other]))
    source = normal_text(text)

    found = find_quote(words, source)

    expected = _by_patterns_alone(words, source)
    assert (found and found.start) == (expected and source.place(expected[0]))


@given(ODD, ODD, ODD)
def test_what_stands_in_a_text_stands_there_below_a_headline_too(
    headline: str, text: str, words: str
) -> None:
    for part in (words, text[:5], text[3:]):
        found = _place(part, text)

        assert found is None or _place(part, f"{headline}\n{text}") is not None


@given(st.text(alphabet="ab.[]…\"'“”- \n", max_size=40), st.text(max_size=60))
def test_no_words_and_no_text_are_too_odd(words: str, text: str) -> None:
    found = _place(words, text)

    assert found is None or 0 <= found.start < found.end <= len(text)
    assert len(_near(words, text)) <= len(text)
    assert all(part in text for part in quoted_parts(text))
