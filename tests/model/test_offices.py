from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.offices import role_on
from generator.model.people import Role
from generator.model.site import Held
from generator.text.dates import PartialDate, parse_date
from tests.builders import day, role

MAYOR = role("Mayor of Halden", "2014-03-05", "2018-06-30")
MINISTER = role("Minister of Estara", "2019-01-15", "2024-07-15")
PREMIER = role("Premier of Estara", "2024-07-15")
TERMS = (MAYOR, MINISTER, PREMIER)
OPEN = role("Envoy of Estara")
YEARS = role("Judge of Estara", "2015", "2019")
MONTHS = role("Warden of Halden", "2015-03", "2019-09")
TWICE = (
    role("First term", "2001-01-01", "2004-12-31"),
    role("Second term", "2009-01-01", "2012-12-31"),
)
NEXT_DAY = (
    role("Deputy", "2020-01-01", "2024-07-14"),
    role("Chief", "2024-07-15"),
)


def ranked(first: int | None, second: int | None) -> tuple[Role, Role]:
    return (
        role("Premier", "2020-01-01", rank=first),
        role("Party leader", "2020-01-01", rank=second),
    )


def partly_ranked(better: int | None, other: int | None) -> tuple[Role, Role, Role]:
    """One office for certain; on 2024 as a whole two more are possible."""
    return (
        role("Sure", "2020-01-01", rank=2),
        role("Perhaps first", "2024-05-01", rank=better),
        role("Perhaps last", "2024-05-01", rank=other),
    )


@pytest.mark.parametrize(
    ("roles", "asked", "label"),
    [
        pytest.param(TERMS, "2014-03-05", "Mayor of Halden", id="the-first-day"),
        pytest.param(TERMS, "2018-06-30", "Mayor of Halden", id="the-last-day"),
        pytest.param(TERMS, "2019-01-15", "Minister of Estara", id="the-first-day-after-a-gap"),
        pytest.param(TERMS, "2024-07-14", "Minister of Estara", id="the-eve-of-a-hand-over"),
        pytest.param(TERMS, "2024-07-16", "Premier of Estara", id="the-day-after-a-hand-over"),
        pytest.param(TERMS, "2100-01-01", "Premier of Estara", id="an-open-role-goes-on"),
        pytest.param(NEXT_DAY, "2024-07-14", "Deputy", id="next-day-hand-over-last-day"),
        pytest.param(NEXT_DAY, "2024-07-15", "Chief", id="next-day-hand-over-first-day"),
        pytest.param((OPEN,), "1950-01-01", "Envoy of Estara", id="neither-start-nor-end"),
        pytest.param(
            (role("Elder", None, "1999-05-05"),), "1960", "Elder", id="a-role-without-start"
        ),
        pytest.param(
            (role("Chair", "2020-01-01", acting=True),), "2021-01-01", "Chair", id="acting"
        ),
        pytest.param(TWICE, "2004-12-31", "First term", id="held-twice-first"),
        pytest.param(TWICE, "2009-01-01", "Second term", id="held-twice-second"),
        pytest.param(ranked(1, 2), "2021-01-01", "Premier", id="rank-decides"),
        pytest.param(ranked(2, 1), "2021-01-01", "Party leader", id="rank-decides-for-the-second"),
        pytest.param(ranked(None, 9), "2021-01-01", "Party leader", id="any-rank-before-none"),
        pytest.param(TERMS, "2024-06", "Minister of Estara", id="a-month-without-hand-over"),
        pytest.param(TERMS, "2023", "Minister of Estara", id="a-year-without-hand-over"),
        pytest.param(TERMS, "2024-07-01/14", "Minister of Estara", id="a-range-before-hand-over"),
        pytest.param(TERMS, "2024-07-16/20", "Premier of Estara", id="a-range-after-hand-over"),
        pytest.param((YEARS,), "2016", "Judge of Estara", id="years-inside-years"),
        pytest.param((YEARS,), "2015-12-31", "Judge of Estara", id="last-day-of-the-first-year"),
        pytest.param((YEARS,), "2019-01-01", "Judge of Estara", id="first-day-of-the-last-year"),
        pytest.param((MONTHS,), "2015-03-31", "Warden of Halden", id="end-of-the-first-month"),
        pytest.param((MONTHS,), "2019-09-01", "Warden of Halden", id="begin-of-the-last-month"),
        pytest.param(
            TERMS, "2024-07-14T23:59-11:00", "Minister of Estara", id="the-day-where-it-was-said"
        ),
    ],
)
def test_the_office_of_a_day_is_named(roles: tuple[Role, ...], asked: str, label: str) -> None:
    held = role_on(roles, day(asked))

    assert held.how == "computed"
    assert held.role is not None
    assert held.role.label == label
    assert held.candidates == ()


