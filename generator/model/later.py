"""Fields of a view that are gathered when they are first asked for.

What a page could show is more than most templates of a book's own show of it.  A view is a
plain value all the same: whoever reads it, sends it or compares it finds the field's value,
which is always the same.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar, cast

Value = TypeVar("Value")
View = TypeVar("View")


def later(make: Callable[[], Value]) -> Value:
    """Give what stands for a value until it is asked for, in a field that `asked_later` names."""
    return cast("Value", _Later(make))


def asked_later(*names: str) -> Callable[[type[View]], type[View]]:
    """Let these fields of a frozen dataclass with slots be given `later` values."""

    def prepared(view: type[View]) -> type[View]:
        for name in names:
            setattr(view, name, _Field(name, getattr(view, name)))
        return view

    return prepared


def changed(view: View, **changes: object) -> View:
    """Give a view with other fields; none is asked for, and what two share is made once."""
    kind = type(view)
    copy = object.__new__(kind)
    for name in kind.__match_args__:  # type: ignore[attr-defined]
        slot = getattr(kind, name)
        if name in changes:
            slot.__set__(copy, changes[name])
        elif type(slot) is _Field and slot.waits(view):
            slot.__set__(copy, _Later(partial(getattr, view, name)))
        else:
            slot.__set__(copy, slot.__get__(view))
    return copy


@dataclass(frozen=True, slots=True)
class _Later:
    make: Callable[[], Any]


class _Field:
    """Stands before a slot, and puts the value there when it is first asked for."""

    __slots__ = ("_name", "_slot")

    def __init__(self, name: str, slot: Any) -> None:  # noqa: ANN401
        self._name = name
        self._slot = slot

    def __get__(self, view: object, _: type | None = None) -> Any:  # noqa: ANN401
        if view is None:
            return self
        value = self._slot.__get__(view)
        if type(value) is _Later:
            value = self._made(value)
            self._slot.__set__(view, value)
        return value

    def __set__(self, view: object, value: object) -> None:
        self._slot.__set__(view, value)

    def waits(self, view: object) -> bool:
        """Tell whether the value was not asked for yet."""
        return type(self._slot.__get__(view)) is _Later

    def _made(self, value: _Later) -> object:
        try:
            return value.make()
        except AttributeError as error:  # or a template would take it for a field that is not there
            raise RuntimeError(f"{self._name} could not be gathered") from error
