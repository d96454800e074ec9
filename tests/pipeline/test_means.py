import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from generator.diagnostics import Location
from generator.model.draft import Article, SourceFile
from generator.pipeline.means import Means
from generator.pipeline.parse import parse_briefing, parse_page
from generator.text.deadline import Check, TooSlowError
from generator.text.markup.converter import Engine

FRONT = "---\ntitle: Talks\npublished: 2024-11-13\ntopics: arms\n---\n"
REPOSITORY: Final = Path(__file__).parents[2]
LONG = "A line of text that says nothing.\n\n" * 2000


def article(text: str) -> Article:
    return Article(SourceFile("content/briefings/talks.md", "briefings/talks.md", text))


@contextmanager
def over() -> Iterator[Check]:
    """Give a limit whose time is over when it is first asked for."""

    def check() -> None:
        raise TooSlowError

    yield check


@contextmanager
def interrupted() -> Iterator[Check]:
    """Give a limit that interrupts the work before it can ask."""
    raise TooSlowError
    yield  # a generator has one


@pytest.mark.parametrize("body", [LONG, "*[a]: b\n" * 2000, '"' * 9000, "> " * 9000])
def test_a_text_that_takes_too_long_is_a_problem_of_its_file(body: str) -> None:
    outcome = parse_briefing(article(FRONT + body), Means(limit=over))

    (problem,) = outcome.problems
    assert outcome.value is None
    assert (problem.code, problem.severity) == ("too-slow", "error")
    assert problem.at == Location("content/briefings/talks.md")


def test_so_is_a_field_that_takes_too_long() -> None:
    front = FRONT.replace("title:", f"summary: {'a *b* ' * 3000}\ntitle:")

    assert [one.code for one in parse_briefing(article(front), Means(limit=over)).problems] == [
        "too-slow"
    ]


def test_so_is_a_page() -> None:
    page = article(f"---\ntitle: About\n---\n{LONG}")

    assert [one.code for one in parse_page(page, Means(limit=over)).problems] == ["too-slow"]


def test_so_is_a_text_that_was_interrupted() -> None:
    for engine in Engine:
        outcome = parse_briefing(article(FRONT), Means(engine, interrupted))

        assert [one.code for one in outcome.problems] == ["too-slow"]


def test_a_short_text_never_asks_for_the_time() -> None:
    outcome = parse_briefing(article(f"{FRONT}{LONG[:3000]}"), Means(limit=over))

    assert outcome.problems == ()


def test_the_next_text_is_read_as_if_nothing_had_happened() -> None:
    text = f'{FRONT}# A\n\n*b* [c][d] "e"[^1]\n\n- f\n\n[d]: topic:arms\n[^1]: g\n'
    before = parse_briefing(article(text))

    parse_briefing(
        article(f"{FRONT}- [a][b]\n\n[b]: c\n[^1]: d\n*[b]: c\n\n{LONG}"), Means(limit=over)
    )

    assert parse_briefing(article(text)) == before


FIRST: Final = """
from tests.pipeline.test_means import FRONT, LONG, article
from generator.pipeline.means import Means
from generator.pipeline.parse import parse_briefing
from generator.runtime.limits import TimeLimit

parse_briefing(article(FRONT + LONG), Means(limit=TimeLimit({seconds})))
*_, problem = parse_briefing(article(FRONT.replace("topics", "topic"))).problems
print(problem.hint)
"""


@pytest.mark.parametrize("seconds", [1e-6, 0.003, 0.01, 0.02])
def test_a_first_text_that_takes_too_long_spoils_nothing_for_the_next(seconds: float) -> None:
    command = [sys.executable, "-c", FIRST.format(seconds=seconds)]

    said = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)

    assert said.stdout == "did you mean 'topics'?\n"
