from typing import Any

import pytest

from generator.model.people import Official
from generator.pipeline.index.wording.initials import initials


def person(name: str, **facts: Any) -> Official:  # noqa: ANN401
    return Official(id="one", name=name, **facts)


@pytest.mark.parametrize(
    ("official", "letters"),
    [
        pytest.param(person("Mark Rutte"), "MR", id="first-and-last"),
        pytest.param(person("Mark Rutte", family_name="Rutte"), "MR", id="family-last"),
        pytest.param(person("Kim Jong Un", family_name="Kim"), "KJ", id="family-first"),
        pytest.param(person("Kim Jong Un", sort_name="Kim Jong Un"), "KU", id="not-known-which"),
        pytest.param(person("Ana I. Petrova", sort_name="Petrova, Ana"), "AP", id="from-the-index"),
        pytest.param(person("A. R. Lind", family_name="Lind"), "AL", id="initials-already"),
        pytest.param(person("Ursula von der Leyen", family_name="von der Leyen"), "UL", id="von"),
        pytest.param(person("Jean-Yves Le Drian", family_name="Le Drian"), "JL", id="hyphen"),
        pytest.param(person("Suharto"), "S", id="one-word"),
        pytest.param(person("Suharto", family_name="Suharto"), "S", id="one-word-of-the-family"),
        pytest.param(person("An An Ana", family_name="Ana"), "AA", id="within-another-word"),
        pytest.param(person("“Bo” (Bobby) Roe"), "BR", id="signs"),
        pytest.param(person("Сергей Лавров", family_name="Лавров"), "СЛ", id="cyrillic"),
        pytest.param(person("김정은"), "김", id="hangul"),
        pytest.param(person("习近平", family_name="习"), "习", id="han"),
        pytest.param(person("नरेन्द्र मोदी"), "नमो", id="marks-belong-to-their-letter"),
        pytest.param(person("E\u0301lodie Roe"), "\u00c9R", id="loose-accent"),
        pytest.param(person("élodie roe"), "\u00c9R", id="small-letters"),
        pytest.param(person("–"), "", id="no-letter"),
    ],
)
def test_initials_stand_in_the_order_of_the_name(official: Official, letters: str) -> None:
    assert initials(official) == letters
