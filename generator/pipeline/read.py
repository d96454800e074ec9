"""Step 1, folder to sources: the only step that reads.

A file is taken for what its path says: `briefings/**/*.md`, `topics.yaml`, `assets/**`.
Symbolic links are refused, so that nothing outside the book can end up on the site.
"""

import os
import stat
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple, TypeVar, get_args

from generator.config import Config
from generator.diagnostics import Location, Outcome, Problem
from generator.errors import ConfigError
from generator.model.draft import (
    Article,
    ArticleAtRest,
    Asset,
    Book,
    FileAtRest,
    RegistryKind,
    SourceFile,
)
from generator.text.digests import digest_of_texts
from generator.text.encoding import decode
from generator.text.leavings import is_passed_over

REGISTRIES: Final[tuple[RegistryKind, ...]] = get_args(RegistryKind)
CONFIG_NAME: Final = "config.yaml"
File = TypeVar("File", SourceFile, FileAtRest)
_CATALOGUES: Final = "languages"
_PACKAGED: Final = Path(__file__).parent.parent / _CATALOGUES


class _Entry(NamedTuple):
    path: str
    """Below the book's folder."""
    name: str
    """Below content/."""
    at: str


Known = Callable[[str], bytes | None]
"""Gives the digest of a file's text where the file is known to be as it was."""


class _Read(NamedTuple):
    known: Known
    articles: dict[str, FileAtRest]
    files: dict[str, SourceFile]
    assets: list[Asset]
    problems: list[Problem]


def read_config(root: Path) -> SourceFile:
    """Read `config.yaml`.

    Raises ConfigError where there is none or it is not text.
    """
    at = root / CONFIG_NAME
    where = Location(CONFIG_NAME)
    try:
        data = at.read_bytes()
    except OSError as error:
        hint = "run this in a book's folder, or name it with --root; `title: …` is all it needs"
        reason = error.strerror or "cannot be read"
        raise ConfigError(Problem("no-config", f"{at}: {reason.lower()}", where, hint)) from None
    decoded = decode(data, path=CONFIG_NAME)
    if decoded.value is None:
        raise ConfigError(*decoded.problems)
    return SourceFile(CONFIG_NAME, CONFIG_NAME, decoded.value)


def read_book(root: Path, config: Config, known: Known = lambda _: None) -> Outcome[Book]:
    """Read the content folder, and the catalogues of phrases.

    A briefing whose digest is known is not read here.  Raises ConfigError where there is no
    such folder.
    """
    content = root / config.content
    if not content.is_dir():
        message = f"there is no folder {config.content!r}"
        hint = "make it, or name the folder of your articles: `content: …`"
        at = Location(CONFIG_NAME, field=("content",) if config.content != "content" else None)
        raise ConfigError(Problem("no-content", message, at, hint))
    read = _Read(known, {}, {}, [], [])
    for entry in _walk(content, prefix=Path(config.content).as_posix(), problems=read.problems):
        _take(entry, read)
    book = replace(_book(read), catalogues=tuple(_catalogues(root, config, read.problems)))
    return Outcome(book, tuple(read.problems))


def read_again(root: Path, paths: Iterable[str]) -> Mapping[str, str]:
    """Give the texts of files of a book once more, as far as they can still be read.

    Texts are large and seldom asked for again: only where a problem is to be shown.
    """
    texts: dict[str, str] = {}
    for path in dict.fromkeys(paths):
        if text := _text_at(path, os.fspath(root / path)):
            texts[path] = text
    return texts


def _catalogues(root: Path, config: Config, problems: list[Problem]) -> Iterator[SourceFile]:
    """Give the catalogues: the book's own come before those that are packaged."""
    own = f"{Path(config.templates).as_posix()}/{_CATALOGUES}"
    for folder, shown in ((root / own, own), (_PACKAGED, _CATALOGUES)):
        for at in sorted(folder.glob("*.po")):
            path = f"{shown}/{at.name}"
            data = _bytes_of(_Entry(path, at.name, os.fspath(at)), problems)
            decoded = decode(data or b"", path=path)
            problems.extend(decoded.problems)
            yield SourceFile(path, at.name, decoded.value or "")


def read_folder(folder: Path, prefix: str) -> Outcome[tuple[Asset, ...]]:
    """Read every file of a folder that a book may have: its templates and what goes with them.

    `prefix` is how messages call the folder.
    """
    assets: list[Asset] = []
    problems: list[Problem] = []
    for entry in _walk(folder, prefix=prefix, problems=problems) if folder.is_dir() else ():
        data = _bytes_of(entry, problems)
        if data is not None:
            assets.append(Asset(entry.path, entry.name, data))
    in_order = sorted(assets, key=lambda asset: asset.name)
    return Outcome(tuple(in_order), tuple(problems))


def _walk(folder: Path, *, prefix: str, problems: list[Problem]) -> Iterator[_Entry]:
    pending = [(os.fspath(folder), "")]
    while pending:
        here, below = pending.pop()
        for found in _entries(here, f"{prefix}/{below}".rstrip("/"), problems):
            name = f"{below}{found.name}"
            path = f"{prefix}/{name}"
            if is_passed_over(found.name):
                continue
            if found.is_symlink():
                problems.append(_symlink(path, found.path))
            elif found.is_dir():
                pending.append((found.path, f"{name}/"))
            else:
                yield _Entry(path, name, found.path)


