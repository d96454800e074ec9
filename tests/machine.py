"""Any row of edits and misfortunes: what happens to a book between two builds."""

import os
import shutil
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from generator.errors import BriefbookError
from generator.rebuild import build_if_changed
from generator.report import Settings
from tests.incremental import (
    BODIES,
    BRIEFINGS,
    COMING,
    CONFIG,
    DAYS,
    LINES,
    LISTS,
    MORE,
    MORE_OF_OFFICIALS,
    NAMES,
    REFERRED,
    SAID,
    SETTINGS,
    SPEAKERS,
    TEMPLATES,
    TOPICS,
    UNTIL,
    WORDS,
    article,
    beginning,
    official,
    with_line,
)  # fmt: skip
from tests.misfortunes import MISFORTUNES
from tests.remade import Staying, check_as_checked, check_as_made_anew, files_of, outcome
from tests.trees import write_tree

NAMES_OF_FILES = ["one", "two", "2024/one", "2024/three"]
CHANGES = [(name, text) for name, texts in LISTS.items() for text in texts]
MOMENTS = [datetime(2024, month, day, tzinfo=UTC) for month, day in ((11, 20), (12, 5), (12, 20))]
EDITIONS = [None, "internal"]
STEPS = int(os.environ.get("STEPS", "6"))
SEQUENCES = int(os.environ.get("SEQUENCES", "200"))
"""Rows of edits; `make soak` asks for more."""


class Interrupted(BaseException):
    """Someone pressed Ctrl-C."""


def interrupted(at: str, step: str) -> None:
    """Press Ctrl-C when a build begins with a step."""
    if step == at:
        raise Interrupted


