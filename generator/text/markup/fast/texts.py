"""What is done to the source before its blocks are found."""

from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.preprocessors import NormalizeWhitespace
from markdown.util import ETX, STX

_REMOVED = ("\t", "\r", STX, ETX, " \n")
_FENCES = ("```", "~~~")


class QuickWhitespace(NormalizeWhitespace):
    """Leaves a text alone in which there is nothing to put right."""

    def run(self, lines: list[str]) -> list[str]:
        """Make the lines of a text plain ones."""
        source = "\n".join(lines) + "\n"
        if any(one in source for one in _REMOVED):
            return super().run(lines)
        return [*lines, "", ""]


class QuickFences(FencedBlockPreprocessor):
    """Looks for code between fences where there is a fence."""

    def run(self, lines: list[str]) -> list[str]:
        """Take the code between fences out of a text."""
        if any(line.startswith(_FENCES) for line in lines):
            return super().run(lines)
        return lines
