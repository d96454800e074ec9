"""The memory of a process that goes on all day: what is freed goes back to the machine."""

import gc
from collections.abc import Callable
from functools import cache
from typing import Final

_YOUNG: Final = 1
"""The generations of garbage that came since most of what a process holds was made."""


def give_back() -> None:
    """Look for garbage that came lately, and give the machine the memory that holds nothing.

    The C library keeps what is freed between things that stay, for later; where it is asked
    for in other sizes it would take more and more.  It takes some milliseconds.
    """
    gc.collect(_YOUNG)
    _trim()(0)


@cache
def _trim() -> Callable[[int], object]:
    """Give `malloc_trim` of the GNU C library, see malloc_trim(3); elsewhere what does nothing."""
    try:
        import ctypes  # noqa: PLC0415 - not every Python has it, nor is it needed at the start

        trim: Callable[[int], object] = ctypes.CDLL(None).malloc_trim
    except (ImportError, AttributeError, OSError, TypeError):
        return lambda _: None
    return trim
