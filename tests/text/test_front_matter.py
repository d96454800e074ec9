import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.front_matter import FrontMatter, split_front_matter


@pytest.mark.parametrize(
    ("text", "yaml", "body", "body_line"),
    [
        pytest.param("---\na: b\n---\nBody\n", "a: b\n", "Body\n", 4, id="usual"),
        pytest.param("---\na: b\n...\nBody", "a: b\n", "Body", 4, id="ended-by-dots"),
        pytest.param("---\n---\n\nBody", "", "\nBody", 3, id="empty"),
        pytest.param("---  \na: b\n--- \t\nBody", "a: b\n", "Body", 4, id="spaces-after-dashes"),
        pytest.param("\ufeff---\na: b\n---", "a: b\n", "", 4, id="byte-order-mark"),
        pytest.param("---\na: |\n  ---\n---\nB", "a: |\n  ---\n", "B", 5, id="indented-dashes"),
        pytest.param("---\na: b\n---\n1\n---\n2", "a: b\n", "1\n---\n2", 4, id="a-rule-below"),
    ],
)
def test_front_matter_is_what_stands_between_the_dashes(
    text: str, yaml: str, body: str, body_line: int
) -> None:
    expected = FrontMatter(yaml, body, yaml_line=2, body_line=body_line, closed=True)

    assert split_front_matter(text) == expected


@pytest.mark.parametrize(
    "text", ["", "Body\n---\n", "----\na\n---\n", " ---\na: b\n---", "\n---\n"]
)
def test_without_dashes_on_the_first_line_all_is_body(text: str) -> None:
    expected = FrontMatter("", text, yaml_line=1, body_line=1, closed=True)

    assert split_front_matter(text) == expected


@pytest.mark.parametrize(
    ("text", "yaml"), [("---", ""), ("---\na: b\nBody", "a: b\nBody"), ("---\n ---", " ---")]
)
def test_front_matter_that_is_never_closed_is_told(text: str, yaml: str) -> None:
    found = split_front_matter(text)

    assert (found.yaml, found.body, found.closed) == (yaml, "", False)


@given(st.lists(st.sampled_from(["---", "...", "a: b", "", "  ---", "text"])).map("\n".join))
def test_lines_are_numbered_as_in_the_file(text: str) -> None:
    found = split_front_matter(text)

    lines = text.split("\n")
    assert found.body == "\n".join(lines[found.body_line - 1 :])
    if found.yaml:
        assert found.yaml.startswith(lines[found.yaml_line - 1])
