"""The first editorial rule: words that stand in quotation marks stand in a source."""

from collections.abc import Iterable, Iterator, Mapping

from generator.diagnostics import Location, Problem
from generator.model.draft import SourceFile
from generator.model.site import Briefing, BriefingText, Statement
from generator.model.subjects import Source
from generator.pipeline.witnesses import Witnesses
from generator.text.quoted_source import QuotedSource
from generator.text.quotes import nearest_passage, quoted_parts

Captures = Mapping[str, SourceFile]
"""Kept copies of sources by their path below content/."""


def check_quotes(
    briefing: Briefing, text: BriefingText, sources: Mapping[str, Source], captures: Captures
) -> Iterator[Problem]:
    """Tell of quotations that are neither in the article nor in a kept copy of the source."""
    witnesses = Witnesses(briefing, text, sources, captures)
    for n, statement in enumerate(briefing.statements):
        if statement.entry.kind in {"quote", "partial-quote"}:
            at = Location(briefing.meta_path, field=("statements", n, "text"))
            yield from _quoted(statement, witnesses, at)


def _quoted(statement: Statement, witnesses: Witnesses, at: Location) -> Iterator[Problem]:
    entry = statement.entry
    parts = quoted_parts(entry.text) or ((entry.text,) if entry.kind == "quote" else ())
    if not parts:
        yield _nothing_quoted(at)
    if statement.shown == "text":  # linking has found the first of them in the text
        parts = parts[1:]
    missing = [part for part in parts if not _occur(part, witnesses.of(entry))]
    if missing and entry.original and _occur(entry.original.text, witnesses.of(entry)):
        return  # the words are the translator's; those that were said are there
    for part in missing:
        yield _not_found(part, witnesses.without_headline(entry), at)


def _occur(words: str, texts: Iterable[QuotedSource]) -> bool:
    return any(text.find(words) for text in texts)


def _nothing_quoted(at: Location) -> Problem:
    message = "this partial quote has no words in quotation marks"
    hint = "put “ ” around the speaker's own words, or write `kind: paraphrase`"
    return Problem("quote-without-marks", message, at, hint)


def _not_found(words: str, texts: Iterable[QuotedSource], at: Location) -> Problem:
    message = f"the words “{words}” are not in the article or the kept source"
    near = next(filter(None, (nearest_passage(words, text.normal()) for text in texts)), "")
    hint = f"the nearest passage is: {near}" if near else "copy the words exactly"
    return Problem("quote-not-found", message, at, hint)
