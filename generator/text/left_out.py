"""A line of a raw article that is no part of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that is no part of the article, and the rule that says so."""

    rule: str
    line: int
    text: str
