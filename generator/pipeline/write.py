"""Bytes -> output/: the last step, and the only one that writes.

Each file that differs from what stands in its place is written under another name, as soon
as it is made and in whichever process made it.  Only when all of them are whole, and
nothing is in the way of any, do they take their places: what pages need first, what leads
to pages last.  A build that is killed anywhere leaves whole files and a journal, and the
next build completes it.
"""

import errno
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from generator.diagnostics import Location, Problem
from generator.errors import OutputError
from generator.model.addresses import folded
from generator.model.page import Output
from generator.pipeline.compare import (
    Plan,
    differs,
    folders_above,
    is_ours,
    plan,
    reads,
    refuse_bad_addresses,
)
from generator.pipeline.last import Last
from generator.pipeline.manifest import (
    JOURNAL,
    MANIFEST,
    TEMPORARY,
    Hashes,
    Lists,
    Records,
    digest,
    only_builder,
    safe_folder,
    standing_at,
    store,
)
from generator.report import Written

_REASONS: Final = {
    errno.EACCES: "writing there is not allowed",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "the file is larger than files may be there",
    errno.EIO: "the disk reports a fault",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ENOSPC: "the disk is full",
    errno.EPERM: "writing there is not allowed",
    errno.EROFS: "the disk can only be read",
}


class Staged(NamedTuple):
    """A file of the new site that stands in its place already, or waits to take it."""

    url: str
    digest: str
    waits: bool
    in_the_way: Problem | None = None
    """What keeps it from its place."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Takes each file of a site as soon as it is made; it may be sent to other processes."""

    todo: Plan

    def __call__(self, output: Output) -> Staged:
        """Write a file that differs under another name, where nobody looks for it."""
        root = self.todo.root
        with _faults_told(root):
            found = differs(output, self.todo)
            if found is True:
                store(output.data, _waiting(root, output.url), target=f"{root}/{output.url}")
        problem = found if isinstance(found, Problem) else None
        return Staged(output.url, digest(output.data), found is True, problem)

    def standing(self, url: str, expected: str, *, seen: bool) -> Staged | None:
        """Give a file that need not be made, where the one of this digest stands in its place.

        `seen` tells that it looks as it did when it had this digest, and need not be read.
        """
        if not is_ours(url, expected, self.todo):
            return None
        if not seen:
            with _faults_told(self.todo.root):
                seen = reads(url, expected, self.todo)
        return Staged(url, expected, waits=False) if seen else None


@dataclass(frozen=True, slots=True)
class Target:
    """Where a site goes."""

    folder: Path
    book: Path
    """The book's own folder, which may hold it."""
    never: tuple[Path, ...]
    """Folders that hold sources and share nothing with it."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known from the last time, in a process that publishes again and again."""

    lists: Lists = field(default_factory=Lists)
    last: Last = field(default_factory=Last)


def publish(
    urls: tuple[str, ...],
    each: Callable[[Stage], Sequence[Staged]],
    target: Target,
    known: Known | None = None,
) -> Written:
    """Make the folder hold exactly the site of these addresses, beside what others put there.

    `each` makes every file of the site, hands it over and gives back the answers.  Raises
    OutputError; nothing was published then, unless the code is `output-failed`: the next build
    completes what that one began.
    """
    known, root = known or Known(), target.folder
    known.last.of(refuse_bad_addresses, urls, root)
    with _faults_told(root):
        folder = safe_folder(root, book=target.book, never=target.never)
        folder.mkdir(parents=True, exist_ok=True)
        with only_builder(root), _leaving_no_rest(root):
            records = known.lists.read(root)
            todo = plan(urls, root, records)
            staged = each(Stage(todo))
            if problems := [one.in_the_way for one in staged if one.in_the_way]:
                raise OutputError(*dict.fromkeys(problems))
            changed = sorted((one for one in staged if one.waits), key=lambda one: _turn(one.url))
            _carry_out(todo, changed, records, new=_hashes(staged), lists=known.lists)
    return Written(len(changed), len(staged) - len(changed), len(todo.removable), todo.kept)


