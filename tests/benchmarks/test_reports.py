"""The tables that are shown are those of the figures that lie beside them."""

import shutil
from pathlib import Path

from benchmarks import report, saving

SHOWN = Path(report.__file__).parent


def test_builds_are_told_as_they_were_measured_whatever_lies_beside(tmp_path: Path) -> None:
    shutil.copytree(SHOWN / "results", tmp_path / "results")

    report.write_report(tmp_path)

    told = (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
    assert told == (SHOWN / "RESULTS.md").read_text(encoding="utf-8")


def test_saves_are_told_as_they_were_measured_whatever_lies_beside() -> None:
    told = saving.report(SHOWN / "results")

    assert told == (SHOWN / "SAVING.md").read_text(encoding="utf-8")
