"""Step 2 for the settings, which every step goes by."""

from typing import Final

from generator.config import Config
from generator.diagnostics import Outcome
from generator.errors import ConfigError
from generator.model.draft import SourceFile
from generator.text.schema import Schema
from generator.text.yaml.plain import read_yaml

_SCHEMA: Final = Schema(Config)


def parse_config(source: SourceFile) -> Config:
    """Read the settings of a book.

    Raises ConfigError, with everything that is wrong with them.
    """
    parsed = read_yaml(source.text, path=source.path)
    if parsed.problems:
        raise ConfigError(*parsed.problems)
    checked: Outcome[Config] = _SCHEMA.read(parsed.value or {}, path=source.path)
    if checked.value is None:
        raise ConfigError(*checked.problems)
    return checked.value
