"""A command that goes on until it is ended, with all that it started."""

import os
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from benchmarks.runs.environment import environment

_LAST_WORDS: Final = 10.0


@contextmanager
def running(command: Sequence[str | Path], folder: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Start a command in a folder, and end it with all that it started."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment(),
        stdin=quiet,
        stdout=quiet,
        stderr=quiet,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):  # it has ended by itself
                os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(_LAST_WORDS)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
