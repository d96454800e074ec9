"""How editors and tools save a file."""

import subprocess
from collections.abc import Callable
from pathlib import Path

Save = Callable[[Path, str], None]


def in_place(path: Path, text: str) -> None:
    """Write over the file, as nano does."""
    path.write_text(text, encoding="utf-8")


def by_rename(path: Path, text: str) -> None:
    """Write beside it, and put that in its place."""
    beside = path.with_name(f".{path.name}.tmp-4711")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def as_vim(path: Path, text: str) -> None:
    """Try the folder, move the file away, write anew, remove what was moved."""
    probe = path.with_name("4913")
    probe.touch()
    probe.unlink()
    path.rename(f"{path}~")
    path.write_text(text, encoding="utf-8")
    Path(f"{path}~").unlink()


def with_sed(path: Path, text: str) -> None:
    """Have `sed -i` write a file of one line."""
    subprocess.run(["sed", "-i", f"s/.*/{text}/", path], check=True)


def from_outside(path: Path, text: str) -> None:
    """Write somewhere else, and move it into its place."""
    elsewhere = path.parents[2] / f"outside-{path.name}"
    elsewhere.write_text(text, encoding="utf-8")
    elsewhere.replace(path)


def in_pieces(path: Path, text: str) -> None:
    """Write letter by letter."""
    with path.open("w", encoding="utf-8") as file:
        for letter in text:
            file.write(letter)
            file.flush()
