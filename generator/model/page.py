"""A page before and after it is rendered."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, Protocol

from generator.model.notes import Notes, Question
from generator.model.views.site import Head


@dataclass(frozen=True, slots=True)
class Shown:
    """All that a page shows."""

    view: object
    """What the template shows: one of the classes in `views/`, ready to print."""
    head: Head


class Pieces(Protocol):
    """Small things that many pages show, kept by what was asked to make them."""

    def take_over(self, before: Any, unlike: AbstractSet[Question]) -> None:  # noqa: ANN401
        """Keep those of the round before that asked none of these questions."""


class Asked(Protocol):
    """What pages are gathered from: it notes what it is asked."""

    @property
    def notes(self) -> Notes:
        """Where the questions are noted."""

    @property
    def pieces(self) -> Pieces:
        """What many pages show."""

    def text_answers(self) -> Iterator[tuple[Question, bytes]]:
        """Give a digest of the answer to every question about a text."""

    def fact_answers(self) -> Iterator[tuple[Question, bytes]]:
        """Give a digest of the answer to every question about what else briefings say."""

    def answers(self) -> Iterator[tuple[Question, bytes]]:
        """Give a digest of the answer to every other question that has one."""

    def grounds(self) -> tuple[bytes, bytes, bytes]:
        """Give digests of all that the last of these come from, and those about facts and texts."""


@dataclass(frozen=True, slots=True)
class Page:
    """Something to render: where it goes, what makes it, and how to gather what it shows.

    What it shows is gathered where and when it is rendered, in whichever process does that:
    a site has too many pages to hold what each of them shows.
    """

    url: str
    """The address below the site's root, with forward slashes: `officials/mark-rutte.html`."""
    template: str
    """The file in templates/ that makes it, or the name of an encoder."""
    gather: Callable[..., Shown]
    """Gathers what the page shows: the same each time."""
    about: tuple[str | int, ...] = ()
    """What tells it from other pages of its kind: ids, and the numbers of parts."""
    indexed: bool = True
    """Whether search engines may list the page."""
    what: str = ""
    """The words that tell which page it is, beside what it asks; none for one that is always
    made anew."""

    @classmethod
    def of(cls, url: str, template: str, view: object, head: Head) -> "Page":
        """Make a page that shows what is gathered already."""
        shown = Shown(view, head)
        return cls(url, template, lambda _: shown, indexed=head.indexed)

    def show(self, book: Asked) -> Shown:
        """Gather what the page shows of a book."""
        return self.gather(book, *self.about)


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site: its address below the root, and its bytes."""

    url: str
    data: bytes
    asked: frozenset[str] = frozenset()
    """The questions that were asked to make it: with the same answers it is the same."""
