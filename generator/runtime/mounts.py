"""Whether the system tells of changes in a folder: not on every kind of mount, nor of too many."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

_SILENT: Final = frozenset(
    {
        "9p", "afs", "ceph", "cifs", "drvfs", "fakeowner", "gcsfuse", "glusterfs", "lustre",
        "nfs", "nfs4", "osxfs", "prl_fs", "smb3", "smbfs", "vboxsf", "virtiofs", "vmhgfs", "wslfs",
    }
)  # fmt: skip
"""Kinds of mounts on which others can change files without that this machine is told."""
_MOUNTS: Final = Path("/proc/self/mountinfo")
_DESCRIPTORS: Final = Path("/proc/self/fdinfo")


def silent_mount(folder: Path, mounts: Path = _MOUNTS) -> str:
    """Name the kind of a folder's mount if changes in it may not be told, or give nothing."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    here, longest, kind = os.path.realpath(folder), -1, ""
    for line in lines:
        left, _, right = line.partition(" - ")
        at = left.split(" ")[4].encode().decode("unicode_escape") if left.count(" ") > 4 else ""  # noqa: PLR2004 - the fifth field
        within = here == at or here.startswith(at.rstrip("/") + "/")
        if at and within and len(at) >= longest:
            longest, kind = len(at), right.split(" ")[0]
    is_silent = kind in _SILENT or kind.startswith("fuse.")
    return kind if is_silent else ""


def unwatched(folders: Mapping[str, int], descriptors: Path = _DESCRIPTORS) -> int:
    """Count the folders that inotify does not watch; 0 where that cannot be known.

    `folders` have their inodes.  Watches beyond the limit of the system are missing silently.
    """
    watched = set(_inodes(descriptors))
    return sum(inode not in watched for inode in folders.values()) if watched else 0


def _inodes(descriptors: Path) -> Iterable[int]:
    try:
        names = os.listdir(descriptors)  # noqa: PTH208 - they come and go
    except OSError:
        return
    for name in names:
        try:
            text = (descriptors / name).read_text(encoding="ascii", errors="replace")
        except OSError:
            continue
        for line in text.splitlines():
            if line.startswith("inotify "):
                fields = dict(one.split(":", 1) for one in line.split() if ":" in one)
                yield int(fields["ino"], 16)
