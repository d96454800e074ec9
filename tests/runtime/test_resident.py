"""What a process keeps is what was made, and nothing longer than the next round."""

from collections.abc import Sequence

from generator.runtime.resident import Resident


class Maker:
    """Makes lists of texts, and counts which."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: Sequence[str]) -> list[list[str]]:
        self.asked += texts
        return [[text] for text in texts]


def test_what_is_new_is_made_and_the_rest_is_what_it_was() -> None:
    resident, maker = Resident(), Maker()

    first = resident.each("texts", ["a", "b", "a"], make=maker)
    second = resident.each("texts", ["c", "b"], make=maker)

    assert (first, second) == ([["a"], ["b"], ["a"]], [["c"], ["b"]])
    assert second[1] is first[1]
    assert maker.asked == ["a", "b", "c"]


def test_what_one_round_does_not_ask_for_is_forgotten() -> None:
    resident, maker = Resident(), Maker()

    for texts in (["a", "b"], ["b"], ["a"]):
        resident.each("texts", texts, make=maker)

    assert maker.asked == ["a", "b", "a"]


def test_what_does_not_last_is_made_again() -> None:
    resident, maker = Resident(), Maker()

    for _ in range(2):
        resident.each("texts", ["a", "slow"], make=maker, lasts=lambda one: one != ["slow"])

    assert maker.asked == ["a", "slow", "slow"]


def test_kinds_are_kept_apart() -> None:
    resident, maker = Resident(), Maker()

    assert not resident.has("texts")
    resident.each("texts", ["a"], make=maker)
    resident.each("names", ["a"], make=maker)

    assert resident.has("texts")
    assert maker.asked == ["a", "a"]
