"""The desk: everything that pages are made from, set up once for a build."""

from dataclasses import dataclass

from generator.config import Config
from generator.model.site import Site
from generator.pipeline.index.cards.cards import Cards, make_cards
from generator.pipeline.index.lookup import Lookup, look_up


@dataclass(frozen=True, slots=True)
class Desk:
    """The book turned round, its cards and its settings: what each maker of pages is given."""

    lookup: Lookup
    cards: Cards
    config: Config

    @property
    def site(self) -> Site:
        """The book itself."""
        return self.lookup.site


def set_up(site: Site, config: Config) -> Desk:
    """Set the desk up for a book."""
    lookup = look_up(site)
    return Desk(lookup, make_cards(lookup, config.language), config)
