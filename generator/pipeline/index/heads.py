"""What the heads of pages say: titles, descriptions, feeds, and where in a list a page stands."""

from collections.abc import Sequence
from typing import Final

from generator.config import Config
from generator.model import addresses
from generator.model.later import changed
from generator.model.views.parts import Link, Pager, Picture
from generator.model.views.site import Head
from generator.model.views.social import SIZE_OF_A_CARD
from generator.pipeline.index.cards.links import feed_links
from generator.pipeline.index.wording.sentences import page_title
from generator.pipeline.index.wording.words import Words

_LONGEST_DESCRIPTION: Final = 200


def page_head(
    config: Config,
    title: str,
    *,
    section: str = "",
    description: str = "",
    feeds: Sequence[Link] = (),
) -> Head:
    """Make the head of a page; every page offers the feeds of the site beside its own."""
    return Head(
        title=title,
        description=clipped(description),
        section=section,
        feeds=(*feed_links(addresses.HOME, config.title), *feeds),
    )


def part_head(head: Head, pager: Pager | None, words: Words) -> Head:
    """Make the head of a part of a long list from the head of the list."""
    if pager is None:
        return head
    title = page_title(head.title, pager.page, words)
    return changed(head, title=title, previous=pager.previous, next=pager.next)


def with_card(head: Head, url: str, config: Config) -> Head:
    """Give a head the card of the page at an address, in a book that has cards drawn."""
    if not config.theme.cards:
        return head
    return changed(head, card=Picture(addresses.card(url), *SIZE_OF_A_CARD, alt=head.title))


def unlisted(head: Head) -> Head:
    """Keep a page from search engines."""
    return changed(head, indexed=False)


def clipped(text: str, longest: int = _LONGEST_DESCRIPTION) -> str:
    """Give a text in one line, cut between words where it is too long.

    >>> clipped("No ship left port.", 12)
    'No ship…'
    """
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    whole_words = line[:longest].rpartition(" ")[0] or line[: longest - 1]
    return f"{whole_words.rstrip(' ,;:–—')}…"
