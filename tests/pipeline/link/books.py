"""Drafts from plain texts: a small book, parsed and ready to be linked."""

from collections.abc import Mapping
from typing import Any, get_args

from generator.diagnostics import Problem
from generator.model.draft import (
    Article,
    Asset,
    Book,
    BriefingDraft,
    Drafts,
    PageDraft,
    RegistryEntry,
    RegistryKind,
    SourceFile,
)
from generator.model.site import Briefing, BriefingText, Site
from generator.pipeline.link import link_site
from generator.pipeline.parse import parse_briefing, parse_page, parse_registry
from tests.builders import config
from tests.trees import SMALL_BOOK

KINDS: tuple[RegistryKind, ...] = get_args(RegistryKind)
TALKS = "briefings/2024/11/talks.md"
HEAD = "title: Talks resume\npublished: 2024-11-14\ntopics: [arms]\n"
REGISTRIES = {
    path.removeprefix("content/"): text
    for path, text in SMALL_BOOK.items()
    if path.startswith("content/") and "/briefings/" not in path
}


def file(name: str, text: str) -> SourceFile:
    return SourceFile(f"content/{name}", name, text)


def article(body: str = "They met.\n", meta: str = "") -> str:
    """Write an article with the front matter that it needs, and more."""
    return f"---\n{HEAD}{meta}---\n{body}"


def entries(files: Mapping[str, str]) -> dict[RegistryKind, tuple[RegistryEntry, ...]]:
    """Parse registries, which have no fault of their own."""
    found: dict[RegistryKind, tuple[RegistryEntry, ...]] = dict.fromkeys(KINDS, ())
    for name, text in sorted(files.items()):
        kind = next(one for one in KINDS if name.startswith((f"{one}.", f"{one}/")))
        found[kind] += _whole(parse_registry(kind, file(name, text)))
    return found


def drafts(files: Mapping[str, str], *, failed: frozenset[str] = frozenset()) -> Drafts:
    """Parse a book of the registries of the small book and these files, in order of path."""
    texts = {name: text for name, text in sorted({**REGISTRIES, **files}.items()) if text}
    articles = {name: Article(file(name, text)) for name, text in texts.items()}
    briefings: dict[str, BriefingDraft] = {
        name: _whole(parse_briefing(one))
        for name, one in articles.items()
        if name.startswith("briefings/")
    }
    pages: list[PageDraft] = [
        _whole(parse_page(one)) for name, one in articles.items() if name.startswith("pages/")
    ]
    registries = {
        name: text for name, text in texts.items() if not name.startswith(("briefings/", "pages/"))
    }
    fronts = tuple(one.front for one in briefings.values())
    return Drafts(fronts, tuple(pages), entries(registries), briefings, failed=failed)


def linked(
    files: Mapping[str, str],
    *,
    assets: tuple[Asset, ...] = (),
    failed: frozenset[str] = frozenset(),
) -> tuple[Site, tuple[Problem, ...]]:
    """Link a book of the registries of the small book and these files."""
    outcome = link_site(drafts(files, failed=failed), Book(assets=assets), config())
    assert outcome.value is not None
    return outcome.value, outcome.problems


def talks(body: str = "They met.\n", meta: str = "", **files: str) -> Briefing:
    """Link one briefing in a book without faults."""
    site, problems = linked({**files, TALKS: article(body, meta)})
    assert problems == ()
    return next(one for one in site.briefings if one.name == TALKS)


def talks_text(body: str = "They met.\n", meta: str = "") -> BriefingText:
    """Give the text of such a briefing."""
    return linked({TALKS: article(body, meta)})[0].texts[TALKS]


def faults(files: Mapping[str, str]) -> tuple[Problem, ...]:
    """Give what is wrong with a book."""
    return linked(files)[1]


def _whole(outcome: Any) -> Any:  # noqa: ANN401
    assert outcome.problems == ()
    return outcome.value
