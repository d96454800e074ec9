"""A book's own templates as they were read, so that all pages of a site are made with the same."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import BaseLoader, FunctionLoader


@dataclass(frozen=True, slots=True)
class OwnTemplates:
    """The templates of a book."""

    folder: Path
    """Where they lie, which is told in messages; nothing is read there any more."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """By their names below it."""

    def loader(self) -> BaseLoader:
        """Give what jinja finds them with."""
        return FunctionLoader(self._found)

    def text(self, file: Path) -> str:
        """Give the text of one of them by its path; nothing of another file."""
        name = file.relative_to(self.folder).as_posix() if file.is_relative_to(self.folder) else ""
        return self.files.get(name, b"").decode("utf-8", "replace")

    def _found(self, name: str) -> tuple[str, str, None] | None:
        """Give a template with its path; raises UnicodeDecodeError where it is no text."""
        data = self.files.get(name)
        return None if data is None else (data.decode(), str(self.folder / name), None)
