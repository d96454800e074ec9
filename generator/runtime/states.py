"""In what state the files of some folders are, and which of them have become others.

Names, sizes, times and inodes tell that a file may have changed; its bytes tell whether it
has.  So a file that is saved as it was, or only touched, is no change.
"""

import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import Final, Literal

from generator.runtime.looks import is_sure

Stamp = tuple[int, int, int, int, int]
"""What a file looks like from outside: mode, size, times and inode."""

_SOON_S: Final = 0.02
"""When a later change shows in the times of a file, where they are not counted in seconds."""
_ATTEMPTS: Final = 3
_MANY: Final = 100
"""With more hints than these it is quicker to look at everything."""


@dataclass(frozen=True, slots=True)
class Targets:
    """What is to be watched."""

    files: tuple[Path, ...]
    folders: tuple[Path, ...]
    """With all below them."""
    never: tuple[Path, ...]
    """Folders that are not looked into wherever they lie."""
    ignored: Callable[[str], bool]
    """Tells whether a file or folder of this name does not count."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file that is not what it was."""

    path: str
    kind: Literal["new", "changed", "gone"]


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a file."""

    stamp: Stamp
    digest: bytes | None
    """Of its bytes; None where they were not read yet."""
    is_sure: bool
    """Whether a later change would show in the stamp."""


_DOUBTFUL: Final = Seen((0, 0, 0, 0, 0), b"", is_sure=False)
"""A file that is never again what it was."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a look found to be other than was known; None is a file that is gone."""

    found: Mapping[str, Seen | None]
    changes: tuple[Change, ...]

    @property
    def lacks_files(self) -> bool:
        """Whether something is gone, perhaps only for the moment in which it is saved."""
        return any(one.kind == "gone" for one in self.changes)


