"""Which language the theme's own words are said in, and from which catalogues."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from generator.config import Config
from generator.diagnostics import Location, Outcome, Problem
from generator.model.draft import SourceFile
from generator.pipeline.read import CONFIG_NAME
from generator.text.catalogue import read_catalogue
from generator.text.language import ENGLISH, Language, read_language, wider


def interface_language(config: Config, files: Sequence[SourceFile]) -> Outcome[Language]:
    """Read the language that the settings ask for, else English, with a warning.

    Catalogues stand in the order in which they are asked; one of `de` also serves `de-AT`.
    """
    tag = config.theme.language or config.language
    wanted = [one.casefold() for one in wider(tag)]
    serving = [file for one in wanted for file in files if _tag(file).casefold() == one]
    if not serving and ENGLISH not in wanted:
        return Outcome(read_language(ENGLISH), (_not_spoken(tag, files, config),))
    read = [read_catalogue(file.text, path=file.path) for file in serving]
    problems = tuple(problem for one in read for problem in one.problems)
    catalogues = [one.value for one in read if one.value]
    return Outcome(read_language(tag, catalogues), problems)


def _tag(file: SourceFile) -> str:
    return PurePosixPath(file.name).stem


def _not_spoken(tag: str, files: Iterable[SourceFile], config: Config) -> Problem:
    known = ", ".join(sorted({ENGLISH, *map(_tag, files)}))
    field = ("theme", "language") if config.theme.language else ("language",)
    return Problem(
        "no-interface-language",
        f"the theme's own words are not translated to {tag!r}, so they are English",
        Location(CONFIG_NAME, field=field),
        f"known: {known}; add {config.templates}/languages/{tag}.po, "
        "or choose one under `theme:` with `language:`",
        "warning",
    )
