"""How values are taken apart for pickle: all fields of one at once, where it would ask for each."""

import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from operator import attrgetter
from typing import Any

Parts = tuple[Any, tuple[Any, ...]]
"""What makes a value, and of what."""


class TakingApart(dict[type, Callable[[Any], Parts]]):
    """How to take values apart, by their class; it is worked out when a class first occurs."""

    def __init__(self, package: str) -> None:
        super().__init__({date: date.__reduce__, datetime: _moment_apart})  # type: ignore[dict-item]
        self._package = package

    def __reduce__(self) -> Parts:
        return TakingApart, (self._package,)

    def __missing__(self, of: type) -> Callable[[Any], Parts]:
        if not of.__module__.startswith(f"{self._package}."):
            raise KeyError(of)
        if issubclass(of, str):
            self[of] = lambda text: (of, (str(text),))
        elif is_dataclass(of):
            self[of] = _taking_apart(of)
        elif is_named_tuple(of):
            self[of] = lambda value: (of, tuple(value))
        else:
            raise KeyError(of)
        return self[of]


def _taking_apart(of: type[Any]) -> Callable[[Any], Parts]:
    names = [one.name for one in fields(of)]
    if len(names) == 1:
        return lambda value: (of, (getattr(value, names[0]),))
    values: Callable[[Any], tuple[object, ...]] = attrgetter(*names) if names else lambda _: ()
    return lambda value: (of, values(value))


def is_named_tuple(of: type[Any]) -> bool:
    """Tell whether a class is one of named tuples."""
    return issubclass(of, tuple) and hasattr(of, "_fields")


def _moment_apart(moment: datetime) -> Any:  # noqa: ANN401 - what pickle asks for
    """Take a moment in UTC apart without its time zone, which is dear."""
    if moment.tzinfo is UTC and not moment.fold:
        return in_utc, (moment.replace(tzinfo=None).isoformat(),)
    return moment.__reduce_ex__(pickle.HIGHEST_PROTOCOL)


def in_utc(written: str) -> datetime:
    """Make a moment in UTC."""
    return datetime.fromisoformat(written).replace(tzinfo=UTC)
