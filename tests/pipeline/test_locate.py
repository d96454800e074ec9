import pytest

from generator.diagnostics import Location, Problem, shown
from generator.errors import ConfigError
from generator.pipeline.locate import locate, with_places

TEXT = """\
---
title: Talks resume
topics: [arms, grain]
statements:
  - id: s1
    text: No
---
Text
"""
YAML = "title: Talks resume\ntopics:\n  - arms\n  - grain\n"


def located(at: Location, text: str, *, code: str = "bad-value") -> Problem:
    (problem,) = locate([Problem(code, "wrong", at)], {at.path: text})
    return problem


def place(problem: Problem) -> tuple[int, int, int]:
    return problem.at.line, problem.at.column, problem.at.width


@pytest.mark.parametrize(
    ("at", "expected", "excerpt"),
    [
        pytest.param(
            Location("a.md", field=("title",)), (2, 8, 12), "title: Talks resume", id="value"
        ),
        pytest.param(
            Location("a.md", field=("topics", 1)), (3, 16, 5), "topics: [arms, grain]", id="item"
        ),
        pytest.param(
            Location("a.md", field=("statements", 0, "text")), (6, 11, 2), "    text: No", id="deep"
        ),
        pytest.param(
            Location("a.md", field=("statements", 0, "speaker")),
            (5, 5, 6),
            "  - id: s1",
            id="a-missing-key-is-shown-at-its-record",
        ),
        pytest.param(
            Location("a.md", field=("published",)),
            (2, 1, 19),
            "title: Talks resume",
            id="a-missing-key-of-the-document",
        ),
    ],
)
def test_a_field_of_front_matter_gets_its_line_in_the_article(
    at: Location, expected: tuple[int, int, int], excerpt: str
) -> None:
    problem = located(at, TEXT)

    assert place(problem) == expected
    assert problem.excerpt == excerpt


def test_a_field_of_a_sidecar_or_registry_gets_its_line_in_that_file() -> None:
    problem = located(Location("a.yaml", field=("topics", 1)), YAML)

    assert (place(problem), problem.excerpt) == ((4, 5, 5), "  - grain")


def test_an_unknown_key_is_shown_at_the_key() -> None:
    problem = located(Location("a.md", field=("title",)), TEXT, code="unknown-key")

    assert place(problem) == (2, 1, 5)


def test_a_place_that_is_known_already_gets_only_its_excerpt() -> None:
    problem = located(Location("a.md", 8, 1, 4), TEXT)

    assert (place(problem), problem.excerpt) == ((8, 1, 4), "Text")


@pytest.mark.parametrize(
    "at",
    [
        pytest.param(Location("a.md", 8, 2, 90), id="too-wide"),
        pytest.param(Location("a.md", 8, 2, 0), id="no-width"),
        pytest.param(Location("a.md", 8, 50), id="beyond-the-line"),
    ],
)
def test_what_is_underlined_stays_on_the_line(at: Location) -> None:
    problem = located(at, TEXT)

    assert 1 <= problem.at.width <= len(problem.excerpt)


@pytest.mark.parametrize("line", [0, 99])
def test_the_whole_file_or_a_line_it_does_not_have_gets_no_excerpt(line: int) -> None:
    problem = located(Location("a.md", line), TEXT)

    assert (problem.at.line, problem.excerpt) == (line, "")


def test_a_field_of_a_file_without_yaml_is_the_beginning_of_the_file() -> None:
    problem = located(Location("a.md", field=("title",)), "They met.\n")

    assert (problem.at.line, problem.at.column) == (1, 1)


def test_a_field_of_a_file_that_is_no_yaml_has_a_place_all_the_same() -> None:
    problem = located(Location("a.yaml", field=("title",)), "a: b: c\ntitle: x\n")

    assert (problem.at.line, problem.at.column) == (1, 1)


def test_a_problem_of_a_file_that_is_not_at_hand_stays_as_it_is() -> None:
    problem = Problem("capture-missing", "gone", Location("b.yaml", field=("x",)))

    assert locate([problem], {"a.yaml": YAML}) == (problem,)


def test_an_excerpt_that_is_there_is_kept() -> None:
    given = Problem("x", "wrong", Location("a.md", 2, 1), excerpt="own words")

    assert locate([given], {"a.md": TEXT})[0].excerpt == "own words"


def test_a_located_problem_reads_like_a_compiler_s() -> None:
    given = Problem(
        "unknown-topic",
        "no topic has the id 'grain'",
        Location("a.md", field=("topics", 1)),
        "did you mean 'arms'?",
    )

    (problem,) = locate([given], {"a.md": TEXT})

    assert shown(problem).split("\n") == [
        "a.md:3:16: error[unknown-topic]: no topic has the id 'grain'",
        "    3 | topics: [arms, grain]",
        "      |                ^^^^^ did you mean 'arms'?",
    ]


def test_an_error_keeps_its_kind_and_has_its_problems_in_the_order_of_their_places() -> None:
    fields = (("topics", 1), ("title",))
    given = ConfigError(
        *(Problem("bad-value", "wrong", Location("a.yaml", field=f)) for f in fields)
    )

    error = with_places(given, {"a.yaml": YAML})

    assert isinstance(error, ConfigError)
    assert [one.at.line for one in error.problems] == [1, 4]
