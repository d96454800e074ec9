"""`briefbook build` and `briefbook check`: the only place that reads the clock."""

import gc
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from generator.commands.voice import Voice, attempt
from generator.errors import BriefbookError
from generator.rebuild import build_if_changed
from generator.report import Report, Settings
from generator.runtime.heap import large_blocks_apart

Command = TypeVar("Command", bound=Callable[..., Any])
Progress = Callable[[str], None]
Step = Callable[[Settings, Progress], Report]
_FOLDER: Final = click.Path(path_type=Path, file_okay=False)


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
            "--jobs",
            type=click.IntRange(1),
            default=None,
            help="How many processes may work at once.",
        ),
        click.option(
            "--no-cache", is_flag=True, help="Do everything anew, even if nothing has changed."
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


@click.command("build")
@_book_options
@click.option("--output", type=_FOLDER, help="The folder to write to.")
@click.option("--watch", is_flag=True, help="Go on: build again after every change.")
@click.option(
    "--poll", "poll_s", type=click.FloatRange(0.1), help="With --watch: look every so many seconds."
)
def build_command(**options: Any) -> None:  # noqa: ANN401 - click passes options by name
    """Build the site into the output folder."""
    if not options["watch"]:
        _run(_build_anew if options["no_cache"] else build_if_changed, options)
    elif options["no_cache"]:
        raise click.UsageError("--watch lives by what it keeps: leave --no-cache out")
    else:
        _watch(options)


@click.command("check")
@_book_options
def check_command(**options: Any) -> None:  # noqa: ANN401
    """Do all that build does without writing anything."""
    _run(partial(_check, recalls=not options["no_cache"]), options)


def _build_anew(settings: Settings, progress: Progress) -> Report:
    from generator.build import build  # noqa: PLC0415 - half a second that other commands save

    return build(settings, progress)


def _check(settings: Settings, progress: Progress, *, recalls: bool) -> Report:
    from generator.build import check  # noqa: PLC0415

    return check(replace(settings, recalls=recalls), progress)


def _run(step: Step, options: dict[str, Any]) -> None:
    # A build makes millions of values, next to none of them in rings, and ends: to look for
    # rings of garbage would free nothing and take a tenth of its time.
    gc.disable()
    voice, settings = _voice(options), _settings(options)
    outcome = attempt(partial(step, settings, voice.progress))
    gc.freeze()  # or Python's last look for garbage goes once more through the whole book
    voice.outcome(outcome)
    if isinstance(outcome, BriefbookError):
        sys.exit(outcome.exit_code)


def _watch(options: dict[str, Any]) -> None:
    gc.disable()  # as above, as long as all that is made stays
    large_blocks_apart()
    voice, settings = _voice(options), _settings(options)
    first = attempt(partial(build_if_changed, settings, voice.progress))
    voice.outcome(first)
    from generator.commands.watch import watch  # noqa: PLC0415 - heavy

    clock = partial(moment_of, options["moment"])
    watch(settings, clock, voice, first=first, poll_s=options["poll_s"])


def _voice(options: dict[str, Any]) -> Voice:
    return Voice(as_json=options["as_json"], quiet=options["quiet"])


def _settings(options: dict[str, Any]) -> Settings:
    return Settings(
        root=options["root"],
        now=moment_of(options["moment"]),
        output=options.get("output"),
        edition=options["edition"],
        jobs=options["jobs"] or os.cpu_count() or 1,
        stock_markdown=options["stock_markdown"],
    )


def moment_of(written: str | None) -> datetime:
    """Give the moment that a build is made for: as told, else SOURCE_DATE_EPOCH, else now."""
    if written:
        from generator.text.dates import parse_date  # noqa: PLC0415 - seldom needed

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
