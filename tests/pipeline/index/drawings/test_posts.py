import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from generator.model.views.drawings import Posts
from generator.pipeline.index.drawings.labels import text_width
from generator.pipeline.index.drawings.posts import LETTERS, WIDTH, Post, posts
from generator.text.dates import PartialDate
from tests.builders import day

TODAY = date(2024, 11, 14)
BOX = re.compile(r"M(\d+) (\d+)h(\d+)v(\d+)h-(\d+)z")


def post(start: str | None = None, end: str | None = None, label: str = "Minister") -> Post:
    return Post(label, day(start) if start else None, day(end) if end else None, end is None)


def drawn(*held: Post, said: tuple[str, ...] = ()) -> Posts:
    found = posts(held, [day(one) for one in said], TODAY)
    assert found is not None
    return found


def spans(path: str) -> list[tuple[int, int]]:
    boxes = BOX.findall(path)
    assert all(width == back for _, _, width, _, back in boxes)
    return [(int(x), int(x) + int(width)) for x, _, width, *_ in boxes]


def test_two_offices_stand_in_rows_the_oldest_first() -> None:
    shown = drawn(post("2021-01-01", label="Minister"), post("2019-01-01", "2020-12-31", "Envoy"))

    assert [one.label for one in shown.bars] == ["Envoy", "Minister"]
    assert [one.current for one in shown.bars] == [False, True]
    assert (shown.first, shown.last) == (2019, 2024)
    (envoy,), (minister,) = (spans(one.sure) for one in shown.bars)
    assert envoy[0] == 0
    assert envoy[1] <= minister[0]


def test_an_office_still_held_ends_in_an_arrow() -> None:
    shown = drawn(post("2021-01-01"), post("2019-01-01", "2020-12-31"))

    assert [bool(one.arrow) for one in shown.bars] == [False, True]


def test_one_office_of_a_few_months_needs_no_drawing() -> None:
    assert posts([post("2024-06-01")], [], TODAY) is None
    assert posts([post(), post()], [], TODAY) is None
    assert posts([post("2022-06-01")], [], TODAY) is not None


def test_what_a_year_leaves_open_is_dashed() -> None:
    (shown,) = drawn(post("2019", "2022-06")).bars

    (open_part,), (sure,) = spans(shown.unsure), spans(shown.sure)
    assert open_part[1] == sure[0]
    assert open_part[1] - open_part[0] > 100


def test_an_unknown_beginning_is_dashed_from_the_edge() -> None:
    unknown, known = drawn(post("2021-01-01"), post(None, "2020-12-31", "Envoy")).bars

    assert (spans(unknown.unsure)[0][0], unknown.sure) == (0, "")
    assert known.unsure == ""


def test_statements_are_strokes_each_place_once() -> None:
    shown = drawn(
        post("2014-01-01"), said=("2024-11-13", "2024-11-13", "2019-01-01", "2024", "1999")
    )

    assert shown.statements.count("M") == 2


def test_long_spans_have_round_years() -> None:
    def years(start: str) -> list[str]:
        return [one.label for one in drawn(post(start)).years if one.label]

    assert years("2020-01-01") == ["2020", "2021", "2022", "2023", "2024"]
    assert years("1964-05-01") == ["1970", "1980", "1990", "2000", "2010", "2020"]


def dates() -> st.SearchStrategy[PartialDate | None]:
    days = st.dates().map(lambda one: day(one.isoformat()))
    years = st.integers(1, 9999).map(lambda year: day(f"{year:04}"))
    return st.none() | days | years


@given(
    st.lists(
        st.builds(Post, st.text(min_size=1, max_size=200), dates(), dates(), st.booleans()),
        max_size=12,
    )
)
def test_whatever_the_dates_bars_and_labels_stay_in_the_frame(held: list[Post]) -> None:
    shown = posts(held, [], TODAY)

    for bar in shown.bars if shown else ():
        room = text_width(bar.label, LETTERS)
        left = bar.label_x - room if bar.anchor == "end" else bar.label_x
        assert left >= 0
        assert left + room <= WIDTH
        assert all(0 <= a <= b <= WIDTH for a, b in (*spans(bar.sure), *spans(bar.unsure)))
    for year in shown.years if shown else ():
        assert 0 <= year.at <= WIDTH
