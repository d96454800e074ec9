"""The index step: which pages exist, and what each of them shows."""

from generator.pipeline.index.asked_book import TEXTS
from generator.pipeline.index.concordance import Concordance
from generator.pipeline.index.desk import ABOUT_FACTS, Desk
from generator.pipeline.index.frame import site_view
from generator.pipeline.index.plan import without_briefings
from generator.pipeline.index.site_pages import Index, IndexBefore

__all__ = [
    "ABOUT_FACTS",
    "TEXTS",
    "Concordance",
    "Desk",
    "Index",
    "IndexBefore",
    "site_view",
    "without_briefings",
]
