import gc
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event, Thread, active_count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Location, Problem, shown
from generator.errors import ContentError
from generator.runtime.alone import can_rest
from generator.runtime.workers import (
    WORTH_IT,
    WorkerDied,
    jobs_for,
    map_in_order,
    map_on,
    with_room,
)

pytestmark = pytest.mark.usefixtures("alone")

MANY = range(WORTH_IT * 3)
PATIENCE_S = 60
prepared: list[str] = []


def prepare(*words: str) -> None:
    prepared.append("-".join(words))


def double(number: int) -> int:
    return number * 2


def slow_at_first(number: int) -> int:
    time.sleep(0.05 if number == 0 else 0)
    return number


def where(_: int) -> int:
    return os.getpid()


def with_what_was_prepared(number: int) -> tuple[int, str, int]:
    return number, prepared[-1], len(prepared)


def refuse_one(number: int) -> int:
    if number == WORTH_IT:
        raise ContentError(Problem("bad-value", "seven is not allowed", Location("a.md", 7)))
    return number


def die_at_one(number: int) -> int:
    if number == WORTH_IT:
        os._exit(9)
    return number


@pytest.mark.parametrize("jobs", [0, 1, 2, 3])
def test_results_do_not_depend_on_the_number_of_processes(jobs: int) -> None:
    assert list(map_in_order(double, MANY, jobs=jobs)) == [number * 2 for number in MANY]


def test_results_stand_in_the_order_of_the_items_whoever_is_done_first() -> None:
    assert list(map_in_order(slow_at_first, MANY, jobs=2)) == list(MANY)


@pytest.mark.parametrize(
    ("count", "jobs"), [(0, 4), (1, 4), (WORTH_IT - 1, 4), (WORTH_IT, 1), (WORTH_IT * 3, 0)]
)
def test_few_items_and_one_job_stay_in_this_process(count: int, jobs: int) -> None:
    assert set(map_in_order(where, range(count), jobs=jobs)) <= {os.getpid()}


