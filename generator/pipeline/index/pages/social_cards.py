"""The pictures that social networks show beside a link: one for each briefing and official."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from generator.model import addresses
from generator.model.page import Page, Shown
from generator.model.views.briefing import BriefingView
from generator.model.views.people import OfficialView
from generator.model.views.site import Head
from generator.model.views.social import ACCENT, CARD, SocialCard
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.plan import Plan
from generator.text.style.colours import readable


def card_pages(pages: Iterable[Page], plan: Plan) -> Iterator[Page]:
    """Plan the cards that the heads of pages name; the parts of a long list share the first's.

    The accent of a book is made darker where it could not be read on the white of a card.
    """
    if not plan.config.theme.cards:
        return
    accent = plan.config.theme.accent
    colour = readable(accent, ["#fff"]) if accent else ACCENT
    by_url = {page.url: page for page in pages}
    officials = (addresses.thing("officials", one) for one in plan.book.officials)
    for url in (*(one.url for one in plan.found.points), *officials):
        page = by_url[url]
        gather = partial(_shown, page, colour)
        yield Page(addresses.card(url), CARD, gather, what=f"card of {page.what}")


def _shown(page: Page, colour: str, desk: Desk) -> Shown:
    shown = page.show(desk)
    card = replace(_card(shown.view, desk.config.title), accent=colour)
    return Shown(card, Head(shown.head.title))


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
