"""A fragment with the names in it linked, as a briefing has them."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.text.markup.edits import with_edits
from generator.text.markup.reading import read
from generator.text.names.finding import Mention, find_names, name_edits
from generator.text.names.index import NameIndex


@dataclass(frozen=True, slots=True)
class Linked:
    """The fragment with its links, and what was found."""

    html: str
    mentions: tuple[Mention, ...] = ()
    ambiguous: tuple[tuple[str, tuple[str, ...]], ...] = ()


def link_names(html: str, index: NameIndex, titles: Callable[[str], tuple[str, ...]]) -> Linked:
    """Link every official at the first mention."""
    found = find_names(read(html), index, titles=titles)
    edits = name_edits(found.links, lambda one: f"official:{one}")
    return Linked(with_edits(html, edits), found.mentions, found.ambiguous)
