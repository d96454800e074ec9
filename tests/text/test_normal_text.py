import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.normal_text import normal_text

PIECES = st.sampled_from([*" -—’“…\n\t", "\u00a0", "\u00ad", "\u200b", "e\u0301", "각", "a", "B"])


def _plainly(text: str) -> str:
    """Bring a text to its normal form rule by rule."""
    between = r"[\s\-\u00ad\u200b-\u200f\u2060\ufeff‐‑‒–—―−⁃﹘﹣－]+"
    text = re.sub(between, lambda run: _joint(run[0]), text)
    text = re.sub('["‘’‚‛“”„‟«»‹›`´\u1fef\u1ffd′″‵ʼʹ＂＇]', "'", text).replace("…", "...")
    return unicodedata.normalize("NFC", text).strip(" ")


def _joint(run: str) -> str:
    if re.search("[-‐‑‒–—―−⁃﹘﹣－]", run):
        return "-"
    return " " if any(one.isspace() for one in run) else ""


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("“It’s", [0, 1, 2, 3, 4, 5], id="marks"),
        pytest.param("a \n b", [0, 1, 4, 5], id="space"),
        pytest.param("a…b", [0, 1, 1, 1, 2, 3], id="three-stops"),
        pytest.param("a\u00adb", [0, 2, 3], id="invisible"),
        pytest.param("  e\u0301a ", [2, 4, 5], id="composed"),
    ],
)
def test_each_letter_is_where_it_stood(text: str, places: list[int]) -> None:
    made = normal_text(text)

    assert [made.place(at) for at in range(len(made.form) + 1)] == places


@given(st.lists(PIECES, max_size=20).map("".join))
def test_the_form_is_what_the_rules_make_one_by_one(text: str) -> None:
    assert normal_text(text).form == _plainly(text)


@given(st.text(max_size=80))
def test_the_normal_form_keeps_its_places_in_the_text(text: str) -> None:
    made = normal_text(text)
    places = [made.place(at) for at in range(len(made.form) + 1)]

    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
    assert normal_text(made.form).form == made.form
