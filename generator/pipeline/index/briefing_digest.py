"""What tells one state of a linked briefing from another, without going through all of it.

Most of a briefing is what its own files say, and those have a digest already.  The rest is
what linking and the gate made of it with what other files say: these fields are named here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from generator.model.draft import Blocks, markup_of
from generator.model.outline import points_of
from generator.model.people import Official
from generator.model.site import Briefing, BriefingText, Digests, Statement
from generator.pipeline.index.asking import digest
from generator.text.digests import digest_of_texts

WRITTEN: Final = frozenset(
    {"aliases", "digests", "entry", "id", "language", "published"}
)  # fmt: skip
"""The fields of a briefing that follow from its metadata, its place and the settings."""
UNSEEN: Final = frozenset({"leads_to", "left_out", "meta_path", "name", "path", "shows"})
"""The fields that no page shows."""
SAID: Final = frozenset(
    {
        "answers", "byline", "dek", "excerpted", "follows", "mentions", "officials", "places",
        "sources", "statements", "title", "topics", "url",
    }
)  # fmt: skip
"""The fields that its text or other files have a say in."""
SAID_OF_TEXT: Final = frozenset({"body", "credits", "headings", "plain"})
FACTS_OF_TEXT: Final = frozenset({"blocks"})
"""The field of a text that is among the facts of its briefing."""
COUNTED_OF_TEXT: Final = frozenset({"words"})
"""The field of a text that follows from `plain`."""
WRITTEN_OF_STATEMENT: Final = frozenset({"briefing", "date", "date_basis", "entry", "id", "url"})
LINKED_OF_STATEMENT: Final = frozenset(
    {"held", "place", "responds_to", "same_as", "shown", "speaker", "supersedes", "topics"}
)


def briefing_digest(briefing: Briefing, blocks: Blocks, officials: Mapping[str, bytes]) -> bytes:
    """Give a digest of all that a briefing says, with its short fields as they are linked.

    `officials` has those of its speakers.
    """
    return digest_of_texts((*_texts(briefing, officials), *markup_of(blocks)))


def text_digest(briefing: Briefing, text: BriefingText) -> bytes:
    """Give a digest of all that a briefing's text says beside its short fields."""
    headings = [part for one in text.headings for part in (one.anchor, str(one.level), one.text)]
    shown = (text.credits, headings, [text.body])
    listed = (part for parts in shown for part in (str(len(parts)), *parts))
    return digest_of_texts(("cut" if briefing.excerpted else "whole", text.plain, *listed))


def with_digests(
    briefing: Briefing, text: BriefingText, officials: Mapping[str, bytes]
) -> Briefing:
    """Give a briefing with the digests of all that it and its text say, and it is found by."""
    facts = briefing_digest(briefing, text.blocks, officials)
    said, points = text_digest(briefing, text), digest(points_of(briefing))
    return replace(briefing, digests=Digests(briefing.digests.metadata, facts, said, points))


def official_digests(officials: Mapping[str, Official]) -> Mapping[str, bytes]:
    """Give a digest of each official, of whose roles the office of a statement is one."""
    return {identifier: digest(official) for identifier, official in officials.items()}


def _texts(briefing: Briefing, officials: Mapping[str, bytes]) -> Iterator[str]:
    yield briefing.digests.metadata.hex()
    yield briefing.url
    yield briefing.title
    yield briefing.dek or ""
    yield briefing.byline or ""
    yield "excerpted" if briefing.excerpted else "whole"
    mentions = [text for one in briefing.mentions for text in (one.official, one.sentence)]
    answers = [text for pair in (briefing.answers or {}).items() for text in pair]
    sources = [text for one in briefing.sources for text in (one.id, one.locator or "")]
    named = (
        briefing.topics, briefing.places, briefing.officials, sources, mentions, answers,
    )  # fmt: skip
    for texts in named:
        yield str(len(texts))
        yield from texts
    yield briefing.follows or ""
    for statement in briefing.statements:
        yield from _of_statement(statement, officials)


def _of_statement(statement: Statement, officials: Mapping[str, bytes]) -> Iterator[str]:
    yield statement.id
    yield statement.speaker or ""
    yield officials.get(statement.speaker or "", b"").hex()
    yield statement.held.how
    yield statement.place or ""
    yield statement.shown
    others = (statement.responds_to, statement.same_as, statement.supersedes)
    for texts in (statement.topics, *others):
        yield str(len(texts))
        yield from texts
