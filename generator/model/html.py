"""Finished markup, told apart from text by its type."""


class Html(str):
    """A string that is markup already, so a template prints it as it is.

    Only `text/` makes these, from sanitised or escaped input.  Links inside the book are
    written `site:URL` until a page prints them relative to itself.
    """

    __slots__ = ()

    def __html__(self) -> str:
        """Return itself: the protocol by which a template knows finished markup."""
        return self
