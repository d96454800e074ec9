"""The texts in which a briefing's quotations may occur."""

from collections.abc import Callable, Iterator, Mapping

from generator.model.briefing import StatementEntry
from generator.model.draft import SourceFile
from generator.model.site import Briefing, BriefingText
from generator.model.subjects import Source
from generator.text.quoted_source import QuotedSource


class Witnesses:
    """The article and the kept copies of its sources, each made ready once, when it is needed."""

    def __init__(
        self,
        briefing: Briefing,
        text: BriefingText,
        sources: Mapping[str, Source],
        captures: Mapping[str, SourceFile],
    ) -> None:
        self._briefing = briefing
        self._article = text.plain
        self._sources = sources
        self._captures = captures
        self._ready: dict[str, QuotedSource] = {}

    def of(self, entry: StatementEntry) -> Iterator[QuotedSource]:
        """Give the article with its headline, and the kept copy of a statement's source."""
        one = self._briefing
        yield self._made_ready("", lambda: "\n".join((one.title, one.dek or "", self._article)))
        yield from self._kept(entry)

    def without_headline(self, entry: StatementEntry) -> Iterator[QuotedSource]:
        """Give the same texts as an editor is shown passages of them."""
        yield QuotedSource(self._article)
        yield from self._kept(entry)

    def _kept(self, entry: StatementEntry) -> Iterator[QuotedSource]:
        source = self._sources.get(entry.source.id)
        file = source.capture.file if source and source.capture else ""
        if kept := self._captures.get(file):
            yield self._made_ready(file, lambda: kept.text)

    def _made_ready(self, name: str, text: Callable[[], str]) -> QuotedSource:
        if name not in self._ready:
            self._ready[name] = QuotedSource(text())
        return self._ready[name]
