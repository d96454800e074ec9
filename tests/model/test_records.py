import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from generator.config import Config
from generator.model.briefing import BriefingEntry, PageEntry
from generator.pipeline.parse import RECORDS


def _records(within: Any) -> Iterator[type[Any]]:  # noqa: ANN401
    """Give a record and those in its fields."""
    if is_dataclass(within) and isinstance(within, type):
        yield within
        for hint in get_type_hints(within).values():
            yield from _records(hint)
    for part in get_args(within):
        yield from _records(part)


@pytest.mark.parametrize("record", [BriefingEntry, PageEntry, Config, *RECORDS.values()])
def test_a_field_that_may_hold_nothing_holds_nothing_when_it_is_left_out(record: Any) -> None:  # noqa: ANN401
    hints = [
        (one.default, get_type_hints(part)[one.name])
        for part in _records(record)
        for one in fields(part)
    ]
    defaults = [
        default
        for default, hint in hints
        if get_origin(hint) in {Union, types.UnionType} and type(None) in get_args(hint)
    ]

    assert defaults
    assert {getattr(one, "default", one) for one in defaults} == {None}
