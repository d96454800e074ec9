"""Options in, exit code out: the only place that prints, reads the clock and exits.

Exit codes: 0 good, 1 content problems, 2 wrong use or config, 3 could not write.
"""

import json
import os
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from generator import __version__
from generator.build import Report, Settings, build, make
from generator.diagnostics import Problem, shown
from generator.errors import BriefbookError
from generator.new import KINDS, NewError, write_new
from generator.new_template import template_start, write_template
from generator.schemas import SCHEMA_KINDS, json_schema
from generator.text.dates import parse_date

_COLOURS: Final = {"error": "red", "warning": "yellow"}
Command = TypeVar("Command", bound=Callable[..., Any])


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefbook")
def main() -> None:
    """Turn a folder of articles and YAML into a static briefing site."""


def _book_options(command: Command) -> Command:
    """Add the options that build and check have in common."""
    options = (
        click.option(
            "--root", type=_FOLDER, default=Path(), help="The book's folder; here if left out."
        ),
        click.option("--as-of", "moment", metavar="WHEN", help="Build as on a day or at a moment."),
        click.option(
            "--edition", metavar="NAME", help="The edition to build; the default one if left out."
        ),
        click.option(
            "--jobs", type=click.IntRange(1), default=None, help="How many processes work at once."
        ),
        click.option(
            "--no-cache", is_flag=True, help="Do everything anew, as every build does so far."
        ),
        click.option(
            "--stock-markdown",
            is_flag=True,
            help="Read texts with Python-Markdown as it comes: slower, the same site.",
        ),
        click.option(
            "--json",
            "as_json",
            is_flag=True,
            help="Print problems and the result as JSON, one a line.",
        ),
        click.option("--quiet", is_flag=True, help="Print problems alone."),
    )
    for option in reversed(options):
        command = option(command)
    return command


_FOLDER: Final = click.Path(path_type=Path, file_okay=False)


@main.command("build")
@_book_options
@click.option("--output", type=_FOLDER, help="The folder to write to.")
def build_command(**options: Any) -> None:  # noqa: ANN401 - click passes options by name
    """Build the site into the output folder."""
    _run(build, options)


@main.command("check")
@_book_options
def check_command(**options: Any) -> None:  # noqa: ANN401
    """Do all that build does without writing anything."""
    _run(lambda settings, progress: make(settings, progress).report, options)


@main.command("new")
@click.argument("kind", type=click.Choice((*KINDS, "template")))
@click.argument("name", nargs=-1, required=True)
@click.option("--root", type=_FOLDER, default=Path(), help="The book's folder; here if left out.")
@click.option("--block", default="", help="The one block of a template to write.")
@click.option("--print", "shown_only", is_flag=True, help="Show a template, and write nothing.")
def new_command(kind: str, name: tuple[str, ...], root: Path, **template: Any) -> None:  # noqa: ANN401
    """Write a commented, valid file to fill in, and print its path.

    A new template takes the place of the theme's: `briefbook new template base.html`.
    """
    words = " ".join(name)
    try:
        if kind != "template":
            if any(template.values()):
                raise click.UsageError("--block and --print are for templates")
            click.echo(write_new(kind, words, root, datetime.now(UTC).date()))
        elif template["shown_only"]:
            click.echo(template_start(words, template["block"]), nl=False)
        else:
            click.echo(write_template(words, root, template["block"]))
    except NewError as error:
        raise click.UsageError(str(error)) from None
    except BriefbookError as error:
        _Voice(as_json=False, quiet=False).problems(error.problems)
        sys.exit(error.exit_code)


@main.command("schema")
@click.argument("kind", type=click.Choice(SCHEMA_KINDS))
def schema_command(kind: str) -> None:
    """Print the JSON Schema of a kind of file, for an editor to complete and check with."""
    click.echo(json.dumps(json_schema(kind), indent=2, ensure_ascii=False))


def _run(
    step: Callable[[Settings, Callable[[str], None]], Report], options: dict[str, Any]
) -> None:
    voice = _Voice(as_json=options["as_json"], quiet=options["quiet"])
    settings = Settings(
        root=options["root"],
        now=_moment(options["moment"]),
        output=options.get("output"),
        edition=options["edition"],
        jobs=options["jobs"] or os.cpu_count() or 1,
        stock_markdown=options["stock_markdown"],
    )
    try:
        report = step(settings, voice.progress)
    except BriefbookError as error:
        voice.clear()
        voice.problems(error.problems)
        voice.nothing_published(error.problems)
        sys.exit(error.exit_code)
    voice.clear()
    voice.problems(report.problems)
    voice.result(report)


def _moment(written: str | None) -> datetime:
    """Give the moment that a build is made for: as told, else SOURCE_DATE_EPOCH, else now."""
    if written:
        try:
            return parse_date(written).begins
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="--as-of") from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        message = f"SOURCE_DATE_EPOCH is {epoch!r}; it must be the seconds since 1970"
        raise click.UsageError(message) from None


class _Voice:
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

    def result(self, report: Report) -> None:
        """Say what was built, what was left out and what is held back."""
        if self._as_json:
            click.echo(json.dumps(_result(report), ensure_ascii=False))
        elif not self._quiet:
            for line in _told(report):
                click.echo(line)

    def _painted(self, problem: Problem) -> str:
        text = shown(problem)
        if not self._coloured:
            return text
        word = f"{problem.severity}[{problem.code}]"
        return text.replace(word, click.style(word, fg=_COLOURS[problem.severity], bold=True), 1)


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


def _told(report: Report) -> Iterable[str]:
    for path, line in report.left_out:
        yield f"left out of {path}:{line.line} ({line.rule}): {line.text.strip() or '(blank)'}"
    for held in report.held_back:
        until = f" until {held.until}" if held.until else ""
        yield f"held back: {held.path} ({held.why}{until})"
    if report.written:
        yield from (f"left standing, changed by hand: {path}" for path in report.written.kept)
    yield from (f"note: {note}" for note in report.notes)
    problems = _counted(report.problems)
    if report.written is None:
        yield f"{report.pages} pages checked, {problems}"
        return
    written = report.written
    yield (
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
