"""What is kept together is what is kept one by one, and no more than that."""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from generator.runtime.memo import Made, Memo
from generator.runtime.packing import Packer
from generator.runtime.together import groups_of
from generator.text.digests import digest_of_texts

PACK = Packer("generator")


def keys(*numbers: int) -> list[bytes]:
    return [digest_of_texts([str(one)]) for one in numbers]


def named(numbers: Iterable[int]) -> dict[bytes, str]:
    return {keys(one)[0]: str(one) for one in numbers}


@pytest.fixture
def memo(tmp_path: Path) -> Memo:
    memo = Memo(tmp_path / "kept" / "made.sqlite", package="generator")
    remember(memo, range(300))
    return memo


def remember(memo: Memo, numbers: Iterable[int], *, lasts: bool = True) -> None:
    """Remember each number as a value, once by itself and once with the others."""
    texts = named(numbers)
    made = ((key, Made(PACK(text), (PACK(text),), lasts)) for key, text in texts.items())
    memo.file(made)
    memo.keep_together(texts)


def recalled(memo: Memo, *numbers: int) -> Mapping[bytes, str]:
    return {key: filing.value for key, filing in memo.filed(keys(*numbers)).items()}


def change(memo: Memo, statement: str) -> None:
    assert memo.path
    with closing(sqlite3.connect(memo.path)) as memory, memory:
        memory.execute(statement)


def test_groups_hold_every_key_once_and_in_order() -> None:
    listed = keys(*range(1_000))

    groups = [*groups_of(listed)]

    assert [one for group in groups for one in group] == listed
    assert 5 < len(groups) < 50


@pytest.mark.parametrize("at", [0, 500, 999])
def test_a_key_that_comes_goes_or_changes_leaves_most_groups(at: int) -> None:
    listed = keys(*range(1_000))
    (new,) = keys(5_000)
    before = {tuple(one) for one in groups_of(listed)}

    for edited in (
        [*listed[:at], new, *listed[at:]],
        [*listed[:at], *listed[at + 1 :]],
        [*listed[:at], new, *listed[at + 1 :]],
    ):
        after = {tuple(one) for one in groups_of(edited)}
        assert len(after - before) <= 2


def test_what_is_kept_together_is_read_from_there(memo: Memo) -> None:
    change(memo, "UPDATE kept SET value = x''")

    assert recalled(memo, *range(300)) == named(range(300))


def test_of_a_group_that_is_another_each_is_read_by_itself(memo: Memo) -> None:
    assert len(recalled(memo, *range(299), 5_000)) == 299
    change(memo, "DROP TABLE together")
    assert len(recalled(memo, *range(300))) == 300


@pytest.mark.parametrize("damage", ["x''", "x'00'", "value || x'00'", "NULL", "7"])
def test_a_damaged_group_is_none(memo: Memo, damage: str) -> None:
    change(memo, f"UPDATE together SET value = {damage}")  # noqa: S608

    assert recalled(memo, *range(300)) == named(range(300))


def test_what_does_not_last_is_in_no_group(memo: Memo) -> None:
    remember(memo, [*range(150), 7_777, *range(150, 300)], lasts=False)

    assert keys(7_777)[0] not in recalled(memo, *range(150), 7_777, *range(150, 300))


def test_groups_go_with_what_is_kept_one_by_one(memo: Memo) -> None:
    remember(memo, range(300, 2_000))
    remember(memo, [5_000])  # all others are unused, and too many

    assert recalled(memo, *range(300)) == {}


def test_groups_that_nobody_asks_for_do_not_pile_up(memo: Memo) -> None:
    numbers = [*range(300)]
    for first in numbers:
        turned = numbers[first:] + numbers[:first]
        memo.keep_together(named(turned))

    assert memo.path
    with closing(sqlite3.connect(memo.path)) as memory:
        (count,) = memory.execute("SELECT count(*) FROM together").fetchone()
    assert count < 150
