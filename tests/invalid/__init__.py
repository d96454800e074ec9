"""Books with one mistake each, and what the program says of it.

A folder is named after the code of its problem; where one code has several messages, a word
after two hyphens tells them apart: `bad-value--number`.  It holds only the files that
differ from the valid book in `_base`, and `expected.txt`.
"""

from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, ignore_patterns

from click.testing import CliRunner

from generator.cli import main

HERE = Path(__file__).parent
BASE = HERE / "_base"
EXPECTED = "expected.txt"
_BUILD = ("build", "--jobs", "1", "--as-of", "2024-12-01")


@dataclass(frozen=True, slots=True)
class Said:
    """What a run of the program gives back."""

    exit_code: int
    errors: str


def cases() -> list[Path]:
    """List the folders, each with one mistake."""
    return sorted(path for path in HERE.glob("[!_]*") if path.is_dir())


def code_of(case: Path) -> str:
    """Give the code of the problem that a folder is about."""
    return case.name.partition("--")[0]


def said_of(case: Path, folder: Path) -> Said:
    """Build a copy of the valid book with a case's files laid over it."""
    copytree(BASE, folder, dirs_exist_ok=True)
    copytree(case, folder, dirs_exist_ok=True, ignore=ignore_patterns(EXPECTED))
    return built(folder)


def built(folder: Path, *options: str) -> Said:
    """Build a book as an editor would, in its own folder."""
    with chdir(folder):
        result = CliRunner().invoke(main, [*_BUILD, *options], catch_exceptions=False)
    return Said(result.exit_code, result.stderr)
