"""Whatever is saved is shown, once, however it is saved; and nothing is made for no reason."""

import os
from functools import partial
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from generator import watching
from generator.runtime.lookout import Lookout
from generator.runtime.watch import Watchdog
from tests.preview.edits import BOOK, Editor, Expected
from tests.preview.previewed import Previewed, previewed
from tests.runtime.watching import Lossy
from tests.trees import write_tree

EDITS = int(os.environ.get("EDITS", "45"))
"""How many edits; `make soak` asks for more."""
PARTS = ("config.yaml", "content", "templates")


@pytest.mark.parametrize("hints", [Watchdog, Lossy])
def test_every_edit_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hints: type[Watchdog]
) -> None:
    monkeypatch.setattr(watching, "Lookout", partial(Lookout, hints=hints))
    editor = Editor(write_tree(tmp_path / "book", BOOK), Random(20_241_114))  # noqa: S311
    with previewed(editor.root) as desk:
        made = [fingerprint(editor.root)]
        for _ in range(EDITS):
            _, expected = editor.edit()
            if expected:
                wait_for(desk, expected)
            made.append(fingerprint(editor.root))
        needed = sum(one != before for before, one in pairwise(made))

        # A file that is written in pieces, or a folder that moves, may be seen halfway.
        assert needed <= len(desk.changed) <= needed + EDITS // 10


def wait_for(desk: Previewed, expected: Expected) -> None:
    """Wait until a page is as it should be; what is half written may be an error for a moment."""
    while desk.preview.desk.state.failed or not is_there(desk, expected):
        desk.next()


def is_there(desk: Previewed, expected: Expected) -> bool:
    """Tell whether a page is as it should be."""
    status, body = desk.get(expected.page)
    return status == expected.status and expected.shows.encode() in body


def fingerprint(root: Path) -> str:
    """Give what tells one state of a book from another."""
    found = sorted(path for name in PARTS for path in [root / name, *(root / name).rglob("*")])
    counted = (path for path in found if path.is_file() and not path.name.startswith("."))
    parts = (f"{path} {sha256(path.read_bytes()).hexdigest()}" for path in counted)
    return "\n".join(parts)
