"""The index step: which pages exist, and what each of them shows."""

from generator.pipeline.index.asked_book import BRIEFINGS, TEXTS
from generator.pipeline.index.concordance import Concordance
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.frame import site_view
from generator.pipeline.index.plan import without_briefings
from generator.pipeline.index.site_pages import Index, IndexBefore

__all__ = [
    "BRIEFINGS",
    "TEXTS",
    "Concordance",
    "Desk",
    "Index",
    "IndexBefore",
    "site_view",
    "without_briefings",
]