class Edited(RuleBasedStateMachine):
    """A book in a folder of its own; a test says what must hold after each edit."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.root = self.folder / "book"
        self.asked = Settings(root=self.root, now=MOMENTS[0])

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @invariant()
    def all_is_as_it_should_be(self) -> None:
        if self.root.is_dir():
            self.check()

    def check(self) -> None:
        """Look at what was made."""
        raise NotImplementedError


class Published(Edited):
    """A book that commands publish, and a process that stays."""

    def __init__(self) -> None:
        super().__init__()
        self.staying = Staying(self.folder / "staying")
        self.checks = False
        """Whether a book is checked before it is built."""

    @initialize(checks=st.sampled_from([True] + [False] * 7))
    def begin_with_habits(self, *, checks: bool) -> None:
        self.checks = checks

    @rule()
    def begin_another_process(self) -> None:
        """End the one that stays: another goes on with what it has written."""
        self.staying = Staying(self.staying.output)

    def check(self) -> None:
        """Compare both with a build that remembers nothing."""
        if self.checks:
            check_as_checked(self.asked)
        check_as_made_anew(self.asked, self.staying)


class Desk(Edited):
    """A small book of all kinds of things, and all that may happen to it."""

    def __init__(self) -> None:
        super().__init__()
        self.states: list[Mapping[str, bytes]] = []
        """The files of the book, as they were last and before the last edit."""

    @initialize()
    def begin(self) -> None:
        write_tree(self.root, beginning())

    def articles(self) -> list[Path]:
        """List those that no other briefing refers to."""
        found = sorted((self.root / BRIEFINGS).rglob("*.md"))
        return [one for one in found if one.stem not in REFERRED]

    @rule(
        name=st.sampled_from([*NAMES_OF_FILES, *REFERRED]),
        title=st.sampled_from(["Talks resume", "Ships leave"]),
        day=st.sampled_from(DAYS),
        topic=st.sampled_from(TOPICS),
        speaker=st.sampled_from(SPEAKERS),
        listed=st.sampled_from(sorted(NAMES)),
        more=st.sampled_from(sorted(MORE)),
        said=st.sampled_from(sorted(SAID)),
    )
    def write_a_briefing(self, name: str, **said: str) -> None:
        write_tree(self.root, {f"{BRIEFINGS}/{name}.md": article(name, **said)})

    @rule(name=st.sampled_from(NAMES_OF_FILES), words=st.sampled_from(sorted(WORDS)))
    def write_other_words(self, name: str, words: str) -> None:
        write_tree(self.root, {f"{BRIEFINGS}/{name}.md": article(name, words=words)})

    @rule(data=st.data(), line=st.sampled_from(LINES))
    def change_a_line(self, data: st.DataObject, line: str) -> None:
        path = data.draw(st.sampled_from(sorted((self.root / BRIEFINGS).rglob("*.md"))))
        path.write_text(with_line(path.read_text(encoding="utf-8"), line), encoding="utf-8")

    @precondition(lambda self: not (self.root / BRIEFINGS / "two.md").exists())
    @rule()
    def misspell_a_link(self) -> None:
        """Link to what is not there, write what was meant, and mend the link."""
        self.write_other_words("one", "a wrong link")
        self.check()
        self.write_other_words("two", "nothing")
        self.check()
        self.write_other_words("one", "a link")

    @rule(words=st.sampled_from(["One.", "Two."]), title=st.sampled_from(["Wire", "News"]))
    def write_a_raw_article(self, words: str, title: str) -> None:
        metadata = f"title: {title}\npublished: 2024-11-14\ntopics: [arms]\n"
        files = {"wire.txt": f"{words}\n\nMore of it.\n", "wire.yaml": metadata}
        write_tree(self.root / BRIEFINGS, files)

    @precondition(lambda self: self.articles())
    @rule(data=st.data())
    def remove_a_briefing(self, data: st.DataObject) -> None:
        data.draw(st.sampled_from(self.articles())).unlink()

    @precondition(lambda self: self.articles())
    @rule(data=st.data(), name=st.sampled_from(NAMES_OF_FILES))
    def move_a_briefing(self, data: st.DataObject, name: str) -> None:
        target = self.root / BRIEFINGS / f"{name}.md"
        target.parent.mkdir(exist_ok=True)
        data.draw(st.sampled_from(self.articles())).replace(target)

    @rule(
        who=st.sampled_from(sorted(NAMES)),
        name=st.sampled_from([*NAMES.values(), "Ana Brandt"]),
        office=st.sampled_from(["Minister", "Foreign Minister"]),
        body=st.sampled_from(BODIES),
        since=st.sampled_from(["2021-03-01", "2024-11-14"]),
        until=st.sampled_from(sorted(UNTIL.values())),
        more=st.sampled_from(sorted(MORE_OF_OFFICIALS)),
    )
    def change_an_official(self, who: str, **facts: str) -> None:
        write_tree(self.root, {f"content/officials/{who}.yaml": official(who, **facts)})

    @rule(who=st.sampled_from(sorted(NAMES)), more=st.sampled_from(sorted(MORE_OF_OFFICIALS)))
    def say_more_of_an_official(self, who: str, more: str) -> None:
        write_tree(self.root, {f"content/officials/{who}.yaml": official(who, more=more)})

    @rule(who=st.sampled_from(sorted(COMING)), there=st.booleans())
    def let_an_official_come_or_go(self, who: str, *, there: bool) -> None:
        (self.root / f"content/officials/{who}.yaml").unlink(missing_ok=True)
        if there:
            self.say_more_of_an_official(who, more="nothing")

    @rule(change=st.sampled_from(CHANGES))
    def change_a_list(self, change: tuple[str, str]) -> None:
        write_tree(self.root, dict([change]))

    @rule(what=st.sampled_from(sorted(SETTINGS)))
    def change_settings(self, what: str) -> None:
        write_tree(self.root, {"config.yaml": CONFIG.replace(*SETTINGS[what])})

    @rule(name=st.sampled_from(sorted(TEMPLATES)), there=st.booleans())
    def change_a_template(self, name: str, *, there: bool) -> None:
        (self.root / "templates" / name).unlink(missing_ok=True)
        if there:
            write_tree(self.root / "templates", {name: TEMPLATES[name]})

    @precondition(lambda self: len(self.states) > 1)
    @rule()
    def take_back(self) -> None:
        """Make the files what they were before the last edit."""
        before, now = self.states
        for name in now.keys() - before.keys():
            (self.root / name).unlink()
        for name in (one for one, data in before.items() if now.get(one) != data):
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            (self.root / name).write_bytes(before[name])

    @rule(what=st.sampled_from(sorted(MISFORTUNES)))
    def suffer(self, what: str) -> None:
        MISFORTUNES[what](self.root, self.folder / "older")

    def rest(self) -> None:
        """Build when all changes are in the past for sure, so that there is a record of it."""
        time.sleep(0.03)
        outcome(lambda: build_if_changed(self.asked, lambda _: None))

    @rule(moment=st.sampled_from(MOMENTS), edition=st.sampled_from(EDITIONS))
    def ask_for_another_site(self, moment: datetime, edition: str | None) -> None:
        self.rest()
        self.asked = replace(self.asked, now=moment, edition=edition)

    @rule(stock=st.booleans(), jobs=st.sampled_from([1, 2]))
    def ask_in_another_way(self, jobs: int, *, stock: bool) -> None:
        self.asked = replace(self.asked, jobs=jobs, stock_markdown=stock)

    @rule(at=st.sampled_from(["reading", "linking", "rendering", "writing"]))
    def interrupt_a_build(self, at: str) -> None:
        with suppress(Interrupted, BriefbookError):
            build_if_changed(self.asked, partial(interrupted, at))

    @rule(
        words=st.sampled_from(["names", "an open bracket"]),
        at=st.sampled_from(["parsing", "writing"]),
    )
    def edit_while_it_is_built(self, words: str, at: str) -> None:
        def progress(step: str) -> None:
            if step == at:
                self.write_other_words("one", words)

        self.change_settings("another title")
        try:
            build_if_changed(self.asked, progress)
        except BriefbookError:
            return

    @invariant()
    def all_is_as_it_should_be(self) -> None:
        super().all_is_as_it_should_be()
        if self.root.is_dir():
            self.states = [*self.states, files_of(self.root)][-2:]


def after_any_row(machine: type[RuleBasedStateMachine], rows: int) -> None:
    """Try so many rows of edits."""
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=rows,
            stateful_step_count=STEPS,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