@pytest.mark.parametrize(
    ("roles", "asked"),
    [
        pytest.param((), "2020-01-01", id="no-roles"),
        pytest.param(TERMS, "2014-03-04", id="the-day-before-the-first"),
        pytest.param(TERMS, "2018-07-01", id="the-day-after-the-last"),
        pytest.param(TERMS, "2018-11", id="a-month-in-a-gap"),
        pytest.param(TWICE, "2006", id="between-two-terms"),
        pytest.param(TWICE, "2013-01-01", id="after-both-terms"),
        pytest.param((YEARS,), "2014-12-31", id="before-a-year"),
        pytest.param((YEARS,), "2020-01-01", id="after-a-year"),
        pytest.param(
            (role("Elder", None, "1999-05-05"),), "1999-05-06", id="after-a-startless-one"
        ),
    ],
)
def test_a_day_without_office_is_a_gap(roles: tuple[Role, ...], asked: str) -> None:
    held = role_on(roles, day(asked))

    assert (held.how, held.role, held.candidates) == ("gap", None, ())


@pytest.mark.parametrize(
    ("roles", "asked", "labels"),
    [
        pytest.param(
            TERMS, "2024-07-15", ("Minister of Estara", "Premier of Estara"), id="hand-over-day"
        ),
        pytest.param(
            ranked(None, None), "2021-01-01", ("Premier", "Party leader"), id="without-ranks"
        ),
        pytest.param(ranked(1, 1), "2021-01-01", ("Premier", "Party leader"), id="equal-ranks"),
        pytest.param(
            (*ranked(1, 1), role("Farmer", rank=2)),
            "2021-01-01",
            ("Premier", "Party leader"),
            id="a-third-that-ranks-lower-is-not-named",
        ),
    ],
)
def test_two_offices_at_once_overlap_unless_a_rank_decides(
    roles: tuple[Role, ...], asked: str, labels: tuple[str, ...]
) -> None:
    held = role_on(roles, day(asked))

    assert (held.how, held.role) == ("overlap", None)
    assert tuple(one.label for one in held.candidates) == labels


@pytest.mark.parametrize(
    ("roles", "asked", "labels"),
    [
        pytest.param(
            TERMS, "2024-07", ("Minister of Estara", "Premier of Estara"), id="hand-over-that-month"
        ),
        pytest.param(NEXT_DAY, "2024-07", ("Deputy", "Chief"), id="hand-over-overnight-that-month"),
        pytest.param(
            TERMS, "2024-07-14/15", ("Minister of Estara", "Premier of Estara"), id="range"
        ),
        pytest.param(TERMS, "2018", ("Mayor of Halden",), id="a-role-that-ends-that-year"),
        pytest.param(
            (PREMIER,), "2024-07", ("Premier of Estara",), id="a-role-that-starts-that-month"
        ),
        pytest.param(
            TERMS, "2014/2024", tuple(one.label for one in TERMS), id="years-with-three-roles"
        ),
        pytest.param((YEARS,), "2015-06-01", ("Judge of Estara",), id="a-day-in-the-first-year"),
        pytest.param((YEARS,), "2019-06-01", ("Judge of Estara",), id="a-day-in-the-last-year"),
        pytest.param((YEARS,), "2015", ("Judge of Estara",), id="the-first-year-itself"),
        pytest.param((MONTHS,), "2015-03-30", ("Warden of Halden",), id="a-day-in-the-first-month"),
        pytest.param((MONTHS,), "2019-09-02", ("Warden of Halden",), id="a-day-in-the-last-month"),
        pytest.param(
            partly_ranked(1, 1), "2024", ("Sure", "Perhaps first", "Perhaps last"), id="better"
        ),
        pytest.param(
            partly_ranked(2, 2), "2024", ("Sure", "Perhaps first", "Perhaps last"), id="equal"
        ),
        pytest.param(
            partly_ranked(1, 3), "2024", ("Sure", "Perhaps first"), id="a-lower-one-is-out"
        ),
    ],
)
def test_what_the_dates_leave_open_is_said_with_every_office_it_may_be(
    roles: tuple[Role, ...], asked: str, labels: tuple[str, ...]
) -> None:
    held = role_on(roles, day(asked))

    assert (held.how, held.role) == ("ambiguous", None)
    assert tuple(one.label for one in held.candidates) == labels