class States:
    """The states of all files of the targets, as last looked at."""

    def __init__(self, targets: Targets) -> None:
        self.targets = targets
        self.folders: dict[str, int] = {}
        """The inodes of all folders that hold files of the targets."""
        self._files: dict[str, Seen] = {}

    def __len__(self) -> int:
        return len(self._files)

    def begin(self) -> None:
        """Look at everything for the first time, when a later change would show, if that is soon.

        Bytes are not read yet.
        """
        for _ in range(_ATTEMPTS):
            moment = time.time_ns()
            walked = self._everything()
            self._files = {
                path: Seen(stamp, None, _is_sure(stamp, moment)) for path, stamp in walked.items()
            }
            if all(seen.is_sure for seen in self._files.values()):
                return
            time.sleep(_SOON_S)

    def learn(self, most: int) -> bool:
        """Read the bytes of some files that were not read yet; tell whether more are left."""
        unread = [path for path, seen in self._files.items() if seen.digest is None]
        for path in unread[:most]:
            seen = self._files[path]
            digest = _digest(path, seen.stamp)
            if _stamp_of(path) == seen.stamp:
                self._files[path] = replace(seen, digest=digest)
            elif seen.digest is None:  # it has changed: the next look will find it
                self._files[path] = replace(seen, digest=b"")
        return len(unread) > most

    def compare(self, paths: Iterable[str] | None) -> Difference:
        """Look at some paths and all below them, or at everything, for what is different now."""
        moment = time.time_ns()
        listed = None if paths is None else sorted(set(paths))
        if listed is not None and len(listed) > _MANY:
            listed = None
        walked = self._everything() if listed is None else self._below(listed)
        found: dict[str, Seen | None] = {}
        changes = []
        for path, stamp in walked.items():
            known = self._files.get(path)
            if known and known.stamp == stamp and known.is_sure:
                continue
            now = Seen(stamp, _digest(path, stamp), _is_sure(stamp, moment))
            found[path] = now
            if known is None:
                changes.append(Change(path, "new"))
            elif _has_changed(known, now):
                changes.append(Change(path, "changed"))
        for path in set(self._missing(walked, listed)):
            found[path] = None
            changes.append(Change(path, "gone"))
        return Difference(found, tuple(sorted(changes, key=lambda one: one.path)))

    def take(self, difference: Difference) -> tuple[Change, ...]:
        """Know from now on what a look has found, and give the changes."""
        for path, seen in difference.found.items():
            if seen is None:
                self._files.pop(path, None)
            else:
                self._files[path] = seen
        return difference.changes

    def note_read(self, paths: Iterable[str], since: int) -> bool:
        """Know files as they are, if that is how they were read, at a moment or later.

        What may have been other for a while is a change at the next look, or gone.  Tells
        whether there is any such file.
        """
        doubtful = False
        for path in paths:
            known, stamp = self._files.get(path), _stamp_of(path)
            if stamp == known.stamp if known else _is_folder(stamp) or not self.counts(path):
                continue
            if stamp and _is_sure(stamp, since):
                self._files[path] = Seen(stamp, None, is_sure=True)
            else:
                self._files[path], doubtful = _DOUBTFUL, True
        return doubtful

    def counts(self, path: str) -> bool:
        """Tell whether a path is one of the targets or lies in one."""
        if path in map(os.fspath, self.targets.files):
            return True
        if any(_is_within(path, os.fspath(one)) for one in self.targets.never):
            return False
        for folder in map(os.fspath, self.targets.folders):
            if _is_within(path, folder):
                below = Path(path[len(folder) + 1 :])
                return not any(self.targets.ignored(one) for one in below.parts)
        return False

    def _missing(self, walked: Mapping[str, Stamp], listed: list[str] | None) -> Iterator[str]:
        if listed is None:
            yield from self._files.keys() - walked.keys()
            return
        for path in listed:
            if path not in self._files:  # perhaps a folder, there or gone
                below = path + os.sep
                inside = (one for one in self._files if one.startswith(below))
                yield from (one for one in inside if one not in walked)
            elif path not in walked:
                yield path

    def _everything(self) -> dict[str, Stamp]:
        self.folders = {}
        tops = [os.fspath(one) for one in (*self.targets.files, *self.targets.folders)]
        return self._below(tops)

    def _below(self, paths: Iterable[str]) -> dict[str, Stamp]:
        walked: dict[str, Stamp] = {}
        pending = [path for path in paths if self.counts(path)]
        tops = {*map(os.fspath, self.targets.folders)}
        while pending:
            path = pending.pop()
            # A link at the top is followed; below it links are no files.
            stamp = _stamp_of(os.path.realpath(path) if path in tops else path)
            if stamp is None:
                self._forget_folder(path)
                continue
            if _is_folder(stamp):
                self.folders[path] = stamp[-1]
                pending.extend(self._inside(path, walked))
            else:
                walked[path] = stamp
        return walked

    def _forget_folder(self, gone: str) -> None:
        for folder in [one for one in self.folders if _is_within(one, gone)]:
            del self.folders[folder]

    def _inside(self, folder: str, walked: dict[str, Stamp]) -> Iterator[str]:
        """Take the files of a folder, and give the folders in it."""
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if self.targets.ignored(entry.name):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        if self.counts(entry.path):
                            yield entry.path
                    else:
                        walked[entry.path] = _stamp(entry.stat(follow_symlinks=False))
        except OSError:
            return  # gone meanwhile, or not to be read


def _is_within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder + os.sep)


def _has_changed(known: Seen, now: Seen) -> bool:
    if known.digest is None:
        return known.stamp != now.stamp
    return known.digest != now.digest


def _is_sure(stamp: Stamp, moment: int) -> bool:
    return is_sure(stamp[2], stamp[3], moment)


def _stamp(found: os.stat_result) -> Stamp:
    return (found.st_mode, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def _is_folder(stamp: Stamp | None) -> bool:
    return stamp is not None and stat.S_ISDIR(stamp[0])


def _stamp_of(path: str) -> Stamp | None:
    try:
        return _stamp(os.lstat(path))
    except OSError:
        return None


def _digest(path: str, stamp: Stamp) -> bytes:
    """Give a digest of what a file holds; what is no regular file is never opened."""
    made = blake2b(f"{stat.S_IFMT(stamp[0])}\n".encode(), digest_size=16)
    try:
        if stat.S_ISREG(stamp[0]):
            made.update(Path(path).read_bytes())
        elif stat.S_ISLNK(stamp[0]):
            made.update(os.fsencode(Path(path).readlink()))
    except OSError as error:
        made.update(f"unreadable: {error.errno}".encode())
    return made.digest()
