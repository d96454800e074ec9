"""A function is called again only where it is given something else."""

from generator.pipeline.last import Again, Last


def test_the_same_is_made_once() -> None:
    calls: list[str] = []

    def double(text: str) -> str:
        calls.append(text)
        return text * 2

    last = Last()

    assert [last.of(double, one) for one in ("a", "a", "b", "a")] == ["aa", "aa", "bb", "aa"]
    assert calls == ["a", "b", "a"]


def test_each_function_has_its_own_result() -> None:
    last = Last()

    assert (last.of(str.upper, "a"), last.of(str.title, "a"), last.of(len, "a")) == ("A", "A", 1)


def test_of_another_object_it_is_made_again_even_if_that_says_the_same() -> None:
    calls: list[int] = []
    again, one, other = Again[int](), ["large"], ["large"]

    def make() -> int:
        calls.append(1)
        return len(calls)

    made = [again.again(of, (asked,), make) for of, asked in ((one, 1), (one, 1), (other, 1))]
    assert made == [1, 1, 2]
    assert [again.again(other, (2,), make), again.again(other, (2,), make)] == [3, 3]
    again.forget()
    assert again.again(other, (2,), make) == 4
