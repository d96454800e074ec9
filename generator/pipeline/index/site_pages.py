"""Every page of a site, made from the linked book alone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.config import Config
from generator.model.notes import Question
from generator.model.page import Page
from generator.model.site import Site
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
from generator.text.language import Language


@dataclass(frozen=True, slots=True)
class Index:
    """The pages of a site in order of address, and what they can ask of the book."""

    pages: tuple[Page, ...]
    answers: Callable[[], Iterator[tuple[Question, bytes]]]
    """Gives a digest of the answer to every question that a page may ask."""


def index_site(site: Site, config: Config, language: Language) -> Index:
    """Decide which pages a book has and what each shows."""
    desk = set_up(site, config, language)
    pages = _pages(desk)
    more = (*site_files(pages, desk), *card_pages(pages, desk))
    return Index(tuple(sorted((*pages, *more), key=lambda page: page.url)), desk.answers)


def _pages(desk: Desk) -> tuple[Page, ...]:
    return (
        home_page(desk),
        *briefing_pages(desk),
        *official_pages(desk),
        *subject_pages(desk),
        *register_pages(desk),
        *topic_pages(desk),
        topics_page(desk),
        *statements_pages(desk),
        *briefings_pages(desk),
        *month_pages(desk),
        archive_page(desk),
        *corrections_pages(desk),
        *questions_pages(desk),
        *claims_pages(desk),
        *glossary_pages(desk),
        *text_pages(desk),
        *tombstone_pages(desk),
        *redirect_pages(desk),
        not_found_page(desk),
        *feed_pages(desk),
    )
