"""What can be wrong with an article as a whole, in an editor's words."""

from generator.diagnostics import Location, Problem
from generator.model.draft import SourceFile


def no_title(path: str) -> Problem:
    """Say that nothing gives a briefing its headline."""
    message = "'title' is missing, and the text has no headline"
    return Problem("missing-field", message, Location(path, 1, 1), "add a line `title: …`")


def no_metadata(source: SourceFile) -> Problem:
    """Say that an article has no metadata."""
    stem = source.name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    hint = f"write it in {stem}.yaml beside the article"
    if not source.name.endswith(".txt"):
        hint = "begin the file with `---`, the metadata, and `---`"
    return Problem("no-metadata", "this article has no metadata", Location(source.path, 1, 1), hint)


def not_closed(source: SourceFile) -> Problem:
    """Say that the front matter does not end."""
    message = "the metadata has no end"
    hint = "write a line `---` between the metadata and the text"
    return Problem("front-matter-open", message, Location(source.path, 1, 1), hint)


def twice(source: SourceFile, sidecar: SourceFile) -> Problem:
    """Say that an article has metadata at its top and beside it."""
    message = f"this article has metadata of its own and in {sidecar.path}"
    hint = "keep it in one of the two"
    return Problem("metadata-twice", message, Location(source.path, 1, 1), hint)
