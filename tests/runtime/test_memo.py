"""The memory gives back what was remembered, or nothing, and never runs what it reads."""

import pickle
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from generator.diagnostics import Location, Problem
from generator.model.html import Html
from generator.runtime.memo import ForgottenError, Made, Memo
from generator.runtime.packing import Packer
from generator.text.digests import digest_of_texts


def keyed(text: str) -> bytes:
    return digest_of_texts([text])


class Maker:
    """Makes problems of texts, and counts which."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: Sequence[str]) -> list[Problem]:
        self.asked += texts
        return [Problem("code", text, Location(Html("path"))) for text in texts]


@pytest.fixture
def memo(tmp_path: Path) -> Memo:
    return Memo(tmp_path / "kept" / "made.sqlite", package="generator")


def made_by(memo: Memo, *texts: str) -> tuple[list[str], list[Problem]]:
    """Ask for what is made of texts; tell which were made now, and the results."""
    maker = Maker()
    results = memo.each(texts, key=keyed, make=maker, lasts=lambda one: one.message != "slow")
    return maker.asked, results


def test_what_was_made_is_not_made_again(memo: Memo) -> None:
    first_asked, first = made_by(memo, "a", "b")

    asked, results = made_by(memo, "c", "b", "a")

    assert first_asked == ["a", "b"]
    assert asked == ["c"]
    assert [one.message for one in results] == ["c", "b", "a"]
    assert results[1:] == [first[1], first[0]]
    assert isinstance(results[2].at.path, Html)


@pytest.mark.parametrize("name", ["a book", "50% of #1?", "brief%20book"])
def test_what_a_book_in_any_folder_remembers_is_opened(tmp_path: Path, name: str) -> None:
    memo = Memo(tmp_path / name / "made.sqlite", "generator")
    pack = Packer("generator")
    memo.file([(keyed("a"), Made(pack("first"), (pack("rest"),), lasts=True))])

    (filing,) = memo.filed([keyed("a")]).values()

    assert filing.open(0) == "rest"


def test_a_memory_that_only_recalls_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "made.sqlite"
    made_by(Memo(path, "generator"), "a")
    before = path.read_bytes()

    asked, results = made_by(Memo(path, "generator", keeps=False), "a", "b")

    assert (asked, [one.message for one in results]) == (["b"], ["a", "b"])
    assert path.read_bytes() == before


def test_a_memory_that_only_recalls_is_not_made(tmp_path: Path) -> None:
    memo = Memo(tmp_path / "made.sqlite", "generator", keeps=False)

    assert made_by(memo, "a")[0] == ["a"]
    assert [*tmp_path.iterdir()] == []


def test_the_same_thing_twice_is_made_for_both(memo: Memo) -> None:
    assert [one.message for one in made_by(memo, "a", "a")[1]] == ["a", "a"]


def test_what_does_not_last_is_made_every_time(memo: Memo) -> None:
    made_by(memo, "slow", "a")

    assert made_by(memo, "slow", "a")[0] == ["slow"]


def test_without_a_path_nothing_is_remembered() -> None:
    made_by(Memo(), "a")

    assert made_by(Memo(), "a")[0] == ["a"]


def test_memories_that_nobody_asks_for_do_not_pile_up(memo: Memo) -> None:
    for first in range(0, 3_000, 500):
        made_by(memo, *(str(n) for n in range(first, first + 500)))

    assert memo.path
    with closing(sqlite3.connect(memo.path)) as memory:
        (count,) = memory.execute("SELECT count(*) FROM kept").fetchone()
    assert 500 <= count <= 2_000
    assert made_by(memo, "2999")[0] == []


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\x00" + b"\x01" * 5_000])
def test_a_damaged_memory_is_none(memo: Memo, damage: bytes) -> None:
    made_by(memo, "a")
    assert memo.path

    memo.path.write_bytes(damage)

    assert made_by(memo, "a")[0] == ["a"]
    made_by(memo, "a")
    assert made_by(memo, "a")[0] == []


def test_a_single_wrong_byte_is_noticed(memo: Memo) -> None:
    made_by(memo, "a")
    assert memo.path
    with closing(sqlite3.connect(memo.path)) as memory, memory:
        (value,) = memory.execute("SELECT value FROM kept").fetchone()
        assert b"path" in value
        memory.execute("UPDATE kept SET value = ?", (value.replace(b"path", b"pash"),))

    asked, results = made_by(memo, "a")

    assert asked == ["a"]
    assert results[0].at.path == "path"


class Trap:
    """Would touch a file if a memory that a stranger wrote were run."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return Path.touch, (self.path,)


