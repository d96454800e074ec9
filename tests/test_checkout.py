"""A machine that begins with a checkout, and with what the docs say to keep."""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from generator.model.page import Output, Page
from generator.pipeline.render import render
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


def built(root: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Build a book, and give the pages that were made for it."""
    made: list[str] = []

    def noted(page: Page) -> Output:
        made.append(page.url)
        return render(page)

    monkeypatch.setattr("generator.rendering.render", noted)
    build_if_changed(Settings(root=root, now=NOW), lambda _: None)
    return made


@pytest.mark.parametrize("place", ["book", "elsewhere"])
def test_only_what_an_edit_changes_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    root, saved = book(tmp_path / "book"), tmp_path / "saved"
    all_pages = built(root, monkeypatch)
    for name in kept_between_runs():
        shutil.copytree(root / name, saved / name)
    shutil.rmtree(root)

    root = book(tmp_path / place, **{TALKS: f"{SMALL_BOOK[TALKS]}\nThey met again.\n"})
    shutil.copytree(saved, root, dirs_exist_ok=True)
    made = built(root, monkeypatch)

    clean = book(tmp_path / "clean", **{TALKS: f"{SMALL_BOOK[TALKS]}\nThey met again.\n"})
    built(clean, monkeypatch)
    assert bytes_in(root / "output") == bytes_in(clean / "output")
    assert PAGE in made
    assert not {"officials/ana-petrova.html", "topics/arms.html"} & {*made}
    assert {"officials/ana-petrova.html", "topics/arms.html"} < {*all_pages}
