"""JSON Schemas of the files of a book, made from the records that read them.

An editor that knows them completes and checks while the file is typed.
"""

from collections.abc import Mapping
from typing import Any, Final

from generator.config import Config
from generator.model.briefing import BriefingEntry, PageEntry
from generator.pipeline.parse import RECORDS
from generator.text.schema import Schema

_LISTS: Final = {str(kind): record for kind, record in RECORDS.items()}
_ALONE: Final[Mapping[str, type[Any]]] = {
    "config": Config,
    "briefing": BriefingEntry,
    "page": PageEntry,
}
SCHEMA_KINDS: Final = (*_ALONE, *_LISTS)
"""The kinds of file that have a schema."""


def json_schema(kind: str) -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a kind of file.

    A registry may hold one record or a list of them.
    """
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Briefbook: {kind}",
    }
    if kind in _ALONE:
        return {**Schema(_ALONE[kind]).json_schema(), **head}
    record = Schema(_LISTS[kind]).json_schema()
    shared = record.pop("$defs", {})
    name = f"One of {kind}"
    return {
        **head,
        "$defs": {**shared, name: record},
        "oneOf": [
            {"$ref": f"#/$defs/{name}"},
            {"type": "array", "items": {"$ref": f"#/$defs/{name}"}},
        ],
    }
