"""A page before and after it is rendered."""

from dataclasses import dataclass

from generator.model.views.site import Head


@dataclass(frozen=True, slots=True)
class Page:
    """Something to render: where it goes, what makes it, and all that it shows."""

    url: str
    """The address below the site's root, with forward slashes: `officials/mark-rutte.html`."""
    template: str
    """The file in templates/ that makes it, or the name of an encoder."""
    view: object
    """What the template shows: one of the classes in `views/`, ready to print."""
    head: Head


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site: its address below the root, and its bytes."""

    url: str
    data: bytes
