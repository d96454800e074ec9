"""The desk: everything that pages are made from, set up once for a build."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final, TypeVar, cast

from generator.config import Config, FeedList
from generator.model import addresses
from generator.model.notes import Notes, Question
from generator.model.opening import Open, OpenedOnce
from generator.model.site import Site
from generator.model.views.parts import Link
from generator.pipeline.index.asked_book import AskedBook
from generator.pipeline.index.cards.cards import Cards, make_cards
from generator.pipeline.index.cards.links import feed_links
from generator.pipeline.index.concordance import Concordance
from generator.pipeline.index.lookup import Lookup
from generator.pipeline.index.made_once import Kept
from generator.pipeline.index.nearness import Nearness, marks_of, nearness
from generator.pipeline.index.plan import Id
from generator.pipeline.index.wording.words import Words, words_of
from generator.pipeline.last import Last
from generator.text.language import Language

Value = TypeVar("Value")
_LATELY: Final = 100


@dataclass(frozen=True, slots=True)
class Desk:
    """The book turned round, its cards, words and settings: what each maker of pages is given."""

    found: Concordance
    lookup: Lookup
    cards: Cards
    nearness: Open[Nearness]
    words: Words
    config: Config
    notes: Notes
    """The questions that were asked at the desk."""
    book: AskedBook
    """What answers them once more."""
    pieces: Kept[Any, Any]
    """What many pages show, or what takes a look at much: cards, links, tallies, drawings."""
    made_lately: Kept[tuple[Any, ...], Any]

    @property
    def near(self) -> Nearness:
        """Which briefings stand near each other."""
        return self.nearness()

    @property
    def site(self) -> Site:
        """The book itself."""
        return self.lookup.site

    def once(self, make: Callable[..., Value], *about: Id) -> Value:
        """Give what a function makes at this desk about some ids, made once for all pages.

        In a process that stays it is kept while what it asked is answered as it was.  So it is
        a value with nothing in it that is gathered later, which would hold on to this desk.
        """
        return cast("Value", self.pieces.give((make, *about), make, self, *about))

    def feeds_of(self, section: FeedList, identifier: Id, title: str) -> tuple[Link, ...]:
        """Link the feeds of a topic or an official, where the book has such feeds."""
        if section not in self.config.feeds.lists:
            return ()
        return feed_links(addresses.thing(section, str(identifier)), title)

    def lately(self, make: Callable[..., Value], *about: Id) -> Value:
        """Give the same, which is large, made once for pages that are made one after the other."""
        return cast("Value", self.made_lately.give((make, *about), make, self, *about))

    def grounds(self) -> tuple[bytes, bytes, bytes]:
        """Give a digest of what most answers come from, one for facts, and one for texts."""
        return self.book.grounds()

    def fact_answers(self) -> Iterator[tuple[Question, bytes]]:
        """Give a digest of the answer to every question about what briefings say."""
        return self.book.fact_answers()

    def text_answers(self) -> Iterator[tuple[Question, bytes]]:
        """Give a digest of the answer to every question about a text."""
        return self.book.text_answers()

    def answers(self) -> Iterator[tuple[Question, bytes]]:
        """Give a digest of the answer to every other question that a page may ask."""
        return chain(self.book.answers(), self.near.answers())


def set_up(site: Site, found: Concordance, last: Last, config: Config, language: Language) -> Desk:
    """Set the desk up for a book whose site speaks a language.

    `last` keeps what follows from the same in the next round.
    """
    notes = Notes()
    pieces = Kept[Any, Any](notes)
    book = AskedBook(site, found, notes, pieces, last)
    words = words_of(language, config.theme.dates, book_language=config.language)
    cards = make_cards(book.lookup, words, pieces)
    near = OpenedOnce(lambda: nearness(found, last.of(marks_of, found), notes))
    lately = Kept[Any, Any](notes, _LATELY)
    return Desk(found, book.lookup, cards, near, words, config, notes, book, pieces, lately)
