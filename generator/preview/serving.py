"""The preview at work: one thread makes the book, others answer browsers, hints end the waiting."""

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from secrets import token_urlsafe
from typing import Final

from generator.preview.desk import Desk, State
from generator.preview.pages import Pages, told
from generator.report import Settings
from generator.runtime.events import Events
from generator.runtime.http import Server
from generator.runtime.states import Change
from generator.watching import Watching

PORT: Final = 8000
_MORE_PORTS: Final = 20
_FIRST_PAGE_S: Final = 1.0
"""How long the first reader is waited for, who would wait for the making of the book in turn."""


class PortTakenError(Exception):
    """Somebody else listens where the preview was to."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a book is previewed."""

    host: str = "127.0.0.1"
    port: int | None = None
    """None is the first free one from 8000 on."""
    token: str = ""
    """What a browser must know, where other machines can ask."""
    follows: bool = False
    """Whether browsers open the page of the file that was saved."""
    poll_s: float | None = None


class Preview:
    """A book that is made and shown until it is closed."""

    def __init__(
        self,
        settings: Settings,
        options: Options,
        clock: Callable[[], datetime],
        tell: Callable[[str], None],
    ) -> None:
        self.events = Events()
        self.desk = Desk(settings, clock, on_change=self._send)
        self.watching = Watching(self.desk, settings.root, poll_s=options.poll_s, tell=tell)
        secret = f"~briefbook/{token_urlsafe(12)}/"
        self.pages = pages = Pages(self.desk, root=secret, follows=options.follows)
        self.is_made = True
        self.server = _bound(options, pages, self.events, f"{secret}events")

    @property
    def url(self) -> str:
        """Where the home page is."""
        return self.server.url

    def begin(self) -> State:
        """Watch, make the book, and answer; nothing that changes meanwhile is missed.

        Where what was shown last still counts, that is shown at once, and the book made next.
        """
        self.watching.begin()
        self.is_made = not self.desk.recall()
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self.make(()) if self.is_made else self.desk.state

    def make(self, changes: Iterable[Change]) -> State:
        """Make the book again."""
        state = self.watching.make(changes)
        self.is_made = True
        return state

    def next(self) -> State:
        """Wait until the book is made again because something has changed, or it is time to."""
        if self.is_made:
            return self.make(self.watching.next())
        self.pages.given.wait(_FIRST_PAGE_S)
        return self.make(())

    def close(self) -> None:
        """End everything at once."""
        self.watching.close()
        self.server.close()

    def _send(self, state: State) -> None:
        snapshot = self.desk.snapshot
        pages = {path: url for url, path in snapshot.sources.items()} if snapshot else {}
        self.events.send(told(state, pages))


def _bound(options: Options, pages: Pages, events: Events, events_path: str) -> Server:
    """Give a server at the port that was asked for, or at the first that is free."""
    reason = ""
    ports = [options.port] if options.port is not None else range(PORT, PORT + _MORE_PORTS)
    for port in ports:
        try:
            return Server(
                (options.host, port),
                pages.find,
                events,
                events_path=events_path,
                token=options.token,
            )
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
    where = f"port {options.port}" if options.port is not None else f"{PORT} and {_MORE_PORTS} more"
    raise PortTakenError(f"{options.host}, {where}: {reason}")
