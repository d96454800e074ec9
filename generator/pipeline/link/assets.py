"""Assets and their addresses.

An address holds the beginning of a hash of the bytes: a changed picture has another one, so
a browser may keep what it has for ever and never shows the old one.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.config import Config
from generator.diagnostics import Location, Problem
from generator.model.draft import Asset, Registered
from generator.model.site import LinkedAsset
from generator.text.nearest import nearest
from generator.text.picture_size import picture_size

FOLDER: Final = "assets/"
_CONFIG: Final = "config.yaml"
_DIGITS_OF_HASH: Final = 10
_LONGEST_NAME: Final = 80
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Frame:
    """The assets that config.yaml names: they stand on every page."""

    logo: LinkedAsset | None
    linked: tuple[str, ...]
    problems: tuple[Problem, ...]


def link_assets(assets: Iterable[Asset]) -> Mapping[str, LinkedAsset]:
    """Give every asset its address, by its path below content/."""
    return {one.name: LinkedAsset(one, _address(one), picture_size(one.data)) for one in assets}


def frame_of(config: Config, assets: Mapping[str, LinkedAsset]) -> Frame:
    """Look up the logo, and the assets to which the masthead links."""
    theme, problems = config.theme, []
    logo = theme.logo
    if logo and logo not in assets:
        at = Location(_CONFIG, field=("theme", "logo"))
        problems.append(_unknown(logo, assets, at))
    linked = dict[str, None]()
    for n, item in enumerate(theme.navigation):
        if item.to in assets:
            linked[assets[item.to].url] = None
        elif item.to.startswith(FOLDER):
            at = Location(_CONFIG, field=("theme", "navigation", n, "to"))
            problems.append(_unknown(item.to, assets, at))
    return Frame(assets.get(logo or ""), tuple(linked), tuple(problems))


def unknown_portraits(
    registries: Registered,
    assets: Mapping[str, LinkedAsset],
) -> Iterator[Problem]:
    """Tell of officials whose picture is not among the assets."""
    for entry in registries.get("officials", ()):
        image = entry.record.image
        if image and image not in assets:
            yield _unknown(image, assets, Location(entry.path, field=(*entry.field, "image")))


def _unknown(name: str, assets: Iterable[str], at: Location) -> Problem:
    hint = nearest(name, assets) or "put the file into assets/ and write assets/ and its name"
    return Problem("broken-link", f"{name!r} leads to no file of the book", at, hint)


def _address(asset: Asset) -> str:
    """Give the address of an asset: its path with a part of the hash of its bytes.

    >>> _address(Asset("", "assets/maps/The strait.svg", b"<svg/>"))
    'assets/maps/The-strait.d4dc566691.svg'
    """
    *folders, file = asset.name.split("/")
    stem, dot, ending = file.rpartition(".")
    stem, ending = (stem, ending) if dot else (ending, "")
    digest = hashlib.sha256(asset.data).hexdigest()[:_DIGITS_OF_HASH]
    parts = (_safe(stem), digest, *([_safe(ending)] if ending else []))
    return "/".join((*map(_safe, folders), ".".join(parts)))


def _safe(part: str) -> str:
    """Give a part of a path as it can stand in an address; the hash keeps two files apart."""
    plain = unicodedata.normalize("NFKD", part).encode("ascii", "ignore").decode()
    return _UNSAFE.sub("-", plain).strip("-.")[:_LONGEST_NAME] or "file"
