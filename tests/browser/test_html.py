"""The Nu HTML Checker, which knows the standard, has nothing against any page."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from tests.browser import install
from tests.browser.books import Shelf
from tests.conftest import NOT_RUN

SOON_READY: Final = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss16m")
"""Java that starts quickly rather than running long."""
OPTIONS: Final = ("--skip-non-html", "--errors-only", "--format", "json", "--stdout")
BROKEN: Final = "<!doctype html><html lang=en><title>A</title><p id=a><p id=a>\n"


def test_every_page_of_both_books_is_valid(shelves: Mapping[str, Shelf], tmp_path: Path) -> None:
    checker = install.checker()
    if checker is None:
        why = f"the Nu HTML Checker could not be installed ({install.faults()})"
        pytest.skip(f"check of the HTML {NOT_RUN}: {why}")
    java, archive = checker
    (tmp_path / "broken.html").write_text(BROKEN, encoding="utf-8")
    folders = [str(shelf.folder) for shelf in shelves.values()]

    told = subprocess.run(
        [java, *SOON_READY, "-jar", archive, *OPTIONS, *folders, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )

    found = {
        f"{Path(one['url']).name}:{one['lastLine']}: {one['message']}"
        for one in json.loads(told.stdout)["messages"]
    }
    assert found == {"broken.html:1: Duplicate ID “a”."}
