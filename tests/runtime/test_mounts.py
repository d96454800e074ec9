"""Mounts that are silent are known by their kind, and folders without a watch by their inode."""

from pathlib import Path

import pytest

from generator.runtime.mounts import silent_mount, unwatched

MOUNTS = """\
22 1 0:20 / / rw shared:1 - ext4 /dev/sda1 rw
30 22 0:31 / /srv/desk rw - fuse.grpcfuse grpcfuse rw
31 22 0:32 / /srv/desk/own rw - ext4 /dev/sdb1 rw
32 22 0:33 / /srv/a\\040share rw master:2 - nfs4 server:/x rw
33 22 0:34 / /merged rw - overlay overlay rw
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv", ""),
        ("/srv/desk/content", "fuse.grpcfuse"),
        ("/srv/desktop", ""),
        ("/srv/desk/own/content", ""),
        ("/srv/a share", "nfs4"),
        ("/merged/book", ""),
    ],
)
def test_the_nearest_mount_decides(tmp_path: Path, folder: str, kind: str) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS, encoding="utf-8")

    assert silent_mount(Path(folder), mounts) == kind


def test_where_mounts_are_not_told_nothing_is_known(tmp_path: Path) -> None:
    assert silent_mount(tmp_path, tmp_path / "none") == ""
    assert unwatched({"a": 1}, tmp_path / "none") == 0


def test_folders_without_a_watch_are_counted(tmp_path: Path) -> None:
    (tmp_path / "5").write_text("pos:\t0\n", encoding="ascii")
    (tmp_path / "7").write_text("inotify wd:1 ino:2a sdev:8 mask:3c6\n", encoding="ascii")

    assert unwatched({"a": 0x2A, "b": 0x2B}, tmp_path) == 1
