from generator.text.markup.fast.registry import OrderedRegistry


def test_items_are_ordered_once_until_they_change() -> None:
    registry = OrderedRegistry()
    registry.register("low", "a", 1)
    registry.register("high", "b", 2)

    before = registry.ordered()

    assert before == ("high", "low")
    assert registry.ordered() is before
    assert list(registry) == ["high", "low"]
    registry.register("middle", "c", 1.5)
    assert registry.ordered() == ("high", "middle", "low")
    registry.deregister("b")
    assert registry.ordered() == ("middle", "low")
