"""The index step: which pages exist, and what each of them shows."""

from generator.pipeline.index.frame import site_view
from generator.pipeline.index.site_pages import IndexBefore

__all__ = ["IndexBefore", "site_view"]
