"""A page before and after it is rendered."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from generator.model.notes import Notes
from generator.model.views.site import Head


@dataclass(frozen=True, slots=True)
class Shown:
    """All that a page shows."""

    view: object
    """What the template shows: one of the classes in `views/`, ready to print."""
    head: Head


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
    show: Callable[[], Shown]
    """Gathers what the page shows: the same each time."""
    indexed: bool = True
    """Whether search engines may list the page."""
    what: str = ""
    """The words that tell which page it is, beside what it asks; none for one that is always
    made anew."""
    notes: Notes = field(default_factory=Notes)
    """Where the questions are noted that are asked while it is made."""

    @classmethod
    def of(cls, url: str, template: str, view: object, head: Head) -> "Page":
        """Make a page that shows what is gathered already."""
        shown = Shown(view, head)
        return cls(url, template, lambda: shown, head.indexed)

    def __reduce__(self) -> tuple[Any, ...]:
        """Send a page to where nothing is inherited: with what it shows, not with the book."""
        shown = self.show()
        return Page.of, (self.url, self.template, shown.view, shown.head)


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site: its address below the root, and its bytes."""

    url: str
    data: bytes
    asked: frozenset[str] = frozenset()
    """The questions that were asked to make it: with the same answers it is the same."""
