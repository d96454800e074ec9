"""Step 1, folder to sources: the only step that reads.

A file is taken for what its path says: `briefings/**/*.md`, `topics.yaml`, `assets/**`.
"""

import os
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
from generator.pipeline.files import Entry, bytes_of, text_at, walk
from generator.text.digests import digest_of_texts
from generator.text.encoding import decode

REGISTRIES: Final[tuple[RegistryKind, ...]] = get_args(RegistryKind)
CONFIG_NAME: Final = "config.yaml"
File = TypeVar("File", SourceFile, FileAtRest)
_CATALOGUES: Final = "languages"
_PACKAGED: Final = Path(__file__).parent.parent / _CATALOGUES


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
    for entry in walk(content, prefix=Path(config.content).as_posix(), problems=read.problems):
        _take(entry, read)
    book = replace(_book(read), catalogues=tuple(_catalogues(root, config, read.problems)))
    return Outcome(book, tuple(read.problems))


def paths_of(read: Outcome[Book]) -> Iterator[str]:
    """Give the paths of all files in the content folder, also of those that cannot be read."""
    yield from (one.at.path for one in read.problems)
    book = read.value or Book()
    articles: list[Article | ArticleAtRest] = [*book.briefings, *book.pages]
    yield from (file.path for one in articles for file in one.files())
    yield from (file.path for files in book.registries.values() for file in files)
    yield from (file.path for file in book.captures)
    yield from (asset.path for asset in book.assets)


def read_changed(
    config: Config, before: Outcome[Book], changed: Iterable[str]
) -> Outcome[Book] | None:
    """Give a book as it was read before, with those of its briefings read again that changed.

    `changed` has paths below the book's folder.  Gives None where the whole book is to be read:
    something else has changed, or a file came, went, or cannot be read.
    """
    wanted = {one for one in changed if not is_beside_the_book(one, config)}
    if before.value is None or not wanted.isdisjoint(one.at.path for one in before.problems):
        return None
    if not wanted:
        return before
    articles = list(before.value.briefings)
    for n, one in enumerate(articles):
        if one.source.path in wanted or (one.sidecar and one.sidecar.path in wanted):
            files = [_at_rest_now(file) if file.path in wanted else file for file in one.files()]
            known = [file for file in files if file]
            if len(known) < len(files):
                return None
            articles[n] = ArticleAtRest(*known)
            wanted -= {file.path for file in one.files()}
    if wanted:
        return None
    return replace(before, value=replace(before.value, briefings=tuple(articles)))


def is_beside_the_book(path: str, config: Config) -> bool:
    """Tell whether a path is surely no file that is read here: settings and templates."""
    templates, content = Path(config.templates), Path(config.content)
    if content.is_relative_to(templates):
        return False
    own = Path(path).is_relative_to(templates)
    return path == CONFIG_NAME or (own and not Path(path).is_relative_to(_own_catalogues(config)))


def _at_rest_now(file: FileAtRest) -> FileAtRest | None:
    """Look at a file again; None where something is wrong with it now."""
    problems: list[Problem] = []
    data = bytes_of(Entry(file.path, file.name, file.at), problems)
    decoded = decode(data or b"", path=file.path)
    if problems or decoded.problems or decoded.value is None:
        return None
    return replace(file, digest=digest_of_texts([decoded.value]))


def read_again(root: Path, paths: Iterable[str]) -> Mapping[str, str]:
    """Give the texts of files of a book once more, as far as they can still be read.

    Texts are large and seldom asked for again: only where a problem is to be shown.
    """
    texts: dict[str, str] = {}
    for path in dict.fromkeys(paths):
        if text := text_at(path, os.fspath(root / path)):
            texts[path] = text
    return texts


def read_catalogues(root: Path, config: Config) -> tuple[SourceFile, ...]:
    """Read the catalogues of phrases alone."""
    return tuple(_catalogues(root, config, []))


def _catalogues(root: Path, config: Config, problems: list[Problem]) -> Iterator[SourceFile]:
    """Give the catalogues: the book's own come before those that are packaged."""
    own = _own_catalogues(config)
    for folder, shown in ((root / own, own), (_PACKAGED, _CATALOGUES)):
        for at in sorted(folder.glob("*.po")):
            path = f"{shown}/{at.name}"
            data = bytes_of(Entry(path, at.name, os.fspath(at)), problems)
            decoded = decode(data or b"", path=path)
            problems.extend(decoded.problems)
            yield SourceFile(path, at.name, decoded.value or "")


def _own_catalogues(config: Config) -> str:
    return f"{Path(config.templates).as_posix()}/{_CATALOGUES}"


def read_folder(folder: Path, prefix: str) -> Outcome[tuple[Asset, ...]]:
    """Read every file of a folder that a book may have: its templates and what goes with them.

    `prefix` is how messages call the folder.
    """
    assets: list[Asset] = []
    problems: list[Problem] = []
    for entry in walk(folder, prefix=prefix, problems=problems) if folder.is_dir() else ():
        data = bytes_of(entry, problems)
        if data is not None:
            assets.append(Asset(entry.path, entry.name, data))
    in_order = sorted(assets, key=lambda asset: asset.name)
    return Outcome(tuple(in_order), tuple(problems))


def _take(entry: Entry, read: _Read) -> None:
    kind = entry.name.split("/", 1)[0]
    suffix = os.path.splitext(entry.name)[1]  # noqa: PTH122 - a path of its own is dear
    if kind == "assets":
        data = bytes_of(entry, read.problems)
        if data is not None:
            read.assets.append(Asset(entry.path, entry.name, data))
        return
    if not _belongs(kind, entry, suffix):
        read.problems.append(_unknown_file(entry, suffix))
        return
    digest = read.known(entry.at) if kind == "briefings" else None
    if digest is None:
        data = bytes_of(entry, read.problems)
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
    read_it = partial(text_at, entry.path, entry.at)
    read.articles[entry.name] = FileAtRest(entry.path, entry.name, entry.at, digest, read_it)


def _belongs(kind: str, entry: Entry, suffix: str) -> bool:
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


def _unknown_file(entry: Entry, suffix: str) -> Problem:
    hint = "pictures and other files to publish go into assets/"
    if suffix in {".yml", ".markdown", ".mdown"}:
        right = ".yaml" if suffix == ".yml" else ".md"
        hint = f"name it {Path(entry.at).stem}{right}"
    return Problem(
        "unknown-file", "this file is not part of the book", Location(entry.path), hint, "warning"
    )


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
