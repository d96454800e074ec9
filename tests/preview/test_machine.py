"""After any row of edits every page of a preview is that of a build without a memory."""

import time
from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.errors import BriefbookError, TemplateError
from generator.preview.desk import Desk as PreviewDesk
from tests.machine import SEQUENCES, Desk, after_any_row
from tests.made import Made
from tests.remade import changes, files_of, made_anew

SHARES = 2
"""Each of a twentieth of all rows."""


class Previewed(Desk):
    """A book that is previewed all the while."""

    def __init__(self) -> None:
        super().__init__()
        self.settings = self.asked
        self.preview: PreviewDesk | None = None
        self.seen: Mapping[str, bytes] = {}

    def check(self) -> None:
        """Compare every file of the preview with what is made without a memory."""
        desk, changed = self.desk(), self.changed()
        clean = made_anew(replace(self.asked, unpublished=True))
        before = desk.snapshot
        state = desk.make(changed)

        if isinstance(clean, TemplateError):
            self.check_template(desk, clean)
            return
        assert state.failed == isinstance(clean, BriefbookError)
        if isinstance(clean, BriefbookError):
            assert state.problems == clean.problems
            assert desk.snapshot is before
            return
        assert state.problems == clean.report.problems
        assert state.held_back == clean.report.held_back
        assert desk.snapshot
        for one in clean.outputs:
            assert desk.page(one.url, desk.snapshot) == one.data, one.url
        assert set(desk.snapshot.urls()) == {one.url for one in clean.outputs}
        self.check_recalled(desk, clean)

    def check_template(self, desk: PreviewDesk, fault: TemplateError) -> None:
        """A template that is broken is told when a page needs it."""
        assert not desk.state.failed
        assert desk.snapshot
        for url in desk.snapshot.urls():
            desk.page(url, desk.snapshot)
        told = {(one.code, one.at.path) for one in desk.state.problems}
        assert {(one.code, one.at.path) for one in fault.problems} <= told

    def check_recalled(self, desk: PreviewDesk, clean: Made) -> None:
        """Compare every file of a preview that begins with what this one has shown."""
        time.sleep(0.03)  # a change in the moment of a look would not show
        desk.keep(lambda: True)
        again = PreviewDesk(self.settings, lambda: self.asked.now)
        assert again.recall()
        assert again.state.problems == clean.report.problems
        assert again.snapshot
        for one in clean.outputs:
            assert again.page(one.url, again.snapshot) == one.data, one.url

    def desk(self) -> PreviewDesk:
        """Give the preview; another edition has one of its own."""
        if self.preview is None or self.settings.edition != self.asked.edition:
            self.settings, self.seen = self.asked, {}
            self.preview = PreviewDesk(self.asked, lambda: self.asked.now)
        return self.preview

    def changed(self) -> list[str]:
        """List the files that are not what they were."""
        seen = files_of(self.root)
        found = changes(self.seen, seen)
        self.seen = seen
        return found


@pytest.mark.parametrize("share", range(SHARES))
def test_after_any_row_of_edits_its_pages_are_those_of_a_clean_build(share: int) -> None:
    del share
    after_any_row(Previewed, SEQUENCES // 20)