def test_many_items_are_shared_out() -> None:
    assert os.getpid() not in list(map_in_order(where, MANY, jobs=2))


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_process_is_prepared_once(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.runtime.test_workers.prepared", [])

    found = list(
        map_in_order(with_what_was_prepared, MANY, jobs=jobs, start=partial(prepare, "a", "b"))
    )

    assert found == [(number, "a-b", 1) for number in MANY]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_the_function_raises_is_raised_with_its_problems(jobs: int) -> None:
    with pytest.raises(ContentError) as caught:
        list(map_in_order(refuse_one, MANY, jobs=jobs))

    assert caught.value.problems[0].at == Location("a.md", 7)


def test_a_worker_that_dies_is_told_and_not_skipped() -> None:
    with pytest.raises(WorkerDied) as caught:
        list(map_in_order(die_at_one, MANY, jobs=2))

    (problem,) = caught.value.problems
    assert problem.code == "worker-died"
    assert problem.at == Location(str(WORTH_IT))
    assert "--jobs 1" in problem.hint
    assert caught.value.exit_code == 1


def die_once(number: int) -> int:
    if number == WORTH_IT and mark.exists():
        mark.unlink()
        os._exit(9)
    return number


mark = Path()


def test_a_worker_that_dies_for_no_item_s_sake_is_told_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.runtime.test_workers.mark", tmp_path / "mark")
    (tmp_path / "mark").touch()

    with pytest.raises(WorkerDied) as caught:
        list(map_in_order(die_once, MANY, jobs=2))

    assert caught.value.problems[0].at == Location("briefbook")


class Watcher:
    """A thread that waits."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        self._over = Event()
        self._thread = Thread(target=self._over.wait)
        self._thread.start()

    def end(self) -> None:
        self._over.set()
        self._thread.join()

    @contextmanager
    def resting(self) -> Iterator[None]:
        self.end()
        yield
        self.begin()


@pytest.fixture
def watcher(alone: None) -> Iterator[Watcher]:
    del alone
    made = Watcher()
    yield made
    made.end()


@pytest.mark.usefixtures("watcher")
def test_beside_other_threads_nothing_is_forked() -> None:
    assert set(map_in_order(where, MANY, jobs=2)) == {os.getpid()}


def test_threads_that_can_rest_do_so_while_others_work(watcher: Watcher) -> None:
    with can_rest(watcher.resting):
        assert os.getpid() not in set(map_in_order(where, MANY, jobs=2))
        assert active_count() == 2
        assert set(map_in_order(where, MANY[:2], jobs=2)) == {os.getpid()}

    assert set(map_in_order(where, MANY, jobs=2)) == {os.getpid()}


@pytest.mark.usefixtures("watcher")
def test_beside_a_thread_that_can_rest_one_that_cannot_is_enough() -> None:
    other = Watcher()
    with can_rest(other.resting):
        assert set(map_in_order(where, MANY, jobs=2)) == {os.getpid()}
    other.end()


@pytest.mark.parametrize("stays", [True, False])
def test_what_is_not_looked_at_for_garbage_is_not_afterwards(*, stays: bool) -> None:
    gc.unfreeze()
    if stays:
        gc.freeze()
    list(map_in_order(where, MANY, jobs=2))

    assert bool(gc.get_freeze_count()) == stays
    gc.unfreeze()


def test_without_a_way_to_fork_one_process_does_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("multiprocessing.get_all_start_methods", lambda: ["spawn"])

    assert set(map_in_order(where, MANY, jobs=2)) == {os.getpid()}


def test_an_item_that_kills_is_named() -> None:
    with pytest.raises(WorkerDied) as caught:
        list(map_in_order(die_at_one, MANY, jobs=2, name=lambda number: f"{number}.md"))

    (problem,) = caught.value.problems
    assert shown(problem) == (
        f"{WORTH_IT}.md: error[worker-died]: a worker process ended before its work was done\n"
        "  free some memory, or build in one process with --jobs 1"
    )


@pytest.mark.parametrize(
    "make",
    [lambda: ThreadPoolExecutor(3), lambda: ProcessPoolExecutor(2)],
    ids=["threads", "processes"],
)
def test_any_executor_serves_and_stays_open(make: Callable[[], Executor]) -> None:
    with make() as executor:
        assert map_on(executor, double, MANY, chunks=7) == [number * 2 for number in MANY]
        assert executor.submit(double, 4).result() == 8


def test_after_a_fault_no_more_work_is_begun() -> None:
    begun, ended = list[int](), Event()

    def fail_at_once(number: int) -> int:
        begun.append(number)
        if len(begun) > 1:
            ended.wait(PATIENCE_S)
        raise ContentError

    with ThreadPoolExecutor(1) as executor:
        with pytest.raises(ContentError):
            map_on(executor, fail_at_once, MANY, chunks=len(MANY))
        ended.set()

    assert len(begun) <= 2  # one may have begun before the fault was known


@given(st.lists(st.integers()), st.integers(min_value=1, max_value=50))
def test_however_the_items_are_cut_each_is_done_once(items: list[int], chunks: int) -> None:
    with ThreadPoolExecutor(2) as executor:
        assert map_on(executor, double, items, chunks=chunks) == [item * 2 for item in items]


@pytest.mark.parametrize(("some", "jobs"), [(0, 1), (49, 1), (50, 4), (1000, 4)])
def test_a_small_part_of_a_large_whole_is_made_where_it_is(some: int, jobs: int) -> None:
    assert jobs_for(some, 1000, jobs=4) == jobs


@pytest.mark.parametrize(
    ("megabytes", "jobs"), [(0, 4), (100, 4), (500, 4), (800, 2), (1_000, 1), (5_000, 1)]
)
def test_a_process_that_needs_much_memory_is_copied_less_often(
    monkeypatch: pytest.MonkeyPatch, megabytes: int, jobs: int
) -> None:
    monkeypatch.setattr("generator.runtime.workers._peak", lambda: megabytes * 2**20)

    assert with_room(4) == jobs
