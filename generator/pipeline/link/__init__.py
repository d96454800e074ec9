"""Step 3, drafts to site: every name becomes the thing it names."""

from generator.pipeline.link.again import LinkedBefore, link_each
from generator.pipeline.link.registries import WITH_PAGES
from generator.pipeline.link.site import link_site

__all__ = ["WITH_PAGES", "LinkedBefore", "link_each", "link_site"]
