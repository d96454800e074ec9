"""A process that goes on all day gives back what it has freed."""

import gc
import platform
import sys
import weakref
from collections.abc import Iterator

import pytest

from generator.runtime import heap
from generator.runtime.heap import give_back
from tests.needs import Needs

BLOCK = 20_000
"""Bytes, less than what the C library gets from the machine by itself and gives back at once."""
BLOCKS = 3_000


class Ring:
    """Something that refers to itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def _asked_anew() -> Iterator[None]:
    """Which C library there is, is asked once."""
    heap._trim.cache_clear()  # noqa: SLF001
    yield
    heap._trim.cache_clear()  # noqa: SLF001


def test_garbage_that_came_lately_is_let_go_of() -> None:
    gc.disable()
    try:
        seen = weakref.ref(Ring())
        assert seen()
        give_back()
        assert seen() is None
    finally:
        gc.enable()


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only the GNU C library keeps it")
def test_what_is_freed_between_things_that_stay_goes_back_to_the_machine() -> None:
    blocks = [bytes([one % 255]) * BLOCK for one in range(BLOCKS)]
    kept = blocks[::2]
    full = Needs.of_this().memory
    del blocks
    before = Needs.of_this().memory
    give_back()

    assert full - before < BLOCK * BLOCKS / 10
    assert before - Needs.of_this().memory > BLOCK * BLOCKS / 4
    assert len(kept) == BLOCKS / 2


@pytest.mark.usefixtures("_asked_anew")
@pytest.mark.parametrize("has_ctypes", [True, False])
def test_where_the_c_library_cannot_be_asked_nothing_is_given(
    monkeypatch: pytest.MonkeyPatch, *, has_ctypes: bool
) -> None:
    class Other:
        """A C library that knows no such function."""

        def __init__(self, _: object) -> None: ...

    other = type(sys)("ctypes")
    monkeypatch.setattr(other, "CDLL", Other, raising=False)
    monkeypatch.setitem(sys.modules, "ctypes", other if has_ctypes else None)

    give_back()
