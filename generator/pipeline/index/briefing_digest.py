"""What tells one state of a linked briefing from another, without going through all of it.

Most of a briefing is what its own files say, and those have a digest already.  The rest is
what linking and the gate made of it with what other files say: these fields are named here.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.model.draft import markup_of
from generator.model.people import Official
from generator.model.site import Briefing, Statement
from generator.pipeline.index.asking import digest
from generator.text.digests import digest_of_texts

WRITTEN: Final = frozenset(
    {
        "aliases", "byline", "credits", "dek", "digest", "entry", "headings", "id", "language",
        "left_out", "meta_path", "name", "path", "published", "text", "title", "url", "words",
        "written",
    }
)  # fmt: skip
"""The fields of a briefing that follow from its own files, its place, the settings, and `body`."""
LINKED: Final = frozenset(
    {
        "answers", "blocks", "body", "excerpted", "follows", "mentions", "officials", "places",
        "sources", "statements", "topics",
    }
)  # fmt: skip
"""The fields that other files have a say in."""
WRITTEN_OF_STATEMENT: Final = frozenset({"briefing", "date", "date_basis", "entry", "id", "url"})
LINKED_OF_STATEMENT: Final = frozenset(
    {"held", "place", "responds_to", "same_as", "shown", "speaker", "supersedes", "topics"}
)


def briefing_digest(briefing: Briefing, officials: Mapping[str, bytes]) -> bytes:
    """Give a digest of all that a briefing says; `officials` has those of its speakers."""
    return digest_of_texts(_texts(briefing, officials))


def official_digests(officials: Mapping[str, Official]) -> Mapping[str, bytes]:
    """Give a digest of each official, of whose roles the office of a statement is one."""
    return {identifier: digest(official) for identifier, official in officials.items()}


def _texts(briefing: Briefing, officials: Mapping[str, bytes]) -> Iterator[str]:
    yield briefing.written.hex()
    yield briefing.url
    yield briefing.body
    yield "excerpted" if briefing.excerpted else "whole"
    blocks = [*markup_of(briefing.blocks)]
    mentions = [text for one in briefing.mentions for text in (one.official, one.sentence)]
    answers = [text for pair in (briefing.answers or {}).items() for text in pair]
    sources = [text for one in briefing.sources for text in (one.id, one.locator or "")]
    named = (
        briefing.topics, briefing.places, briefing.officials, sources, mentions, answers, blocks,
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
