"""The pictures that social networks show beside a link: one for each briefing and official."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model import addresses
from generator.model.page import Page
from generator.model.views.briefing import BriefingView
from generator.model.views.people import OfficialView
from generator.model.views.site import Head
from generator.model.views.social import ACCENT, CARD, SocialCard
from generator.text.style.colours import readable


def card_pages(pages: Iterable[Page], book: str, accent: str | None) -> Iterator[Page]:
    """Give the cards that the heads of pages name; the parts of a long list share the first's.

    The accent of a book is made darker where it could not be read on the white of a card.
    """
    colour = readable(accent, ["#fff"]) if accent else ACCENT
    for page in pages:
        card = page.head.card
        if card and card.url == addresses.card(page.url):
            drawn = replace(_card(page.view, book), accent=colour)
            yield Page(card.url, CARD, drawn, Head(card.alt))


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