def _waiting(root: Path, url: str) -> str:
    """Name where a file waits.  A path for each of many files would cost more than writing it."""
    return f"{root}/{TEMPORARY}{hashlib.sha256(url.encode()).hexdigest()[:32]}"


def _carry_out(
    todo: Plan, changed: Sequence[Staged], records: Records, *, new: Hashes, lists: Lists
) -> None:
    root = todo.root
    if changed or records.journal or records.manifest != new:
        lists.write(root / JOURNAL, _either(records.journal, _hashes(changed)))
        _remove(root, todo.in_the_way, twins={})
        _clear_empty(root, [one.url for one in changed])
        _exchange(root, [one.url for one in changed])
        _remove(root, todo.removable, twins={folded(url): url for url in new})
        _prune(root, todo.stale)
        lists.write(root / MANIFEST, new)
    (root / JOURNAL).unlink(missing_ok=True)


def _either(one: Hashes, other: Hashes) -> Hashes:
    none: frozenset[str] = frozenset()
    return {url: one.get(url, none) | other.get(url, none) for url in {**one, **other}}


def _exchange(root: Path, urls: Sequence[str]) -> None:
    """Let each new file take its place; all of them are whole, and a full disk cannot stop it."""
    for place in sorted(folders_above(urls)):
        (root / place).mkdir(exist_ok=True)
    for url in urls:
        os.replace(_waiting(root, url), f"{root}/{url}")  # noqa: PTH105 - as above


@contextmanager
def _leaving_no_rest(root: Path) -> Iterator[None]:
    _sweep(root)  # what a build left that was killed
    try:
        yield
    finally:
        with suppress(OSError):  # what cannot be removed now is swept by the next build
            _sweep(root)


def _remove(root: Path, urls: Iterable[str], *, twins: dict[str, str]) -> None:
    for url in sorted(urls):
        path, twin = root / url, twins.get(folded(url))
        # Where A.html and a.html are one file, it has just been written under its other name.
        if standing_at(path) == "file" and not (twin and path.samefile(root / twin)):
            path.unlink()


def _clear_empty(root: Path, urls: Iterable[str]) -> None:
    """Remove the folders, empty by now, that stand where files come."""
    for path in [root / url for url in urls if standing_at(f"{root}/{url}") == "folder"]:
        for folder in (*sorted(path.rglob("*"), reverse=True), path):
            folder.rmdir()


def _prune(root: Path, urls: Iterable[str]) -> None:
    """Remove the folders that held nothing but our files."""
    for place in sorted(folders_above(urls), reverse=True):
        path = root / place
        if standing_at(path) == "folder" and not any(path.iterdir()):
            path.rmdir()


def _sweep(root: Path) -> None:
    for path in sorted(root.glob(f"{TEMPORARY}*")):
        if standing_at(path) == "file":
            path.unlink()


def _turn(url: str) -> tuple[int, str]:
    """Order files so that no page leads to one that is not there yet."""
    name = url.rpartition("/")[2]
    if name.endswith((".xml", ".json")):
        return 4, url
    if not name.endswith(".html"):
        return 0, url
    if name == "index.html":
        return 3, url
    return (1 if url.startswith("briefings/") else 2), url


def _hashes(files: Iterable[Staged]) -> Hashes:
    return {one.url: frozenset({one.digest}) for one in files}


@contextmanager
def _faults_told(root: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(_failure(error, root)) from error


def _failure(error: OSError, root: Path) -> Problem:
    path = error.filename2 or error.filename or root
    reason = _REASONS.get(error.errno or 0) or (error.strerror or str(error)).lower()
    message = f"the site could not be written: {reason}"
    return Problem("output-failed", message, Location(str(path)), "mend this, then build again")
