"""A function is called again only where it is given something else."""

from generator.pipeline.last import Last


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
