"""What is shown is one state of the book, whatever is saved meanwhile."""

import gc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from generator.model.page import Output
from generator.pipeline.rendering.press import Press
from generator.prepared import Prepared
from generator.preparing import prepare
from generator.preview.desk import Desk
from generator.preview.snapshot import Snapshot, by_url
from generator.report import Settings
from tests.preview.previewed import NOW, PATIENCE_S
from tests.trees import SMALL_BOOK, write_tree

PAGE = "templates/page.html"
TALKS = "content/briefings/2024/11/talks.md"
ANA = "content/officials/ana-petrova.yaml"
ADDRESS = "briefings/2024/11/talks.html"
BOOK = {
    **SMALL_BOOK,
    PAGE: "{% extends 'theme/page.html' %}{% block main %}First.{% endblock %}\n",
    "content/pages/about.md": "---\ntitle: About\n---\n",
}


class Book:
    """A book at a preview's desk."""

    def __init__(self, root: Path) -> None:
        self.root, self.now = write_tree(root, BOOK), NOW
        self.desk = Desk(Settings(root=root, now=NOW), lambda: self.now)
        self.desk.make()

    def shown(self, url: str) -> str:
        """Give a page as a browser would get it."""
        assert self.desk.snapshot
        return (self.desk.page(url, self.desk.snapshot) or b"").decode()

    def write(self, name: str, text: str) -> None:
        """Write a file, of which the desk is not told yet."""
        write_tree(self.root, {name: text})


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path)


def test_a_page_is_made_with_the_templates_of_its_site(book: Book) -> None:
    book.write(PAGE, BOOK[PAGE].replace("First", "Second"))

    assert "First." in book.shown("pages/about.html")
    book.desk.make([PAGE])
    assert "Second." in book.shown("pages/about.html")


def test_an_edit_that_cannot_be_published_leaves_what_was_shown(book: Book) -> None:
    book.write(TALKS, BOOK[TALKS].replace("topics: [arms]", "topics: arms: no"))

    state = book.desk.make([TALKS])

    assert state.failed
    assert "Talks resume" in book.shown(ADDRESS)


def test_what_was_changed_while_the_settings_were_wrong_is_seen_later(book: Book) -> None:
    book.write(TALKS, BOOK[TALKS].replace("Talks resume", "Other talks"))
    book.write("config.yaml", "title: [\n")
    assert book.desk.make([TALKS, "config.yaml"]).failed

    book.write("config.yaml", BOOK["config.yaml"])
    assert not book.desk.make(["config.yaml"]).failed

    assert "Other talks" in book.shown(ADDRESS)


def test_another_date_of_an_office_shows_where_someone_spoke_in_it(book: Book) -> None:
    assert "Foreign Minister" in book.shown(ADDRESS)

    book.write(ANA, BOOK[ANA].replace("2021-03-01", "2025-01-01"))
    assert "role-gap" in [one.code for one in book.desk.make([ANA]).problems]
    assert "Foreign Minister" not in book.shown(ADDRESS)

    book.write(ANA, BOOK[ANA])
    assert "role-gap" not in [one.code for one in book.desk.make([ANA]).problems]
    assert "Foreign Minister" in book.shown(ADDRESS)


def test_a_page_whose_template_is_broken_is_as_it_was_and_the_fault_is_told(book: Book) -> None:
    before = book.shown("pages/about.html")
    book.write(PAGE, "{{ view.no_such_thing }}\n")
    book.desk.make([PAGE])

    assert book.shown("pages/about.html") == before
    assert "template-failed" in [one.code for one in book.desk.state.problems]


def test_pages_that_are_gone_are_kept_no_longer(book: Book) -> None:
    for number in range(30):
        name = f"content/briefings/new-{number}.md"
        book.write(name, BOOK[TALKS].replace("id: s1", f"id: n{number}"))
        book.desk.make([name])
        assert book.shown(f"briefings/new-{number}.html")
        (book.root / name).unlink()
        book.desk.make([name])

    assert not [url for url in book.desk._good if "new-" in url]  # noqa: SLF001


def test_whose_file_alone_was_changed_is_followed(book: Book) -> None:
    assert book.desk.make([TALKS]).follow == ADDRESS
    assert book.desk.make([TALKS, "content/topics.yaml"]).follow == ""


def test_another_day_shows_what_is_published_by_then(book: Book) -> None:
    book.write(TALKS, BOOK[TALKS].replace("topics:", "embargoed: 2025-02-01\ntopics:"))
    book.desk.make([TALKS])
    now, later = book.desk.snapshot, book.desk.at("2025-02-02")

    assert now
    assert later
    assert now.held(ADDRESS)
    assert not later.held(ADDRESS)
    assert book.desk.at("no day") is now


