"""A record that grows is believed as far as it is what was written, piece after piece."""

from pathlib import Path

import pytest

from generator.runtime.growing import Growing

LONG = ["value"] * 50


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".kept" / "record"


@pytest.fixture
def record(path: Path) -> Path:
    """Give a record of two pieces."""
    Growing(path).write(LONG, "ä")
    assert Growing(path).add("second", 2)
    return path


def pieces(path: Path) -> list[list[object]]:
    return Growing(path).take()


def test_pieces_are_given_in_their_order(record: Path) -> None:
    assert pieces(record) == [[LONG, "ä"], ["second", 2]]
    assert Growing(record).is_whole


def test_little_is_written_to_add_little(record: Path) -> None:
    before = record.read_bytes()

    assert Growing(record).add("third")

    assert record.read_bytes().startswith(before)
    assert len(record.read_bytes()) < len(before) + 100
    assert pieces(record)[2] == ["third"]


def test_one_that_stays_adds_to_what_it_has_written_and_added(path: Path) -> None:
    staying = Growing(path)
    staying.write(LONG)

    assert staying.add("second")
    assert staying.add("third")

    assert pieces(path) == [[LONG], ["second"], ["third"]]
    assert Growing(path).is_whole


def test_one_that_stays_does_not_add_to_what_another_has_added(record: Path) -> None:
    staying = Growing(record)
    assert Growing(record).add("other")

    assert not staying.add("third")

    assert pieces(record)[2:] == [["other"]]


def test_nothing_is_added_to_nothing(path: Path) -> None:
    assert not Growing(path).is_whole
    assert not Growing(path).add("first")
    assert not path.exists()


def test_what_was_added_to_another_state_of_the_record_counts_for_nothing(record: Path) -> None:
    before, other = record.read_bytes(), Growing(record)
    assert Growing(record).add("other")
    piece = record.read_bytes()[len(before) :]
    record.write_bytes(before)
    assert Growing(record).add("one")

    assert not other.add("other")
    with record.open("ab") as file:  # as if both had looked before either of them wrote
        file.write(piece)

    assert pieces(record) == [[LONG, "ä"], ["second", 2], ["one"]]


@pytest.mark.parametrize("cut", [1, 20, 70])
def test_a_piece_that_was_broken_off_counts_for_nothing(record: Path, cut: int) -> None:
    record.write_bytes(record.read_bytes()[:-cut])

    assert pieces(record) == [[LONG, "ä"]]
    assert not Growing(record).is_whole
    assert not Growing(record).add("third")


@pytest.mark.parametrize(
    ("old", "new", "left"), [(b"second", b"secund", 1), (b"value", b"valve", 0)]
)
def test_what_follows_damage_counts_for_nothing(
    record: Path, old: bytes, new: bytes, left: int
) -> None:
    assert Growing(record).add("third")

    record.write_bytes(record.read_bytes().replace(old, new, 1))

    assert len(pieces(record)) == left


def test_a_record_with_more_additions_than_it_had_is_to_be_written_anew(record: Path) -> None:
    while Growing(record).add("x" * 100):
        assert len(record.read_bytes()) < 5_000

    Growing(record).write("new")

    assert pieces(record) == [["new"]]


def test_where_nothing_may_be_written_nothing_is_kept(path: Path) -> None:
    path.parent.write_text("in the way", encoding="utf-8")

    Growing(path).write("value")

    assert pieces(path) == []
