"""Threads that rest while a process is forked.

A copy of a process has only the thread that made it: a lock that another held is locked there for
ever.  So a process in which other threads run is not forked.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Final

Rest = Callable[[], AbstractContextManager[object]]
"""Ends threads, and begins them anew when it is left."""

_RESTS: Final[list[Rest]] = []


@contextmanager
def can_rest(rest: Rest) -> Iterator[None]:
    """Have threads rest, from now on, whenever this process is about to be forked."""
    _RESTS.append(rest)
    try:
        yield
    finally:
        _RESTS.remove(rest)


@contextmanager
def alone() -> Iterator[bool]:
    """Have those threads rest that can, and tell whether no other runs."""
    with ExitStack() as resting:
        for rest in _RESTS:
            resting.enter_context(rest())
        yield threading.active_count() == 1
