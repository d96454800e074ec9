"""`briefbook schema`: what an editor checks YAML with."""

import json

import click

from generator.schemas import SCHEMA_KINDS, json_schema


@click.command("schema")
@click.argument("kind", type=click.Choice(SCHEMA_KINDS))
def schema_command(kind: str) -> None:
    """Print the JSON Schema of a kind of file, for an editor to complete and check with."""
    click.echo(json.dumps(json_schema(kind), indent=2, ensure_ascii=False))
