"""The door to pydantic: plain YAML values in, typed records or problems out.

A record is a frozen dataclass.  The same class reads a file, explains what is wrong with
it in an editor's words, and writes the JSON Schema that completes and checks the file
while it is typed.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, Final, TypeVar, dataclass_transform, get_type_hints

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PlainValidator,
    TypeAdapter,
    ValidationError,
)
from pydantic.dataclasses import dataclass as pydantic_dataclass
from pydantic_core import CoreSchema, ErrorDetails

from generator.diagnostics import FieldPath, Location, Outcome, Problem
from generator.text.dates import PartialDate, parse_date
from generator.text.nearest import nearest
from generator.text.schema_keys import keys_beside

T = TypeVar("T")
RecordField = Field
"""A record's field with limits or with a default that must be made anew."""

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WEB: Final = re.compile(r"https?://[^\s/]+\S*")
_DATE_FORM: Final = (
    r"^[0-9]{4}(-[0-9]{2}){0,2}(/[0-9]{4}(-[0-9]{2}){0,2})?$"
    r"|^[0-9]{4}-[0-9]{2}/[0-9]{2}$|^[0-9]{4}-[0-9]{2}-[0-9]{2}/([0-9]{2}-)?[0-9]{2}$"
    r"|^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?"
    r" ?([Zz]|[+-][0-9]{2}:[0-9]{2})$"
)
"""The forms that `parse_date` reads, for the JSON Schema; it cannot tell Feb. 30."""
_LONGEST_ID: Final = 100
_UNKNOWN: Final = "unexpected_keyword_argument"
_NEEDS: Final = {
    "dataclass_type": "needs keys and values, one a line",
    "dict_type": "needs keys and values, one a line",
    "mapping_type": "needs keys and values, one a line",
    "list_type": "needs a list, each item after a dash",
    "tuple_type": "needs a list, each item after a dash",
    "too_short": "needs at least one item",
    "int_from_float": "needs a whole number",
    "int_parsing": "needs a whole number",
    "int_type": "needs a whole number",
    "float_parsing": "needs a number",
    "float_type": "needs a number",
}
_SETTINGS: Final = ConfigDict(extra="forbid", str_strip_whitespace=True, defer_build=True)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(Field,))
def record(cls: type[T]) -> type[T]:
    """Make a class a frozen record whose fields are checked when it is read from YAML."""
    make = pydantic_dataclass(frozen=True, slots=True, kw_only=True, config=_SETTINGS)
    return make(cls)  # type: ignore[return-value]


class WrongValueError(ValueError):
    """A value that cannot be taken; `code` names the kind of mistake."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def _as_date(value: object) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    if not isinstance(value, str):
        raise WrongValueError("bad-date", "a date is expected here, such as 2024-11-13")
    try:
        return parse_date(value.strip())
    except ValueError as error:
        raise WrongValueError("bad-date", str(error)) from None


def _as_id(value: object) -> str:
    if isinstance(value, str) and _ID.fullmatch(value) and len(value) <= _LONGEST_ID:
        return value
    said = f"{value!r} is not an id" if isinstance(value, str) else "an id is expected here"
    raise WrongValueError(
        "bad-id", f"{said}; write small letters, digits and hyphens, such as mark-rutte"
    )


def _as_web_address(value: object) -> str:
    if isinstance(value, str) and _WEB.fullmatch(value):
        return value
    said = f"{value!r} is not a web address" if isinstance(value, str) else "an address is expected"
    raise WrongValueError("bad-address", f"{said}; write it whole, beginning with https://")


def _as_text(value: object) -> str:
    if isinstance(value, str) and value.strip():
        return value.strip()
    if isinstance(value, bool):
        raise WrongValueError(
            "bad-value", "text is expected here, not true or false; put it in quotes"
        )
    raise WrongValueError("bad-value", "text is expected here")


def _as_truth(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise WrongValueError(
        "bad-value", f"{value!r} is neither true nor false; write one of them, unquoted"
    )


def _not_truth(value: object) -> object:
    if isinstance(value, bool):
        raise WrongValueError("bad-value", "a number is expected here, not true or false")
    return value


def _as_list(value: object) -> object:
    return (value,) if isinstance(value, str | Mapping) else value


def without_empty(value: object) -> object:
    """Drop the keys that have no value: `place:` with nothing behind it is not stated."""
    match value:
        case Mapping():
            return {key: without_empty(item) for key, item in value.items() if item is not None}
        case list() | tuple():
            return [without_empty(item) for item in value]
        case _:
            return value


class _OneOrMany:
    """Tells editors' tools that a single item may stand for a list."""

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        many = handler(core)
        one = many.get("items", {})
        return {"anyOf": [*one.get("anyOf", [one]), many]}


def or_just(key: str, of: type[Any]) -> BeforeValidator:
    """Let a record be written as one word, the value of `key`."""
    return BeforeValidator(
        lambda value: {key: value} if isinstance(value, str) else value,
        json_schema_input_type=get_type_hints(of, include_extras=True)[key] | of,
    )


def read_with(read: Callable[[object], str], pattern: str) -> PlainValidator:
    """Let a function read a text; the pattern tells editors' tools what it takes."""
    return PlainValidator(read, json_schema_input_type=_written(str, pattern=pattern))


def _written(of: object, **limits: Any) -> Any:  # noqa: ANN401
    return Annotated[of, Field(**limits)] if limits else of


