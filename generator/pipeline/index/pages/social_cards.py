"""The pictures that social networks show beside a link: one for each briefing and official."""

from collections.abc import Iterable, Iterator

from generator.model import addresses
from generator.model.page import Page
from generator.model.views.briefing import BriefingView
from generator.model.views.people import OfficialView
from generator.model.views.site import Head
from generator.model.views.social import CARD, SocialCard


def card_pages(pages: Iterable[Page], book: str) -> Iterator[Page]:
    """Give the cards that the heads of pages name; the parts of a long list share the first's."""
    for page in pages:
        card = page.head.card
        if card and card.url == addresses.card(page.url):
            yield Page(card.url, CARD, _card(page.view, book), Head(card.alt))


def _card(view: object, book: str) -> SocialCard:
    match view:
        case BriefingView():
            kicker = view.topics[0].text if view.topics else ""
            foot = (view.published.text, view.byline)
            return SocialCard(book, kicker, view.title, "", tuple(filter(None, foot)))
        case OfficialView():
            said = f"{view.tiles[0].value} {view.tiles[0].label}"
            return SocialCard(book, "", view.name, view.now, (said,))
        case _:
            raise TypeError(f"no card for {type(view).__name__}")
