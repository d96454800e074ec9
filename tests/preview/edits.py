"""A day of edits: what editors and tools do to a book, and what a browser must see of each."""

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

from tests.saving import as_vim, by_rename, from_outside, in_pieces, in_place
from tests.trees import SMALL_BOOK, write_tree

HEAD: Final = "---\ntitle: {title}\npublished: 2024-11-{day:02}\ntopics: [arms]\n---\n\n"
FOLDER: Final = "content/briefings/2024/11"
MOST: Final = 20
"""So many briefings are there beside those of the beginning: a list is one page."""
SHEET: Final = "templates/static/custom.css"
BOOK: Final[Mapping[str, str]] = {
    **SMALL_BOOK,
    SHEET: "/* sheet */\n",
    "templates/page.html": "{% extends 'theme/page.html' %}\n",
    "content/pages/about.md": "---\ntitle: About\n---\n\nAbout us.\n",
    **{f"{FOLDER}/b{n}.md": HEAD.format(title=f"B{n}", day=n + 1) + "Words.\n" for n in range(12)},
}


@dataclass(frozen=True, slots=True)
class Expected:
    """What is to be seen after an edit."""

    page: str
    shows: str
    status: int = 200


Edit = Callable[["Editor"], Expected | None]


@dataclass(slots=True)
class Editor:
    """Someone who edits a book, always in the same way for the same seed."""

    root: Path
    rng: Random
    number: int = 0
    made: dict[str, str] = field(default_factory=dict)
    """The briefings that were added and are still there, by their folders."""

    def edit(self) -> tuple[str, Expected | None]:
        """Do something; give what it was, and what is to be seen: None if nothing changes."""
        self.number += 1
        edit = self.rng.choice(EDITS)
        return edit.__name__, edit(self)

    @property
    def token(self) -> str:
        """Words that nobody else has written."""
        return f"token-{self.number}-end"

    def path(self, name: str) -> Path:
        """Give a file of the book."""
        return self.root / name

    def write(self, name: str, text: str) -> None:
        """Save a file in some way."""
        save = self.rng.choice([in_place, by_rename, as_vim, from_outside, in_pieces])
        save(self.path(name), text)

    def briefing(self) -> str:
        """Choose one of the briefings that are always there."""
        return f"b{self.rng.randrange(12)}"


def words(editor: Editor) -> Expected:
    """Save the words of a briefing."""
    name = editor.briefing()
    text = HEAD.format(title=name, day=3) + f"Words {editor.token}.\n"
    editor.write(f"{FOLDER}/{name}.md", text)
    return Expected(f"briefings/2024/11/{name}.html", editor.token)


def title(editor: Editor) -> Expected:
    """Give a briefing another title."""
    name = editor.briefing()
    editor.write(f"{FOLDER}/{name}.md", HEAD.format(title=editor.token, day=4) + "Words.\n")
    return Expected("topics/arms.html", editor.token)


def several(editor: Editor) -> Expected:
    """Check out a branch: many files at once, and some that are new."""
    for n in range(12):
        text = HEAD.format(title=f"B{n}", day=n + 1) + f"Branch {editor.token}.\n"
        by_rename(editor.path(f"{FOLDER}/b{n}.md"), text)
    return Expected("briefings/2024/11/b11.html", editor.token)


def added(editor: Editor) -> Expected:
    """Write a new briefing, in a new folder; those of long ago make room."""
    if len(editor.made) >= MOST:
        return removed(editor)
    name = f"n{editor.number}"
    write_tree(
        editor.root,
        {f"content/briefings/{name}/{name}.md": HEAD.format(title=editor.token, day=9) + "New.\n"},
    )
    editor.made[name] = name
    return Expected("topics/arms.html", editor.token)


def removed(editor: Editor) -> Expected:
    """Remove a folder with a briefing, if there is one that was added."""
    if not editor.made:
        return added(editor)
    folder = editor.rng.choice([*editor.made])
    shutil.rmtree(editor.path(f"content/briefings/{folder}"))
    return Expected(f"briefings/{folder}/{editor.made.pop(folder)}.html", "", 404)


def moved(editor: Editor) -> Expected:
    """Give a folder another name, if there is one that was added."""
    if not editor.made:
        return added(editor)
    old, new = editor.rng.choice([*editor.made]), f"m{editor.number}"
    editor.path(f"content/briefings/{old}").rename(editor.path(f"content/briefings/{new}"))
    editor.made[new] = editor.made.pop(old)
    return Expected(f"briefings/{new}/{editor.made[new]}.html", "New.")


def topic(editor: Editor) -> Expected:
    """Give a topic another name."""
    editor.write("content/topics.yaml", f"- id: arms\n  name: {editor.token}\n")
    return Expected("topics/index.html", editor.token)


def settings(editor: Editor) -> Expected:
    """Change the settings."""
    editor.write("config.yaml", f"title: Halden Desk\ndescription: {editor.token}\n")
    return Expected("index.html", editor.token)


def template(editor: Editor) -> Expected:
    """Change a template."""
    text = f"{{% extends 'theme/page.html' %}}\n{{% block main %}}{editor.token}{{% endblock %}}\n"
    editor.write("templates/page.html", text)
    return Expected("pages/about.html", editor.token)


def sheet(editor: Editor) -> Expected:
    """Change a style sheet."""
    editor.write(SHEET, f"/* {editor.token} */\n")
    return Expected("static/custom.css", editor.token)


def nothing(editor: Editor) -> None:
    """Do what changes nothing: touch, save as it was, leave behind, write where nobody reads."""
    path = editor.path(f"{FOLDER}/{editor.briefing()}.md")
    match editor.number % 5:
        case 0:
            os.utime(path)
        case 1:
            in_place(path, path.read_text(encoding="utf-8"))
        case 2:
            by_rename(path, path.read_text(encoding="utf-8"))
        case 3:
            path.with_name(f".{path.name}.swp").write_text(editor.token, encoding="utf-8")
        case _:
            write_tree(editor.root, {"output/index.html": editor.token, "notes.txt": "x"})


EDITS: Final[list[Edit]] = [
    words, words, words, words, title, several, added, removed, moved, topic, settings, template,
    sheet, nothing, nothing,
]  # fmt: skip
