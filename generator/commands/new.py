"""`briefbook new`: files to fill in, and templates to change."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from generator.commands.voice import Voice
from generator.errors import BriefbookError
from generator.new import KINDS, NewError, write_new
from generator.new_template import template_start, write_template


@click.command("new")
@click.argument("kind", type=click.Choice((*KINDS, "template")))
@click.argument("name", nargs=-1, required=True)
@click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="The book's folder; here if left out.",
)
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
        Voice(as_json=False, quiet=False).problems(error.problems)
        sys.exit(error.exit_code)
