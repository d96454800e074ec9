"""What a preview showed last, so that it can show it again before anything is read.

It counts only while the book, the program and the settings are what they were, and no moment
of publication has passed.  Of the briefings it says where each lies in the memory of linking;
they are opened when a page shows them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, Protocol

from generator.config import Config
from generator.memories import LINKED, memo_of
from generator.model.draft import Asset
from generator.model.opening import Opened, OpenedOnce
from generator.model.outline import Outline
from generator.model.shelf import Shelf
from generator.model.site import LinkedAsset, Site
from generator.pipeline.index import Concordance, Desk, IndexBefore, without_briefings
from generator.pipeline.interface import interface_language
from generator.pipeline.last import Last
from generator.pipeline.read import CONFIG_NAME, read_catalogues
from generator.pipeline.social_cards import with_installed
from generator.pipeline.theme.make import make_theme
from generator.prepared import Dressed, Prepared, settled, unrendered
from generator.report import Report, Settings
from generator.runtime.fingerprint import fingerprint
from generator.runtime.kept import FOLDER, keep_bytes, read_kept_bytes
from generator.runtime.looks import Look, look, now
from generator.runtime.packing import Packing, UnreadableError
from generator.text.digests import digest_of_texts
from generator.text.leavings import is_passed_over

_PACKAGE: Final = Path(__file__).parent


class Linked(Protocol):
    """What knows where each briefing lies in the memory of linking."""

    def keys_there(self) -> Mapping[str, bytes]:
        """Give the keys of the briefings that are kept in the book's folder, by name."""

    def gave(self, outline: Outline) -> bool:
        """Tell whether a briefing is just as it was linked."""


def recalled(settings: Settings) -> Prepared | None:
    """Give what a preview showed last, if nothing has changed since.

    Raises BriefbookError where the settings cannot be used.
    """
    config, _ = with_installed(settled(settings.root))
    known = _recall(settings, _look_at(settings.root, config))
    catalogues = read_catalogues(settings.root, config)
    language = interface_language(config, catalogues).value
    if known is None or language is None:
        return None
    theme = make_theme(settings.root, config, Last())
    index = IndexBefore().of(known.site, known.found, config, language)
    dressed = Dressed(config, theme, language, catalogues)
    site = unrendered(known.site, index, dressed, settings.root)
    return Prepared(config, site, known.report, known.sources, known.site)


def keep_shown(
    settings: Settings, prepared: Prepared, linked: Linked, is_so: Callable[[], bool]
) -> None:
    """Keep what is shown, to be recalled later.

    `is_so` tells, asked after a look at the book, whether it is still as it was prepared.
    """
    desk, look = prepared.site.book, _look_at(settings.root, prepared.config)
    if isinstance(desk, Desk) and look.is_sure(now()) and is_so():
        shown = _Remembered(prepared.public, desk.found, prepared.report, prepared.sources)
        _keep(settings, look, shown, linked)


@dataclass(frozen=True, slots=True)
class _Remembered:
    """A site as its readers may see it, with its lists, and what is told of it."""

    site: Site
    found: Concordance
    report: Report
    sources: Mapping[str, str]


def _look_at(root: Path, config: Config) -> Look:
    """Look at all that a book is made from."""
    parts = [root / one for one in (CONFIG_NAME, config.content, config.templates)]
    return look(parts, ignored=is_passed_over)


def _keep(settings: Settings, seen: Look, shown: _Remembered, linked: Linked) -> None:
    """Keep what is shown of a book that looks like this."""
    site, there = shown.site, linked.keys_there()
    outlines = site.briefings.outlines
    keys = {one.name: there[one.name] for one in outlines if one.name in there and linked.gave(one)}
    whole = {
        one.name: (way(), site.texts[one.name])
        for one, way in site.briefings.pairs()
        if one.name not in keys
    }
    emptied = {name: _emptied(one) for name, one in site.assets.items()}
    packed = (
        replace(without_briefings(site), assets=emptied, logo=site.logo and _emptied(site.logo)),
        replace(shown.found, points=()),
        tuple(_shortened(one) for one in outlines),
        keys,
        whole,
        shown.report,
        dict(shown.sources),
    )
    data = Packing(_PACKAGE.name).packer()(packed)
    keep_bytes(_place(settings), _key(settings, seen), data)


def _recall(settings: Settings, seen: Look) -> _Remembered | None:
    """Give what was shown of a book that looked like this; None where that is not known."""
    data = read_kept_bytes(_place(settings), _key(settings, seen))
    try:
        found = Packing(_PACKAGE.name).unpacker()(data) if data else None
    except UnreadableError:
        return None
    if found is None:
        return None
    site, concordance, outlines, keys, whole, report, sources = found
    if report.since and settings.now < report.since:
        return None
    if report.until and settings.now >= report.until:
        return None
    ways = _Ways(settings, keys, whole)
    site = replace(
        site,
        briefings=Shelf.put((one, OpenedOnce(ways.facts(one.name))) for one in outlines),
        texts=Opened({one.name: ways.text(one.name) for one in outlines}),
        assets={name: _filled(one, settings.root) for name, one in site.assets.items()},
    )
    concordance = replace(concordance, points=tuple([one.points for one in outlines]))
    return _Remembered(site, concordance, report, sources)


class _Ways:
    """How each briefing, and its text, is opened."""

    def __init__(
        self, settings: Settings, keys: Mapping[str, bytes], whole: Mapping[str, Any]
    ) -> None:
        self._memo, self._keys, self._whole = memo_of(LINKED, settings), keys, whole

    def facts(self, name: str) -> Callable[[], Any]:
        """Give what opens a briefing."""
        return partial(self._facts, name)

    def text(self, name: str) -> Callable[[], Any]:
        """Give what opens its text."""
        return partial(self._text, name)

    def _facts(self, name: str) -> Any:  # noqa: ANN401 - a briefing
        if name in self._whole:
            return self._whole[name][0]
        return self._memo.opens(self._keys[name])(0)

    def _text(self, name: str) -> Any:  # noqa: ANN401 - a text
        if name in self._whole:
            return self._whole[name][1]
        return self._memo.opens(self._keys[name])(1)


def _shortened(one: Outline) -> Outline:
    """Give what a preview asks of an outline until the book is made."""
    return one._replace(related=(), leads_to=(), shows=(), left_out=())


def _emptied(one: LinkedAsset) -> LinkedAsset:
    return replace(one, asset=Asset(one.asset.path, one.asset.name, b""))


def _filled(one: LinkedAsset, root: Path) -> LinkedAsset:
    return replace(one, asset=replace(one.asset, data=(root / one.asset.path).read_bytes()))


def _place(settings: Settings) -> Path:
    asked = digest_of_texts((settings.edition or "", str(settings.unpublished))).hex()[:16]
    return settings.root / FOLDER / f"{asked}.shown"


def _key(settings: Settings, seen: Look) -> bytes:
    stock = "stock" if settings.stock_markdown else "quick"
    return sha256(f"{fingerprint(_PACKAGE)} {seen.digest} {stock}".encode()).digest()
