"""Publish the site that a file describes, and die on the way.

`python -m tests.pipeline.killed BOOK STEP` dies before its STEP-th change to the disk, and
with a STEP of 0 in the midst of writing its first long file.
"""

import json
import os
import resource
import signal
import sys
from itertools import count
from pathlib import Path
from typing import Any

from generator.model.page import Output
from tests.pipeline.publishing import put_all

LONGEST = 50_000
"""How many bytes are written to a file before death."""


def die_before(step: int) -> None:
    """Let the process end without a word, as in a power cut, at a change to the disk."""
    steps = count(1)

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        writes = event == "open" and isinstance(arguments[1], str) and arguments[1][0] in "xaw"
        changes = event in {"os.rename", "os.remove", "os.mkdir", "os.rmdir"}
        if (writes or changes) and next(steps) == step:
            os._exit(9)

    sys.addaudithook(watch)


def die_while_writing() -> None:
    """Let the system kill the process when a file grows too long."""
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LONGEST, LONGEST))


if __name__ == "__main__":
    book = Path(sys.argv[1])
    site = json.loads((book / "site.json").read_text(encoding="utf-8"))
    outputs = [Output(url, text.encode()) for url, text in site.items()]
    die_before(int(sys.argv[2])) if int(sys.argv[2]) else die_while_writing()
    put_all(outputs, book / "output", book=book)
