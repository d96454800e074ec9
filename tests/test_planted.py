"""A fault that is planted is found by rows of edits: in `make soak` each one, else one of them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.planted import ARCHIVE, DESK, PLANTS, Plant

ROOT: Final = Path(__file__).parent.parent
COPIED: Final = ("generator", "templates", "tests")
TRIED: Final = int(os.environ.get("PLANTED", "1"))
"""How many of the faults are planted."""
ROWS: Final = {DESK: 1_000, ARCHIVE: 8_000}
"""How many rows may be needed to find one; of an archive there are an eighth as many."""
PASSED, FAILED = 0, 1
"""What pytest ends with; other numbers tell that it could not test."""
AS_MADE_ANEW: Final = "tests/remade.py"
"""Where a site is compared with that of a clean build."""


@pytest.mark.parametrize("plant", PLANTS, ids=lambda one: one.left_out)
def test_there_is_a_place_for_each_fault(plant: Plant) -> None:
    text = (ROOT / plant.module).read_text(encoding="utf-8")

    assert text.count(plant.text) == 1
    assert plant.text != plant.instead


@pytest.mark.parametrize("plant", PLANTS[:TRIED], ids=lambda one: one.left_out)
def test_rows_of_edits_find_each_fault(plant: Plant, tmp_path: Path) -> None:
    module = copied(tmp_path) / plant.module
    text = module.read_text(encoding="utf-8")
    module.write_text(text.replace(plant.text, plant.instead), encoding="utf-8")

    code, told = try_rows(tmp_path, plant.found_by, ROWS[plant.found_by])

    assert code == FAILED, told
    assert AS_MADE_ANEW in told


def test_where_nothing_is_planted_nothing_is_found(tmp_path: Path) -> None:
    code, told = try_rows(copied(tmp_path), ARCHIVE, rows=32)

    assert code == PASSED, told


def copied(folder: Path) -> Path:
    """Copy the program and its tests."""
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def try_rows(folder: Path, tests: str, rows: int) -> tuple[int, str]:
    """Try rows of edits on a copy of the program; give what pytest ends with, and tells."""
    mine = {name: text for name, text in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-x", "-p", "no:cacheprovider", tests],
        cwd=folder,
        env=mine | {"PYTHONPATH": str(folder), "SEQUENCES": str(rows)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout
