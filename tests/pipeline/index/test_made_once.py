"""What many pages show is made once, and kept while its questions are answered as they were."""

from generator.model.notes import Notes
from generator.pipeline.index.made_once import Kept, MadeOnce


class Round:
    """A round in which things are made of answers, each of which is asked for by its name."""

    def __init__(self) -> None:
        self.notes, self.made = Notes(), list[str]()
        self.kept = Kept[str, str](self.notes)

    def give(self, name: str, *questions: str) -> str:
        def make() -> str:
            self.notes.asked.update(questions)
            self.made.append(name)
            return f"{name} in round {id(self)}"

        return self.kept.give(name, make)


def test_what_was_made_is_given_again_and_counts_as_asked_by_whoever_is_given_it() -> None:
    now = Round()
    first = now.give("card", "briefings/x")

    with now.notes.apart() as asked:
        assert now.give("card", "briefings/x") == first

    assert asked == {"briefings/x"}
    assert now.made == ["card"]


def test_only_what_asked_something_that_is_answered_otherwise_is_made_anew() -> None:
    before, now = Round(), Round()
    old = {name: before.give(name, question) for name, question in (("a", "q/a"), ("b", "q/b"))}

    now.kept.take_over(before.kept, {"q/b", "q/c"})

    assert now.give("a", "q/a") == old["a"]
    assert now.give("b", "q/b") != old["b"]
    assert now.made == ["b"]


def test_what_is_taken_over_counts_as_asked_too() -> None:
    before, now = Round(), Round()
    before.give("a", "q/a")
    now.kept.take_over(before.kept, {"q/z"})

    with now.notes.apart() as asked:
        now.give("a", "q/a")

    assert asked == {"q/a"}


def test_what_a_round_makes_is_not_kept_by_the_one_before() -> None:
    before, broken_off, now = Round(), Round(), Round()
    before.give("a", "q/a")
    broken_off.kept.take_over(before.kept, set())
    broken_off.give("b", "q/b")

    now.kept.take_over(before.kept, set())
    now.give("b", "q/b")

    assert now.made == ["b"]


def test_what_was_taken_over_is_taken_over_again_while_it_is_the_same() -> None:
    rounds = [Round() for _ in range(4)]
    rounds[0].give("a", "q/a")
    for before, now, unlike in zip(rounds, rounds[1:], [{"q/x"}, {"q/y"}, {"q/a"}], strict=False):
        now.kept.take_over(before.kept, unlike)
        now.give("a", "q/a")

    assert [one.made for one in rounds] == [["a"], [], [], ["a"]]


def test_maps_that_are_kept_together_do_not_mix() -> None:
    kept = Kept[tuple[str, str], str](Notes())
    cards = MadeOnce[str, str]("cards", lambda one: f"card of {one}", kept)
    links = MadeOnce[str, str]("links", lambda one: f"link to {one}", kept)

    assert (cards["x"], links["x"], links["y"]) == ("card of x", "link to x", "link to y")
    assert ([*cards], len(links)) == (["x"], 2)
