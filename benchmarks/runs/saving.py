"""How long it takes from saving a file until a server gives its new bytes."""

import http.client
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from benchmarks.corpus.briefings import Briefing
from benchmarks.runs.running import running
from benchmarks.tools.servers import PORT, Server

_LOOK_EVERY: Final = 0.002
_PATIENCE: Final = 600.0
_OPENING: Final = 600.0
_OPENINGS: Final = 3
"""How often a server is started to see how soon it gives its first page."""
_SETTLING: Final = 20.0
"""Seconds after the first page in which a server may do what it has put off."""
_LONGEST: Final = 120.0
_LEAST: Final = 2
"""A server that takes longer for all saves is asked no more than these."""
_REST: Final = 1.0
"""Seconds between two saves: an editor reads what became of the first."""


class NeverSeenError(RuntimeError):
    """A server did not give what was saved, however long it was asked."""


@dataclass(frozen=True, slots=True)
class Saves:
    """What one server took, in seconds."""

    openings: list[float]
    """From its start to the first page, when it has shown the same book before."""
    words: list[float]
    styles: list[float]


def saves(server: Server, folder: Path, newest: Briefing, times: int) -> Saves:
    """Start a server, save a briefing and a style sheet again and again, and end it."""
    sheet = folder / server.sheet
    if server.sheet:
        _save(sheet, "p { margin: 0 }\n")
    page, title = f"{newest.address}.html", newest.title.partition(" (")[0]
    with _running(server, folder) as root:
        _until(root + page, title, _OPENING)
        time.sleep(_SETTLING)
    openings = []
    for _ in range(_OPENINGS - 1):
        with _running(server, folder) as root:
            openings.append(_until(root + page, title, _OPENING))
    with _running(server, folder) as root:
        openings.append(_until(root + page, title, _OPENING))
        time.sleep(_SETTLING)
        words, styles = [], []
        begun = time.monotonic()
        for number in range(times):
            if number >= _LEAST and time.monotonic() - begun > _LONGEST:
                break
            time.sleep(_REST)
            said = f"They met for the {number + 1}. time in the evening."
            path, text = server.tool.briefing(replace(newest, body=f"{newest.body}\n{said}\n"))
            words.append(_seen(folder / path, text, root + page, said))
            if server.sheet:
                time.sleep(_REST)
                rule = f"p {{ margin: {number + 1}px }}"
                styles.append(_seen(sheet, rule, root + server.sheet_url, rule))
    return Saves(openings, words, styles)


def _seen(path: Path, text: str, url: str, shows: str) -> float:
    """Save a file, and tell how long it takes until its page shows some words."""
    _save(path, text)
    return _until(url, shows, _PATIENCE)


def _save(path: Path, text: str) -> None:
    """Save as most editors do: write beside, then put in its place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.tmp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def _until(url: str, shows: str, patience: float) -> float:
    begun, wanted = time.perf_counter(), shows.encode()
    while time.perf_counter() - begun < patience:
        if wanted in _got(url):
            return time.perf_counter() - begun
        time.sleep(_LOOK_EVERY)
    raise NeverSeenError(f"{url} does not show {shows!r}")


def _got(url: str) -> bytes:
    try:
        with urllib.request.urlopen(url, timeout=_PATIENCE) as answer:  # noqa: S310 - our own
            return bytes(answer.read())
    except (urllib.error.URLError, ConnectionError, TimeoutError, http.client.HTTPException):
        return b""


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def _running(server: Server, folder: Path) -> Iterator[str]:
    """Run a server, give its root, and end it with all that it started."""
    port = str(_free_port())
    with running([str(word).replace(PORT, port) for word in server.command], folder):
        yield f"http://127.0.0.1:{port}/"
