"""The desk: everything that pages are made from, set up once for a build."""

from dataclasses import dataclass

from generator.config import Config
from generator.model.site import Site
from generator.pipeline.index.cards.cards import Cards, make_cards
from generator.pipeline.index.lookup import Lookup, look_up
from generator.pipeline.index.nearness import Nearness, nearness
from generator.pipeline.index.wording.words import Words, words_of
from generator.text.language import Language


@dataclass(frozen=True, slots=True)
class Desk:
    """The book turned round, its cards, words and settings: what each maker of pages is given."""

    lookup: Lookup
    cards: Cards
    near: Nearness
    words: Words
    config: Config

    @property
    def site(self) -> Site:
        """The book itself."""
        return self.lookup.site


def set_up(site: Site, config: Config, language: Language) -> Desk:
    """Set the desk up for a book whose site speaks a language."""
    lookup, words = look_up(site), _words(config, language)
    return Desk(lookup, make_cards(lookup, words), nearness(lookup), words, config)


def _words(config: Config, language: Language) -> Words:
    return words_of(language, config.theme.dates, book_language=config.language)
