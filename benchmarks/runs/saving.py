"""How long it takes from saving a file until a server gives its new bytes."""

import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from benchmarks.corpus.briefings import Briefing
from benchmarks.tools.servers import PORT, Server

_ROOT: Final = f"http://127.0.0.1:{PORT}/"
_LOOK_EVERY: Final = 0.002
_PATIENCE: Final = 120.0
_OPENING: Final = 600.0
_REST: Final = 1.0
"""Seconds between two saves: an editor reads what became of the first."""


class NeverSeenError(RuntimeError):
    """A server did not give what was saved, however long it was asked."""


@dataclass(frozen=True, slots=True)
class Saves:
    """What one server took, in seconds."""

    opening: float
    """From its start to the first page."""
    words: list[float]
    styles: list[float]


def saves(server: Server, folder: Path, newest: Briefing, times: int) -> Saves:
    """Start a server, save a briefing and a style sheet again and again, and end it."""
    sheet = folder / server.sheet
    if server.sheet:
        _save(sheet, "p { margin: 0 }\n")
    with _running(server, folder):
        page = f"{newest.address}.html"
        opening = _until(page, newest.title.partition(" (")[0], _OPENING)
        words, styles = [], []
        for number in range(times):
            time.sleep(_REST)
            said = f"They met for the {number + 1}. time in the evening."
            path, text = server.tool.briefing(replace(newest, body=f"{newest.body}\n{said}\n"))
            words.append(_seen(folder / path, text, page, said))
            if server.sheet:
                time.sleep(_REST)
                rule = f"p {{ margin: {number + 1}px }}"
                styles.append(_seen(sheet, rule, server.sheet_url, rule))
    return Saves(opening, words, styles)


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
        with urllib.request.urlopen(_ROOT + url, timeout=_PATIENCE) as answer:  # noqa: S310 - our own
            return bytes(answer.read())
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return b""


@contextmanager
def _running(server: Server, folder: Path) -> Iterator[None]:
    """Run a server, and end it with all that it started."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        server.command, cwd=folder, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    ) as process:
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
