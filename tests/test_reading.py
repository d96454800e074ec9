"""A book of which only what changed is read again is the book as it is."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.pipeline.parse_config import parse_config
from generator.pipeline.read import read_book, read_config
from generator.reading import ReadBefore
from generator.report import Settings
from tests.trees import SMALL_BOOK, write_tree

TALKS = "content/briefings/2024/11/talks.md"
SIDECAR = "content/briefings/2024/11/wire.yaml"
BOOK = {
    **SMALL_BOOK,
    "content/briefings/2024/11/wire.txt": "Words.\n",
    SIDECAR: "title: Wire\n",
    "content/pages/about.md": "---\ntitle: About\n---\n",
    "templates/page.html": "{{ view.title }}\n",
}
CHANGES: Mapping[str, Mapping[str, str | None]] = {
    "words": {TALKS: "other"},
    "a sidecar": {SIDECAR: "title: Other\n"},
    "words and a sidecar": {TALKS: "other", SIDECAR: "title: Other\n"},
    "a new briefing": {"content/briefings/2024/12/new.md": "new"},
    "a briefing that is gone": {TALKS: None},
    "a sidecar that is gone": {SIDECAR: None},
    "a briefing that is no text": {TALKS: "\ud800"},
    "a registry": {"content/topics.yaml": "[]\n"},
    "a page": {"content/pages/about.md": "other"},
    "a picture": {"content/assets/map.svg": "<svg/>"},
    "a template": {"templates/page.html": "other"},
    "a catalogue": {"templates/languages/fr.po": 'msgid "a"\nmsgstr "b"\n'},
    "a briefing and a new one": {TALKS: "other", "content/briefings/new.md": "new"},
}


class Reader:
    """Reads a book again and again, and is told what was changed."""

    def __init__(self, root: Path) -> None:
        self.settings = Settings(root=write_tree(root, BOOK), now=datetime(2025, 1, 1, tzinfo=UTC))
        self.before = ReadBefore()

    def agrees(self) -> bool:
        """Tell whether the book is read as if for the first time."""
        root = self.settings.root
        config = parse_config(read_config(root))
        return self.before.read(self.settings, config) == read_book(root, config)

    def change(self, files: Mapping[str, str | None]) -> None:
        """Write files, or remove them, and tell of it."""
        for name, text in files.items():
            path = self.settings.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink()
            else:
                path.write_bytes(text.encode("utf-8", "surrogatepass"))
        self.before.note(files)


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return Reader(tmp_path)


@pytest.mark.parametrize("files", CHANGES.values(), ids=CHANGES)
def test_each_change_is_read(reader: Reader, files: Mapping[str, str | None]) -> None:
    assert reader.agrees()
    reader.change(files)
    assert reader.agrees()
    reader.change({name: BOOK.get(name) for name in files})
    assert reader.agrees()


def test_what_is_not_said_to_have_changed_is_not_read(reader: Reader) -> None:
    assert reader.agrees()
    (reader.settings.root / TALKS).write_text("other", encoding="utf-8")

    assert not reader.agrees()
    reader.before.note([TALKS])
    assert reader.agrees()


def test_other_settings_have_everything_read(reader: Reader) -> None:
    assert reader.agrees()
    root = reader.settings.root
    (root / "content").rename(root / "articles")

    reader.change({"config.yaml": "title: Halden Desk\ncontent: articles\n"})

    assert reader.agrees()


def test_a_change_that_could_not_be_read_yet_is_not_lost(reader: Reader) -> None:
    assert reader.agrees()
    reader.change({TALKS: "other"})
    reader.change({"config.yaml": "title: Halden Desk\ndescription: Words.\n"})

    assert reader.agrees()


@pytest.mark.parametrize("content", ["templates/content", "."])
def test_articles_may_lie_anywhere(tmp_path: Path, content: str) -> None:
    reader = Reader(tmp_path)
    reader.change({"config.yaml": f"title: Halden Desk\ncontent: {content}\n"})
    reader.change({f"{content}/briefings/a.md": "words"})
    assert reader.agrees()

    reader.change({f"{content}/briefings/a.md": "other words"})

    assert reader.agrees()
