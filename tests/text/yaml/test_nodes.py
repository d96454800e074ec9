import json
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Location, Outcome, Problem
from generator.text.yaml import nodes as yaml_nodes
from generator.text.yaml.nodes import DEEPEST, LARGEST, find, parse_yaml

LOADERS = [
    pytest.param(yaml.CSafeLoader, id="in-c"),
    pytest.param(yaml.SafeLoader, id="in-python"),
]
_READABLE = st.characters(
    codec="utf-8",
    exclude_categories=["Cc", "Cs"],
    exclude_characters="\u2028\u2029\ufeff\ufffe\uffff",
)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.text(_READABLE, max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(_READABLE, max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
_BITS = [
    *("a", "b: ", "c:", "- ", "? ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", '"', "'"),
    *("&x ", "*x", "!t ", "<<: ", "|", ">", "#", " #", "---", "...", "%", "@", "`", "\t", "~", ":"),
    *("\\", "\\u00", "\\U", "\\ud800", "é", "\u2028", "\0", "null", "true", "\r\n", "\ufeff"),
]
_YAMLISH = st.lists(st.sampled_from(_BITS), max_size=25).map("".join)


@pytest.fixture(params=LOADERS)
def _either_loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_nodes, "_LOADER", request.param)


def _by_both(text: str) -> Iterator[Outcome[object]]:
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(yaml_nodes, "_LOADER", loader)
            yield parse_yaml(text, path="a.yaml")


def _problem(text: str) -> Problem:
    problems = parse_yaml(text, path="a.yaml").problems
    assert len(problems) == 1, problems
    return problems[0]


def _marked(text: str, at: Location) -> str:
    """Give what the problem's place covers."""
    return text.split("\n")[at.line - 1][at.column - 1 :][: at.width]


@pytest.mark.usefixtures("_either_loader")
@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("true", True),
        ("false", False),
        ("", None),
        ("~", None),
        ("null", None),
        *(
            (word, word)
            for word in (
                *("NO", "no", "yes", "on", "off", "True", "FALSE", "Null", "NULL", "y"),
                *("1", "1.10", "0777", "0x1F", "1e3", "12:30", "12:30:45", "1_000", ".inf", "-5"),
                *("2024", "2024-11", "2024-11-13", "2024-11-13 09:00", "2024-13-45", "Nov. 13"),
                *("2024-11-12/13", "it's 5", "a b  c", "https://a.org/b#c", "9" * 5000, "=", "Q&A"),
            )
        ),
        ('"true"', "true"),
        ("''", ""),
        ('"~"', "~"),
        ('"é\\u00e9\\n"', "éé\n"),
        ("'It''s'", "It's"),
        ("|\n  a\n   b\n", "a\n b\n"),
        (">-\n  a\n  b\n", "a b"),
        ("a\n  b", "a b"),
        ("[a, true, ~, 'x']", ["a", True, None, "x"]),
        ("{b: 1, c: [d]}", {"b": "1", "c": ["d"]}),
        ("\n- b\n- c: d\n  e:\n- - f", ["b", {"c": "d", "e": None}, ["f"]]),
    ],
)
def test_a_value_means_what_is_written(written: str, expected: object) -> None:
    outcome = parse_yaml(f"a: {written}", path="a.yaml")

    assert outcome == Outcome({"a": expected})


@pytest.mark.usefixtures("_either_loader")
@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment", "---\n", "\ufeff", "~"])
def test_an_empty_document_has_no_value(text: str) -> None:
    assert parse_yaml(text, path="a.yaml") == Outcome(None)


@pytest.mark.usefixtures("_either_loader")
def test_line_ends_and_byte_order_mark_make_no_difference() -> None:
    assert parse_yaml("\ufeffa: b\r\nc: d\r", path="a.yaml").value == {"a": "b", "c": "d"}


