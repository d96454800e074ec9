"""Frozen values as bytes, and back: what processes send each other, and what is remembered.

pickle does the work, and is told how to take a dataclass apart and put it together: by all
its fields at once, where it would ask for each by its name.  What is read back are plain
values, dates, and the dataclasses and kinds of text of one package, and nothing else.  None of
their code is run, but that a kind of named tuple may have a method `unpacked`, which makes it.
"""

import io
import pickle
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cache, partial
from types import new_class
from typing import Any, Final, cast

from generator.model.apart import TakingApart, in_utc, is_named_tuple

_DATES: Final = {one.__name__: one for one in (date, datetime, timedelta, timezone)}


class UnreadableError(Exception):
    """What is to be unpacked was not packed here."""


class Packer:
    """Packs values; it can be sent to other processes."""

    def __init__(self, package: str) -> None:
        self._takes_apart = TakingApart(package)

    def __call__(self, value: object) -> bytes:
        """Give a value's bytes."""
        stream = io.BytesIO()
        pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
        pickler.dispatch_table = self._takes_apart
        pickler.dump(value)
        return stream.getvalue()


@dataclass(frozen=True, slots=True)
class Packing:
    """How the values of one package become bytes, and bytes the values."""

    package: str

    def packer(self) -> Packer:
        """Give what packs one value after the other."""
        return Packer(self.package)

    def unpacker(self) -> Callable[[bytes], Any]:
        """Give a function that unpacks one value after the other, or raises UnreadableError."""
        makers: dict[tuple[str, str], Callable[..., Any]] = {}

        def unpack(data: bytes) -> Any:  # noqa: ANN401 - whatever was packed
            try:
                return _Reader(io.BytesIO(data), self.package, makers).load()
            except Exception as error:
                raise UnreadableError from error

        return unpack


class _Reader(pickle.Unpickler):
    """Builds dates, and the dataclasses and kinds of text of one package, and nothing else."""

    def __init__(
        self, stream: io.BytesIO, package: str, makers: dict[tuple[str, str], Callable[..., Any]]
    ) -> None:
        super().__init__(stream)
        self._package = package
        self._makers = makers

    def find_class(self, module: str, name: str, /) -> Any:  # noqa: ANN401
        """Give what makes a value.

        Raises UnpicklingError for all that is no value.
        """
        known = self._makers.get((module, name))
        if known is None:
            known = self._makers[module, name] = self._maker(module, name)
        return known

    def _maker(self, module: str, name: str) -> Callable[..., Any]:
        if module == "datetime" and name in _DATES:
            return _DATES[name]
        if (module, name) == (in_utc.__module__, in_utc.__name__):
            return in_utc
        if module.startswith(f"{self._package}.") and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                if is_dataclass(found):
                    return _putting_together(found)
                if is_named_tuple(found):
                    return cast(Callable[..., Any], getattr(found, "unpacked", found))
                if issubclass(found, str):
                    return found
        raise pickle.UnpicklingError(f"{module}.{name}")


@cache
def _putting_together(of: type[Any]) -> Callable[..., Any]:
    """Give what makes a value of the values of its fields, without its own code.

    A value cannot be changed, but another with the same slots can, and can then become one.  It
    is written out, as dataclasses are: there are so many values that each call counts.
    """
    names = [one.name for one in fields(of)]
    lines = [f"def __init__({', '.join(('self', *names))}):"]
    lines += [f" self.{name} = {name}" for name in names]
    itself = "_".join(("of", *names))  # no field is called that
    made: dict[str, Any] = {}
    exec("\n".join([*lines, f" self.__class__ = {itself}"]), {itself: of}, made)  # noqa: S102 - ours
    twin = {"__slots__": tuple(names), "__init__": made["__init__"]}
    bases = getattr(of, "__orig_bases__", ())
    # What is no class itself can be called, and nothing can be made of it that has no fields.
    return partial(new_class(of.__name__, bases, exec_body=lambda body: body.update(twin)))
