"""Bytes -> output/: the last step, and the only one that writes.

Everything is checked before the first byte of the site changes.  Then each changed file is
written under another name beside its place, and only when all of them are whole do they
take their places: what pages need first, what leads to pages last.  A build that is killed
anywhere leaves whole files and a journal, and the next build completes it.
"""

import errno
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from generator.diagnostics import Location, Problem
from generator.errors import OutputError
from generator.model.page import Output
from generator.pipeline.compare import Plan, folded, folders_above, plan, refuse_bad_addresses
from generator.pipeline.manifest import (
    JOURNAL,
    MANIFEST,
    TEMPORARY,
    Hashes,
    Records,
    digest,
    only_builder,
    read_records,
    safe_folder,
    standing_at,
    store,
    write_record,
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


def publish(outputs: Sequence[Output], root: Path, *, book: Path, never: Sequence[Path]) -> Written:
    """Make the folder hold exactly this site, beside what others put there.

    `book` is the book's own folder, which may hold the output; the folders in `never` hold
    sources and share nothing with it.  Raises OutputError; nothing was published then,
    unless the code is `output-failed`: the next build completes what that one began.
    """
    refuse_bad_addresses(outputs, root)
    try:
        safe_folder(root, book=book, never=never).mkdir(parents=True, exist_ok=True)
        with only_builder(root):
            records = read_records(root)
            if records.unfinished:
                _sweep(root)
            todo = plan(outputs, root, records)
            _carry_out(todo, root, records, new=_hashes(outputs))
    except OSError as error:
        raise OutputError(_failure(error, root)) from error
    changed = len(todo.changed)
    return Written(changed, len(outputs) - changed, len(todo.removable), todo.kept)


def _carry_out(todo: Plan, root: Path, records: Records, *, new: Hashes) -> None:
    if todo.changed or records.journal or records.manifest != new:
        write_record(root / JOURNAL, _either(records.journal, _hashes(todo.changed)))
        _remove(root, todo.in_the_way, twins={})
        _clear_empty(root, todo.changed)
        _exchange(todo.changed, root)
        _remove(root, todo.removable, twins={folded(url): url for url in new})
        _prune(root, todo.stale)
        write_record(root / MANIFEST, new)
    (root / JOURNAL).unlink(missing_ok=True)


def _either(one: Hashes, other: Hashes) -> Hashes:
    none: frozenset[str] = frozenset()
    return {url: one.get(url, none) | other.get(url, none) for url in {**one, **other}}


def _exchange(changed: Sequence[Output], root: Path) -> None:
    """Write all the new files, then let each take its place: a full disk changes no page."""
    for place in sorted(folders_above(output.url for output in changed)):
        (root / place).mkdir(exist_ok=True)
    with _leaving_no_rest() as waiting:
        for number, output in enumerate(changed):
            target = root / output.url
            temporary = target.with_name(f"{TEMPORARY}{number}")
            waiting.append((temporary, target))
            store(output.data, temporary, target=target)
        while waiting:
            temporary, target = waiting[0]
            temporary.replace(target)
            waiting.popleft()


@contextmanager
def _leaving_no_rest() -> Iterator[deque[tuple[Path, Path]]]:
    waiting: deque[tuple[Path, Path]] = deque()
    try:
        yield waiting
    finally:
        with suppress(OSError):  # what cannot be removed now is swept by the next build
            for temporary, _ in waiting:
                temporary.unlink(missing_ok=True)


def _remove(root: Path, urls: Iterable[str], *, twins: dict[str, str]) -> None:
    for url in sorted(urls):
        path, twin = root / url, twins.get(folded(url))
        # Where A.html and a.html are one file, it has just been written under its other name.
        if standing_at(path) == "file" and not (twin and path.samefile(root / twin)):
            path.unlink()


def _clear_empty(root: Path, changed: Iterable[Output]) -> None:
    """Remove the folders, empty by now, that stand where files come."""
    for path in (root / output.url for output in changed):
        if standing_at(path) == "folder":
            for folder in (*sorted(path.rglob("*"), reverse=True), path):
                folder.rmdir()


def _prune(root: Path, urls: Iterable[str]) -> None:
    """Remove the folders that held nothing but our files."""
    for place in sorted(folders_above(urls), reverse=True):
        path = root / place
        if standing_at(path) == "folder" and not any(path.iterdir()):
            path.rmdir()


def _sweep(root: Path) -> None:
    for path in sorted(root.rglob(f"{TEMPORARY}*")):
        if standing_at(path) == "file":
            path.unlink()


def _hashes(outputs: Iterable[Output]) -> Hashes:
    return {output.url: frozenset({digest(output.data)}) for output in outputs}


def _failure(error: OSError, root: Path) -> Problem:
    path = error.filename2 or error.filename or root
    reason = _REASONS.get(error.errno or 0) or (error.strerror or str(error)).lower()
    message = f"the site could not be written: {reason}"
    return Problem("output-failed", message, Location(str(path)), "mend this, then build again")
