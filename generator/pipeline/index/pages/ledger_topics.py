"""What the ledger of an official can be narrowed to, and where a topic stands in it.

Style sheets alone narrow it: the link of a topic is the target of its own address, so an
address such as `officials/mark-rutte.html#topic-missiles` leads to those statements.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from generator.model import addresses
from generator.model.site import Statement
from generator.model.views.people import LedgerTopic
from generator.pipeline.index.asking import points_of_statements
from generator.pipeline.index.cards.links import topic_link
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.paging import part_of, part_url

MOST: Final = 8
"""So many topics the style sheet has rules for."""
_LEAST_STATEMENTS: Final = 4


def ledger_topics(said: Sequence[Statement], desk: Desk) -> tuple[LedgerTopic, ...]:
    """Give the topics of the statements on a page, the most frequent first.

    A few statements, or statements on one topic alone, need no narrowing.
    """
    counts = _counts(said)
    return tuple(
        LedgerTopic(topic_link(topic, desk.site).text, anchor(topic), slot, counts[topic])
        for slot, topic in enumerate(_chosen(said), start=1)
    )


def topics_of(said: Sequence[Statement]) -> Mapping[str, str]:
    """Give the numbers that a page's topics have, for each statement: `1 3`."""
    slots = {topic: str(slot) for slot, topic in enumerate(_chosen(said), start=1)}
    points = points_of_statements(said)
    found = {one.id: " ".join(slots[t] for t in one.topics if t in slots) for one in points}
    return {identifier: numbers for identifier, numbers in found.items() if numbers}


def ledger_url(official: str, topic: str, desk: Desk) -> str:
    """Give the address of someone's newest statement on a topic, in the part that shows it."""
    size = desk.config.pages_per_list
    said = desk.lookup.statements_by[official]
    place = next(n for n, one in enumerate(points_of_statements(said)) if topic in one.topics)
    part = place // size + 1
    url = part_url(addresses.thing("officials", official), part)
    chosen = topic in desk.once(_chosen_on, official, part)
    return f"{url}#{anchor(topic) if chosen else 'said'}"


def _chosen_on(desk: Desk, official: str, part: int) -> tuple[str, ...]:
    said = desk.lookup.statements_by[official]
    return _chosen(part_of(said, part, desk.config.pages_per_list))


def anchor(topic: str) -> str:
    """Give the id of the link that narrows a ledger to a topic."""
    return f"topic-{topic}"


def _counts(said: Sequence[Statement]) -> Counter[str]:
    return Counter(
        topic for one in points_of_statements(said) for topic in dict.fromkeys(one.topics)
    )


def _chosen(said: Sequence[Statement]) -> tuple[str, ...]:
    counts = _counts(said)
    if len(said) < _LEAST_STATEMENTS or len(counts) == 1:
        return ()
    return tuple(sorted(counts, key=lambda one: (-counts[one], one))[:MOST])
