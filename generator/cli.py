"""The command `briefbook`: which commands there are.

Exit codes: 0 good, 1 content problems, 2 wrong use or config, 3 could not write.
"""

from importlib import import_module
from typing import Final

import click

from generator import __version__

_COMMANDS: Final = {
    "build": ("generator.commands.site", "build_command"),
    "check": ("generator.commands.site", "check_command"),
    "new": ("generator.commands.new", "new_command"),
    "serve": ("generator.commands.serve", "serve_command"),
    "schema": ("generator.commands.schema", "schema_command"),
}


class _Commands(click.Group):
    """Commands that are imported when they are called, or when help is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name all commands."""
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(module), name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefbook")
def main() -> None:
    """Turn a folder of articles and YAML into a static briefing site."""