@pytest.mark.usefixtures("_either_loader")
@pytest.mark.parametrize(
    ("text", "code", "marked", "value"),
    [
        ("a: 1\nb: 2\na: 3", "duplicate-key", "a", {"a": "1", "b": "2"}),
        ("x: {a: 1, 'a': 2}", "duplicate-key", "'a'", {"x": {"a": "1"}}),
        ("a: &x b", "yaml-anchor", "&x b", {"a": "b"}),
        ("a: *really", "yaml-anchor", "*really", {"a": "*really"}),
        ("a: !x b", "yaml-tag", "!x b", {"a": "b"}),
        ("a: ! b", "yaml-tag", "! b", {"a": "b"}),
        ("a: !!python/name:os.system b", "yaml-tag", "!!python/name:os.system b", {"a": "b"}),
        (
            "a: !!python/object/apply:os.system [x]",
            "yaml-tag",
            "!!python/object/apply:os.system [",
            {"a": ["x"]},
        ),
        ("a: b\n<<: {c: d}", "yaml-merge", "<<", {"a": "b"}),
        ("'<<': c", "", "", {"<<": "c"}),
        ("? [a]\n: b\nc: d", "yaml-key", "[", {"c": "d"}),
        ("a: {{title}}", "yaml-key", "{", {"a": {}}),
        ("true: b", "yaml-key", "true", {}),
        ("'true': b", "", "", {"true": "b"}),
        ("? \n: b", "yaml-key", " ", {}),
        ("2024: b", "", "", {"2024": "b"}),
    ],
)
def test_what_the_dialect_leaves_out_is_refused_in_its_place(
    text: str, code: str, marked: str, value: object
) -> None:
    outcome = parse_yaml(text, path="a.yaml")

    assert [problem.code for problem in outcome.problems] == ([code] if code else [])
    assert outcome.value == value
    if code:
        assert marked.startswith(_marked(text, outcome.problems[0].at))


def test_all_problems_are_told_in_one_run_and_lines_count_from_the_first() -> None:
    text = "a: &x 1\na: *x\nb: !t c\nd: [e"

    problems = parse_yaml(text, path="b.md", first_line=2).problems

    assert [(problem.code, problem.at.line, problem.at.column) for problem in problems] == [
        ("yaml-anchor", 2, 4),
        ("duplicate-key", 3, 1),
        ("yaml-anchor", 3, 4),
        ("yaml-tag", 4, 4),
        ("yaml-syntax", 5, 4),
    ]
    assert problems[1].hint == "line 2 has it already; keep one of them"
    assert {problem.at.path for problem in problems} == {"b.md"}


@pytest.mark.usefixtures("_either_loader")
def test_nesting_has_a_limit() -> None:
    deepest = "[" * DEEPEST + "]" * DEEPEST

    assert not parse_yaml(deepest, path="a.yaml").problems
    assert _problem(f"[{deepest}]").code == "yaml-depth"


@pytest.mark.usefixtures("_either_loader")
@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[{a: "])
def test_deep_nesting_neither_crashes_nor_takes_long(opening: str) -> None:
    problems = parse_yaml(opening * 100_000, path="a.yaml").problems

    assert problems[-1].code == "yaml-depth"


def test_size_has_a_limit() -> None:
    problem = _problem("a" * (LARGEST + 1))

    assert (problem.code, problem.at.line) == ("yaml-size", 0)


def test_a_text_of_mistakes_is_given_up() -> None:
    outcome = parse_yaml("[" + "*a, " * 100_000 + "]", path="a.yaml")

    assert (len(outcome.problems), outcome.value) == (100, None)


@given(st.text() | _YAMLISH)
@settings(max_examples=300)
def test_any_text_is_read_or_explained(text: str) -> None:
    for outcome in _by_both(text):
        assert all(problem.message and problem.code for problem in outcome.problems)


@given(st.text() | _YAMLISH)
@settings(max_examples=300)
def test_what_both_parsers_can_read_they_read_alike(text: str) -> None:
    in_c, in_python = _by_both(text)

    if in_c.value is not None and in_python.value is not None:
        assert in_c == in_python


@given(_VALUES)
def test_json_is_read_as_what_it_says(value: object) -> None:
    for outcome in _by_both(json.dumps(value, ensure_ascii=False)):
        assert outcome == Outcome(value)


@given(_VALUES)
def test_what_another_program_wrote_is_read_as_it_was_meant(value: object) -> None:
    for outcome in _by_both(yaml.safe_dump(value, allow_unicode=True)):
        assert outcome == Outcome(value)


@given(st.dictionaries(st.text(_READABLE, min_size=1, max_size=8), _VALUES, max_size=4), st.data())
def test_every_value_is_found_where_it_was_written(
    document: dict[str, object], data: st.DataObject
) -> None:
    text = json.dumps(document, ensure_ascii=False)
    field: list[str | int] = []
    value: object = document
    while isinstance(value, dict | list) and value:
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        field.append(data.draw(st.sampled_from(keys)))
        value = value[field[-1]]  # type: ignore[index]  # a key of it

    found = find(text, tuple(field))

    assert found is not None
    if value is not None:
        assert text[found[1] - 1 :][: found[2]] == json.dumps(value, ensure_ascii=False)


@given(_YAMLISH, st.lists(st.sampled_from(["a", "b", "c", 0, 1]), max_size=3))
def test_a_place_lies_within_the_text(text: str, field: list[str | int]) -> None:
    found = find(text, tuple(field))

    if found:
        lines = text.replace("\r\n", "\n").split("\n")
        assert 1 <= found[0] <= len(lines)
        assert found[1] >= 1
        assert found[2] >= 1