Date = Annotated[
    PartialDate,
    PlainValidator(
        _as_date, json_schema_input_type=_written(str, pattern=_DATE_FORM) | _written(int, ge=1)
    ),
]
"""A date with its precision: 2024, 2024-11, 2024-11-13, 2024-11-12/13 or 2024-11-13T09:00Z."""
Id = Annotated[
    str,
    PlainValidator(
        _as_id,
        json_schema_input_type=_written(str, pattern=f"^{_ID.pattern}$", max_length=_LONGEST_ID),
    ),
]
"""A lowercase slug, never used again for another thing."""
WebAddress = Annotated[str, read_with(_as_web_address, f"^{_WEB.pattern}$")]
"""An http or https address, written whole."""
Text = Annotated[
    str,
    PlainValidator(_as_text, json_schema_input_type=_written(str, pattern=r"\S") | int | float),
]
"""Words that are not empty.  Editors' tools take 1984 for a number, here it is text."""
Truth = Annotated[bool, PlainValidator(_as_truth, json_schema_input_type=bool)]
"""`true` or `false`, and no other word."""
Whole = Annotated[int, BeforeValidator(_not_truth)]
"""A whole number."""
Number = Annotated[float, BeforeValidator(_not_truth)]
"""A number, with or without a decimal point."""
Many = Annotated[tuple[T, ...], BeforeValidator(_as_list), _OneOrMany()]
"""A list; a single item may be written without the list's dashes."""
Free = Annotated[Mapping[str, Any], BeforeValidator(without_empty)]
"""Whatever a desk keeps under `x:`; carried and never read."""


class Schema:
    """Reads values into records of a type; what it needs is dear to build, and built once."""

    def __init__(self, of: type[Any]) -> None:
        self._adapter: TypeAdapter[Any] = TypeAdapter(of)

    def make_ready(self) -> None:
        """Build what reads values, unless that is done; it must not be interrupted."""
        self._adapter.rebuild()

    def read(self, value: object, *, path: str, under: FieldPath = ()) -> Outcome[Any]:
        """Make the record that a YAML value describes, or say all that is wrong with it."""
        made, _ = self._made(value)
        if made is not None:  # keys without a value, if any, mean what is meant without them
            return Outcome(made)
        stated = without_empty(value)
        made, faults = self._made(stated)
        known = [fault["loc"] for fault in faults]
        empty = [] if stated == value else self._made(value)[1]  # of these, only what is no key
        faults += [one for one in empty if one["type"] == _UNKNOWN and one["loc"] not in known]
        problems = tuple(self._problem(fault, path, under) for fault in faults)
        return Outcome(None if problems else made, problems)

    def _made(self, value: object) -> tuple[Any, list[ErrorDetails]]:
        try:
            return self._adapter.validate_python(value), []
        except ValidationError as error:
            return None, _own_faults(error.errors(include_url=False))

    def json_schema(self) -> dict[str, Any]:
        """Give the JSON Schema (2020-12) of what may be written."""
        schema = self._adapter.json_schema(mode="validation")
        for record_schema in (schema, *schema.get("$defs", {}).values()):
            _allow_empty(record_schema)
        return schema

    def _problem(self, fault: ErrorDetails, path: str, under: FieldPath) -> Problem:
        field = fault["loc"]
        keys = keys_beside(self.json_schema(), field) if fault["type"] == _UNKNOWN else []
        code, message, hint = _in_words(fault, keys)
        return Problem(code, message, Location(path, field=(*under, *field)), hint)


def _own_faults(faults: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """Leave out lists that are too short only because an item in them is wrong."""
    within = {fault["loc"][:end] for fault in faults for end in range(len(fault["loc"]))}
    return [fault for fault in faults if fault["type"] != "too_short" or fault["loc"] not in within]


def _allow_empty(schema: dict[str, Any]) -> None:
    """Let editors' tools take `place:` with nothing behind it, as `without_empty` does."""
    for key, value in schema.get("properties", {}).items():
        if key not in schema.get("required", ()) and {"type": "null"} not in value.get("anyOf", ()):
            schema["properties"][key] = {"anyOf": [value, {"type": "null"}]}


def _in_words(fault: ErrorDetails, keys: Sequence[str]) -> tuple[str, str, str]:
    """Give the code, the sentence and the hint for one of pydantic's findings."""
    name = _name(fault["loc"])
    kind, context = fault["type"], fault.get("ctx", {})
    match kind, context.get("error"):
        case _, WrongValueError() as wrong:
            found = wrong.code, str(wrong), ""
        case "missing", _:
            line = f"add a line `{fault['loc'][-1]}: …`"
            found = "missing-field", f"{name} is missing", line
        case _ if kind == _UNKNOWN:
            hint = nearest(str(fault["loc"][-1]), keys) or f"known: {', '.join(keys)}"
            found = "unknown-key", f"{name} is not a key here", hint
        case "literal_error", _:
            message = f"{fault['input']!r} is not one of the words for {name}"
            found = "bad-value", message, f"write {context['expected']}"
        case _:
            needs = _NEEDS.get(kind) or f"is wrong: {fault['msg'][0].lower()}{fault['msg'][1:]}"
            found = "bad-value", f"{name} {needs}", ""
    return found


def _name(field: FieldPath) -> str:
    """Call a field as an editor would point at it.

    >>> _name(("statements", 2))
    "item 3 of 'statements'"
    """
    match field:
        case (*_, str(key), int(number)):
            return f"item {number + 1} of {key!r}"
        case (*_, last):
            return repr(str(last))
        case _:
            return "the document"
