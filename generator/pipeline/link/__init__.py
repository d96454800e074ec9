"""Step 3, drafts to site: every name becomes the thing it names."""

from generator.pipeline.link.briefings import Surroundings
from generator.pipeline.link.noting import Filed, LinkEach, NotingBook, link_each
from generator.pipeline.link.registries import WITH_PAGES
from generator.pipeline.link.site import link_site

__all__ = [
    "WITH_PAGES",
    "Filed",
    "LinkEach",
    "NotingBook",
    "Surroundings",
    "link_each",
    "link_site",
]
