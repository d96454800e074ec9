"""Pages that need not be made again: all that they asked is answered as it was.

Each page that was made is kept with the questions that it asked, and each question with a
digest of its answer.  A page is the same if all its questions have the answers that they
had, and everything that all pages depend on, such as templates and settings, is the same.
What is kept is the digest of the page; the page itself stands in the output folder.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from generator.model.page import Page
from generator.runtime.kept import keep, read_kept

_FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page that was made: its digest, and the questions it asked."""

    page: Page
    digest: str
    asked: Iterable[str]


class RenderedBefore:
    """The pages that were made last, with what they asked."""

    def __init__(
        self, path: Path | None, made_with: str, answers: Iterable[tuple[str, bytes]]
    ) -> None:
        """Read what was kept; without a path there is nothing.

        `made_with` tells what all pages depend on, and `answers` answers what they ask now.
        """
        self._path, self._made_with = path, made_with
        self._answers = {question: answer.hex() for question, answer in answers}
        self._questions: list[str] = []
        self._pages: Mapping[str, Any] = {}
        self._changed: frozenset[int] = frozenset()
        self._same: list[str] = []
        kept = read_kept(path) if path else None
        if isinstance(kept, dict) and kept.get("made_with") == [_FORMAT, made_with]:
            self._questions, self._pages = kept["questions"], kept["pages"]
            self._changed = frozenset(self._answered_otherwise(kept["answers"]))

    def digest_of(self, page: Page) -> str | None:
        """Give the digest of a page that is as it was; None where it is to be made."""
        what, digest, asked = self._pages.get(page.url, ("", "", ()))
        if not page.what or what != _what(page) or not self._changed.isdisjoint(asked):
            return None
        self._same.append(page.url)
        return str(digest)

    def keep(self, made: Iterable[Rendered]) -> None:
        """Keep the pages that are as they were, and those that were made now."""
        if self._path is None:
            return
        numbers = {question: number for number, question in enumerate(self._questions)}
        pages = {url: self._pages[url] for url in self._same}
        for one in made:
            asked = sorted(numbers.setdefault(each, len(numbers)) for each in one.asked)
            if one.page.what:
                pages[one.page.url] = [_what(one.page), one.digest, asked]
        questions, pages = _without_the_unasked(list(numbers), pages)
        record = {
            "made_with": [_FORMAT, self._made_with],
            "questions": questions,
            "answers": [self._answers.get(one, "") for one in questions],
            "pages": pages,
        }
        keep(self._path, record)

    def _answered_otherwise(self, answers: Iterable[str]) -> Iterator[int]:
        for number, (question, answer) in enumerate(zip(self._questions, answers, strict=True)):
            if self._answers.get(question, "") != answer:
                yield number


def _what(page: Page) -> str:
    return f"{page.template} {page.what}"


def _without_the_unasked(
    questions: list[str], pages: dict[str, Any]
) -> tuple[list[str], dict[str, Any]]:
    """Leave out the questions that no page asks any more, once they are many."""
    used = {number for _, _, asked in pages.values() for number in asked}
    if len(questions) <= 2 * len(used):
        return questions, pages
    left = [number for number in range(len(questions)) if number in used]
    new = {number: place for place, number in enumerate(left)}
    fewer = {
        url: [what, digest, [new[number] for number in asked]]
        for url, (what, digest, asked) in pages.items()
    }
    return [questions[number] for number in left], fewer
