from datetime import date

import pytest

from generator.model.briefing import DateBasis
from generator.pipeline.index.wording.date_words import date_stamp, timestamp
from generator.pipeline.index.wording.order import filed_name, folded, initial, name_key
from generator.pipeline.index.wording.sentences import (
    capitalized,
    date_note,
    in_language,
    office_words,
    open_for,
    page_title,
    sentence,
)
from generator.text.dates import month_of
from tests.builders import WORDS, day, official, role


@pytest.mark.parametrize(
    ("written", "text", "machine"),
    [
        pytest.param("2024", "2024", "2024", id="year"),
        pytest.param("2024-11", "November 2024", "2024-11", id="month"),
        pytest.param("2024-11-03", "3 Nov 2024", "2024-11-03", id="day"),
        pytest.param("2024-11-12/13", "12–13 November 2024", "", id="days-of-a-month"),
        pytest.param(
            "2024-11-30/12-02", "30 November – 2 December 2024", "", id="days-of-two-months"
        ),
        pytest.param(
            "2024-12-30/2025-01-02", "30 December 2024 – 2 January 2025", "", id="days-of-two-years"
        ),
        pytest.param("2024-10/11", "October–November 2024", "", id="months"),
        pytest.param(
            "2024-12/2025-01", "December 2024 – January 2025", "", id="months-of-two-years"
        ),
        pytest.param("2022/2024", "2022–2024", "", id="years"),
        pytest.param("2024-11/2025", "November 2024 – 2025", "", id="ends-of-two-kinds"),
        pytest.param("2024-11-13/13", "13 Nov 2024", "2024-11-13", id="range-of-one-day"),
        pytest.param("2024-11/2024-11", "November 2024", "", id="range-of-one-month"),
        pytest.param(
            "2024-11-14T06:50+01:00", "14 Nov 2024", "2024-11-14T06:50:00+01:00", id="moment"
        ),
    ],
)
def test_a_date_is_worded_with_the_precision_it_has(written: str, text: str, machine: str) -> None:
    found = WORDS.dates.when(day(written))

    assert (found.text, found.machine) == (text, machine)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("2024-11-14", "14 November 2024"),
        ("2024-11-14T06:50Z", "14 November 2024, 06:50 UTC"),
        ("2024-11-14T06:50+00:00", "14 November 2024, 06:50 UTC"),
        ("2024-11-14T06:50+01:00", "14 November 2024, 06:50 UTC+1"),
        ("2024-11-14T06:50-03:30", "14 November 2024, 06:50 UTC−3:30"),
        ("2024-11", "November 2024"),
    ],
)
def test_the_head_of_a_page_gives_the_clock_of_the_place(written: str, text: str) -> None:
    assert WORDS.dates.when_in_full(day(written)).text == text


def test_a_full_date_leaves_the_time_out() -> None:
    assert WORDS.dates.full_date(day("2024-11-14T06:50Z")) == "14 November 2024"


def test_a_day_heading_names_the_weekday() -> None:
    assert WORDS.dates.day_heading(date(2024, 11, 14)).text == "Thursday 14 November 2024"


def test_a_month_without_number_is_the_whole_year() -> None:
    assert (WORDS.dates.month_heading(2024, 3), WORDS.dates.month_heading(2024, 0)) == (
        "March 2024",
        "2024",
    )


@pytest.mark.parametrize(
    ("written", "stamp", "instant"),
    [
        ("2024", "2024-01-01", "2024-01-01T00:00:00Z"),
        ("2024-11-12/13", "2024-11-12", "2024-11-12T00:00:00Z"),
        ("2024-11-14T00:30+01:00", "2024-11-14T00:30:00+01:00", "2024-11-13T23:30:00Z"),
    ],
)
def test_machines_are_told_when_a_date_begins(written: str, stamp: str, instant: str) -> None:
    assert (date_stamp(day(written)), timestamp(day(written))) == (stamp, instant)


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2024-11-14", "less than a day"),
        ("2024-11-20", "less than a day"),
        ("2024-11-13", "1 day"),
        ("2024-11-02", "12 days"),
        ("2024-09-15", "60 days"),
        ("2024-09-14", "2 months"),
        ("2024-08", "3 months"),
        ("2022-11-15", "23 months"),
        ("2022-11-14", "2 years"),
    ],
)
def test_an_age_is_told_in_days_then_months_then_years(since: str, expected: str) -> None:
    assert open_for(day(since), date(2024, 11, 14), WORDS) == f"open for {expected}"


