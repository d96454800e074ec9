"""What is no page of the site is never served, whoever asks and however."""

import os
import shutil
import socket
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from generator.runtime import http
from tests.preview.previewed import Previewed, previewed
from tests.trees import SMALL_BOOK, write_tree

REQUESTS = int(os.environ.get("REQUESTS", "1000"))
"""How many requests of every kind; `make soak` asks for more."""
CANARY = "canary-5f1c"
TALKS = "content/briefings/2024/11/talks.md"
BOOK = {
    **SMALL_BOOK,
    "config.yaml": f"title: Halden Desk\n# {CANARY}\n",
    TALKS: SMALL_BOOK[TALKS].replace("---\n", f"---\n# {CANARY}\n", 1),
    "content/briefings/2024/11/.secret.md": CANARY,
    "content/captures/wire.txt": CANARY,
    "content/assets/unused.txt": CANARY,
    "templates/page.html": f"{{# {CANARY} #}}{{% extends 'theme/page.html' %}}\n",
    ".env": f"PASSWORD={CANARY}\n",
    ".git/config": CANARY,
    ".briefbook/cache.json": CANARY,
    "output/index.html": CANARY,
    "output/.briefbook-manifest.json": CANARY,
    "notes.txt": CANARY,
}
PLACES = [
    *BOOK, "", "content/", "templates/", ".git/", "output/", "etc/passwd", "proc/self/environ",
    "static/", "static/brief.css", "index.html", "briefings/2024/11/talks.html",
    "C:/Windows/win.ini",
]  # fmt: skip
PARTS = [
    "/", "//", "/./", "/../", "/..;/", "/%2e%2e/", "/%252e%252e/", "/..%2f", "/..%5c", "/..\\",
    "/%c0%ae%c0%ae/", "/%00", "/%0d%0aSet-Cookie:x=y", "/\\evil.example/", "//evil.example/",
    "/file:///", "/@fs/", "/~", "/%ef%bc%8e%ef%bc%8e/", "/a" * 40, "?as-of=2030-01-01", "?token=x",
    "#", ";", "%", "%zz", "é", "\x7f", "~briefbook/", "~briefbook/events",
]  # fmt: skip
HOSTS = [
    "{own}", "localhost:{port}", "evil.example", "127.0.0.1.nip.io:{port}",
    "localhost.evil:{port}", "", "{own}, evil.example", "[::1]:{port}", "0.0.0.0:{port}",
]  # fmt: skip
LINES = [
    "", "Origin: null", "Origin: http://evil.example", "Sec-Fetch-Site: cross-site",
    "Content-Length: 99999999999", "Content-Length: -1", "Transfer-Encoding: chunked",
    "Range: bytes=0-", "X: " + "y" * 70_000, "Upgrade: websocket", "Expect: 100-continue",
    "Cookie: briefbook=x", "If-None-Match: *", " folded", "no colon at all", "X-\x00: y",
]  # fmt: skip
METHODS = [
    "GET",
    "GET",
    "GET",
    "HEAD",
    "POST",
    "PUT",
    "DELETE",
    "OPTIONS",
    "TRACE",
    "get",
    "CONNECT",
]
ENDS = ["HTTP/1.1", "HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/1.1 x", ""]
WHOLE = [
    b"", b"\x00" * 100, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"\r\n\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"GET * HTTP/1.1\r\n\r\n",
    b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + b"a: b\r\n" * 20_000 + b"\r\n",
]  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Previewed]:
    with previewed(write_tree(tmp_path / "book", BOOK)) as made:
        yield made


def asked(desk: Previewed, data: bytes) -> bytes:
    """Send bytes, and give what comes back; nothing where the line is cut."""
    parts = []
    with suppress(OSError), socket.create_connection(("127.0.0.1", desk.port), 10) as line:
        line.sendall(data)
        line.shutdown(socket.SHUT_WR)
        while part := line.recv(65_536):
            parts.append(part)
    return b"".join(parts)


