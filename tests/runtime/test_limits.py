import pickle
import re
import signal
import threading
from collections.abc import Callable
from contextlib import suppress

import pytest

from generator.runtime.limits import TimeLimit
from generator.text.deadline import TooSlowError

ENDLESS = re.compile(r"(?:a+)+$")
MATCHES_NEVER = "a" * 200 + "b"


def clock_of(*moments: float) -> Callable[[], float]:
    return iter(moments).__next__


def test_work_in_time_is_not_disturbed() -> None:
    with TimeLimit(2.0, clock_of(10.0, 11.0, 12.0))() as check:
        check()
        check()


def test_work_that_asks_when_the_time_is_over_is_ended() -> None:
    limit = TimeLimit(2.0, clock_of(10.0, 12.1))

    with pytest.raises(TooSlowError), limit() as check:
        check()


def test_each_piece_of_work_has_the_whole_time() -> None:
    limit = TimeLimit(2.0, clock_of(10.0, 11.5, 12.5, 14.0))

    for _ in range(2):
        with limit() as check:
            check()


def test_work_that_cannot_ask_is_interrupted() -> None:
    with pytest.raises(TooSlowError), TimeLimit(0.05)():
        ENDLESS.match(MATCHES_NEVER)


def swallow() -> None:
    with suppress(TooSlowError):
        ENDLESS.match(MATCHES_NEVER)


def test_an_interruption_that_is_swallowed_is_told_at_the_end() -> None:
    with pytest.raises(TooSlowError), TimeLimit(0.05)():
        swallow()


def tell_more() -> None:
    try:
        ENDLESS.match(MATCHES_NEVER)
    except TooSlowError as error:
        raise ValueError("at line 1") from error


def test_what_tells_more_of_an_interruption_is_told() -> None:
    with pytest.raises(ValueError, match="at line 1"), TimeLimit(0.05)():
        tell_more()


def test_after_the_work_no_alarm_is_left() -> None:
    with TimeLimit(0.05)():
        pass

    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_on_another_thread_the_work_may_still_ask() -> None:
    ended = []

    def work() -> None:
        with TimeLimit(2.0, clock_of(10.0, 13.0))() as check:
            try:
                check()
            except TooSlowError:
                ended.append("asked")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert ended == ["asked"]


def test_a_limit_can_be_sent_to_another_process() -> None:
    limit = TimeLimit(2.0)

    assert pickle.loads(pickle.dumps(limit)) == limit  # noqa: S301 - we have just written it
