"""The desk: everything that pages are made from, set up once for a build."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, TypeVar, cast

from generator.config import Config, FeedList
from generator.model import addresses
from generator.model.notes import Question
from generator.model.page import Page, Shown
from generator.model.site import Site
from generator.model.views.parts import Link
from generator.pipeline.index.asked_book import AskedBook
from generator.pipeline.index.cards.cards import Cards, make_cards
from generator.pipeline.index.cards.links import feed_links
from generator.pipeline.index.lookup import Lookup, look_up
from generator.pipeline.index.made_once import MadeOnce
from generator.pipeline.index.nearness import Nearness
from generator.pipeline.index.wording.words import Words, words_of
from generator.text.language import Language

Value = TypeVar("Value")
_LATELY: Final = 100
Id = str | int
"""What tells one page of a kind from another: ids, and the numbers of parts."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The book turned round, its cards, words and settings: what each maker of pages is given."""

    lookup: Lookup
    cards: Cards
    near: Nearness
    words: Words
    config: Config
    book: AskedBook
    """What has noted the questions that were asked with `lookup`."""
    made: MadeOnce[tuple[Any, ...], Any]
    made_lately: MadeOnce[tuple[Any, ...], Any]

    @property
    def site(self) -> Site:
        """The book itself."""
        return self.lookup.site

    def page(
        self,
        url: str,
        template: str,
        gather: Callable[..., Shown],
        *about: Id,
        indexed: bool = True,
    ) -> Page:
        """Make a page of what a function gathers at this desk about some ids.

        All that the page shows comes from the desk, which notes what was asked; so `gather`
        is a function of a module and not of another function, which could know more.
        """
        what = f"{gather.__module__}.{gather.__qualname__}{about}"
        return Page(url, template, partial(gather, self, *about), indexed, what, self.book.notes)

    def once(self, make: Callable[..., Value], *about: Id) -> Value:
        """Give what a function makes at this desk about some ids, made once for all pages."""
        return cast("Value", self.made[make, *about])

    def feeds_of(self, section: FeedList, identifier: Id, title: str) -> tuple[Link, ...]:
        """Link the feeds of a topic or an official, where the book has such feeds."""
        if section not in self.config.feeds.lists:
            return ()
        return feed_links(addresses.thing(section, str(identifier)), title)

    def lately(self, make: Callable[..., Value], *about: Id) -> Value:
        """Give the same, which is large, made once for pages that are made one after the other."""
        return cast("Value", self.made_lately[make, *about])

    def answers(self) -> Iterator[tuple[Question, bytes]]:
        """Give a digest of the answer to every question that a page may ask."""
        return self.book.answers()


def set_up(site: Site, config: Config, language: Language) -> Desk:
    """Set the desk up for a book whose site speaks a language."""
    book, words = AskedBook(look_up(site)), _words(config, language)
    cards = make_cards(book.lookup, words, book.notes)

    def make(one: tuple[Any, ...]) -> Any:  # noqa: ANN401 - whatever the function makes
        return one[0](desk, *one[1:])

    made, lately = MadeOnce(make, book.notes), MadeOnce(make, book.notes, _LATELY)
    desk = Desk(book.lookup, cards, book.near, words, config, book, made, lately)
    return desk


def _words(config: Config, language: Language) -> Words:
    return words_of(language, config.theme.dates, book_language=config.language)
