"""Step 3, drafts to site: every name becomes the thing it names."""

from generator.pipeline.link.briefings import Linked, Surroundings, link_briefing
from generator.pipeline.link.noting import Filed, LinkEach, LinkOne, NotingBook, link_each
from generator.pipeline.link.registries import WITH_PAGES
from generator.pipeline.link.site import link_site

__all__ = [
    "WITH_PAGES",
    "Filed",
    "LinkEach",
    "LinkOne",
    "Linked",
    "NotingBook",
    "Surroundings",
    "link_briefing",
    "link_each",
    "link_site",
]
