"""One pure function over many items, in this process or in several, with the same results.

The answer never depends on how many processes there are: results come back in the order of
the items, and a worker that dies is told with the item it died of, never skipped.
"""

import concurrent.futures  # its pools are imported only when one is made
import gc
import math
import multiprocessing
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import Any, Final, TypeVar

from generator.diagnostics import Location, Problem
from generator.errors import BriefbookError
from generator.runtime.alone import alone
from generator.runtime.heap import give_back

Item = TypeVar("Item")
Result = TypeVar("Result")
Start = Callable[[], object] | None

WORTH_IT: Final = 64
"""With fewer items than this, other processes cost more than they save."""
_FEW_OF: Final = 20
_MEMORY: Final = 5 * 2**29
"""How many bytes all processes together may need, as far as it can be foreseen: 2.5 GiB."""
_CHUNKS_PER_JOB: Final = 4
_LARGEST_CHUNK: Final = 250
"""So that what was made does not pile up before it is taken."""


class WorkerDied(BriefbookError):  # noqa: N818  (it is told, not made: the fact is its name)
    """A worker ended before it gave its results: out of memory, or killed."""


def map_in_order(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    jobs: int,
    start: Start = None,
    name: Callable[[Item], str] = str,
) -> Iterator[Result]:
    """Apply a function to each item; the results come in the order of the items, as they are made.

    `start` is called once in each process that works, this one included, and makes what the
    function needs and cannot be sent.  What the function raises is raised here.  `name` is
    how an item is called in a problem.
    """
    listed = list(items)
    if _is_worth_it(jobs, len(listed)):
        with alone() as is_alone:
            if is_alone:
                yield from _shared(function, listed, jobs, start, name)
                return
    if start is not None:
        start()
    yield from map(function, listed)


def _shared(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    jobs: int,
    start: Start,
    name: Callable[[Item], str],
) -> Iterator[Result]:
    with _inherited_by_workers(function, items):
        executor = partial(_processes, start)
        try:
            with executor(jobs) as workers:
                yield from _gathered(workers, len(items), jobs)
        except BrokenExecutor as error:
            culprit = _culprit(executor, len(items))
            at = "briefbook" if culprit is None else name(items[culprit])
            raise WorkerDied(_death(at)) from error


def jobs_for(some: int, of: int, *, jobs: int) -> int:
    """Say how many processes to use for some items of so many that a process holds.

    A process that is forked copies what it touches of all that it inherits.  So for a small
    part of a large whole the one process that is there already is quicker.
    """
    return jobs if some * _FEW_OF >= of else 1


def with_room(jobs: int) -> int:
    """Say how many of so many processes have room, where each copies all that it inherits."""
    return max(1, min(jobs, _MEMORY // (_peak() or 1) - 1))


def _peak() -> int:
    """Tell how many bytes this process has needed so far; 0 where nobody knows."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return 0
    needed = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return needed if sys.platform == "darwin" else needed * 1024


def map_on(
    executor: Executor,
    function: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    chunks: int,
) -> list[Result]:
    """Do the same on any executor of the standard interface, such as a cluster's.

    The executor is left open, and preparing its workers is up to who made it.  Each chunk
    of the items is sent to where it is worked on.
    """
    size = math.ceil(len(items) / chunks) or 1
    parts = [items[first : first + size] for first in range(0, len(items), size)]
    try:
        sent = (executor.submit(_each, function, part) for part in parts)
        return list(_results(sent, len(parts)))
    except BrokenExecutor as error:
        raise WorkerDied(_death("briefbook")) from error


def _is_worth_it(jobs: int, count: int) -> bool:
    """Tell whether other processes are to do the work.

    They are forked: that costs next to nothing and inherits what is loaded already, the items
    too.  Where that cannot be done, or not safely, as beside a server's threads, the process
    that is there does all of it.
    """
    can_fork = "fork" in multiprocessing.get_all_start_methods()
    return jobs > 1 and count >= WORTH_IT and can_fork


def _gathered(executor: Executor, count: int, jobs: int) -> Iterator[Any]:
    size = min(math.ceil(count / (jobs * _CHUNKS_PER_JOB)), _LARGEST_CHUNK)
    firsts = range(0, count, size)
    sent = (executor.submit(_inherited_work, one, one + size) for one in firsts)
    return _results(sent, jobs * _CHUNKS_PER_JOB)


def _results(sent: Iterator[Future[list[Any]]], ahead: int) -> Iterator[Any]:
    """Give what comes back, in order; no more than so many chunks are sent ahead of it."""
    waiting = deque(islice(sent, ahead))
    try:
        while waiting:
            yield from waiting.popleft().result()
            waiting.extend(islice(sent, 1))
    finally:
        for future in waiting:
            future.cancel()


def _culprit(executor: Callable[[int], Executor], count: int) -> int | None:
    """Find the first item at which a worker dies, by halves; None where it dies at none now."""
    first, last = 0, count
    while last - first > 1:
        middle = (first + last) // 2
        first, last = (first, middle) if _dies(executor, first, middle) else (middle, last)
    return first if _dies(executor, first, last) else None


def _dies(executor: Callable[[int], Executor], first: int, last: int) -> bool:
    with executor(1) as worker:
        work = worker.submit(_inherited_work, first, last)
        return isinstance(work.exception(), BrokenExecutor)


def _death(path: str) -> Problem:
    return Problem(
        "worker-died",
        "a worker process ended before its work was done",
        Location(path),
        "free some memory, or build in one process with --jobs 1",
    )


def _processes(start: Start, jobs: int) -> Executor:
    context = multiprocessing.get_context("fork")
    return concurrent.futures.ProcessPoolExecutor(jobs, context, start)


_inherited: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []


@contextmanager
def _inherited_by_workers(
    function: Callable[[Item], Result], items: Sequence[Item]
) -> Iterator[None]:
    """Let processes that are forked from now on know what to do, and of what."""
    _inherited.append((function, items))
    give_back()
    stays = gc.get_freeze_count()  # where a process goes on all day
    gc.freeze()  # else the first look for garbage would copy all that is inherited
    try:
        yield
    finally:
        if not stays:
            gc.unfreeze()
        _inherited.pop()


def _inherited_work(first: int, last: int) -> list[Any]:
    function, items = _inherited[-1]
    return _each(function, items[first:last])


def _each(function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    return [function(item) for item in items]
