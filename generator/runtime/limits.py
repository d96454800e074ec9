"""How long a piece of work may take, told by the clock and, where there is one, an alarm.

The work asks for itself whether there is time left.  What cannot ask, such as one regular
expression gone astray, is interrupted by a signal; that needs Unix and the main thread of
the process.  Processor time is counted, so that a busy machine changes nothing.
"""

import signal
import threading
import time
from collections.abc import Callable
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

    def __call__(self) -> "_Work":
        """Begin to count, in a `with`; what that gives asks whether there is time left.

        Raises TooSlowError.
        """
        return _Work(self.seconds, self.clock)


class _Work:
    """A piece of work that is interrupted when its time is over.

    Code in other languages may swallow the interruption where it calls ours, as nh3 does and
    then goes on without the answer.  So it is told again at the end.
    """

    __slots__ = ("_clock", "_end", "_seconds", "_sets_alarm", "rang")

    def __init__(self, seconds: float, clock: Callable[[], float]) -> None:
        self._seconds, self._clock = seconds, clock
        self._sets_alarm = _can_ring()
        self.rang = False

    def __enter__(self) -> Check:
        self._end = self._clock() + self._seconds
        if self._sets_alarm:
            _set_alarm(self, self._seconds)
        return self._check

    def __exit__(self, _: object, fault: BaseException | None, *__: object) -> None:
        if self._sets_alarm:
            _set_alarm(None, 0)
            if self.rang and fault is None:
                raise TooSlowError

    def _check(self) -> None:
        if self._clock() > self._end:
            raise TooSlowError


_at_work: _Work | None = None
_hears = False
"""Whether this process hears the alarm; it goes on to, because to begin and end that is dear."""


def _can_ring() -> bool:
    on_main_thread = threading.current_thread() is threading.main_thread()
    return on_main_thread and hasattr(signal, "setitimer")


def _set_alarm(work: _Work | None, seconds: float) -> None:
    """Interrupt a piece of work after some seconds; without it nothing rings any more."""
    global _at_work, _hears  # noqa: PLW0603
    if not _hears:
        signal.signal(signal.SIGPROF, _ring)
        _hears = True
    _at_work = work
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN if seconds else 0)


def _ring(_signal: int, frame: FrameType | None) -> None:
    if _at_work is None:
        return
    _at_work.rang = True
    if frame is None or frame.f_code not in _NOT_DISTURBED:
        raise TooSlowError


_NOT_DISTURBED: Final = {one.__code__ for one in (_Work.__enter__, _Work.__exit__, _set_alarm)}
"""What sets the alarm and turns it off, which must be done whole; it tells then that it rang."""
