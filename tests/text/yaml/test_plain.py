import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.diagnostics import Outcome
from generator.text.yaml.nodes import LARGEST, parse_yaml
from generator.text.yaml.plain import NotPlainError, read_plain, read_yaml

_BEGINNINGS = ["", "", "  ", "    ", "- ", "  - ", "-   ", "    - ", "- - ", " ", "\t"]
_KEYS = [
    "a: ",
    "b: ",
    "c:",
    "d_1:  ",
    "true: ",
    "null:",
    "'a': ",
    "<<: ",
    "a-b: ",
    "a:",
    "? ",
    "é: ",
]
_TEXTS = [
    *("x", "x y", "x: y", "x:y", "x #y", "x#y", "#x", "x:", "1.10", "NO", "true", "null", "~", "é"),
    *('"x"', "'x'", "'x''y'", '"x\\"y"', '"x\\\\"', '"\\u00e9"', '"', "'", '""', "''", '"x" y'),
    *("[]", "[x]", "[x, y]", "[x, 'y, z']", "[x, ]", "[x,,y]", "[x: y]", "[[x]]", "[x", "[null]"),
    *("{}", "{a: b}", "|", ">-", "&x y", "*x", "!t x", "%x", "@x", "`x", "-", "- x", "---", "..."),
    *("https://a.org/#b", "x ", "x  # y", "\u00a0", "\u2028", "\x85", "\r", "x\ry", "\ufeff", "\0"),
]
_LINES = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(_BEGINNINGS),
        st.sampled_from([*_KEYS, ""]),
        st.sampled_from([*_TEXTS, "", ""]),
        st.sampled_from(["", "", "", " ", " # z", "#"]),
    ),
)
_DOCUMENTS = st.lists(_LINES, max_size=8).map("\n".join)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: b", {"a": "b"}),
        (
            "a:\n- b\n-  c: d\n   e: 'f''g'\nh: \"\\\"i\\\\\"",
            {"a": ["b", {"c": "d", "e": "f'g"}], "h": '"i\\'},
        ),
        ("# x\n\na:  # y\n  b:\n    c: ~ # z\nd:\n", {"a": {"b": {"c": None}}, "d": None}),
        ("- [a, 'b, c', true]\n- []\n-  # x\n", [["a", "b, c", True], [], None]),
        ("  a: https://b.org/#c  \n  d: e", {"a": "https://b.org/#c", "d": "e"}),
    ],
)
def test_keys_lists_and_texts_are_read_by_lines(text: str, value: object) -> None:
    assert read_plain(text) == value


@pytest.mark.parametrize(
    "text",
    [
        *("", "# a", "a", "- a\n  b", "a: b\n  c", "a: b\na: c", "a: b\n- c", "a: |\n  b", "- - a"),
        *(
            "a: {b: c}",
            "a: &b c",
            "a: !b c",
            "a: *b",
            "<<: a",
            "true: a",
            "--- a",
            "%a",
            "a\u2028: b",
        ),
        *("a: [b: c]", "a: [b,\n c]", "a: 'b\n c'", "a: b: c", "a:b", "a: # b\nc", "\ufeffa: b"),
        *(f"a: {'b' * LARGEST}", "\n".join(" " * n + "a:" for n in range(30))),
    ],
)
def test_what_is_rare_or_wrong_is_left_to_the_parser(text: str) -> None:
    with pytest.raises(NotPlainError):
        read_plain(text)


@given(_DOCUMENTS)
@settings(max_examples=2000)
@example("a:\n  b:\n- c")
@example("a: b\r\nc: d # e\rf: g")
def test_what_is_read_by_lines_means_the_same_to_the_parser(text: str) -> None:
    try:
        value = read_plain(text)
    except NotPlainError:
        return

    assert Outcome(value) == parse_yaml(text, path="a.yaml")


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "text", [f"{'a' * 400_000}: b: c", f"a: [{'b' * 400_000}:]", "a: 'b" * 80_000]
)
def test_long_lines_that_are_not_plain_take_no_long_time(text: str) -> None:
    with pytest.raises(NotPlainError):
        read_plain(text)


def test_problems_have_their_place() -> None:
    (problem,) = read_yaml("a: b\na: c", path="d.md", first_line=2).problems

    assert (problem.code, problem.at.line) == ("duplicate-key", 3)
