from typing import Any

from generator.model.briefing import SourceRef
from generator.model.subjects import Source
from generator.model.views.parts import SourceLine
from generator.pipeline.index.cards.source_lines import source_line
from tests.builders import WORDS, day, site


def line(**fields: Any) -> SourceLine:  # noqa: ANN401
    book = site(records=[Source(id="note", **fields)])
    return source_line(SourceRef(id="note", locator="p. 2"), book, WORDS, number=3)


def test_a_source_is_cited_in_reading_order() -> None:
    shown = line(
        title="Notice of visit",
        publisher="Chamber of Commerce",
        author=("Jo Lind",),
        issued=day("2024-09-09"),
        accessed=day("2024-11-13"),
        language="nl",
        tier="official-record",
    )

    assert (shown.title, shown.publisher) == ("Notice of visit", "Chamber of Commerce")
    assert shown.details == (
        "by Jo Lind", "9 Sep 2024", "p. 2", "official record", "in Dutch", "read 13 Nov 2024",
    )  # fmt: skip
    assert (shown.number, shown.anchor) == (3, "source-note")


def test_a_source_without_title_is_called_by_its_publisher_once() -> None:
    shown = line(publisher="Radio Drevia", language="en")

    assert (shown.title, shown.publisher, shown.details) == ("Radio Drevia", "", ("p. 2",))


def test_a_source_without_publisher_is_called_by_its_site() -> None:
    assert line(url="https://www.example.org/a").title == "example.org"


def test_a_source_that_repeats_another_says_so() -> None:
    first = Source(id="wire", title="Ships leave Tarsk")
    second = Source(id="paper", title="Ships seen", derives_from="wire")

    shown = source_line(SourceRef(id="paper"), site(records=[first, second]), WORDS)

    assert shown.details == ("repeats “Ships leave Tarsk”",)
    assert (shown.number, shown.anchor) == (0, "")
