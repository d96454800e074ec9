"""What can be wrong with an article as a whole, in words for the editor."""

from generator.diagnostics import Location, Problem
from generator.model.draft import SourceFile


def no_title(path: str) -> Problem:
    """Say that an article has no title; `path` is the file of its metadata."""
    message = "'title' is missing, and the text has no headline"
    return Problem("missing-field", message, Location(path, 1, 1), "add a line `title: …`")


def no_metadata(source: SourceFile) -> Problem:
    """Say that nothing is known of an article but its text."""
    stem = source.name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    hint = f"write it in {stem}.yaml beside the article"
    if not source.name.endswith(".txt"):
        hint = "begin the file with `---`, the metadata, and `---`"
    return Problem("no-metadata", "this article has no metadata", Location(source.path, 1, 1), hint)


def not_closed(source: SourceFile) -> Problem:
    """Say that the metadata goes on to the end of the file."""
    message = "the metadata has no end"
    hint = "write a line `---` between the metadata and the text"
    return Problem("front-matter-open", message, Location(source.path, 1, 1), hint)


def twice(source: SourceFile, sidecar: SourceFile) -> Problem:
    """Say that an article has its metadata in two places."""
    message = f"this article has metadata of its own and in {sidecar.path}"
    hint = "keep it in one of the two"
    return Problem("metadata-twice", message, Location(source.path, 1, 1), hint)


def without_alt(at: Location) -> Problem:
    """Say that a picture has no words for readers who do not see it."""
    message = "no words say what this picture shows"
    hint = "say it between the brackets, for readers who do not see it: ![The harbour at dawn](…)"
    return Problem("image-without-alt", message, at, hint, "warning")
