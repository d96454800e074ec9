"""A web server for one person: it answers from memory, to this machine's own pages only.

It takes no orders: there is nothing to send to it, and no path is looked for on a disk.
Which requests are answered is decided in `http_guard.py`.
"""

import socket
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final, NamedTuple
from urllib.parse import quote

from generator.runtime.events import Events
from generator.runtime.http_guard import Guard, Refused, Wanted

_HEAD_S: Final = 10.0
"""How long the head of a request may take, and a connection be idle."""
_BEAT_S: Final = 15.0
_GLANCE_S: Final = 0.5
"""How soon it is noticed that whoever listened has gone."""
_ENDING_S: Final = 0.1
"""How soon a server sees that it is to end."""
_MOST_CONNECTIONS: Final = 1_000
_BODY: Final = frozenset({"content-length", "transfer-encoding"})
_ALWAYS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'self'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
}


class Served(NamedTuple):
    """What is sent for a path."""

    data: bytes
    type: str
    status: int = 200


Find = Callable[[str, Mapping[str, str]], Served | None]
"""Gives what is at a path without its first slash, for a query."""


class Server(ThreadingHTTPServer):
    """Serves what is found, and a stream of messages at `events_path`."""

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 128

    def __init__(
        self, address: tuple[str, int], find: Find, events: Events, *, events_path: str, token: str
    ) -> None:
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        super().__init__(address, _Handler)
        host, port = self.socket.getsockname()[:2]
        self.guard = Guard(host, port, token)
        self.find, self.events, self.events_path = find, events, events_path
        self._waiting: dict[socket.socket, float] = {}
        self._lock = threading.Lock()
        self._janitor = threading.Thread(target=self._clean, daemon=True)
        self._janitor.start()

    @property
    def url(self) -> str:
        """Where the first page is."""
        return self.guard.url

    def process_request(self, request: Any, client_address: Any) -> None:  # noqa: ANN401
        """Answer in a thread of its own, if there are not too many of them."""
        with self._lock:
            crowded = len(self._waiting) >= _MOST_CONNECTIONS
        if crowded:
            self.shutdown_request(request)
            return
        self.expect(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:  # noqa: ANN401
        """Close a connection."""
        with self._lock:
            self._waiting.pop(request, None)
        super().shutdown_request(request)

    def expect(self, request: socket.socket) -> None:
        """Expect the head of a request within a time."""
        with self._lock:
            self._waiting[request] = time.monotonic() + _HEAD_S

    def has_come(self, request: socket.socket) -> None:
        """Note that the head of a request is there."""
        with self._lock:
            self._waiting[request] = float("inf")

    def serve_forever(self, poll_interval: float = _ENDING_S) -> None:
        """Answer until it is closed."""
        super().serve_forever(poll_interval)

    def close(self) -> None:
        """Stop at once."""
        self.events.close()
        self.shutdown()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401
        """Say nothing of browsers that hang up."""

    def _clean(self) -> None:
        while not self.events.closes_within(1.0):
            now = time.monotonic()
            with self._lock:
                late = [one for one, deadline in self._waiting.items() if deadline < now]
            for one in late:
                with suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    """Answers the requests of one connection."""

    protocol_version = "HTTP/1.1"
    server_version = "Briefbook"
    sys_version = ""
    timeout = _HEAD_S
    server: Server

    def handle_one_request(self) -> None:
        """Answer one request, whose head must come in time."""
        self.server.expect(self.connection)
        with suppress(OSError, ValueError):
            super().handle_one_request()
            return
        self.close_connection = True

    def parse_request(self) -> bool:
        """Read the head of a request."""
        parsed = super().parse_request()
        self.server.has_come(self.connection)
        if parsed and self.request_version == "HTTP/0.9":  # which has no place for the host
            self.request_version = self.protocol_version
            self.send_error(HTTPStatus.BAD_REQUEST)
            return False
        if parsed and _BODY.intersection(map(str.lower, self.headers)):
            self.close_connection = True  # there is nothing to send, and nothing is read
        return parsed

    def do_GET(self) -> None:
        """Send a file, or the stream of messages."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Send what is known of a file."""
        self._answer(with_body=False)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse in two words, without repeating anything that was sent."""
        del message, explain
        if code == HTTPStatus.NOT_IMPLEMENTED:
            code = HTTPStatus.METHOD_NOT_ALLOWED
        self.close_connection = True
        self._send(Served(HTTPStatus(code).phrase.encode(), "text/plain; charset=utf-8", code))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the terminal tells of the book."""

    def _answer(self, *, with_body: bool) -> None:
        try:
            wanted = self.server.guard.wanted(self.path, self.headers)
        except Refused as refused:
            self.send_error(refused.status)
            return
        if wanted.token:
            self._remember(wanted)
        elif wanted.path == self.server.events_path:
            self._stream()
        elif (found := self.server.find(wanted.path, wanted.query)) is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self._send(found, with_body=with_body)

    def _send(
        self, what: Served, more: Mapping[str, str] | None = None, *, with_body: bool = True
    ) -> None:
        self.send_response_only(what.status)
        headers = {"Content-Type": what.type, "Content-Length": str(len(what.data)), **_ALWAYS}
        for name, value in (headers | (dict(more) if more else {})).items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if with_body and self.command != "HEAD":
            self.wfile.write(what.data)

    def _has_gone(self) -> bool:
        """Tell whether the other side has hung up."""
        self.connection.settimeout(0)
        try:
            return not self.connection.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return False
        finally:
            self.connection.settimeout(_HEAD_S)

    def _remember(self, wanted: Wanted) -> None:
        """Give the browser the token that came with an address, and the address without it."""
        cookie = f"briefbook={wanted.token}; HttpOnly; SameSite=Strict; Path=/"
        place = "/" + quote(wanted.path.lstrip("/\\"))
        self._send(Served(b"", "text/plain", 303), {"Location": place, "Set-Cookie": cookie})

    def _stream(self) -> None:
        self.close_connection = True
        self.send_response_only(HTTPStatus.OK)
        for name, value in {"Content-Type": "text/event-stream", **_ALWAYS}.items():
            self.send_header(name, value)
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(b"retry: 500\n\n")
        number, events, quiet_s = 0, self.server.events, 0.0
        while not events.closed and not self._has_gone():
            message = events.after(number, _GLANCE_S)
            quiet_s = quiet_s + _GLANCE_S if message is None else 0.0
            if message is None:
                if quiet_s >= _BEAT_S:
                    self.wfile.write(b": still here\n\n")
                    quiet_s = 0.0
                continue
            number, data = message
            lines = "".join(f"data: {line}\n" for line in data.split("\n"))
            self.wfile.write(f"event: state\n{lines}\n".encode())