def test_an_office_held_perhaps_does_not_hide_one_that_ranks_before_it() -> None:
    held = role_on(partly_ranked(3, None), day("2024"))

    assert held.role is not None
    assert (held.how, held.role.label) == ("computed", "Sure")


def test_on_a_hand_over_day_both_people_hold_the_office() -> None:
    before = [role("Secretary of the Northern Pact", "2014-10-01", "2024-10-01")]
    after = [role("Secretary of the Northern Pact", "2024-10-01")]

    leaving, coming = role_on(before, day("2024-10-01")), role_on(after, day("2024-10-01"))

    assert (leaving.how, leaving.role) == ("computed", before[0])
    assert (coming.how, coming.role) == ("computed", after[0])


@pytest.mark.parametrize("asked", ["2009", "2024-09-30", "2024-10-01", "2024"])
def test_a_pinned_role_is_the_one_whatever_its_dates_say(asked: str) -> None:
    roles = [
        role("Premier of Estara", "2010-10-14", "2024-10-01", id="premier"),
        role("Secretary of the Northern Pact", "2024-10-01", id="secretary"),
    ]

    assert role_on(roles, day(asked), "secretary") == Held("pinned", roles[1])
    assert role_on(roles, day(asked), "nobody") == role_on(roles, day(asked))


def test_a_rank_decides_the_day_on_which_one_person_changes_office() -> None:
    roles = [
        role("Premier of Estara", "2010-10-14", "2024-10-01", rank=2),
        role("Secretary of the Northern Pact", "2024-10-01", rank=1),
    ]

    days = [role_on(roles, day(text)).role for text in ("2024-09-30", "2024-10-01", "2024-10-02")]

    assert days == [roles[0], roles[1], roles[1]]


days = st.dates(min_value=date(2015, 1, 1), max_value=date(2017, 12, 31))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    chosen = draw(days)
    return parse_date(chosen.isoformat()[: draw(st.sampled_from([4, 7, 10]))])


@st.composite
def some_roles(draw: st.DrawFn) -> tuple[Role, ...]:
    made = []
    for number in range(draw(st.integers(0, 4))):
        start, end = draw(st.none() | partial_dates()), draw(st.none() | partial_dates())
        if start and end and end.last < start.first:
            start, end = end, start
        rank = draw(st.none() | st.integers(1, 3))
        made.append(role(f"Office {number}", _text(start), _text(end), rank=rank))
    return tuple(made)


def _text(when: PartialDate | None) -> str | None:
    return when.text if when else None


def _inside(role_: Role, asked: PartialDate) -> bool:
    first = role_.start_date.first if role_.start_date else date.min
    last = role_.end_date.last if role_.end_date else date.max
    return first <= asked.first and asked.last <= last


@given(some_roles(), partial_dates())
def test_a_role_that_does_not_cover_the_day_is_never_named(
    roles: tuple[Role, ...], asked: PartialDate
) -> None:
    held = role_on(roles, asked)

    assert (held.role is not None) == (held.how == "computed")
    assert held.role is None or _inside(held.role, asked)


@given(some_roles(), days, st.integers(0, 400))
def test_a_wider_date_names_an_office_only_if_every_day_in_it_does(
    roles: tuple[Role, ...], first: date, length: int
) -> None:
    last = first + timedelta(days=length)
    wide = role_on(roles, day(f"{first.isoformat()}/{last.isoformat()}"))

    narrow = [role_on(roles, day(one.isoformat())) for one in (first, last)]

    if wide.how == "computed":
        assert [one.role for one in narrow] == [wide.role, wide.role]
    if "gap" in {one.how for one in narrow}:
        assert wide.how in {"gap", "ambiguous"}


@given(some_roles(), partial_dates())
def test_the_order_of_the_roles_changes_nothing(
    roles: tuple[Role, ...], asked: PartialDate
) -> None:
    answers = [role_on(order, asked) for order in permutations(roles)]

    assert len({(one.how, one.role, frozenset(one.candidates)) for one in answers}) == 1
