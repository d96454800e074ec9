"""What a book chooses by name in its settings: how grave warnings are, and editions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.config import Config, LintLevel
from generator.diagnostics import Location, Problem
from generator.errors import ConfigError
from generator.pipeline.check import LINTS
from generator.pipeline.read import CONFIG_NAME
from generator.text.nearest import nearest


def refuse_choices(config: Config) -> None:
    """Refuse warnings and editions that there are not.

    Raises ConfigError.
    """
    problems = (*_unknown_lints(config), *_unknown_includes(config))
    if problems:
        raise ConfigError(*problems)


def graded(problems: Iterable[Problem], lint: Mapping[str, LintLevel]) -> tuple[Problem, ...]:
    """Give each warning the gravity that the book gives it."""
    graded = []
    for problem in problems:
        level = lint.get(problem.code, problem.severity)
        if problem.severity == "error":
            graded.append(problem)
        elif level != "off":
            graded.append(replace(problem, severity=level))
    return tuple(graded)


def _unknown_lints(config: Config) -> Iterator[Problem]:
    return (
        Problem(
            "unknown-lint",
            f"no warning has the code {code!r}",
            Location(CONFIG_NAME, field=("lint", code)),
            nearest(code, LINTS) or f"known: {', '.join(sorted(LINTS))}",
        )
        for code in config.lint
        if code not in LINTS
    )


def _unknown_includes(config: Config) -> Iterator[Problem]:
    known = [edition.id for edition in config.editions]
    return (
        Problem(
            "unknown-edition",
            f"no edition is called {name!r}",
            Location(CONFIG_NAME, field=("editions", n, "includes", m)),
            nearest(name, known) or "name it under `editions:`",
        )
        for n, edition in enumerate(config.editions)
        for m, name in enumerate(edition.includes)
        if name not in known
    )
