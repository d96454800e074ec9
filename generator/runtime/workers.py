"""One pure function over many items, in this process or in several, with the same results.

The answer never depends on how many processes there are: results come back in the order of
the items, and a worker that dies is told, never skipped.
"""

import concurrent.futures  # its pools are imported only when one is made
import math
import multiprocessing
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from typing import Any, Final, TypeVar

from generator.diagnostics import Location, Problem
from generator.errors import BriefbookError

Item = TypeVar("Item")
Result = TypeVar("Result")

WORTH_IT: Final = 64
"""With fewer items than this, other processes cost more than they save."""
_CHUNKS_PER_JOB: Final = 4
_DEATH: Final = Problem(
    "worker-died",
    "a worker process ended before its work was done",
    Location("briefbook"),
    "free some memory, or build in one process with --jobs 1",
)


class WorkerDied(BriefbookError):  # noqa: N818  (it is told, not made: the fact is its name)
    """A worker ended before it gave its results: out of memory, or killed."""


def map_in_order(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    jobs: int,
    start: Callable[..., object] | None = None,
    arguments: tuple[Any, ...] = (),
) -> list[Result]:
    """Apply a function to each item; the results stand in the order of the items.

    `start(*arguments)` is called once in each process that works, this one included, and
    makes what the function needs and cannot be sent.  What the function raises is raised here.
    """
    listed = list(items)
    if jobs > 1 and len(listed) >= WORTH_IT:
        with _processes(jobs, start, arguments) as executor:
            return map_on(executor, function, listed, chunks=jobs * _CHUNKS_PER_JOB)
    if start is not None:
        start(*arguments)
    return [function(item) for item in listed]


def map_on(
    executor: Executor,
    function: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    chunks: int,
) -> list[Result]:
    """Do the same on any executor of the standard interface, such as a cluster's.

    The executor is left open, and preparing its workers is up to who made it.
    """
    size = math.ceil(len(items) / chunks) or 1
    futures: list[Future[list[Result]]] = []
    try:
        futures.extend(
            executor.submit(_each, function, items[first : first + size])
            for first in range(0, len(items), size)
        )
        return [result for future in futures for result in future.result()]
    except BrokenExecutor as error:
        raise WorkerDied(_DEATH) from error
    finally:
        for future in futures:
            future.cancel()


def _processes(
    jobs: int, start: Callable[..., object] | None, arguments: tuple[Any, ...]
) -> Executor:
    """Make an executor of processes on this machine.

    A fork costs next to nothing and inherits what is loaded already.  It is not safe beside
    other threads, such as a watcher's, and there new interpreters are started.
    """
    can_fork = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if can_fork else "spawn")
    return concurrent.futures.ProcessPoolExecutor(jobs, context, start, arguments)


def _each(function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    return [function(item) for item in items]
