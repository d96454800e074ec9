"""Desks of small books made by hand, and the pages that are gathered at them."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from generator.config import Config
from generator.model.page import Page, Shown
from generator.model.site import Site
from generator.pipeline.index import IndexBefore
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.lookup import Lookup
from generator.pipeline.index.plan import Plan, without_briefings
from generator.pipeline.index.site_pages import Index
from tests.builders import ENGLISH, config


def set_up(book: Site, settings: Config) -> Desk:
    """Set up the desk of a book whose site speaks English."""
    return indexed(book, settings).desk


def indexed(book: Site, settings: Config) -> Index:
    """Index a book whose site speaks English."""
    return IndexBefore().index(book, settings, ENGLISH)


def look_up(book: Site) -> Lookup:
    """Give the lookups of a book."""
    return set_up(book, config()).lookup


class PageAtDesk(NamedTuple):
    """A page with the desk that it is gathered at."""

    url: str
    template: str
    indexed: bool
    show: Callable[[], Shown]


def pages_of(
    plan_pages: Callable[[Plan], Iterable[Page]], book: Site, settings: Config
) -> list[PageAtDesk]:
    """Plan some pages of a book, as one of the makers of pages does."""
    desk = set_up(book, settings)
    plan = Plan(without_briefings(book), desk.found, settings)
    return [at_desk(one, desk) for one in plan_pages(plan)]


def at_desk(page: Page, desk: Desk) -> PageAtDesk:
    """Give a page with its desk."""
    return PageAtDesk(page.url, page.template, page.indexed, partial(page.show, desk))
