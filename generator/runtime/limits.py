"""How long a piece of work may take, told by the clock and, where there is one, an alarm.

The work asks for itself whether there is time left.  What cannot ask, such as one regular
expression gone astray, is interrupted by a signal; that needs Unix and the main thread of
the process.  Processor time is counted, so that a busy machine changes nothing.
"""

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Final

from generator.text.deadline import Check, TooSlowError

_AGAIN: Final = 0.5
"""After how many seconds the alarm rings anew, in case that nobody was able to hear it."""


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """So many seconds of the processor for one piece of work."""

    seconds: float
    clock: Callable[[], float] = time.process_time

    @contextmanager
    def __call__(self) -> Iterator[Check]:
        """Begin to count; what is given asks whether there is time left.

        Raises TooSlowError.
        """
        end = self.clock() + self.seconds

        def check() -> None:
            if self.clock() > end:
                raise TooSlowError

        if _can_ring():
            with _alarm(self.seconds):
                yield check
        else:
            yield check


def _can_ring() -> bool:
    on_main_thread = threading.current_thread() is threading.main_thread()
    return on_main_thread and hasattr(signal, "setitimer")


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Interrupt what runs within when the time is over.

    Code in other languages may swallow the interruption where it calls ours, as nh3 does and
    then goes on without the answer.  So it is told again at the end.
    """
    rang, at_work = False, True

    def ring(_signal: int, _frame: FrameType | None) -> None:
        nonlocal rang
        if at_work:
            rang = True
            raise TooSlowError

    before = signal.signal(signal.SIGPROF, ring)
    try:
        try:
            signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
            yield
        finally:
            at_work = False
    finally:  # entered even if the alarm rings while the work is being ended
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    if rang:
        raise TooSlowError
