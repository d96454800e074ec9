"""Dates in every language that the program brings, and some that it does not, in every style."""

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs.phrases import CATALOGUES
from generator.config import DateStyle
from generator.pipeline.index.wording.date_words import DateWords, date_words
from generator.text.catalogue import read_catalogue
from generator.text.dates import parse_date
from generator.text.language import Language, read_language

STYLES: tuple[DateStyle, ...] = get_args(DateStyle)
DAYS = st.dates(min_value=date(1000, 1, 1))


def spoken(tag: str) -> Language:
    path = CATALOGUES / f"{tag}.po"
    if not path.is_file():
        return read_language(tag)
    catalogue = read_catalogue(path.read_text(encoding="utf-8"), path=path.name).value
    assert catalogue
    return read_language(tag, [catalogue])


TAGS = sorted({path.stem for path in CATALOGUES.glob("*.po")} | {"en", "ar", "ja", "uk"})
WORDS = {(tag, style): date_words(spoken(tag), style) for tag in TAGS for style in STYLES}
EVERY = pytest.mark.parametrize("words", WORDS.values(), ids=["-".join(one) for one in WORDS])


@EVERY
@given(day=DAYS, other=DAYS)
def test_two_days_are_never_written_the_same(words: DateWords, day: date, other: date) -> None:
    short = [words.when(parse_date(one.isoformat())).text for one in (day, other)]
    full = [words.full_date(parse_date(one.isoformat())) for one in (day, other)]
    headings = [words.day_heading(one).text for one in (day, other)]

    for first, second in (short, full, headings):
        assert (first == second) is (day == other)
        assert str(day.year) in first
        assert str(day.day) in first
        assert "%" not in first


@EVERY
@given(day=DAYS, length=st.timedeltas(timedelta(1), timedelta(5000)))
def test_a_range_names_both_its_ends(words: DateWords, day: date, length: timedelta) -> None:
    try:
        end = day + length
    except OverflowError:
        end = date.max
    if end == day:
        return
    text = words.when(parse_date(f"{day.isoformat()}/{end.isoformat()}")).text

    assert all(str(one) in text for one in (day.day, end.day, end.year))
    assert (str(day.year) in text, "%" in text) == (True, False)


@given(day=DAYS)
def test_the_iso_style_is_read_back_as_the_same_day(day: date) -> None:
    text = WORDS["de", "iso"].when(parse_date(day.isoformat())).text

    assert date.fromisoformat(text) == day


@pytest.mark.parametrize(
    ("tag", "style", "written", "text"),
    [
        ("de", "day-first", "2024-11-13", "13. November 2024"),
        ("de", "month-first", "2024-11-13", "13. November 2024"),
        ("de", "day-first", "2024-11-12/13", "12.–13. November 2024"),
        ("de", "day-first", "2024-11-30/12-02", "30. November – 2. Dezember 2024"),
        ("de", "day-first", "2024-12-30/2025-01-02", "30. Dezember 2024 – 2. Januar 2025"),
        ("de", "day-first", "2024-10/11", "Oktober–November 2024"),
        ("en", "month-first", "2024-11-13", "November 13, 2024"),
        ("en", "month-first", "2024-11-12/13", "November 12–13, 2024"),
        ("en", "month-first", "2024-11-30/12-02", "November 30 – December 2, 2024"),
        ("en", "month-first", "2024-12-30/2025-01-02", "December 30, 2024 – January 2, 2025"),
        ("en", "month-first", "2024-10/11", "October–November 2024"),
        ("en", "iso", "2024-11-12/13", "2024-11-12 – 2024-11-13"),
        ("en", "iso", "2024-11", "November 2024"),
        ("en", "iso", "2024", "2024"),
    ],
)
def test_a_date_is_written_as_language_and_style_have_it(
    tag: str, style: DateStyle, written: str, text: str
) -> None:
    assert WORDS[tag, style].full_date(parse_date(written)) == text


def test_weekday_and_time_stand_where_the_language_has_them() -> None:
    german, american = WORDS["de", "day-first"], WORDS["en", "month-first"]
    moment = parse_date("2024-11-14T06:50+01:00")

    assert german.day_heading(moment.first).text == "Donnerstag, 14. November 2024"
    assert german.when_in_full(moment).text == "14. November 2024, 06:50 Uhr (UTC+1)"
    assert american.day_heading(moment.first).text == "Thursday, November 14, 2024"
    assert american.when_in_full(moment).text == "November 14, 2024, 06:50 UTC+1"