def test_another_day_that_is_known_does_not_wait_for_a_build(book: Book) -> None:
    later = book.desk.at("2025-02-02")

    with ThreadPoolExecutor(1) as other, book.desk._building:  # noqa: SLF001 - as in a build
        assert other.submit(book.desk.at, "2025-02-02").result(PATIENCE_S) is later


def test_only_the_last_few_days_are_kept(book: Book) -> None:
    days = [f"2025-02-0{one}" for one in range(1, 6)]
    shown = [book.desk.at(one) for one in days]

    assert book.desk.at(days[-1]) is shown[-1]
    assert book.desk.at(days[0]) is not shown[0]


@pytest.mark.parametrize("day", [2, 1])
def test_a_clock_that_jumps_has_the_book_made_again(book: Book, day: int) -> None:
    text = BOOK[TALKS].replace("topics:", "embargoed: 2025-02-01T12:00Z\ntopics:")
    book.write(TALKS, text)
    book.now = datetime(2025, 2, 1, 13, tzinfo=UTC) if day == 1 else NOW
    book.desk.make([TALKS])
    assert not book.desk.is_due()

    book.now = datetime(2025, 2, day, 11, tzinfo=UTC)

    assert book.desk.is_due()
    book.desk.make()
    assert not book.desk.is_due()


def test_a_book_with_an_error_is_not_made_again_and_again(book: Book) -> None:
    book.write(TALKS, BOOK[TALKS].replace("topics:", "embargoed: 2025-02-01\ntopics:"))
    book.desk.make([TALKS])
    book.write("config.yaml", "title: [\n")
    book.now = datetime(2025, 2, 2, tzinfo=UTC)
    assert book.desk.is_due()

    assert book.desk.make(["config.yaml"]).failed

    assert not book.desk.is_due()
    assert book.desk.due_in_s() > 60


def test_a_desk_is_told_of_each_round(book: Book) -> None:
    numbers = [book.desk.make().number for _ in range(3)]

    assert numbers == [2, 3, 4]
    assert replace(book.desk.state, seconds=0.0).failed is False


STEPS = ("generator.pipeline.", "generator.preview.")
BY_JINJA = {"Once", "OwnTemplates", "PageLinks", "Phrases", "SharingEnvironment", "_Written"}
"""What only jinja's own rings keep."""


@contextmanager
def rings_of_garbage() -> Iterator[list[object]]:
    """Give what nothing refers to any more, and yet was not freed, when the block has ended."""
    found: list[object] = []
    gc.collect()
    gc.disable()
    try:
        yield found
        gc.set_debug(gc.DEBUG_SAVEALL)
        gc.collect()
        found.extend(gc.garbage)
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()


@pytest.mark.parametrize("name", [TALKS, PAGE, "content/officials/ana-petrova.yaml"])
def test_a_round_leaves_nothing_of_the_book_that_must_be_looked_for(book: Book, name: str) -> None:
    text = (book.root / name).read_text(encoding="utf-8")
    with rings_of_garbage() as found:
        for number in range(3):
            book.write(name, f"{text}\n# {number}\n")
            book.desk.make([name])
            assert book.desk.snapshot
            for url in book.desk.snapshot.urls():
                book.desk.page(url, book.desk.snapshot)

    kept = {type(one).__name__ for one in found if type(one).__module__.startswith(STEPS)}
    assert kept <= BY_JINJA


def test_a_fault_of_the_program_leaves_what_was_shown(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Prepared:
        raise RuntimeError("no such thing")

    with monkeypatch.context() as broken:
        broken.setattr(Desk, "_prepared", fail)
        state = book.desk.make([TALKS])

    assert state.failed
    assert [one.code for one in state.problems] == ["program-failed"]
    assert "RuntimeError: no such thing" in state.problems[0].message
    assert "First." in book.shown("pages/about.html")
    book.write(PAGE, BOOK[PAGE].replace("First", "Second"))
    assert not book.desk.make([PAGE]).failed
    assert "Second." in book.shown("pages/about.html")


class Address(str):
    """An address; while somebody looks at it, another asks for a page."""

    ask: Callable[[], object] = staticmethod(lambda: None)

    __slots__ = ()

    def endswith(self, *given: Any) -> bool:  # noqa: ANN401
        """Tell how it ends."""
        Address.ask()
        return super().endswith(*given)


def test_pages_that_are_made_meanwhile_disturb_nothing(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared = prepare(Settings(root=book.root, now=NOW))
    site = prepared.site
    files = tuple(Output(Address(one.url), one.data) for one in site.files)
    press = Press(site.templates, site.frame, site.language)
    snapshot = Snapshot(
        replace(prepared, site=replace(site, files=files)), press, by_url(site.pages)
    )

    monkeypatch.setattr(Address, "ask", lambda: snapshot.find("index.html"))

    assert set(snapshot.styles()) == {one.url for one in site.files if one.url[-4:] == ".css"}
