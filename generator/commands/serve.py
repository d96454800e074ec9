"""`briefbook serve`: shows the book in a browser, and each change as soon as it is saved."""

import gc
import secrets
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.site import moment_of
from generator.commands.voice import Voice
from generator.report import Settings
from generator.runtime.heap import large_blocks_apart, only_new_garbage
from generator.runtime.http_guard import is_loopback

if TYPE_CHECKING:
    from generator.preview.serving import Preview


@click.command("serve")
@click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="The book's folder; here if left out.",
)
@click.option("--port", type=click.IntRange(1, 65535), help="The port; else 8000 or the next.")
@click.option("--host", default="127.0.0.1", help="The address to listen at; this machine's own.")
@click.option("--token", default="", help="What other machines must know; one is made if left out.")
@click.option("--open", "opens", is_flag=True, help="Open the home page in a browser.")
@click.option("--follow", "follows", is_flag=True, help="Open the page of each file that is saved.")
@click.option("--poll", "poll_s", type=click.FloatRange(0.1), help="Look every so many seconds.")
@click.option("--as-of", "moment", metavar="WHEN", help="Show it as on a day or at a moment.")
@click.option("--edition", metavar="NAME", help="The edition to show; the default one if left out.")
def serve_command(root: Path, moment: str | None, **options: Any) -> None:  # noqa: ANN401
    """Show the book in a browser, and every change when it is saved."""
    gc.disable()  # until the book is shown: all that is made until then stays
    large_blocks_apart()
    from generator.preview.serving import Options, PortTakenError, Preview  # noqa: PLC0415 - heavy

    voice = Voice(as_json=False, quiet=False)
    host, token = options["host"], options["token"]
    if not is_loopback(host):
        token = token or secrets.token_urlsafe(16)
        voice.warn(f"other machines can reach {host}: give the address with its token to nobody")
    settings = Settings(root=root, now=moment_of(moment), edition=options["edition"])
    chosen = Options(host, options["port"], token, options["follows"], options["poll_s"])
    try:
        preview = Preview(settings, chosen, lambda: moment_of(moment), voice.warn)
    except PortTakenError as error:
        raise click.UsageError(f"nothing can be served at {error}") from None
    try:
        _show(preview, voice, opens=options["opens"])
    except KeyboardInterrupt:
        click.echo()
    finally:
        preview.close()


def _show(preview: "Preview", voice: Voice, *, opens: bool) -> None:
    """Show the book, and tell of every time that it is made, until someone ends it."""
    state = preview.begin()
    only_new_garbage()
    click.echo(f"{preview.url}  ({preview.watching.how()})")
    if preview.is_made:
        voice.remade(state.problems, state.seconds, failed=state.failed)
    else:
        voice.recalled(state.seconds)
    if opens:
        webbrowser.open(preview.url)
    while True:
        is_first = not preview.is_made
        state = preview.next()
        if is_first:
            gc.freeze()
        voice.remade(state.problems, state.seconds, failed=state.failed)