def test_nothing_that_a_stranger_put_there_is_run(memo: Memo, tmp_path: Path) -> None:
    made_by(memo, "a")
    assert memo.path
    data = pickle.dumps(Trap(tmp_path / "sprung"))
    trap = sha256(data).digest()[:16] + data
    with closing(sqlite3.connect(memo.path)) as memory, memory:
        memory.execute("UPDATE kept SET value = ?", (trap,))

    assert made_by(memo, "a")[0] == ["a"]
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize("name", ["has_errors", "Path", "dataclass"])
def test_only_values_of_the_program_are_built(memo: Memo, name: str) -> None:
    made_by(memo, "a")
    assert memo.path
    data = f"cgenerator.diagnostics\n{name}\n.".encode()
    with closing(sqlite3.connect(memo.path)) as memory, memory:
        written = sha256(data).digest()[:16] + data
        memory.execute("UPDATE kept SET value = ?", (written,))

    assert made_by(memo, "a")[0] == ["a"]


def test_a_memory_in_use_is_not_waited_for(memo: Memo) -> None:
    made_by(memo, "a")
    assert memo.path
    with closing(sqlite3.connect(memo.path, isolation_level=None)) as memory:
        memory.execute("BEGIN EXCLUSIVE")

        assert made_by(memo, "a")[0] == ["a"]


def test_texts_that_are_divided_otherwise_have_other_keys() -> None:
    keys = [digest_of_texts(one) for one in (["ab", "c"], ["a", "bc"], ["abc"], ["ab", "c", ""])]

    assert len(set(keys)) == 4


def made(value: str, rest: object, *, lasts: bool = True) -> Made:
    pack = Packer("generator")
    return Made(pack(value), (pack("beside"), pack(rest)), lasts)


def test_the_rest_of_a_value_is_opened_when_it_is_asked_for(memo: Memo) -> None:
    key = keyed("a")

    filed = memo.file([(key, made("front", ["the rest"]))])
    recalled = memo.filed([key, keyed("b")])

    assert [one[key].value for one in (filed, recalled)] == ["front", "front"]
    assert [one[key].open(1) for one in (filed, recalled)] == [["the rest"], ["the rest"]]
    assert recalled.keys() == {key}


def test_what_cannot_be_remembered_is_filed_here(memo: Memo) -> None:
    key = keyed("a")

    passing = memo.file([(key, made("slow", "rest", lasts=False))])
    without_path = Memo(package="generator").file([(key, made("front", "rest"))])

    assert passing[key].open(1) == without_path[key].open(1) == "rest"
    assert memo.filed([key]) == {}


def test_many_are_filed_while_they_are_made(memo: Memo) -> None:
    there: list[int] = []

    def making() -> Iterator[tuple[bytes, Made]]:
        for number in range(1_200):
            there.append(len(memo.filed([keyed("0")])))
            yield keyed(str(number)), made(str(number), number)

    filed = memo.file(making())

    assert [filed[keyed(one)].open(1) for one in ("0", "1199")] == [0, 1199]
    assert (there[0], there[-1]) == (0, 1)


@pytest.mark.parametrize("loss", ["damaged", "gone", "without a file"])
def test_a_rest_that_is_lost_is_told(memo: Memo, loss: str) -> None:
    key = keyed("a")
    filed = memo.file([(key, made("front", "the rest"))])
    assert memo.path
    statements = {
        "damaged": "UPDATE kept SET rest = replace(rest, 'the', 'she')",
        "gone": "DELETE FROM kept",
        "without a file": "SELECT 1",
    }
    with closing(sqlite3.connect(memo.path)) as memory, memory:
        memory.execute(statements[loss])
    if loss == "without a file":
        memo.path.unlink()

    with pytest.raises(ForgottenError):
        filed[key].open(1)
