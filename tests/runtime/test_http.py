"""The preview's server gives its site and nothing else, whatever is sent to it."""

import socket
import time
from contextlib import closing

import pytest

from generator.runtime.http import Server
from tests.runtime.asking import EVENTS, get, port_of, sent


def test_a_page_is_sent_with_all_that_keeps_other_sites_off(server: Server) -> None:
    status, answer = get(server, "/a/b.html")

    head, _, body = answer.partition(b"\r\n\r\n")
    assert (status, body) == (200, b"<h1>Page</h1>")
    for line in (
        b"Cache-Control: no-store",
        b"Cross-Origin-Resource-Policy: same-origin",
        b"X-Content-Type-Options: nosniff",
        b"X-Frame-Options: SAMEORIGIN",
        b"Content-Length: 13",
    ):
        assert line in head.split(b"\r\n")
    assert b"Access-Control" not in head
    assert b"Server" not in head


def test_an_address_is_decoded_once(server: Server) -> None:
    assert get(server, "/")[0] == 200
    assert get(server, "/%C3%A9.html")[0] == 200
    assert get(server, "/a%2Fb.html?x=1")[0] == 200
    assert get(server, "/a%252Fb.html")[0] == 404


@pytest.mark.parametrize(
    "target",
    [
        "/../config.yaml",
        "//etc/passwd",
        "/./a/b.html",
        "/%2e%2e%2fconfig.yaml",
        "/%252e%252e%252fconfig.yaml",
        "/..%5cconfig.yaml",
        "/a/b.html%00.txt",
        "/C:/windows/win.ini",
        "/\\\\host\\share",
        "/%c0%ae%c0%ae/config.yaml",
        "/%ff",
        "/config.yaml",
        "/.git/config",
        "/.env",
        "/.briefbook/briefings.sqlite",
        "/content/topics.yaml",
        "/" + "a" * 60_000,
        "http://127.0.0.1/a/b.html",
        "http://evil.example/",
        "*",
        "a/b.html",
        "",
        "/%0d%0aSet-Cookie:%20x=1",
    ],
)
def test_nothing_but_the_site_is_there(target: str, server: Server) -> None:
    status, answer = get(server, target)

    assert status in {400, 404, 414}
    assert b"Set-Cookie" not in answer
    assert b"Location" not in answer


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "PATCH", "get", "X" * 9]
)
def test_there_is_nothing_to_do_but_to_read(method: str, server: Server) -> None:
    host = f"Host: 127.0.0.1:{port_of(server)}"
    answer = sent(server, f"{method} / HTTP/1.1\r\n{host}\r\n\r\n".encode())

    assert answer.startswith(b"HTTP/1.1 405")
    assert method.encode() not in answer.partition(b"\r\n")[2]


def test_head_sends_no_body(server: Server) -> None:
    host = f"Host: 127.0.0.1:{port_of(server)}"
    answer = sent(server, f"HEAD / HTTP/1.1\r\n{host}\r\nConnection: close\r\n\r\n".encode())

    assert answer.startswith(b"HTTP/1.1 200")
    assert answer.endswith(b"\r\n\r\n")


@pytest.mark.parametrize(
    "data",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 100,
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\r\n" * 100,
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 100_000 + b"\r\n",
        b"GET / HTTP/1.1\r\nX: " + b"y" * 1_000_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
    ],
    ids=["tls", "http2", "cut", "version", "empty", "many", "long", "smuggled"],
)
def test_what_is_no_request_is_refused(data: bytes, server: Server) -> None:
    answer = sent(server, data)

    assert b" 200 " not in answer
    assert get(server, "/")[0] == 200


def test_a_body_is_not_taken_for_the_next_request(server: Server) -> None:
    host = f"Host: 127.0.0.1:{port_of(server)}"
    hidden = f"GET /a/b.html HTTP/1.1\r\n{host}\r\n\r\n"
    head = f"GET / HTTP/1.1\r\n{host}\r\nContent-Length: {len(hidden)}\r\n\r\n"

    answer = sent(server, (head + hidden).encode())

    assert answer.count(b"HTTP/1.1 ") == 1


def test_a_connection_carries_several_requests(server: Server) -> None:
    one = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port_of(server)}\r\n\r\n"

    assert sent(server, (one * 3).encode()).count(b"HTTP/1.1 200") == 3


def test_the_slow_do_not_keep_others_waiting(server: Server) -> None:
    slow = [socket.create_connection(("127.0.0.1", port_of(server))) for _ in range(300)]
    for one in slow:
        one.sendall(b"GET / HT")

    begun = time.monotonic()
    assert get(server, "/")[0] == 200
    assert time.monotonic() - begun < 5
    for one in slow:
        one.close()


def test_whoever_listens_hears_the_last_message_first(server: Server) -> None:
    server.events.send("first")
    server.events.send("second\nline")
    head = f"GET /{EVENTS} HTTP/1.1\r\nHost: 127.0.0.1:{port_of(server)}\r\n\r\n"

    with closing(socket.create_connection(("127.0.0.1", port_of(server)), 10)) as listener:
        listener.sendall(head.encode())
        heard = listener.makefile("rb")
        lines = [heard.readline() for _ in range(11)]
        while b"data: line\n" not in lines:
            lines.append(heard.readline())
        server.events.send("third")
        while b"data: third\n" not in lines:
            lines.append(heard.readline())

    assert b"Content-Type: text/event-stream\r\n" in lines
    assert b"data: second\n" in lines
    assert b"data: first\n" not in lines
