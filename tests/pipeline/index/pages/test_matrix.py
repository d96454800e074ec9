from generator.model.site import Site, Statement
from generator.model.views.drawings import Matrix
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.pages.ledger_topics import MOST, ledger_topics, ledger_url, topics_of
from generator.pipeline.index.pages.matrix import matrix_of
from tests.builders import briefing, config, official, role, site, statement
from tests.desks import set_up

ANA = official("ana-petrova", role(start="2020-01-01"))
JAN = official("jan-visser", role("Envoy", "2010-01-01", "2019-05-31"))


def on(speaker: str, *topics: str, date: str = "2024-11-13", name: str = "") -> Statement:
    return statement(
        name or f"{speaker}-{'-'.join(topics)}-{date}", speaker, date=date, topics=topics
    )


def desk(*said: Statement, size: int = 50) -> Desk:
    book: Site = site(briefing("talks", *said), records=[ANA, JAN])
    return set_up(book, config(pages_per_list=size))


def matrix(*said: Statement) -> Matrix:
    found = matrix_of(desk(*said))
    assert found is not None
    return found


FEW = (
    on("ana-petrova", "arms", "ports"),
    on("ana-petrova", "arms", date="2024-11-12"),
    on("jan-visser", "ports"),
    on("kim-ha", "arms"),
)


def test_officials_and_topics_meet_in_cells_with_numbers() -> None:
    shown = matrix(*FEW)

    assert [one.text for one in shown.topics] == ["Arms", "Ports"]
    assert [(one.official.text, [cell.number for cell in one.cells]) for one in shown.rows] == [
        ("Ana Petrova", [2, 1]),
        ("Jan Visser", [0, 1]),
        ("Kim Ha", [1, 0]),
    ]
    assert [one.total for one in shown.rows] == [2, 1, 1]
    assert (shown.totals, shown.total) == ((3, 2), 4)


def test_a_cell_says_what_it_counts_and_an_empty_one_leads_nowhere() -> None:
    first, second = matrix(*FEW).rows[0].cells[0], matrix(*FEW).rows[1].cells[0]

    assert (first.label, first.level) == ("Ana Petrova, Arms: 2 statements", 2)
    assert (second.url, second.level) == ("", 0)


def test_the_office_is_that_of_the_newest_day_or_the_last_with_its_year() -> None:
    assert [one.office for one in matrix(*FEW).rows] == [
        "Foreign Minister of Estara",
        "Envoy until 2019",
        "",
    ]


def test_the_span_is_said_and_older_statements_are_left_out() -> None:
    old = on("ana-petrova", "grain", date="2023-11-30")

    shown = matrix(*FEW, old)

    assert shown.note.startswith("statements on the record, 1 Dec 2023 to 14 Nov 2024.")
    assert "Grain" not in [one.text for one in shown.topics]


def test_where_hardly_anybody_spoke_lately_the_whole_book_is_counted() -> None:
    shown = matrix(FEW[0], on("jan-visser", "ports", date="2021-01-01"))

    assert "in the whole book" in shown.note
    assert [one.official.text for one in shown.rows] == ["Ana Petrova", "Jan Visser"]


def test_one_official_or_one_topic_is_no_matrix() -> None:
    assert matrix_of(desk(on("ana-petrova", "arms", "ports"))) is None
    assert matrix_of(desk(on("ana-petrova", "arms"), on("jan-visser", "arms"))) is None
    assert matrix_of(desk()) is None


def test_twelve_officials_and_eight_topics_are_shown_and_the_rest_counted() -> None:
    shown = matrix(*(on(f"o{n:02}", f"t{n % 10}", "arms") for n in range(14)))

    assert (len(shown.rows), len(shown.topics)) == (12, 8)
    assert shown.rest == "2 officials and 3 topics"
    assert shown.totals[0] == 14


def test_a_column_has_something_in_the_rows_that_are_shown() -> None:
    loud = [on(f"o{n:02}", "arms", "ports", name=f"s{n}-{i}") for n in range(12) for i in (1, 2)]
    crowd = [on(f"x{n}", "grain") for n in range(40)]

    assert [one.text for one in matrix(*loud, *crowd).topics] == ["Arms", "Ports"]


SAID = [
    on("ana-petrova", "arms" if n % 3 else "ports", date=f"2024-10-{n:02}") for n in range(10, 20)
]


def test_a_ledger_can_be_narrowed_to_its_topics() -> None:
    found = desk(*SAID)
    said = found.lookup.statements_by["ana-petrova"]

    shown = ledger_topics(said, found)

    assert [(one.name, one.anchor, one.slot, one.count) for one in shown] == [
        ("Arms", "topic-arms", 1, 7),
        ("Ports", "topic-ports", 2, 3),
    ]
    assert sorted(topics_of(said).values()) == ["1"] * 7 + ["2"] * 3


def test_a_short_ledger_or_one_on_one_topic_is_not_narrowed() -> None:
    found = desk(*FEW)

    assert ledger_topics(FEW[:3], found) == ()
    assert topics_of(FEW[:3]) == {}
    assert ledger_topics([on("ana-petrova", "arms")] * 9, found) == ()


def test_a_ledger_is_narrowed_to_eight_topics_at_most() -> None:
    many = [on("ana-petrova", f"t{n:02}") for n in range(20)]

    assert len(ledger_topics(many, desk(*many))) == MOST


def test_a_topic_leads_to_the_part_that_shows_its_newest_statement() -> None:
    found = desk(*SAID, on("ana-petrova", "grain", date="2024-10-01"), size=5)

    assert ledger_url("ana-petrova", "arms", found) == "officials/ana-petrova.html#topic-arms"
    assert ledger_url("ana-petrova", "grain", found) == "officials/ana-petrova/page-3.html#said"
