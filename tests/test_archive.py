"""After any row of edits to an archive, where briefings stand near each other or far, too."""

import re
import shutil
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from generator.report import Settings
from tests.incremental import BRIEFINGS, NAMES, SPEAKERS, article, beginning, with_line
from tests.machine import SEQUENCES, after_any_row, check_as_made_anew
from tests.remade import Staying
from tests.trees import write_tree

SHARES: Final = 4
ROWS: Final = SEQUENCES // 4
DAYS: Final = [f"2024-{month:02}-{day:02}" for month in range(5, 9) for day in (3, 9, 17, 25)]
"""Some in each month: what is near may be of the same month as what is far."""
BEYOND: Final = ["2024-02-03", "2024-04-20", "2024-09-02", "2024-11-30"]
"""Days before all those, and after."""
NAMES_OF_FILES: Final = [f"filed-{one:02}" for one in range(12)]
"""More than are compared with one of them."""
OTHER_NAMES: Final = ["filed-late", "filed-later"]
TOPICS: Final = ["arms", "ports", "arms, ports"]
SERIES: Final = ["nothing", "a part of a series"]
SHARED: Final = [
    *(f"topics: [{one}]" for one in TOPICS),
    *(f"officials: [{one}]" for one in ("", *sorted(NAMES))),
    *(f"series: {one}" for one in ("Harbour", "Sea")),
]
"""What may relate a briefing to others."""


def archive(topics: list[str], speakers: list[str]) -> dict[str, str]:
    """Give the files of the book; of the topics and the speakers each briefing has one."""
    others = {name: text for name, text in beginning().items() if not name.endswith(".md")}
    return others | {
        f"{BRIEFINGS}/{name}.md": article(
            name,
            title=f"Talks {name}",
            day=DAYS[at],
            topic=topics[at],
            speaker=speakers[at],
            more=SERIES[at % 2],
        )
        for at, name in enumerate(NAMES_OF_FILES)
    }


def mostly_one(of: Sequence[str]) -> st.SearchStrategy[list[str]]:
    """Give one of these for each briefing, and for most the same: one list is long, some short."""
    size = len(NAMES_OF_FILES)
    return st.sampled_from(of).flatmap(
        lambda usual: st.lists(st.sampled_from([usual, *of]), min_size=size, max_size=size)
    )


class Archive(RuleBasedStateMachine):
    """Briefings of many days on the same few things, made by a process that stays and by others."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.root = self.folder / "book"
        self.asked = Settings(root=self.root, now=datetime(2024, 12, 20, tzinfo=UTC), jobs=1)
        self.staying = Staying(self.folder / "staying")

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @initialize(topics=mostly_one(TOPICS), speakers=mostly_one(SPEAKERS))
    def begin(self, topics: list[str], speakers: list[str]) -> None:
        write_tree(self.root, archive(topics, speakers))

    @rule(
        name=st.sampled_from(NAMES_OF_FILES),
        day=st.sampled_from(DAYS),
        topic=st.sampled_from(TOPICS),
        speaker=st.sampled_from(SPEAKERS),
        listed=st.sampled_from(["", *sorted(NAMES)]),
        more=st.sampled_from(SERIES),
    )
    def file_a_briefing(self, name: str, **said: str) -> None:
        write_tree(self.root, {f"{BRIEFINGS}/{name}.md": article(name, **said)})

    @rule(name=st.sampled_from(OTHER_NAMES), day=st.sampled_from(BEYOND))
    def file_another(self, name: str, day: str) -> None:
        self.file_a_briefing(name, day=day, topic=TOPICS[2], more=SERIES[1])

    @rule(data=st.data(), day=st.sampled_from(DAYS))
    def change_the_day(self, data: st.DataObject, day: str) -> None:
        self.change_one(data, f"published: {day}")

    @rule(
        data=st.data(), line=st.sampled_from(["published: ", "    date: "]), days=st.integers(1, 7)
    )
    def move_a_little(self, data: st.DataObject, line: str, days: int) -> None:
        """Leave most in its order: only the day is another."""
        path = self.at_an_end(data)
        text = path.read_text(encoding="utf-8")
        month, day = re.findall(rf"{line}(.{{7}})-(..)", text)[0]
        moved = text.replace(
            f"{line}{month}-{day}", f"{line}{month}-{(int(day) + days - 1) % 28 + 1:02}"
        )
        path.write_text(moved, encoding="utf-8")

    @rule(data=st.data(), line=st.sampled_from(SHARED))
    def change_what_it_shares(self, data: st.DataObject, line: str) -> None:
        self.change_one(data, line)

    @rule(data=st.data(), line=st.sampled_from(["title: Ships leave", "slug: away", "dek: Met."]))
    def change_how_it_is_shown(self, data: st.DataObject, line: str) -> None:
        self.change_one(data, line)

    @precondition(lambda self: len(self.filed()) > 1)
    @rule(data=st.data())
    def remove_a_briefing(self, data: st.DataObject) -> None:
        self.at_an_end(data).unlink()

    @rule()
    def begin_another_process(self) -> None:
        """End the one that stays: another goes on with what it has written."""
        self.staying = Staying(self.staying.output)

    @invariant()
    def all_is_as_it_should_be(self) -> None:
        """Compare both with a build that remembers nothing."""
        if self.root.is_dir():
            check_as_made_anew(self.asked, self.staying)

    def filed(self) -> list[Path]:
        """List the briefings of the archive, the oldest first."""
        return sorted((self.root / BRIEFINGS).glob("*.md"), key=_published)

    def at_an_end(self, data: st.DataObject) -> Path:
        """Choose a briefing: every second time the oldest or the newest."""
        found = self.filed()
        return data.draw(st.sampled_from([found[0], found[-1]]) | st.sampled_from(found))

    def change_one(self, data: st.DataObject, line: str) -> None:
        """Change a line in the metadata of a briefing, and leave all else as it is."""
        path = data.draw(st.sampled_from(self.filed()))
        path.write_text(with_line(path.read_text(encoding="utf-8"), line), encoding="utf-8")


def _published(path: Path) -> tuple[str, str]:
    text = path.read_text(encoding="utf-8")
    return text.partition("published: ")[2][:10], path.name


@pytest.mark.parametrize("share", range(SHARES))
def test_after_any_row_of_edits_an_archive_is_that_of_a_clean_build(share: int) -> None:
    del share
    after_any_row(Archive, ROWS // SHARES)
