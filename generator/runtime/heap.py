"""The memory of a process that goes on all day, or that others inherit."""

import gc
from contextlib import suppress
from typing import Final

_MMAP_THRESHOLD: Final = -3
"""`M_MMAP_THRESHOLD` of malloc.h."""
_LARGE: Final = 65_536
"""Bytes: half of what the C library begins with; the lists of a book of some thousand briefings."""
_GARBAGE: Final = (50_000, 20, 10)
"""After so many new values rings of garbage are looked for."""


def only_new_garbage() -> None:
    """Have Python look for garbage among what comes from now on, not in all that is there."""
    gc.freeze()
    gc.set_threshold(*_GARBAGE)
    gc.enable()


def give_back() -> None:
    """Have the GNU C library give back to the machine what is free of all that it got from it."""
    _c_library("malloc_trim", 0)


def large_blocks_apart() -> None:
    """Have the C library get each large block from the machine, and give it back when it is freed.

    With each that is freed the GNU C library takes larger ones for small, up to 32 MB (see
    `M_MMAP_THRESHOLD` in mallopt(3)).  They would come to lie between things that stay, and
    wherever one has lain the room would be kept.  Other C libraries are left as they are.
    """
    _c_library("mallopt", _MMAP_THRESHOLD, _LARGE)


def _c_library(function: str, *values: int) -> None:
    """Call a function of the C library, if it has it."""
    with suppress(ImportError, AttributeError, OSError, TypeError):
        import ctypes  # noqa: PLC0415 - not every Python has it

        getattr(ctypes.CDLL(None), function)(*values)
