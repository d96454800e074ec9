"""What is asked of a build, and what it tells: plain values that cost nothing to import."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from generator.diagnostics import Problem
from generator.text.left_out import LeftOut


@dataclass(frozen=True, slots=True)
class Settings:
    """What the command line decides about a build."""

    root: Path
    now: datetime
    output: Path | None = None
    edition: str | None = None
    jobs: int = 1
    stock_markdown: bool = False
    """Read texts with Python-Markdown as it comes, in case of doubt about the quick one."""
    remembers: bool = False
    """Use what the last build kept in `.briefbook/`, and keep it there for the next."""
    recalls: bool = False
    """Use what is kept there, and keep nothing."""
    unpublished: bool = False
    """Show drafts too, and what is embargoed or expired: for a preview, never for readers."""

    def without_memory(self) -> "Settings":
        """Give the same, with nothing kept and nothing used of what is."""
        return replace(self, remembers=False, recalls=False)


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A source that is not published now, why, and until when where that is known."""

    path: str
    title: str
    why: str
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """What publishing changed."""

    written: int
    unchanged: int
    removed: int
    kept: tuple[str, ...] = ()
    """Files that left the book but were changed by hand; they are let stand."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did, for the command line to tell."""

    problems: tuple[Problem, ...]
    pages: int = 0
    written: Written | None = None
    held_back: tuple[HeldBack, ...] = ()
    left_out: tuple[tuple[str, LeftOut], ...] = ()
    output: str = ""
    seconds: float = 0.0
    notes: tuple[str, ...] = ()
    """What was not done and is no fault of the book."""
    sources: tuple[str, ...] = ()
    """The files and folders that the site was made from, below the book's own."""
    since: datetime | None = None
    """From when on the same book has made the same site; None: always."""
    until: datetime | None = None
    """Until when it will, because something is published or expires then; None: for ever."""
