"""The output folder's own books: whether the folder is ours, and which files in it are.

Two lists stand in the folder.  The manifest names every file of the last finished build
with its hash.  The journal stands there only while a build writes, or after one was killed,
and names what that build may have left.  A file whose hash is in neither list was made or
changed by someone else and is theirs.
"""

import hashlib
import io
import json
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from generator.diagnostics import Location, Problem
from generator.errors import OutputError

if sys.platform != "win32":  # Windows has no flock; two builds at once are not caught there
    import fcntl

Hashes = Mapping[str, frozenset[str]]
"""Addresses, each with the hashes its file may have if we wrote it."""
Standing = Literal["nothing", "file", "folder", "link", "device"]

MANIFEST: Final = ".briefbook-manifest.json"
JOURNAL: Final = ".briefbook-journal.json"
LOCK: Final = ".briefbook-lock"
TEMPORARY: Final = ".bb-tmp-"
"""How the names of half-written files begin."""

_FORMAT: Final = 1
_KINDS: Final[Mapping[int, Standing]] = {
    stat.S_IFREG: "file",
    stat.S_IFDIR: "folder",
    stat.S_IFLNK: "link",
}
_OURS: Final = (".briefbook-", TEMPORARY)
_HARMLESS: Final = frozenset({".DS_Store", ".gitignore", ".gitkeep", ".nojekyll", "CNAME"})
_UNSAFE: Final = re.compile(
    r"[\x00-\x1f\\:\ud800-\udfff]"  # no name at all, or another one on Windows
    r"|(?:^|/)(?:(?:\.{0,2}|\.git)(?:/|$)|\.briefbook-|\.bb-tmp-)",
    re.IGNORECASE,
)
_DIGESTS: Final = re.compile(r"[0-9a-f]{64}(?: [0-9a-f]{64})*")


@dataclass(frozen=True, slots=True)
class Records:
    """The two lists as they were found."""

    manifest: Hashes
    journal: Hashes

    def trusted(self) -> Hashes:
        """Every address that may be ours, in order, with the hashes that show that it is."""
        if not self.journal:
            return self.manifest
        none: frozenset[str] = frozenset()
        return {
            url: self.manifest.get(url, none) | self.journal.get(url, none)
            for url in sorted({*self.manifest, *self.journal})
        }


