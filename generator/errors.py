"""The errors Briefbook raises.

* BriefbookError - anything the user can fix; carries problems with places
  * ContentError  - content/ holds errors; exit code 1
  * TemplateError - a template is missing or fails; exit code 1
  * ConfigError   - config.yaml or the command line cannot be used; exit code 2
  * OutputError   - output/ cannot be written; exit code 3

Everything else that escapes is a bug in Briefbook and shows a traceback.
"""

from typing import ClassVar

from generator.diagnostics import Problem


class BriefbookError(Exception):
    """Something the user can fix; `problems` says what and where."""

    exit_code: ClassVar[int] = 1

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems


class ContentError(BriefbookError):
    """The content holds errors, so nothing is published."""


class TemplateError(BriefbookError):
    """A template is missing or fails."""


class ConfigError(BriefbookError):
    """The settings or the command line cannot be used."""

    exit_code = 2


class OutputError(BriefbookError):
    """The site cannot be written where it should go."""

    exit_code = 3
