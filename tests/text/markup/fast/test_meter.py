from generator.text.markup.fast.meter import Meter


def test_it_asks_once_for_every_few_thousand_characters() -> None:
    asked: list[str] = []
    meter = Meter()
    meter.start(lambda: asked.append("asked"))

    meter.spend(3000)
    assert asked == []

    meter.spend(3000)
    meter.spend(3000)
    assert len(asked) == 1

    meter.spend(1_000_000)
    assert len(asked) == 2


def test_a_new_text_begins_anew() -> None:
    asked: list[str] = []
    meter = Meter()
    meter.spend(3000)

    meter.start(lambda: asked.append("asked"))
    meter.spend(3000)

    assert asked == []
