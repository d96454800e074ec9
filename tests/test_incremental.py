"""After any row of edits and misfortunes the site is that of a build without a memory."""

import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

import generator
from generator.errors import BriefbookError
from generator.rebuild import build_if_changed
from generator.report import Settings
from tests.incremental import WORDS, beginning
from tests.machine import (
    EDITIONS,
    MOMENTS,
    SEQUENCES,
    Desk,
    Interrupted,
    Published,
    after_any_row,
    interrupted,
)
from tests.made import Made, make
from tests.remade import made_anew, outcome
from tests.trees import write_tree

SHARES = 10
PROGRAM: Final = Path(generator.__file__).parent.parent


class Built(Published, Desk):
    """A book that is built from the command line, and in a process that stays."""

    @initialize(jobs=st.sampled_from([1] * 9 + [2]))
    def begin(self, jobs: int) -> None:
        super().begin()
        self.ask_in_another_way(jobs, stock=False)
        outcome(lambda: self.staying.build(self.asked))
        self.begin_another_process()

    @rule(moment=st.sampled_from(MOMENTS))
    def build_beside(self, moment: datetime) -> None:
        """Build another site from the command line to where the process that stays publishes."""
        asked = replace(self.asked, output=self.staying.output, now=moment)
        outcome(lambda: build_if_changed(asked, lambda _: None))

    @precondition(lambda self: self.asked.jobs > 1)
    @rule(seed=st.sampled_from(["1", "2"]))
    def build_with_another_hash_seed(self, seed: str) -> None:
        """Build from a command line, where sets have another order."""
        edition = ("--edition", self.asked.edition) if self.asked.edition else ()
        asked = ("--as-of", self.asked.now.isoformat(), "--jobs", str(self.asked.jobs), *edition)
        done = subprocess.run(
            [sys.executable, "-m", "generator", "build", "--quiet", "--root", self.root, *asked],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(PROGRAM)},
            capture_output=True,
            check=False,
        )
        assert (done.returncode == 0) == isinstance(made_anew(self.asked), Made)

    @rule(
        words=st.sampled_from(sorted(WORDS)),
        at=st.sampled_from(["linking", "rendering", "writing"]),
    )
    def interrupt_the_process_that_stays(self, words: str, at: str) -> None:
        self.write_other_words("one", words)
        with suppress(Interrupted, BriefbookError):
            self.staying.build(self.asked, partial(interrupted, at))


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_the_book_begins_without_a_fault(
    tmp_path: Path, moment: datetime, edition: str | None
) -> None:
    root = write_tree(tmp_path, beginning())

    made = make(Settings(root=root, now=moment, edition=edition))

    assert made.report.problems == ()
    assert len(made.report.held_back) == (moment < MOMENTS[1]) + (moment > MOMENTS[1]) + (
        edition is None
    )


@pytest.mark.parametrize("share", range(SHARES))
def test_after_any_row_of_edits_the_site_is_that_of_a_clean_build(
    share: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    del share
    monkeypatch.setattr("generator.runtime.workers.WORTH_IT", 2)
    after_any_row(Built, SEQUENCES // SHARES)
