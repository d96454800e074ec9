from collections.abc import Iterator

from generator.pipeline.index.paging import paginate, runs


def test_a_short_list_has_one_part_and_no_pager() -> None:
    items = ["a", "b"]

    parts = paginate(items, "topics/arms.html", 5)

    assert [(one.number, one.url, one.items, one.pager) for one in parts] == [
        (1, "topics/arms.html", ["a", "b"], None)
    ]


def test_a_list_without_items_still_has_its_page() -> None:
    nothing: list[str] = []

    parts = paginate(nothing, "statements/index.html", 5)

    assert [(one.url, one.items) for one in parts] == [("statements/index.html", [])]


def test_a_full_part_is_not_followed_by_an_empty_one() -> None:
    parts = paginate(range(10), "statements/index.html", 5)

    assert [[*one.items] for one in parts] == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]]


def test_parts_lead_to_their_neighbours() -> None:
    parts = paginate(range(11), "topics/arms.html", 5)

    pagers = [one.pager for one in parts if one.pager]
    assert [(one.page, one.pages, one.previous, one.next) for one in pagers] == [
        (1, 3, "", "topics/arms/page-2.html"),
        (2, 3, "topics/arms.html", "topics/arms/page-3.html"),
        (3, 3, "topics/arms/page-2.html", ""),
    ]


def test_a_pager_of_few_parts_links_them_all() -> None:
    parts = paginate(range(15), "statements/index.html", 5)

    assert parts[0].pager is not None
    assert [(one.text, one.url) for one in parts[0].pager.links] == [
        ("1", "statements/index.html"),
        ("2", "statements/page-2.html"),
        ("3", "statements/page-3.html"),
    ]


def test_a_pager_of_many_parts_links_the_near_ones_and_both_ends() -> None:
    parts = paginate(range(1000), "statements/index.html", 10)

    pager = parts[49].pager
    assert pager is not None
    assert [one.text for one in pager.links] == [
        "1", "…", "48", "49", "50", "51", "52", "…", "100",
    ]  # fmt: skip
    assert pager.links[1].url == ""


def test_neighbours_with_one_key_make_a_run() -> None:
    words = ["ant", "ape", "bee", "asp"]

    found = [*runs(words, lambda word: word[0])]

    assert found == [("a", ["ant", "ape"]), ("b", ["bee"]), ("a", ["asp"])]


def test_no_more_is_taken_than_the_runs_that_are_wanted() -> None:
    taken: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    assert next(runs(numbers(), lambda one: one // 10))[1] == [*range(10)]
    assert len(taken) <= 11
