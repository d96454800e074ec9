"""After any row of edits to an archive, where briefings stand near each other or far, too."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Final

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from tests.incremental import BRIEFINGS, NAMES, SPEAKERS, article, beginning, with_line
from tests.machine import MOMENTS, SEQUENCES, Published, after_any_row
from tests.remade import forget
from tests.trees import write_tree

ROWS: Final = SEQUENCES // 8
REACHES: Final = (2, 2, 3, 4)
"""How many briefings on either side are compared, in each share of the rows.

With few, a small book has as many that are near and that are far as a large one.
"""
DAYS: Final = [f"2024-{month:02}-{day:02}" for month in range(3, 11) for day in (9, 17)]
"""Two in each month: what is near may be of the same month as what is far."""
BEYOND: Final = ["2024-02-03", "2024-02-20", "2024-11-02", "2024-11-30"]
"""Days before all those, and after."""
NAMES_OF_FILES: Final = [f"filed-{one:02}" for one in range(12)]
"""More than are compared with one of them."""
OTHER_NAMES: Final = ["filed-late", "filed-later"]
TOPICS: Final = ["arms", "ports", "arms, sea", "ports, sea"]
TREE: Final = """\
- {id: arms, name: On arms}
- {id: ports, name: On ports, parent: arms}
- {id: sea, name: At sea}
"""
"""What is on a topic below another is on both lists, but shares only its own with others."""
SERIES: Final = ["nothing", "a part of a series"]
LINES: Final = ["title: Ships leave", "slug: away", "dek: Met.", "series: Harbour", "series: Sea"]


def archive(chance: Random) -> dict[str, str]:
    """Give the files of a book in which one topic and one speaker are more usual than others."""
    topics, speakers = [chance.choice(TOPICS), *TOPICS], [chance.choice(SPEAKERS), *SPEAKERS]
    others = {name: text for name, text in beginning().items() if not name.endswith(".md")}
    others["content/topics.yaml"] = TREE
    return others | {
        f"{BRIEFINGS}/{name}.md": article(
            name,
            title=f"Talks {name}",
            day=DAYS[at],
            topic=chance.choice(topics),
            speaker=chance.choice(speakers),
            more=SERIES[at % 4 == 0],
        )
        for at, name in enumerate(NAMES_OF_FILES)
    }


class Archive(Published):
    """Briefings of many days on the same few things, made by a process that stays and by others."""

    @initialize(chance=st.randoms(use_true_random=True))
    def begin(self, chance: Random) -> None:
        self.asked = replace(self.asked, now=MOMENTS[-1])
        write_tree(self.root, archive(chance))

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
        self.change_a_line(data, f"published: {day}")

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

    @rule(data=st.data())
    def change_topics(self, data: st.DataObject) -> None:
        self.relate(data, "topics", TOPICS)

    @rule(data=st.data())
    def list_an_official(self, data: st.DataObject) -> None:
        self.relate(data, "officials", [*NAMES])

    @rule(data=st.data(), line=st.sampled_from(LINES))
    def change_a_line(self, data: st.DataObject, line: str) -> None:
        change(data.draw(st.sampled_from(self.filed())), line)

    @precondition(lambda self: len(self.filed()) > 1)
    @rule(data=st.data())
    def remove_a_briefing(self, data: st.DataObject) -> None:
        self.at_an_end(data).unlink()

    def filed(self) -> list[Path]:
        """List the briefings of the archive, the oldest first."""
        return sorted((self.root / BRIEFINGS).glob("*.md"), key=_published)

    def relate(self, data: st.DataObject, key: str, values: Sequence[str]) -> None:
        """Give a briefing what it does not have, so that it stands nearer to others."""
        new = [
            (path, one)
            for path in self.filed()
            for one in values
            if one not in path.read_text(encoding="utf-8")
        ]
        if new:
            path, value = data.draw(st.sampled_from(new))
            change(path, f"{key}: [{value}]")

    def at_an_end(self, data: st.DataObject) -> Path:
        """Choose a briefing: every second time the oldest or the newest."""
        found = self.filed()
        return data.draw(st.sampled_from([found[0], found[-1]]) | st.sampled_from(found))


def change(path: Path, line: str) -> None:
    """Change a line in the metadata of a briefing, and leave all else as it is."""
    path.write_text(with_line(path.read_text(encoding="utf-8"), line), encoding="utf-8")


def _published(path: Path) -> tuple[str, str]:
    text = path.read_text(encoding="utf-8")
    return text.partition("published: ")[2][:10], path.name


@pytest.mark.parametrize(("share", "reach"), tuple(enumerate(REACHES)))
def test_after_any_row_of_edits_an_archive_is_that_of_a_clean_build(
    share: int, reach: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    del share
    monkeypatch.setattr("generator.pipeline.index.pages.related._REACH", reach)
    forget()
    after_any_row(Archive, ROWS // len(REACHES))
