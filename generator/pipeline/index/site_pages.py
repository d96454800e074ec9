"""Every page of a site, made from the linked book alone."""

from dataclasses import dataclass

from generator.config import Config
from generator.model.page import Page
from generator.model.site import Site
from generator.pipeline.index.concordance import Concordance, turn_round
from generator.pipeline.index.desk import Desk, set_up
from generator.pipeline.index.pages.briefing import briefing_pages
from generator.pipeline.index.pages.feeds import feed_pages, site_files
from generator.pipeline.index.pages.home import home_page
from generator.pipeline.index.pages.lists import (
    archive_page,
    briefings_pages,
    claims_pages,
    corrections_pages,
    glossary_pages,
    month_pages,
    questions_pages,
    statements_pages,
)
from generator.pipeline.index.pages.people import official_pages
from generator.pipeline.index.pages.plain_pages import (
    not_found_page,
    redirect_pages,
    text_pages,
    tombstone_pages,
)
from generator.pipeline.index.pages.registers import register_pages
from generator.pipeline.index.pages.social_cards import card_pages
from generator.pipeline.index.pages.subjects import subject_pages
from generator.pipeline.index.pages.topics import topic_pages, topics_page
from generator.pipeline.index.plan import Plan, without_briefings
from generator.pipeline.last import Last
from generator.text.language import Language


@dataclass(frozen=True, slots=True)
class Index:
    """The pages of a site in order of address, and the desk that they are gathered at."""

    pages: tuple[Page, ...]
    desk: Desk


class IndexBefore:
    """Indexes a book; what follows from the same as in the last round is kept from it."""

    def __init__(self) -> None:
        self._last = Last()

    def index(self, site: Site, config: Config, language: Language) -> Index:
        """Decide which pages a book has and what each shows."""
        points = tuple([one.points for one in site.briefings.outlines])
        found = self._last.of(turn_round, points, without_briefings(site))
        return self.of(site, found, config, language)

    def of(self, site: Site, found: Concordance, config: Config, language: Language) -> Index:
        """Do the same with a book whose lists are known."""
        pages = self._last.of(plan_pages, Plan(without_briefings(site), found, config))
        return Index(pages, set_up(site, found, self._last, config, language))


def plan_pages(plan: Plan) -> tuple[Page, ...]:
    """Decide which pages a book has."""
    pages = _pages(plan)
    more = (*site_files(pages, plan), *card_pages(plan))
    return tuple(sorted((*pages, *more), key=lambda page: page.url))


def _pages(plan: Plan) -> tuple[Page, ...]:
    return (
        home_page(),
        *briefing_pages(plan),
        *official_pages(plan),
        *subject_pages(plan),
        *register_pages(plan),
        *topic_pages(plan),
        topics_page(),
        *statements_pages(plan),
        *briefings_pages(plan),
        *month_pages(plan),
        archive_page(),
        *corrections_pages(plan),
        *questions_pages(plan),
        *claims_pages(plan),
        *glossary_pages(plan),
        *text_pages(plan),
        *tombstone_pages(plan),
        *redirect_pages(plan),
        not_found_page(),
        *feed_pages(plan),
    )
