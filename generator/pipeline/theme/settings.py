"""Settings of the theme that no single field can be wrong by: its links, and lost colours."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from generator.config import Config
from generator.diagnostics import Location, Problem
from generator.errors import ConfigError
from generator.model.draft import SourceFile
from generator.pipeline.read import CONFIG_NAME
from generator.text.nearest import nearest
from generator.text.yaml.nodes import find

_NAVIGABLE: Final = re.compile(r"(?:https?://|mailto:)\S+|[^\s:/\\][^\s:\\]*")
_ELSEWHERE: Final = ("http://", "https://", "mailto:", "#")
_COLOURS: Final = ("accent", "accent_dark")
_COMMENT: Final = re.compile(r"\s*\w+\s*:\s+(#(?:[0-9A-Fa-f]{3}){1,2})\s*(?:#.*)?")


def refuse_settings(config: Config, source: SourceFile) -> None:
    """Refuse settings with which the pages would not be what was meant.

    Raises ConfigError.
    """
    problems = (*_links_elsewhere(config), *_lost_colours(config, source))
    if problems:
        raise ConfigError(*problems)


def _links_elsewhere(config: Config) -> Iterator[Problem]:
    for n, item in enumerate(config.theme.navigation):
        if not _NAVIGABLE.fullmatch(item.to):
            yield Problem(
                "forbidden-link",
                f"{item.to!r} cannot be a link of the masthead",
                Location(CONFIG_NAME, field=("theme", "navigation", n, "to")),
                "write an address of the site, such as topics/index.html, or of the web: https://…",
            )


def _lost_colours(config: Config, source: SourceFile) -> Iterator[Problem]:
    """Find colours that YAML takes for comments, because they are not in quotes."""
    lines = source.text.split("\n")
    for key in _COLOURS:
        place = find(source.text, ("theme", key), key=True)
        if getattr(config.theme, key) is None and place is not None:
            line = lines[place[0] - 1]
            lost = _COMMENT.fullmatch(line)
            if lost and line.strip().startswith(f"{key}:"):
                at = Location(source.path, place[0], lost.start(1) + 1, len(lost[1]))
                message = "what begins with # is a comment in YAML, so no colour is given"
                yield Problem("bad-colour", message, at, f'write it in quotes: "{lost[1]}"')


def dead_navigation(config: Config, known: Collection[str]) -> Iterator[Problem]:
    """Warn of links of the masthead that lead to no page; `known` are all addresses."""
    for n, item in enumerate(config.theme.navigation):
        path = re.split(r"[#?]", item.to)[0]
        if item.to.startswith(_ELSEWHERE) or path in known:
            continue
        index = f"{path.rstrip('/')}/index.html"
        hint = f"did you mean {index!r}?" if index in known else nearest(path, known)
        yield Problem(
            "dead-navigation",
            f"no page of the site has the address {path!r}",
            Location(CONFIG_NAME, field=("theme", "navigation", n, "to")),
            hint or "write an address as in the bar of your browser, below the site's own",
            "warning",
        )
