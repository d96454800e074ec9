"""Step 3, drafts to site: every name becomes the thing it names."""

from generator.pipeline.link.site import link_site

__all__ = ["link_site"]
