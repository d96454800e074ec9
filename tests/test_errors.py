import pickle

import pytest

from generator.diagnostics import Location, Problem
from generator.errors import (
    BriefbookError,
    ConfigError,
    ContentError,
    OutputError,
    TemplateError,
)
from generator.runtime.workers import WorkerDied

PROBLEMS = (
    Problem("unknown-topic", "no topic 'nukes'", Location("a.md", 4, 9, field=("topics", 0))),
    Problem("bad-date", "'Nov. 13' is not a date", Location("b.md"), "write 2024-11-13"),
)
ERRORS = [BriefbookError, ConfigError, ContentError, OutputError, TemplateError, WorkerDied]


@pytest.mark.parametrize("kind", ERRORS)
@pytest.mark.parametrize("problems", [(), PROBLEMS[:1], PROBLEMS], ids=["none", "one", "two"])
def test_an_error_comes_back_whole_from_a_worker(
    kind: type[BriefbookError], problems: tuple[Problem, ...]
) -> None:
    again = pickle.loads(pickle.dumps(kind(*problems)))  # noqa: S301

    assert type(again) is kind
    assert again.problems == problems


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (BriefbookError, 1),
        (ContentError, 1),
        (TemplateError, 1),
        (ConfigError, 2),
        (OutputError, 3),
    ],
)
def test_each_error_has_its_exit_code(kind: type[BriefbookError], code: int) -> None:
    assert kind.exit_code == code


@pytest.mark.parametrize("kind", ERRORS)
def test_all_that_a_user_can_mend_is_caught_in_one_place(kind: type[BriefbookError]) -> None:
    with pytest.raises(BriefbookError, match="unknown-topic"):
        raise kind(*PROBLEMS)
