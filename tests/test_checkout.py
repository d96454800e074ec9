"""A machine that begins with a checkout, and with what the docs say to keep."""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from generator.rebuild import build_if_changed
from generator.report import Settings
from tests.trees import SMALL_BOOK, book, bytes_in

DOC: Final = Path(__file__).parent.parent / "docs/publishing.md"
TALKS: Final = "content/briefings/2024/11/talks.md"
PAGE: Final = "briefings/2024/11/talks.html"
NOW: Final = datetime(2024, 11, 20, tzinfo=UTC)


def kept_between_runs() -> list[str]:
    (listed,) = re.findall(r"^    path: \|\n((?: {6}\S+\n)+)", DOC.read_text("utf-8"), re.MULTILINE)
    return str(listed).split()


def build_it(root: Path) -> None:
    build_if_changed(Settings(root=root, now=NOW), lambda _: None)


@pytest.mark.parametrize("place", ["book", "elsewhere"])
def test_only_what_an_edit_changes_is_made(
    tmp_path: Path, pages_made: list[str], place: str
) -> None:
    root, saved = book(tmp_path / "book"), tmp_path / "saved"
    build_it(root)
    all_pages = {*pages_made}
    pages_made.clear()
    for name in kept_between_runs():
        shutil.copytree(root / name, saved / name)
    shutil.rmtree(root)

    root = book(tmp_path / place, **{TALKS: f"{SMALL_BOOK[TALKS]}\nThey met again.\n"})
    shutil.copytree(saved, root, dirs_exist_ok=True)
    build_it(root)
    made = {*pages_made}

    clean = book(tmp_path / "clean", **{TALKS: f"{SMALL_BOOK[TALKS]}\nThey met again.\n"})
    build_it(clean)
    assert bytes_in(root / "output") == bytes_in(clean / "output")
    assert PAGE in made
    assert not {"officials/ana-petrova.html", "topics/arms.html"} & made
    assert {"officials/ana-petrova.html", "topics/arms.html"} < all_pages
