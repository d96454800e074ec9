"""Two sources, one address: found before anything is written, on every file system."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from generator.diagnostics import FieldPath, Location, Problem
from generator.model import addresses
from generator.model.draft import Drafts
from generator.model.site import Redirect
from generator.pipeline.link.briefings import alias_urls, briefing_url
from generator.pipeline.link.registries import WITH_PAGES

_PART: Final = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*")
_LONGEST_PART: Final = 100
_PART_OF_A_LIST: Final = re.compile(r"page-\d+")
"""Kept for the further parts of long lists."""
# Windows keeps these names for devices, with any ending.
_DEVICES: Final = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))]
)

_Place = tuple[str, FieldPath | None]
"""A file, and a field of it: a place that is seldom told of, and made one only then."""


def unsafe_paths(drafts: Drafts) -> Iterator[Problem]:
    """Tell of articles whose path cannot be an address on every host and file system."""
    safe: set[str] = set()  # articles have most of their folders in common
    for url, (path, field) in _written(drafts):
        new = [one for one in url.removesuffix(".html").split("/") if one not in safe]
        bad = next((one for one in new if not _is_safe(one)), None)
        if bad is None:
            safe.update(new)
        else:
            safer, at = _safer(bad), Location(path, field=field)
            hint = f"name it {safer!r}" if safer else "use letters, digits and hyphens"
            yield Problem("unsafe-path", f"{bad!r} cannot be a part of an address", at, hint)


def _written(drafts: Drafts) -> Iterator[tuple[str, _Place]]:
    """Give every address of an article, and where it is written."""
    for front in drafts.briefings:
        yield briefing_url(front), (front.path, None)
        for n, url in enumerate(alias_urls(front)):
            yield url, (front.meta_path, ("aliases", n))
    for page in drafts.pages:
        yield addresses.article(page.name), (page.path, None)


def _is_safe(part: str) -> bool:
    kept = part.split(".", 1)[0].lower() in _DEVICES or _PART_OF_A_LIST.fullmatch(part)
    return bool(_PART.fullmatch(part)) and len(part) <= _LONGEST_PART and not kept


def _safer(part: str) -> str:
    plain = unicodedata.normalize("NFKD", part).encode("ascii", "ignore").decode()
    safer = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:_LONGEST_PART].lower()
    return next((one for one in (safer, f"{safer}-1") if safer and _is_safe(one)), "")


def collisions(drafts: Drafts, redirects: Iterable[Redirect]) -> Iterator[Problem]:
    """Tell of addresses that two sources claim, naming both."""
    taken: dict[str, str] = {}
    things = dict(_things(drafts))
    for source, url, place in _claimed(drafts, redirects, things):
        key = addresses.folded(url)
        other = _list_at(key) or taken.setdefault(key, source)
        if other != source:
            yield _taken(url, other, place)
    # No two things of a kind have the same id, so only a list can be in their way.
    for url, place in things.items():
        if other := _list_at(addresses.folded(url)):
            yield _taken(url, other, place)


def _taken(url: str, other: str, place: _Place) -> Problem:
    path, field = place
    message, at = f"the address {url} is taken by {other}", Location(path, field=field)
    return Problem("address-taken", message, at, "give one of the two another name")


def _list_at(key: str) -> str:
    """Name the list that has an address, or may have it once it is long; empty if none does."""
    section, _, name = key.removesuffix(".html").partition("/")
    if "/" in name:
        return ""
    is_list = section in addresses.SECTIONS and (name == "index" or _PART_OF_A_LIST.fullmatch(name))
    return f"the index of {section}" if is_list else ""


def _things(drafts: Drafts) -> Iterator[tuple[str, _Place]]:
    for kind in WITH_PAGES:
        for entry in drafts.registries.get(kind, ()):
            yield addresses.thing(kind, entry.record.id), (entry.path, (*entry.field, "id"))


def _claimed(
    drafts: Drafts, redirects: Iterable[Redirect], things: Mapping[str, _Place]
) -> Iterator[tuple[str, str, _Place]]:
    """Give every address with the source that it belongs to and the place that makes it."""
    owners = {url: (path, _aliases(path, field)) for url, (path, field) in things.items()}
    for front in drafts.briefings:
        url = briefing_url(front)
        owners[url] = front.path, (front.meta_path, ("aliases",))
        yield front.path, url, (front.meta_path, ("slug",)) if front.slug else (front.path, None)
    for page in drafts.pages:
        yield page.path, addresses.article(page.name), (page.path, None)
    for redirect in redirects:
        source, place = owners[redirect.to]
        yield source, redirect.url, place


def _aliases(path: str, field: FieldPath | None) -> _Place:
    return path, (*(field or ())[:-1], "aliases")