def digest(data: bytes) -> str:
    """Give the SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def is_safe(url: str) -> bool:
    """Tell whether an address stays inside the folder, on every system, and is not ours."""
    return _UNSAFE.search(url) is None


def standing_at(path: Path | str) -> Standing:
    """Say what stands at a path; a link is a link, wherever it leads."""
    try:
        mode = os.lstat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return "nothing"
    return _KINDS.get(stat.S_IFMT(mode), "device")


def store(data: bytes, temporary: Path | str, *, target: Path | str) -> None:
    """Write a new file whole, beside the one that it will replace.

    Nothing is forced to the disk: that costs more than the rest of a build, and after a
    power cut the next build sees which hashes do not match.
    """
    try:
        with io.open(temporary, "xb", buffering=0) as file:  # noqa: UP020 - where a test can break it
            left = memoryview(data)
            while left:
                left = left[file.write(left) :]
    except OSError as error:  # a failing write does not say which file it was
        raise OSError(error.errno, error.strerror, str(target)) from error


class Lists:
    """Reads and writes the two lists; what it has written itself it need not take apart."""

    def __init__(self) -> None:
        self._written: tuple[bytes, Hashes] = b"", {}

    def read(self, folder: Path) -> Records:
        """Read both lists of a folder; one that cannot be trusted in every line is refused."""
        return Records(self._read(folder / MANIFEST), self._read(folder / JOURNAL))

    def write(self, path: Path, files: Hashes) -> None:
        """Replace a list in one step."""
        in_order = {url: files[url] for url in sorted(files)}
        listed = {url: " ".join(sorted(hashes)) for url, hashes in in_order.items()}
        record = {"format": _FORMAT, "files": listed}
        text = json.dumps(record, ensure_ascii=False, separators=(",\n", ": "))  # a line a file
        temporary, data = _beside(path), f"{text}\n".encode()
        try:
            store(data, temporary, target=path)
            temporary.replace(path)
        finally:
            with suppress(OSError):  # the fault that is already on its way says more
                temporary.unlink(missing_ok=True)
        self._written = data, in_order

    def _read(self, path: Path) -> Hashes:
        if (standing := standing_at(path)) == "nothing":
            return {}
        data = path.read_bytes() if standing == "file" else b""
        if data and data == self._written[0]:
            return self._written[1]
        files = _files(data)
        if files is None:
            raise OutputError(
                Problem(
                    "output-unsafe",
                    f"{path.name!r}, the list of the files that Briefbook wrote, cannot be trusted",
                    Location(str(path)),
                    "remove the whole output folder, then build again",
                )
            )
        return files


def safe_folder(root: Path, *, book: Path, never: Sequence[Path]) -> Path:
    """Give the real folder behind `root`, or refuse one that is not ours to write in.

    The output may lie inside `book`, but not be it or hold it; it shares nothing with the
    folders in `never`.
    """
    folder = _real(root)
    reason = _misplaced(root, folder, book) or _shares(folder, never)
    hint = "choose another folder for the site, such as output"
    if not reason:
        reason, hint = _taken(folder), "empty the folder, or choose another one for the site"
    if reason:
        message = f"the site cannot be written to {str(root)!r}: {reason}"
        raise OutputError(Problem("output-unsafe", message, Location(str(root)), hint))
    return folder


@contextmanager
def only_builder(folder: Path) -> Iterator[None]:
    """Keep other builds out of the folder.

    The system drops the lock when its holder dies, so there is never a stale one; the
    empty file stays, because removing it would let two builds lock different files.
    """
    if sys.platform == "win32":
        yield
        return
    with (folder / LOCK).open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OutputError(
                Problem(
                    "output-busy",
                    f"another build is writing to {str(folder)!r}",
                    Location(str(folder)),
                    "wait until it is done, then build again",
                )
            ) from None
        try:
            yield
        finally:  # closing is not enough: a worker forked meanwhile holds the file open too
            fcntl.flock(file, fcntl.LOCK_UN)


def _files(written: bytes) -> Hashes | None:
    try:
        record = json.loads(written)
    except (ValueError, RecursionError):
        return None
    match record:
        case {"format": int(version), "files": dict(files)} if version == _FORMAT:
            if all(is_safe(url) and _is_digests(found) for url, found in files.items()):
                return {url: frozenset(found.split()) for url, found in files.items()}
    return None


def _is_digests(found: object) -> bool:
    return isinstance(found, str) and _DIGESTS.fullmatch(found) is not None


def _beside(path: Path) -> Path:
    return path.with_name(f"{TEMPORARY}{path.name.removeprefix('.')}")


def _misplaced(root: Path, folder: Path, book: Path) -> str:
    """Say why nobody can want a site in this place."""
    home, here = _place(Path.home), _place(Path.cwd)
    inside_as_written = _within(_spelled_out(root), _spelled_out(book))
    doubts = (
        (folder == folder.parent, "it is the root of the file system"),
        (home is not None and _within(home, folder), "it is your home folder, or holds it"),
        (here == folder, "it is the current folder"),
        (_within(_real(book), folder), "it is the book's own folder, or holds it"),
        (
            inside_as_written and not _within(folder, _real(book)),
            f"it is a link that leads out of the book, to {str(folder)!r}",
        ),
    )
    return next((reason for doubtful, reason in doubts if doubtful), "")


def _shares(folder: Path, never: Sequence[Path]) -> str:
    """Say with which folder of sources the output would be mixed up."""
    for source in never:
        real = _real(source)
        if _within(folder, real) or _within(real, folder):
            return f"it shares a folder with {str(source)!r}, which the site is made from"
    return ""


def _taken(folder: Path) -> str:
    """Say whose folder it is, where it is not ours."""
    standing = standing_at(folder)
    if standing != "folder":
        return "" if standing == "nothing" else "it is not a folder"
    names = sorted(path.name for path in folder.iterdir())
    if MANIFEST in names or JOURNAL in names:
        return ""
    if ".git" in names:
        return "it is the top folder of a git repository"
    foreign = [name for name in names if name not in _HARMLESS and not name.startswith(_OURS)]
    return f"it holds files that Briefbook did not make, such as {foreign[0]!r}" if foreign else ""


def _place(ask: Callable[[], Path]) -> Path | None:
    try:
        return _real(ask())
    except (OSError, RuntimeError):  # the current folder was removed; nobody knows a home
        return None


def _within(path: Path, folder: Path) -> bool:
    return path == folder or folder in path.parents


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))  # unlike Path.resolve, it does not raise for a link loop


def _spelled_out(path: Path) -> Path:
    return Path(os.path.normpath(path.absolute()))  # links are left as they are
