"""A process that goes on all day gives back what it has freed."""

import platform
import subprocess
import sys

import pytest

from generator.runtime.heap import large_blocks_apart

LARGE = 8_000_000
"""Bytes."""
GIVES_BACK = f"""
import sys
from generator.runtime.heap import large_blocks_apart
from tests.needs import Needs

if sys.argv[1] == "apart":
    large_blocks_apart()
bytes({LARGE})  # the C library takes it for small from now on
before, large = Needs.of_this().memory, bytearray(b"x") * {LARGE}
stays = [bytes(10_000) for _ in range(100)]  # behind it
del large
print(Needs.of_this().memory - before)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only the GNU C library is told")
@pytest.mark.parametrize(("how", "is_kept"), [("apart", False), ("as it is", True)])
def test_the_room_of_a_large_block_is_given_back(how: str, *, is_kept: bool) -> None:
    command = [sys.executable, "-c", GIVES_BACK, how]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout

    assert (int(told) > LARGE / 2) == is_kept


@pytest.mark.parametrize("has_ctypes", [True, False])
def test_a_c_library_that_cannot_be_told_is_left_as_it_is(
    monkeypatch: pytest.MonkeyPatch, *, has_ctypes: bool
) -> None:
    class Other:
        """A C library that knows no such function."""

        def __init__(self, _: object) -> None: ...

    other = type(sys)("ctypes")
    monkeypatch.setattr(other, "CDLL", Other, raising=False)
    monkeypatch.setitem(sys.modules, "ctypes", other if has_ctypes else None)

    large_blocks_apart()
