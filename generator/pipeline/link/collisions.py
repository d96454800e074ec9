"""Two sources, one address: found before anything is written, on every file system."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from generator.diagnostics import Location, Problem
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


def unsafe_paths(drafts: Drafts) -> Iterator[Problem]:
    """Tell of articles whose path cannot be an address on every host and file system."""
    safe: set[str] = set()  # articles have most of their folders in common
    for front in drafts.briefings:
        yield from _unsafe(briefing_url(front), Location(front.path), safe)
        for n, url in enumerate(alias_urls(front)):
            yield from _unsafe(url, Location(front.meta_path, field=("aliases", n)), safe)
    for page in drafts.pages:
        yield from _unsafe(addresses.article(page.name), Location(page.path), safe)


def _unsafe(url: str, at: Location, safe: set[str]) -> Iterator[Problem]:
    """Tell of a part that is not safe; those that are, are noted."""
    parts = url.removesuffix(".html").split("/")
    bad = next((one for one in parts if one not in safe and not _is_safe(one)), None)
    if bad is None:
        safe.update(parts)
    else:
        safer = _safer(bad)
        hint = f"name it {safer!r}" if safer else "use letters, digits and hyphens"
        yield Problem("unsafe-path", f"{bad!r} cannot be a part of an address", at, hint)


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
    for source, url, at in _claimed(drafts, redirects, things):
        other = _list_at(url) or taken.setdefault(_key(url), source)
        if other != source:
            yield _taken(url, other, at)
    # No two things of a kind have the same id, so only a list can be in their way.
    for url, at in things.items():
        if other := _list_at(url):
            yield _taken(url, other, at)


def _taken(url: str, other: str, at: Location) -> Problem:
    message = f"the address {url} is taken by {other}"
    return Problem("address-taken", message, at, "give one of the two another name")


def _list_at(url: str) -> str:
    """Name the list that has an address, or may have it once it is long; empty if none does."""
    section, _, name = _key(url).removesuffix(".html").partition("/")
    if "/" in name:
        return ""
    is_list = section in addresses.SECTIONS and (name == "index" or _PART_OF_A_LIST.fullmatch(name))
    return f"the index of {section}" if is_list else ""


def _things(drafts: Drafts) -> Iterator[tuple[str, Location]]:
    for kind in WITH_PAGES:
        for entry in drafts.registries.get(kind, ()):
            at = Location(entry.path, field=(*entry.field, "id"))
            yield addresses.thing(kind, entry.record.id), at


def _claimed(
    drafts: Drafts, redirects: Iterable[Redirect], things: Mapping[str, Location]
) -> Iterator[tuple[str, str, Location]]:
    """Give every address with the source that it belongs to and the place that makes it."""
    owners = {url: (at.path, _aliases(at)) for url, at in things.items()}
    for front in drafts.briefings:
        url = briefing_url(front)
        at = Location(front.meta_path, field=("slug",)) if front.slug else Location(front.path)
        owners[url] = front.path, Location(front.meta_path, field=("aliases",))
        yield front.path, url, at
    for page in drafts.pages:
        yield page.path, addresses.article(page.name), Location(page.path)
    for redirect in redirects:
        source, at = owners[redirect.to]
        yield source, redirect.url, at


def _aliases(at: Location) -> Location:
    return Location(at.path, field=(*(at.field or ())[:-1], "aliases"))


def _key(url: str) -> str:
    return unicodedata.normalize("NFC", url).casefold()