def test_one_thing_is_counted_in_the_singular() -> None:
    assert WORDS.counted(1, "briefing").words == "briefing"
    assert WORDS.counted(0, "briefing").words == "briefings"
    assert WORDS.number_of(1204, "topic") == "1,204 topics"


@pytest.mark.parametrize(
    ("names", "expected"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_names_are_joined_as_in_a_sentence(names: list[str], expected: str) -> None:
    assert WORDS.listed(names) == expected


def test_an_acting_holder_is_called_so_once() -> None:
    plain = role("Minister of Trade", acting=True)
    said = role("Acting Minister of Trade", acting=True)

    assert office_words(plain, WORDS, former=True) == "then acting Minister of Trade"
    assert office_words(said, WORDS, former=False) == "Acting Minister of Trade"


@pytest.mark.parametrize(
    ("basis", "printed", "expected"),
    [
        ("stated", "Wednesday", ""),
        ("inferred-from-publication", None, "dated by the report"),
        (
            "inferred-from-publication",
            "Wednesday",
            "dated by the report; the source says “Wednesday”",
        ),
        ("unknown", None, "day not known"),
    ],
)
def test_a_date_that_is_not_sure_says_why(
    basis: DateBasis, printed: str | None, expected: str
) -> None:
    assert date_note(basis, printed, WORDS) == expected


def test_languages_are_named() -> None:
    assert in_language("nl-BE", WORDS) == "in Dutch"
    assert in_language("tlx", WORDS) == "in language tlx"


def test_sentences_end_once() -> None:
    assert sentence("© Estara Gazette") == "© Estara Gazette."
    assert sentence("All rights reserved.") == "All rights reserved."
    assert capitalized("no office, says UNHCR") == "No office, says UNHCR"


def test_further_parts_say_their_number() -> None:
    assert page_title("Statements", 1, WORDS) == "Statements"
    assert page_title("Statements", 2, WORDS) == "Statements, page 2"


def test_accents_do_not_change_the_order() -> None:
    names = ["Zorić", "Østby", "Łoś", "Ängel", "Oakes"]

    assert sorted(names, key=name_key) == ["Ängel", "Łoś", "Oakes", "Østby", "Zorić"]


def test_apostrophes_join_and_other_marks_divide() -> None:
    assert folded("O’Neill-Baptiste") == "oneill baptiste"


def test_a_name_is_filed_as_data_says_and_never_guessed() -> None:
    as_written = official("kim-ha-neul", name="Kim Ha Neul", sort_name="Kim Ha Neul")
    by_parts = official("jan-visser", family_name="Visser", given_name="Jan")
    untold = official("jan-visser")

    assert filed_name(as_written) == "Kim Ha Neul"
    assert filed_name(by_parts) == "Visser, Jan"
    assert filed_name(untold) == "Jan Visser"


def test_names_in_any_script_have_a_letter() -> None:
    assert [initial(one) for one in ("Şahin", "Жук", "3rd Fleet", "“Amber”")] == [
        "S",
        "Ж",
        "#",
        "A",
    ]


def test_a_date_wider_than_a_month_is_listed_under_its_year() -> None:
    assert month_of(day("2024-11-13")) == (2024, 11)
    assert month_of(day("2024-12-30/2025-01-02")) == (2024, 12)
    assert month_of(day("2024")) == (2024, 0)
    assert month_of(day("2024-10/12")) == (2024, 0)
