"""What stands on the pictures that social networks show beside a link to a page."""

from dataclasses import dataclass
from typing import Final

SIZE_OF_A_CARD: Final = (1200, 630)
"""The width and height in pixels that the networks ask for."""
ACCENT: Final = "#8c1d2f"
"""The accent of the theme."""
CARD: Final = "card.png"
"""What stands for a template in a page that is drawn."""


@dataclass(frozen=True, slots=True)
class SocialCard:
    """The card of a briefing or of an official."""

    book: str
    """The title of the book."""
    kicker: str
    """The first topic of a briefing; or empty."""
    headline: str
    """The headline of a briefing, the name of an official."""
    note: str
    """The office of an official; or empty."""
    foot: tuple[str, ...]
    """The day and the byline of a briefing, the number of an official's statements."""
    accent: str = ACCENT
    """The colour of the kicker and of the sign: `#rrggbb`, to be read on white."""
