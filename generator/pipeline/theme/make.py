"""The theme of a book from end to end: its files read, dressed and compared."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from generator.config import Config
from generator.diagnostics import Problem
from generator.model.views.site import SiteView
from generator.pipeline.last import Last
from generator.pipeline.read import CONFIG_NAME, read_folder
from generator.pipeline.rendering.packaged import theme_files
from generator.pipeline.theme.accent import faint_accents
from generator.pipeline.theme.look import Files, Look, look
from generator.pipeline.theme.overrides import override_problems
from generator.text.digests import digest_of_texts


@dataclass(frozen=True, slots=True)
class BookTheme:
    """The theme as a book has it."""

    look: Look
    problems: tuple[Problem, ...]
    paths: tuple[str, ...] = field(compare=False)
    """Those of all files in the book's folder of templates."""
    own: Files
    """The book's own files, by their names below its folder of templates."""
    digest: bytes
    """A digest of all templates, the book's own and the packaged ones."""


def make_theme(root: Path, config: Config, last: Last) -> BookTheme:
    """Lay a book's templates and settings over the packaged theme, with what is wrong there."""
    read = read_folder(root / config.templates, Path(config.templates).as_posix())
    packaged = theme_files()
    own: Files = {
        asset.name: asset.data
        for asset in read.value or ()
        if packaged.get(asset.name) != asset.data  # a plain copy is the theme's, and is no override
    }
    texts = _Texts(template_texts(own), template_texts(packaged))
    dressed = look(own, packaged, config.theme)
    problems = (
        *read.problems,
        *faint_accents(dressed.tokens, config.theme, path=CONFIG_NAME),
        *last.of(_behind, texts, config.templates),
    )
    paths = tuple([asset.path for asset in read.value or ()])
    return BookTheme(dressed, problems, paths, own, last.of(_digest, texts))


class _Texts(NamedTuple):
    """All templates by their names."""

    own: Mapping[str, str]
    packaged: Mapping[str, str]


def _behind(texts: _Texts, folder: str) -> tuple[Problem, ...]:
    return tuple(override_problems(texts.own, texts.packaged, folder=Path(folder).as_posix()))


def _digest(templates: _Texts) -> bytes:
    named = (text for texts in templates for pair in sorted(texts.items()) for text in pair)
    return digest_of_texts((*named, *(str(len(texts)) for texts in templates)))


def with_look(frame: SiteView, made: Look) -> SiteView:
    """Tell the pages what to load."""
    return replace(frame, style_sheets=made.style_sheets)


def template_texts(files: Files) -> dict[str, str]:
    """Give the texts of templates; what is published as it is, is none."""
    return {
        name: data.decode("utf-8", "replace")
        for name, data in files.items()
        if not name.startswith("static/")
    }
