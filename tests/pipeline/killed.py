"""Publish the sites that files describe, and die on the way to each.

`python -m tests.pipeline.killed BOOK STEP BOOK STEP …` publishes each book in a process of its
own, which dies before its STEP-th change to the disk, and with a STEP of 0 in the midst of writing
its first long file.  Their exit codes are printed.
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


def publish_and_die(book: Path, step: int) -> None:
    """Publish a site as far as a step."""
    site = json.loads((book / "site.json").read_text(encoding="utf-8"))
    outputs = [Output(url, text.encode()) for url, text in site.items()]
    die_before(step) if step else die_while_writing()
    put_all(outputs, book / "output", book=book)


def in_a_process(book: Path, step: int) -> int:
    """Do it in another process, and give its exit code."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = 1
    try:
        publish_and_die(book, step)
        code = 0
    finally:
        os._exit(code)


if __name__ == "__main__":
    pairs = zip(sys.argv[1::2], sys.argv[2::2], strict=True)
    sys.stdout.write(json.dumps([in_a_process(Path(book), int(step)) for book, step in pairs]))
