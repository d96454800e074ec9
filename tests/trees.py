"""Folders as plain mappings from path to text, for tests that need files."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

SMALL_BOOK: Final[Mapping[str, str]] = {
    "config.yaml": "title: Halden Desk\n",
    "content/topics.yaml": "- id: arms\n  name: Arms control\n",
    "content/organizations.yaml": (
        "- id: estara-mfa\n  name: Foreign Ministry of Estara\n  classification: ministry\n"
    ),
    "content/sources.yaml": (
        "- id: transcript\n  title: Press conference of 13 November\n  publisher: Estara Gazette\n"
    ),
    "content/officials/ana-petrova.yaml": """\
id: ana-petrova
name: Ana Petrova
roles:
  - role: Foreign Minister
    label: Foreign Minister of Estara
    organization: estara-mfa
    start_date: 2021-03-01
""",
    "content/briefings/2024/11/talks.md": """\
---
title: Talks resume
published: 2024-11-14
topics: [arms]
statements:
  - id: s1
    speaker: ana-petrova
    kind: quote
    text: We will not wait.
    date: 2024-11-13
    source: transcript
---
Ana Petrova spoke in Halden. “We will not wait,” she said.
""",
}
"""The least that a book holds: one of everything, without a fault."""


def book(folder: Path, **files: str | None) -> Path:
    """Write a small book and give its folder; `files` are added, changed, or None to leave out.

    Paths are not names, so they are given as `**{"content/topics.yaml": "..."}`.
    """
    chosen = {**SMALL_BOOK, **files}
    return write_tree(folder, {name: text for name, text in chosen.items() if text is not None})


def write_tree(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files below a folder and give the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def bytes_in(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder, Briefbook's own lists left out.

    That is many times quicker than with a path for each.
    """
    found: dict[str, bytes] = {}
    for place, _, names in os.walk(folder):
        for name in names:
            if name.startswith(".briefbook-"):
                continue
            with open(f"{place}/{name}", "rb") as file:  # noqa: PTH123
                found[f"{place}/{name}"[len(str(folder)) + 1 :]] = file.read()
    return found


def read_tree(folder: Path) -> dict[str, str]:
    """Read every file below a folder, Briefbook's own lists left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".briefbook-")
    }
