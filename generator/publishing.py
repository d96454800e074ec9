"""A site rendered and published: only the pages that are not the same as in the last build.

A page is made again if a question that it asks has another answer, or if it does not stand
in its place as it was made.
"""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from generator.answers import Answers
from generator.memories import folder_of
from generator.model.page import Output, Page, Pieces
from generator.pipeline.last import Last
from generator.pipeline.write import Known, Stage, Staged, Target, publish
from generator.rendering import Unrendered
from generator.report import Settings, Written
from generator.runtime.kept import place_of
from generator.runtime.looks import outside, settle, surely_outside
from generator.runtime.traces import Trace, Traces
from generator.text.digests import digest_of_texts

_MANY: Final = 100
"""Of so many pages some were surely written in the moment before they are looked at."""
Progress = Callable[[str], None]
"""Told the name of each step as it begins."""


class PublishedBefore:
    """Publishes a site; a process that does so again and again keeps what it knows of it."""

    def __init__(self) -> None:
        self._known = Known()
        self._record: Path | None = None
        self._traces: Traces | None = None
        self._before: _Round | None = None
        """The last round that came to its end."""

    def forget(self) -> None:
        """Forget what was kept in the book's folder."""
        self._traces = self._before = None

    def publish(
        self, site: Unrendered, target: Target, settings: Settings, progress: Progress
    ) -> Written:
        """Make the target's folder hold the site, and nothing else of ours.

        Raises TemplateError and OutputError.
        """
        whats = self._known.last.of(_whats, site.pages)
        before, now = self._begun(site, target.folder, settings)
        pages = _Pages(site, target.folder, whats, before, settings.jobs, self._known.last)

        def each(stage: Stage) -> Sequence[Staged]:
            progress("rendering")
            staged = [*pages.standing(stage), *pages.made(stage)]
            progress("writing")
            return staged

        written = publish(site.urls(), each, target, self._known)
        pages.keep()
        self._before = now
        return written

    def _begun(
        self, site: Unrendered, folder: Path, settings: Settings
    ) -> tuple[Traces, "_Round | None"]:
        """Recall what the pages of the last build into a folder asked."""
        made_with, pieces, last = site.made_with, site.book.pieces, self._before
        record = _record_of(folder, settings)
        if record is None:
            return Traces(None, made_with, str), None
        answers = Answers(site.book, last and last.answers)
        if self._traces and self._record == record:
            unlike = answers.unlike(last.answers) if last else None
            if last and last.made_with == made_with and unlike is not None:
                pieces.take_over(last.pieces, unlike)
            self._traces.again(made_with, answers.of, answers.grounds(), unlike=unlike)
        else:
            self._traces = Traces(record, made_with, answers.of, answers.grounds())
            self._record = record
        return self._traces, _Round(made_with, answers, pieces)


def unchanged(site: Unrendered, folder: Path, settings: Settings) -> Container[str]:
    """Tell which pages were made for a folder by the last build as they would be made now."""
    record = _record_of(folder, settings)
    if record is None:
        return ()
    answers = Answers(site.book)
    traces = Traces(record, site.made_with, answers.of, answers.grounds())
    return {url for url, what in _whats(site.pages).items() if traces.value_of(url, what)}


def _record_of(folder: Path, settings: Settings) -> Path | None:
    """Name the record of what pages asked: each output and each edition has its own."""
    kept = folder_of(settings)
    told = (place_of(folder, settings.root), settings.edition or "")
    return kept / f"{digest_of_texts(told).hex()[:16]}.pages" if kept else None


class _Round(NamedTuple):
    """What the pages of a round were made from."""

    made_with: str
    answers: Answers
    pieces: Pieces


def _whats(pages: tuple[Page, ...]) -> Mapping[str, str]:
    """Say what each page is, by its address, but for those that are always made anew."""
    return {one.url: f"{one.template} {one.what}" for one in pages if one.what}


@dataclass(slots=True)
class _Pages:
    """The pages of a site, and what is known of them from the last build.

    The value that a trace has for a page is its digest, and how its file looked.
    """

    site: Unrendered
    folder: Path
    whats: Mapping[str, str]
    """What each page is, by its address; those that are always made anew are not in it."""
    before: Traces
    jobs: int
    last: Last
    stand: set[str] = field(default_factory=set)
    doubtful: dict[str, str] = field(default_factory=dict)
    """The digests of those that had to be read."""
    new: dict[str, str] = field(default_factory=dict)
    """The digests of those that were made."""

    def standing(self, stage: Stage) -> Iterator[Staged]:
        """Give the pages that stand as they would be made now."""
        folder, value_of = str(self.folder), self.before.value_of
        for url, what in self.whats.items():
            value = value_of(url, what)
            if not value:
                continue
            digest, _, look = value.partition(" ")
            seen = bool(look) and outside(f"{folder}/{url}") == look
            found = stage.standing(url, digest, seen=seen)
            if found is None:
                continue
            self.stand.add(url)
            if not seen:
                self.doubtful[url] = digest
            yield found

    def made(self, stage: Stage) -> Iterator[Staged]:
        """Make all other files of the site, and note what was asked for them."""
        then = partial(_staged, stage)
        made = self.site.each(then, jobs=self.jobs, known=self.stand, last=self.last)
        for staged, asked in made:
            if staged.url in self.whats:
                self.new[staged.url] = staged.digest
                self.before.note(Trace(staged.url, self.whats[staged.url], "", asked))
            yield staged

    def keep(self) -> None:
        """Keep what is known of the pages, and how those look now that were made or read."""
        looked_at = {**self.doubtful, **self.new}
        if len(looked_at) > _MANY:  # or the next build would have to read those written last
            settle()
        self.before.keep({url: self._value(url, digest) for url, digest in looked_at.items()})

    def _value(self, url: str, digest: str) -> str:
        look = surely_outside(f"{self.folder}/{url}")
        return f"{digest} {look}"


def _staged(stage: Stage, output: Output) -> tuple[Staged, frozenset[str]]:
    return stage(output), output.asked
