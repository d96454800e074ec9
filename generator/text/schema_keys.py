"""What keys a record may have, read from its JSON Schema."""

from collections.abc import Mapping
from typing import Any

from generator.diagnostics import FieldPath


def keys_beside(schema: Mapping[str, Any], field: FieldPath) -> list[str]:
    """List the keys that the record around an unknown key does have."""
    here = _record(schema, schema)
    for part in field[:-1]:
        if isinstance(part, str):  # an item of a list is the record that was reached already
            here = _record(here.get("properties", {}).get(part, {}), schema)
    return sorted(here.get("properties", {}))


def _record(here: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follow a field's schema to the record that may stand there, alone or in a list."""
    if "$ref" in here:
        return _record(schema["$defs"][here["$ref"].rsplit("/", 1)[-1]], schema)
    within = [*here.get("anyOf", ()), here.get("items", {})]
    records = (_record(one, schema) for one in within if isinstance(one, Mapping) and one)
    return next((one for one in records if "properties" in one), here)
