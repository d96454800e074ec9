"""The pictures that social networks show beside a link: one for each briefing and official."""

from collections.abc import Iterator

from generator.model import addresses
from generator.model.page import Page, Shown
from generator.model.views.site import Head
from generator.model.views.social import ACCENT, CARD, SocialCard
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.pages.people import official_view
from generator.pipeline.index.plan import Plan, planned
from generator.text.style.colours import readable


def card_pages(plan: Plan) -> Iterator[Page]:
    """Plan the cards that the heads of pages name; the parts of a long list share the first's.

    The accent of a book is made darker where it could not be read on the white of a card.
    """
    if not plan.config.theme.cards:
        return
    accent = plan.config.theme.accent
    colour = readable(accent, ["#fff"]) if accent else ACCENT
    for one in plan.found.points:
        yield planned(addresses.card(one.url), CARD, _of_briefing, one.id, colour)
    for identifier in plan.book.officials:
        url = addresses.card(addresses.thing("officials", identifier))
        yield planned(url, CARD, _of_official, identifier, colour)


def _of_briefing(desk: Desk, identifier: str, colour: str) -> Shown:
    briefing = desk.lookup.briefings[identifier]
    published = desk.words.dates.when_in_full(briefing.published)
    card = SocialCard(
        book=desk.config.title,
        kicker="".join(desk.lookup.topic_links[one].text for one in briefing.topics[:1]),
        headline=briefing.title,
        note="",
        foot=tuple(filter(None, (published.text, briefing.byline))),
        accent=colour,
    )
    return Shown(card, Head(briefing.title))


def _of_official(desk: Desk, identifier: str, colour: str) -> Shown:
    official = official_view(desk, identifier)
    card = SocialCard(
        book=desk.config.title,
        kicker="",
        headline=official.name,
        note=official.now,
        foot=(f"{official.tiles[0].value} {official.tiles[0].label}",),
        accent=colour,
    )
    return Shown(card, Head(official.name))
