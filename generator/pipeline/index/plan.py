"""Which pages a book has: decided by its lists, registries and settings alone."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from generator.config import Config
from generator.model.page import Page, Shown
from generator.model.shelf import Shelf
from generator.model.site import Site
from generator.pipeline.index.concordance import Concordance

Id = str | int
"""What tells one page of a kind from another: ids, and the numbers of parts."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What decides which pages there are: nothing of what briefings say but what lists go by."""

    book: Site
    """The book without its briefings."""
    found: Concordance
    config: Config


def without_briefings(site: Site) -> Site:
    """Give what is in a book beside its briefings, and beside the files that these show."""
    return replace(site, briefings=Shelf(), texts={}, assets={}, logo=None)


def planned(
    url: str, template: str, gather: Callable[..., Shown], *about: Id, indexed: bool = True
) -> Page:
    """Plan a page of what a function gathers at the desk about some ids.

    All that the page shows comes from the desk, which notes what was asked; so `gather` is a
    function of a module and not of another function, which could know more.
    """
    what = f"{gather.__module__}.{gather.__qualname__}{about}"
    return Page(url, template, gather, about, indexed, what)