def usual(rng: Random, choices: Sequence[str]) -> str:
    """Choose the first more often than all others."""
    return choices[0] if rng.random() < 0.6 else rng.choice(choices)


def request(rng: Random, port: int) -> bytes:
    """Make a request such as nobody's browser would send."""
    if rng.random() < 0.02:
        return rng.choice(WHOLE)
    target = (
        "/" + "".join(rng.choices(PARTS, k=rng.choice([0, 0, 0, 1, 1, 2, 5]))) + rng.choice(PLACES)
    )
    if rng.random() < 0.1:
        target = "".join(chr(rng.randrange(1, 300)) for _ in range(rng.randint(1, 30)))
    host = usual(rng, HOSTS).format(own=f"127.0.0.1:{port}", port=port)
    head = [f"{usual(rng, METHODS)} {target} {usual(rng, ENDS)}", f"Host: {host}"]
    lines = "\r\n".join([*head, usual(rng, LINES), "Connection: close", "", ""])
    return lines.replace("\r\n\r\nConnection", "\r\nConnection").encode("utf-8", "surrogatepass")


def test_no_request_whatever_gives_more_than_the_site(desk: Previewed) -> None:
    rng = Random(20_241_114)  # noqa: S311 - to be repeated
    secret = desk.preview.server.events_path.removesuffix("events").encode()
    pages = 0
    for _ in range(REQUESTS):
        data = request(rng, desk.port)
        answer = asked(desk, data)
        head, _, body = answer.partition(b"\r\n\r\n")
        pages += head.startswith(b"HTTP/1.1 200") and bool(body)
        assert CANARY.encode() not in answer, data[:500]
        assert os.fsencode(desk.root) not in answer, data[:500]
        assert b"access-control" not in head.lower(), data[:500]
        assert b"location:" not in head.lower(), data[:500]
        assert b"evil.example" not in answer, data[:500]
        statuses = {line[:12] for line in answer.split(b"\r\n")}
        refused = statuses.isdisjoint({b"HTTP/1.1 200", b"HTTP/1.1 404"})
        assert not refused or secret not in answer, data[:500]

    assert pages > REQUESTS / 100
    assert desk.get("index.html")[0] == 200
    assert desk.changed == []


def test_what_is_published_elsewhere_is_not_what_is_shown(desk: Previewed) -> None:
    before = desk.get("index.html")
    output = desk.root / "output"
    (output / "index.html").unlink()
    (output / "index.html").symlink_to(desk.root / ".env")
    assert desk.get("index.html") == before

    shutil.rmtree(output)

    assert desk.get("index.html") == before
    assert desk.get("output/index.html")[0] == 404


def test_only_this_machine_is_listened_to(desk: Previewed) -> None:
    if not Path("/proc/net/tcp").is_file():
        return
    port = f":{desk.port:04X}"
    tables = [Path(f"/proc/net/{name}") for name in ("tcp", "tcp6")]
    rows = [
        line.split() for one in tables if one.is_file() for line in one.read_text().splitlines()
    ]
    listening = [row[1] for row in rows if row[1].endswith(port) and row[3] == "0A"]

    assert listening == [f"0100007F{port}"]


def test_whoever_says_nothing_for_long_is_cut_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "_HEAD_S", 0.2)
    with previewed(write_tree(tmp_path / "book", BOOK)) as desk:
        lines = [socket.create_connection(("127.0.0.1", desk.port), 30) for _ in range(20)]
        for number, line in enumerate(lines):
            line.sendall(b"GET / HTTP/1.1\r\nHost: "[: number + 1])

        heard = [line.recv(1) for line in lines]
        for line in lines:
            line.close()
        assert heard == [b""] * 20


def test_many_who_say_nothing_leave_room_for_others(desk: Previewed) -> None:
    silent = [socket.create_connection(("127.0.0.1", desk.port)) for _ in range(500)]

    assert desk.get("index.html")[0] == 200
    for one in silent:
        one.close()
