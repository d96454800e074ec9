"""What quick templates call: how a value is written, and how a macro is found its words."""

from collections.abc import Callable
from functools import partial
from types import FunctionType
from typing import Any

import markupsafe
from jinja2.runtime import Context
from markupsafe import Markup, escape

marked = partial(str.__new__, Markup)
"""Tells that a text is markup."""


def _in_pure_python(text: str) -> str:
    return str(escape(text))


_escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", _in_pure_python)
"""What `escape` asks for plain text.  It is not public, so there may be none one day."""


def written(value: Any) -> str:  # noqa: ANN401
    """Give a value as it is written on a page: escaped, unless it is markup."""
    kind = type(value)
    if kind is str:
        return _escaped(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    if isinstance(value, FunctionType):
        raise TypeError("a macro itself cannot be written")
    return str(escape(value))


def asked(context: Context, called: Any, /, *given: object, **named: object) -> object:  # noqa: ANN401
    """Call something by the names of what it takes."""
    takes = getattr(called, "takes", None)
    if takes is None:
        return context.call(called, *given, **named)
    return called(*given, **{takes[name]: value for name, value in named.items()})


class fields(dict[str, Any]):  # noqa: N801 - called as a function
    """A mapping of a template, whose items are read as fields where it has no method so called."""

    __slots__ = ()

    def __getattr__(self, name: str) -> object:
        """Give an item."""
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None
