import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.markup.written_links import line_of


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("a\nb [c](topic:d)", "topic:d", (2, 7)),
        ("[a](topic:bc) [d](topic:b)", "topic:b", (1, 19)),
        ("topic:b [a][c]\n\n[c]: topic:b 'd'", "topic:b", (3, 6)),
        ("<https://a.org/?b=1&amp;c>", "https://a.org/?b=1&c", (1, 2)),
        ("[a](b\\_c)", "b_c", (1, 5)),
        ("a <b@c.org>", "mailto:b@c.org", (1, 4)),
        ("[a](mailto:b@c.org)", "mailto:b@c.org", (1, 12)),
        ("[a](<b c>)", "b c", (1, 6)),
        ("a", "b", None),
        ("a", "", None),
    ],
)
def test_the_line_of_a_link_is_found(
    source: str, target: str, expected: tuple[int, int] | None
) -> None:
    assert line_of(source, target) == expected


@given(st.text(alphabet="ab(<:)> \n", max_size=30), st.text(alphabet="ab:", min_size=1, max_size=3))
def test_a_link_is_found_in_plain_text_where_it_is_found_in_any(source: str, target: str) -> None:
    beside_escapes = f"{source}\n\\x"

    assert line_of(source, target) == line_of(beside_escapes, target)
