"""A server of three pages, and requests as nobody's browser would send them."""

import socket
from collections.abc import Mapping
from contextlib import suppress

from generator.runtime.http import Served, Server

FILES = {
    "index.html": b"<h1>Home</h1>",
    "a/b.html": b"<h1>Page</h1>",
    "\u00e9.html": b"accent",
}
EVENTS = "secret/events"


def find(path: str, query: Mapping[str, str]) -> Served | None:
    del query
    data = FILES.get(path or "index.html")
    return Served(data, "text/html; charset=utf-8") if data is not None else None


def port_of(server: Server) -> int:
    return int(server.server_address[1])


def sent(server: Server, data: bytes) -> bytes:
    """Send bytes, say that there are no more, and give all that comes back."""
    parts = []
    with (
        socket.create_connection(("127.0.0.1", port_of(server)), 10) as connection,
        suppress(OSError),  # it may hang up before all is sent
    ):
        connection.sendall(data)
        connection.shutdown(socket.SHUT_WR)
        while part := connection.recv(65_536):
            parts.append(part)
    return b"".join(parts)


def get(server: Server, target: str, *lines: str, host: str | None = None) -> tuple[int, bytes]:
    """Ask for a target; give the status and all that was sent."""
    name = f"127.0.0.1:{port_of(server)}" if host is None else host
    head = "".join(f"{line}\r\n" for line in (f"GET {target} HTTP/1.1", f"Host: {name}", *lines))
    answer = sent(server, f"{head}Connection: close\r\n\r\n".encode("utf-8", "surrogateescape"))
    return int(answer.split(b" ", 2)[1]) if answer else 0, answer
