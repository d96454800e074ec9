"""What was shown last is shown again as long as it would be made the same, and no longer."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest

from generator.preview import serving
from generator.preview.desk import Desk
from generator.preview.serving import Options, Preview
from generator.report import Settings
from generator.runtime.kept import FOLDER
from tests.preview.previewed import NOW, get
from tests.trees import SMALL_BOOK, write_tree

TALKS = "content/briefings/2024/11/talks.md"
BOOK = {
    **SMALL_BOOK,
    TALKS: f"{SMALL_BOOK[TALKS]}\n![A map](../../../assets/map.svg)\n\n[Later](later.md)\n",
    "config.yaml": "title: T\neditions: [{id: public}, {id: inner, includes: [public]}]\n",
    "content/assets/map.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    "content/briefings/2024/11/later.md": SMALL_BOOK[TALKS]
    .replace("topics:", "embargoed: 2025-02-01\ntopics:")
    .replace("id: s1", "id: s2"),
    "content/briefings/2024/11/cut.md": SMALL_BOOK[TALKS]
    .replace("topics:", "rights: {publish: excerpt, excerpt_words: 3}\ntopics:")
    .replace("id: s1", "id: s3"),
    "content/pages/about.md": "---\ntitle: About\n---\nUs.\n",
    "templates/languages/fr.po": 'msgid "Topics"\nmsgstr "Sujets"\n',
}


class Shop:
    """A book, and previews of it, one after the other."""

    def __init__(self, root: Path) -> None:
        self.root = write_tree(root, BOOK)
        self.settings = Settings(root=root, now=NOW)

    def desk(self) -> Desk:
        """Begin a preview."""
        now = self.settings.now
        return Desk(self.settings, lambda: now)

    def kept(self, *changed: str, is_so: bool = True) -> Desk:
        """Make the book, and once more if files were changed, and keep what is shown."""
        desk = self.desk()
        desk.make()
        if changed:
            self.write(*changed)
            desk.make(changed)
        time.sleep(0.05)  # a change in the moment of a look would not show
        desk.keep(lambda: is_so)
        return desk

    def write(self, *names: str) -> None:
        """Change some files."""
        for name in names:
            text = (self.root / name).read_text(encoding="utf-8")
            write_tree(self.root, {name: f"{text}\n"})


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(tmp_path / "book")


def shown(desk: Desk) -> dict[str, bytes | None]:
    """Give every file that is shown."""
    assert desk.snapshot
    return {url: desk.page(url, desk.snapshot) for url in desk.snapshot.urls()}


def test_all_that_was_shown_is_shown_again(shop: Shop) -> None:
    made, again = shop.kept(), shop.desk()

    assert again.recall()

    assert shown(again) == shown(made)
    assert replace(again.state, seconds=0.0) == replace(made.state, seconds=0.0)
    assert again.snapshot
    assert made.snapshot
    assert again.snapshot.sources == made.snapshot.sources


def test_what_was_saved_since_it_began_is_shown_again_too(shop: Shop) -> None:
    made, again = shop.kept(TALKS), shop.desk()

    assert again.recall()
    assert shown(again) == shown(made)


def test_a_book_that_is_recalled_is_made_as_ever(shop: Shop) -> None:
    made, again = shop.kept(), shop.desk()
    assert again.recall()
    (shop.root / TALKS).write_text(
        BOOK[TALKS].replace("Talks resume", "Other talks"), encoding="utf-8"
    )

    state = again.make([TALKS])

    assert (state.failed, state.number) == (False, 2)
    assert b"Other talks" in (shown(again)["briefings/2024/11/talks.html"] or b"")
    assert shown(again) != shown(made)


CHANGES: dict[str, Callable[[Shop], object]] = {
    "an article": lambda shop: shop.write(TALKS),
    "a registry": lambda shop: shop.write("content/topics.yaml"),
    "the settings": lambda shop: shop.write("config.yaml"),
    "a catalogue": lambda shop: shop.write("templates/languages/fr.po"),
    "a new file": lambda shop: write_tree(shop.root, {"content/assets/x.txt": "x"}),
    "a file that is gone": lambda shop: (shop.root / "content/pages/about.md").unlink(),
    "a template": lambda shop: write_tree(shop.root, {"templates/page.html": "x"}),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_another_book_is_not_recalled(shop: Shop, change: Callable[[Shop], object]) -> None:
    shop.kept()
    change(shop)

    assert not shop.desk().recall()


def test_after_a_moment_of_publication_it_is_not_recalled(shop: Shop) -> None:
    shop.kept()
    shop.settings = replace(shop.settings, now=datetime(2025, 2, 2, tzinfo=UTC))

    assert not shop.desk().recall()


@pytest.mark.parametrize("change", [{"edition": "inner"}, {"stock_markdown": True}])
def test_what_others_asked_for_is_not_recalled(shop: Shop, change: dict[str, object]) -> None:
    shop.kept()
    shop.settings = replace(shop.settings, **change)  # type: ignore[arg-type]

    assert not shop.desk().recall()


def test_a_book_that_has_changed_meanwhile_is_not_kept(shop: Shop) -> None:
    shop.kept(is_so=False)

    assert not shop.desk().recall()


def test_a_book_with_an_error_is_not_kept(shop: Shop) -> None:
    desk = shop.desk()
    desk.make()
    write_tree(shop.root, {"content/topics.yaml": "- id: [\n"})
    desk.make(["content/topics.yaml"])
    time.sleep(0.05)
    desk.keep(lambda: True)

    assert not shop.desk().recall()


def test_a_damaged_record_is_not_believed(shop: Shop) -> None:
    shop.kept()
    (record,) = (shop.root / FOLDER).glob("*.shown")
    data = record.read_bytes()
    record.write_bytes(data[:-20] + b"x" + data[-19:])

    assert not shop.desk().recall()


def test_what_cannot_be_opened_any_more_is_made(shop: Shop) -> None:
    made, again = shop.kept(), shop.desk()
    assert again.recall()
    (shop.root / FOLDER / "linked.sqlite").unlink()

    assert shown(again) == shown(made)


def test_what_is_damaged_where_it_is_still_to_be_opened_is_made(shop: Shop) -> None:
    write_tree(shop.root, {TALKS: SMALL_BOOK[TALKS]})  # of which nothing is opened to be made
    for name in ("cut", "later"):
        (shop.root / f"content/briefings/2024/11/{name}.md").unlink()
    made, again = shop.kept(), shop.desk()
    assert again.recall()
    with closing(sqlite3.connect(shop.root / FOLDER / "linked.sqlite")) as memory, memory:
        memory.execute("UPDATE kept SET rest = substr(rest, 1, length(rest) - 1) || x'00ff'")

    assert shown(again) == shown(made)


@pytest.mark.parametrize(("patience_s", "asks"), [(60.0, True), (0.01, False)])
def test_the_first_reader_is_not_kept_waiting_by_the_making_of_the_book(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, patience_s: float, *, asks: bool
) -> None:
    shop.kept()
    monkeypatch.setattr(serving, "_FIRST_PAGE_S", patience_s)
    preview = Preview(shop.settings, Options(), lambda: NOW, lambda _: None)
    try:
        shown = preview.begin()
        making = Thread(target=preview.next)
        making.start()
        if asks:
            making.join(0.1)
            assert preview.desk.state is shown
            assert get(int(preview.server.server_address[1]), "index.html")[0] == 200
        making.join(60)
        assert preview.desk.state.number == shown.number + 1
    finally:
        preview.close()
