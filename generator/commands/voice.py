"""How the program speaks: problems on standard error, results on standard output."""

import json
import os
import sys
from collections.abc import Callable, Iterable
from typing import Any, Final

import click

from generator.diagnostics import Problem, shown
from generator.errors import BriefbookError
from generator.report import Report

_COLOURS: Final = {"error": "red", "warning": "yellow"}


Outcome = Report | BriefbookError
"""What came of a build."""


def attempt(act: Callable[[], Report]) -> Outcome:
    """Give what came of something that may fail."""
    try:
        return act()
    except BriefbookError as error:
        return error


class Voice:
    """How the program speaks: problems on standard error, results on standard output."""

    def __init__(self, *, as_json: bool, quiet: bool) -> None:
        self._as_json = as_json
        self._quiet = quiet
        self._coloured = sys.stderr.isatty() and "NO_COLOR" not in os.environ
        self._live = sys.stderr.isatty() and not (as_json or quiet) and "CI" not in os.environ

    def progress(self, step: str) -> None:
        """Show the step at work on the terminal's last line; say nothing in a pipe."""
        if self._live:
            click.echo(f"\r\x1b[K{step} …", err=True, nl=False)

    def clear(self) -> None:
        """Take the progress line away."""
        if self._live:
            click.echo("\r\x1b[K", err=True, nl=False)

    def problems(self, problems: Iterable[Problem]) -> None:
        """Print every problem with its place and what to write instead."""
        for problem in problems:
            if self._as_json:
                click.echo(json.dumps(_as_data(problem), ensure_ascii=False))
            else:
                click.echo(self._painted(problem), err=True)

    def nothing_published(self, problems: Iterable[Problem]) -> None:
        """Say that the site is as it was before."""
        found = tuple(problems)
        errors = sum(problem.severity == "error" for problem in found)
        if self._as_json:
            click.echo(json.dumps({"result": "failed", "errors": errors}))
        else:
            click.echo(f"nothing published: {_counted(found)}", err=True)

    def outcome(self, outcome: Outcome, before: Outcome | None = None) -> None:
        """Say what came of a build; of what one `before` has told only what is new."""
        self.clear()
        self.problems(outcome.problems)
        if isinstance(outcome, BriefbookError):
            self.nothing_published(outcome.problems)
        else:
            self.result(outcome, before if isinstance(before, Report) else None)

    def result(self, report: Report, before: Report | None = None) -> None:
        """Say what was built, what was left out and what is held back."""
        if self._as_json:
            click.echo(json.dumps(_result(report), ensure_ascii=False))
        elif not self._quiet:
            known = {*_aside(before)} if before else set()
            for line in [*(one for one in _aside(report) if one not in known), _summary(report)]:
                click.echo(line)

    def watching(self, how: str) -> None:
        """Say that the book is watched."""
        if not (self._as_json or self._quiet):
            click.echo(how)

    def recalled(self, seconds: float) -> None:
        """Say in a line that what was shown last is shown."""
        click.echo(f"shown as last time, in {_took(seconds)}; now it is made anew")

    def remade(self, problems: Iterable[Problem], seconds: float, *, failed: bool) -> None:
        """Say in a line that the preview is new, after what is wrong."""
        found = tuple(problems)
        self.problems(found)
        click.echo(f"{'not made' if failed else 'made'} in {_took(seconds)}: {_counted(found)}")

    def warn(self, words: str) -> None:
        """Say something that is no fault of the book."""
        click.echo(words, err=True)

    def _painted(self, problem: Problem) -> str:
        text = shown(problem)
        if not self._coloured:
            return text
        word = f"{problem.severity}[{problem.code}]"
        return text.replace(word, click.style(word, fg=_COLOURS[problem.severity], bold=True), 1)


def _took(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"


def _as_data(problem: Problem) -> dict[str, Any]:
    return {
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "path": problem.at.path,
        "line": problem.at.line,
        "column": problem.at.column,
    }


def _counted(problems: Iterable[Problem]) -> str:
    severities = [problem.severity for problem in problems]
    words = (
        _some(severities.count("error"), "error"),
        _some(severities.count("warning"), "warning"),
    )
    return ", ".join(word for word in words if not word.startswith("0 ")) or "no problem"


def _some(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _aside(report: Report) -> Iterable[str]:
    for path, line in report.left_out:
        yield f"left out of {path}:{line.line} ({line.rule}): {line.text.strip() or '(blank)'}"
    for held in report.held_back:
        until = f" until {held.until}" if held.until else ""
        yield f"held back: {held.path} ({held.why}{until})"
    if report.written:
        yield from (f"left standing, changed by hand: {path}" for path in report.written.kept)
    yield from (f"note: {note}" for note in report.notes)


def _summary(report: Report) -> str:
    if report.written is None:
        return f"{report.pages} pages checked, {_counted(report.problems)}"
    written = report.written
    return (
        f"{report.pages} pages, {written.written} files written, {written.unchanged} unchanged, "
        f"{written.removed} removed, {report.seconds:.2f} s  ->  {report.output}"
    )


def _result(report: Report) -> dict[str, Any]:
    written = report.written
    return {
        "result": "checked" if written is None else "published",
        "pages": report.pages,
        "warnings": len(report.problems),
        "written": written.written if written else 0,
        "unchanged": written.unchanged if written else 0,
        "removed": written.removed if written else 0,
        "seconds": round(report.seconds, 3),
        "output": report.output,
        "notes": list(report.notes),
        "held_back": [
            {"path": one.path, "why": one.why, "until": one.until} for one in report.held_back
        ],
        "left_out": [
            {"path": path, "line": one.line, "rule": one.rule, "text": one.text}
            for path, one in report.left_out
        ],
    }
