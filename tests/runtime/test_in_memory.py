"""What a process keeps is what was made, and nothing longer than the next round."""

from collections.abc import Sequence

from generator.runtime.in_memory import InMemory


class Maker:
    """Makes lists of texts, and counts which."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: Sequence[str]) -> list[list[str]]:
        self.asked += texts
        return [[text] for text in texts]


def named(*texts: str) -> dict[str, str]:
    return {text: text for text in texts}


def test_what_says_something_else_under_its_name_is_made_again() -> None:
    memory, maker = InMemory(), Maker()

    made = [memory.each("texts", {"a": text}, make=maker) for text in ("one", "one", "other")]

    assert made == [[["one"]], [["one"]], [["other"]]]
    assert maker.asked == ["one", "other"]


def test_what_is_new_is_made_and_the_rest_is_what_it_was() -> None:
    memory, maker = InMemory(), Maker()

    first = memory.each("texts", named("a", "b"), make=maker)
    second = memory.each("texts", named("c", "b"), make=maker)

    assert (first, second) == ([["a"], ["b"]], [["c"], ["b"]])
    assert second[1] is first[1]
    assert maker.asked == ["a", "b", "c"]


def test_what_one_round_does_not_ask_for_is_forgotten() -> None:
    memory, maker = InMemory(), Maker()

    for texts in (("a", "b"), ("b",), ("a",)):
        memory.each("texts", named(*texts), make=maker)

    assert maker.asked == ["a", "b", "a"]


def test_what_does_not_last_is_made_again() -> None:
    memory, maker = InMemory(), Maker()

    for _ in range(2):
        memory.each("texts", named("a", "slow"), make=maker, lasts=lambda one: one != ["slow"])

    assert maker.asked == ["a", "slow", "slow"]


def test_kinds_are_kept_apart() -> None:
    memory, maker = InMemory(), Maker()

    assert not memory.has("texts")
    memory.each("texts", named("a"), make=maker)
    memory.each("names", named("a"), make=maker)

    assert memory.has("texts")
    assert maker.asked == ["a", "a"]
