"""A server that runs while a test asks it."""

import threading
from collections.abc import Iterator

import pytest

from generator.runtime.events import Events
from generator.runtime.http import Server
from tests.runtime.asking import EVENTS, find


@pytest.fixture
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    token = getattr(request, "param", "")
    made = Server(("127.0.0.1", 0), find, Events(), events_path=EVENTS, token=token)
    thread = threading.Thread(target=made.serve_forever, args=(0.01,))
    thread.start()
    yield made
    made.close()
    thread.join()