def _entries(folder: str, path: str, problems: list[Problem]) -> list[os.DirEntry[str]]:
    try:
        return sorted(os.scandir(folder), key=lambda one: one.name)
    except OSError as error:
        problems.append(_unreadable("folder", error, path))
        return []


def _unreadable(what: str, error: OSError, path: str) -> Problem:
    reason = (error.strerror or str(error)).lower()
    return Problem("unreadable", f"this {what} cannot be read: {reason}", Location(path))


def _symlink(path: str, at: str) -> Problem:
    message = f"this is a symbolic link to {Path(at).readlink()}, and links are not followed"
    return Problem("symbolic-link", message, Location(path), "copy the file here instead")


def _take(entry: _Entry, read: _Read) -> None:
    kind = entry.name.split("/", 1)[0]
    suffix = os.path.splitext(entry.name)[1]  # noqa: PTH122 - a path of its own is dear
    if kind == "assets":
        data = _bytes_of(entry, read.problems)
        if data is not None:
            read.assets.append(Asset(entry.path, entry.name, data))
        return
    if not _belongs(kind, entry, suffix):
        read.problems.append(_unknown_file(entry, suffix))
        return
    digest = read.known(entry.at) if kind == "briefings" else None
    if digest is None:
        data = _bytes_of(entry, read.problems)
        if data is None:
            return
        decoded = decode(data, path=entry.path)
        read.problems.extend(decoded.problems)
        if decoded.value is None:
            return
        if kind != "briefings":
            read.files[entry.name] = SourceFile(entry.path, entry.name, decoded.value)
            return
        digest = digest_of_texts([decoded.value])
    read_it = partial(_text_at, entry.path, entry.at)
    read.articles[entry.name] = FileAtRest(entry.path, entry.name, entry.at, digest, read_it)


def _text_at(path: str, at: str) -> str:
    """Give the text of a file as it is now; nothing where it cannot be read."""
    return decode(_bytes_of(_Entry(path, path, at), []) or b"", path=path).value or ""


def _belongs(kind: str, entry: _Entry, suffix: str) -> bool:
    in_folder = "/" in entry.name
    match kind:
        case "briefings":
            return in_folder and suffix in {".md", ".txt", ".yaml"}
        case "pages":
            return in_folder and suffix in {".md", ".yaml"}
        case "captures":
            return in_folder
        case _:
            return (
                kind.removesuffix("" if in_folder else ".yaml") in REGISTRIES and suffix == ".yaml"
            )


def _unknown_file(entry: _Entry, suffix: str) -> Problem:
    hint = "pictures and other files to publish go into assets/"
    if suffix in {".yml", ".markdown", ".mdown"}:
        right = ".yaml" if suffix == ".yml" else ".md"
        hint = f"name it {Path(entry.at).stem}{right}"
    return Problem(
        "unknown-file", "this file is not part of the book", Location(entry.path), hint, "warning"
    )


def _bytes_of(entry: _Entry, problems: list[Problem]) -> bytes | None:
    try:
        # A named pipe would make a plain open wait for ever.
        descriptor = os.open(entry.at, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as stream:
            if stat.S_ISREG(os.fstat(descriptor).st_mode):
                return stream.read()
        message = "this is not a regular file"
        problems.append(Problem("unreadable", message, Location(entry.path)))
    except OSError as error:
        problems.append(_unreadable("file", error, entry.path))
    return None


def _book(read: _Read) -> Book:
    by_kind: dict[str, list[SourceFile]] = defaultdict(list)
    for name in sorted(read.files):
        by_kind[name.split("/", 1)[0].removesuffix(".yaml")].append(read.files[name])
    pages = {file.name: file for file in by_kind["pages"]}
    return Book(
        briefings=tuple(ArticleAtRest(*pair) for pair in _pairs(read.articles, read.problems)),
        pages=tuple(Article(*pair) for pair in _pairs(pages, read.problems)),
        registries={kind: tuple(by_kind[kind]) for kind in REGISTRIES},
        captures=tuple(by_kind["captures"]),
        assets=tuple(sorted(read.assets, key=lambda asset: asset.name)),
    )


def _pairs(
    files: Mapping[str, File], problems: list[Problem]
) -> Iterator[tuple[File, File | None]]:
    """Give each article in order of name, with its sidecar where it has one."""
    sidecars = {name: file for name, file in files.items() if name.endswith(".yaml")}
    used = set()
    for name in sorted(files.keys() - sidecars.keys()):
        beside = f"{name.rsplit('.', 1)[0]}.yaml"
        used.add(beside)
        yield files[name], sidecars.get(beside)
    problems.extend(_orphan(sidecars[name]) for name in sorted(sidecars.keys() - used))


def _orphan(file: SourceFile | FileAtRest) -> Problem:
    stem = file.name.rsplit("/", 1)[-1].removesuffix(".yaml")
    message = "this metadata has no article beside it"
    return Problem("orphan-metadata", message, Location(file.path), f"add {stem}.txt or {stem}.md")
