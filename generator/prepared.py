"""A book that can be published, and how it is dressed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from generator.config import Config
from generator.model.draft import SourceFile
from generator.model.references import asset_files
from generator.model.site import Site
from generator.pipeline.choices import refuse_choices
from generator.pipeline.index import Index, site_view
from generator.pipeline.parse_config import parse_config
from generator.pipeline.read import read_config
from generator.pipeline.rendering.templates import OwnTemplates
from generator.pipeline.theme.make import BookTheme, with_look
from generator.pipeline.theme.settings import refuse_settings
from generator.rendering import Unrendered
from generator.report import Report
from generator.runtime.fingerprint import fingerprint
from generator.text.digests import digest_of_texts
from generator.text.language import Language

_PACKAGE: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Prepared:
    """A book that can be published, and all that is told of it."""

    config: Config
    site: Unrendered
    report: Report
    sources: Mapping[str, str]
    """The file of the book that a page was made from, by the page's address; lists have none."""
    public: Site
    """The book as its readers may see it."""


def settled(root: Path) -> Config:
    """Read the settings of a book.  Raises ConfigError where they cannot be used."""
    source = read_config(root)
    config = parse_config(source)
    refuse_choices(config)
    refuse_settings(config, source)
    return config


class Dressed(NamedTuple):
    """How a book is shown: its settings, its theme and its language."""

    config: Config
    theme: BookTheme
    language: Language
    catalogues: Sequence[SourceFile]


def unrendered(site: Site, index: Index, dressed: Dressed, root: Path) -> Unrendered:
    """Dress the pages of a book; `root` is its folder."""
    config, theme, language, catalogues = dressed
    frame = with_look(site_view(site, config, language), theme.look)
    texts = (one.text for one in catalogues)
    common = (fingerprint(_PACKAGE), theme.digest.hex(), repr(config), repr(frame), *texts)
    return Unrendered(
        pages=index.pages,
        book=index.desk,
        made_with=digest_of_texts(common).hex(),
        files=(*asset_files(site), *theme.look.files),
        templates=OwnTemplates(root / config.templates, theme.own),
        frame=frame,
        language=language,
    )
