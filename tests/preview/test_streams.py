"""However many listen, and however often they come and go, all hear the newest state."""

import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from tests.preview.previewed import PATIENCE_S, Previewed, previewed
from tests.trees import SMALL_BOOK, write_tree

TABS = 200
RECONNECTS = int(os.environ.get("RECONNECTS", "300"))
"""How often a stream is opened and cut; `make soak` asks for more."""
TALKS = "content/briefings/2024/11/talks.md"
DESCRIPTORS = Path("/proc/self/fd")


class Listener:
    """A tab that listens."""

    def __init__(self, desk: Previewed) -> None:
        server = desk.preview.server
        self.line = socket.create_connection(("127.0.0.1", desk.port), PATIENCE_S)
        head = f"GET /{server.events_path} HTTP/1.1\r\nHost: 127.0.0.1:{desk.port}\r\n\r\n"
        self.line.sendall(head.encode())
        self._heard = self.line.makefile("rb")

    def next(self) -> int:
        """Give the number of the next state that is told."""
        while not (said := self._heard.readline()).startswith(b"data: "):
            assert said, "the stream was cut"
        return int(json.loads(said.removeprefix(b"data: "))["number"])

    def close(self) -> None:
        """Stop listening."""
        self._heard.close()
        self.line.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Previewed]:
    with previewed(write_tree(tmp_path / "book", SMALL_BOOK)) as made:
        yield made


def edit(desk: Previewed, number: int) -> int:
    """Save a briefing; give the number of the state that comes of it."""
    write_tree(desk.root, {TALKS: f"{SMALL_BOOK[TALKS]}\nEdit {number}.\n"})
    return desk.next().number


def settled(count: int) -> int:
    """Wait until no more than so many threads are left, and count them."""
    end = time.monotonic() + PATIENCE_S
    while threading.active_count() > count and time.monotonic() < end:
        time.sleep(0.05)
    return threading.active_count()


def test_every_tab_hears_of_every_state(desk: Previewed) -> None:
    with ExitStack() as stack:
        tabs = [stack.enter_context(closing(Listener(desk))) for _ in range(TABS)]
        assert {one.next() for one in tabs} == {desk.preview.desk.state.number}

        for number in range(3):
            wanted = edit(desk, number)
            assert {one.next() for one in tabs} == {wanted}
        assert desk.get("index.html")[0] == 200


def test_those_who_come_and_go_leave_nothing_behind(desk: Previewed) -> None:
    threads, descriptors = threading.active_count(), len([*DESCRIPTORS.iterdir()])

    for _ in range(RECONNECTS):
        with closing(Listener(desk)) as one:
            assert one.next() == desk.preview.desk.state.number

    assert settled(threads) <= threads
    assert len([*DESCRIPTORS.iterdir()]) <= descriptors
    assert desk.get("index.html")[0] == 200


def test_a_clock_that_jumps_is_noticed_at_once(tmp_path: Path) -> None:
    text = SMALL_BOOK[TALKS].replace("topics:", "embargoed: 2025-02-01\ntopics:")
    with previewed(write_tree(tmp_path / "later", {**SMALL_BOOK, TALKS: text})) as desk:
        url = "briefings/2024/11/talks.html"
        assert b"data-held" in desk.get(url)[1]

        desk.now = desk.now.replace(month=3)
        desk.preview.watching.lookout.wake()
        desk.next()

        assert b"data-held" not in desk.get(url)[1]
