from datetime import date
from typing import Annotated, Any, Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.diagnostics import Location, Problem
from generator.text.dates import parse_date
from generator.text.nearest import nearest
from generator.text.schema import (
    Date,
    Free,
    Id,
    Many,
    RecordField,
    Schema,
    Text,
    Truth,
    WebAddress,
    or_just,
    record,
    without_empty,
)


@record
class Ref:
    """A record that may be written as one word."""

    id: Id
    locator: Text | None = None


@record
class Note:
    """A record with one of each kind of field."""

    id: Id
    day: Date
    topics: Many[Id] = RecordField(min_length=1)
    kind: Literal["quote", "paraphrase"] = "quote"
    open: Truth = False
    rank: int = 1
    link: WebAddress | None = None
    source: Annotated[Ref, or_just("id", Ref)] | None = None
    sources: Many[Annotated[Ref, or_just("id", Ref)]] = ()
    names: Many[Text] = ()
    within: Ref | None = None
    x: Free = RecordField(default_factory=dict)


SCHEMA = Schema(Note)
VALIDATOR = Draft202012Validator(SCHEMA.json_schema())
LEAST: dict[str, Any] = {"id": "a-note", "day": "2024-11-13", "topics": ["korea"]}


def read(**fields: object) -> Note:
    outcome = SCHEMA.read(LEAST | fields, path="a.md")
    assert outcome.problems == ()
    assert isinstance(outcome.value, Note)
    return outcome.value


def faults(**fields: object) -> tuple[Problem, ...]:
    outcome = SCHEMA.read(LEAST | fields, path="a.md")
    assert outcome.value is None
    return outcome.problems


def fault(**fields: object) -> tuple[str, str, str]:
    (problem,) = faults(**fields)
    return problem.code, problem.message, problem.hint


def test_a_record_holds_checked_values() -> None:
    note = read(topics=["korea", "nuclear-arms"], rank="2", names=["  Kim Jong Un "])

    assert note.day == parse_date("2024-11-13")
    assert note.topics == ("korea", "nuclear-arms")
    assert (note.rank, note.names, note.kind, note.open) == (2, ("Kim Jong Un",), "quote", False)


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        read().rank = 3  # type: ignore[misc]


def test_a_single_item_may_stand_for_a_list() -> None:
    assert read(topics="korea").topics == ("korea",)
    assert read(sources="nato-1").sources == (Ref(id="nato-1"),)
    assert read(sources={"id": "nato-1", "locator": "p. 4"}).sources[0].locator == "p. 4"


def test_a_record_may_be_written_as_its_key() -> None:
    assert read(source="nato-1").source == Ref(id="nato-1") == read(source={"id": "nato-1"}).source
    assert read(sources=["a", {"id": "b"}]).sources == (Ref(id="a"), Ref(id="b"))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param({"a": None, "b": 1}, {"b": 1}, id="key"),
        pytest.param({"a": [{"b": None}]}, {"a": [{}]}, id="deep"),
        pytest.param([None], [None], id="an-item-stays-and-is-refused"),
    ],
)
def test_a_key_with_nothing_behind_it_is_not_stated(value: object, expected: object) -> None:
    assert without_empty(value) == expected


def test_keys_with_nothing_behind_them_are_as_if_they_were_left_out() -> None:
    nothing = {"kind": None, "link": None, "names": None, "source": {"id": "a", "locator": None}}

    assert read(**nothing, x=None) == read(source="a")
    assert read(link=None, x={"a": None, "b": [{"c": None}]}) == read(x={"b": [{}]})


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"topcis": ["korea"]},
            ("unknown-key", "'topcis' is not a key here", "did you mean 'topics'?"),
        ),
        (
            {"sources": [{"id": "a", "locater": "p. 4"}]},
            ("unknown-key", "'locater' is not a key here", "did you mean 'locator'?"),
        ),
        (
            {"within": {"id": "a", "zzz": "p. 4"}},
            ("unknown-key", "'zzz' is not a key here", "known: id, locator"),
        ),
        ({"day": None}, ("missing-field", "'day' is missing", "add a line `day: …`")),
        ({"source": {}}, ("missing-field", "'id' is missing", "add a line `id: …`")),
        (
            {"kind": "qoute"},
            (
                "bad-value",
                "'qoute' is not one of the words for 'kind'",
                "write 'quote' or 'paraphrase'",
            ),
        ),
        ({"topics": []}, ("bad-value", "'topics' needs at least one item", "")),
        ({"topics": 5}, ("bad-value", "'topics' needs a list, each item after a dash", "")),
        ({"within": "a"}, ("bad-value", "'within' needs keys and values, one a line", "")),
        ({"rank": "first"}, ("bad-value", "'rank' needs a whole number", "")),
        ({"rank": "1.5"}, ("bad-value", "'rank' needs a whole number", "")),
        ({"x": "y"}, ("bad-value", "'x' needs keys and values, one a line", "")),
    ],
)
def test_a_mistake_is_said_in_an_editors_words(
    fields: dict[str, object], expected: tuple[str, str, str]
) -> None:
    assert fault(**fields) == expected


@pytest.mark.parametrize(
    ("fields", "code", "words"),
    [
        ({"day": "Nov. 13"}, "bad-date", "'Nov. 13' is not a date; write year, month and day"),
        ({"day": 2024}, "bad-date", "a date is expected here, such as 2024-11-13"),
        ({"id": "Mark Rutte"}, "bad-id", "'Mark Rutte' is not an id; write small letters"),
        ({"id": "a--b"}, "bad-id", "'a--b' is not an id"),
        ({"id": "a\n"}, "bad-id", "is not an id"),
        ({"id": "é"}, "bad-id", "is not an id"),
        ({"id": "a" * 101}, "bad-id", "is not an id"),
        ({"id": 5}, "bad-id", "an id is expected here"),
        ({"link": "example.org"}, "bad-address", "write it whole, beginning with https://"),
        ({"link": "javascript:alert(1)"}, "bad-address", "is not a web address"),
        ({"link": "https://"}, "bad-address", "is not a web address"),
        ({"link": "https://a b"}, "bad-address", "is not a web address"),
        ({"names": " "}, "bad-value", "text is expected here"),
        ({"names": ["a", True]}, "bad-value", "not true or false; put it in quotes"),
    ],
)
def test_a_bad_word_says_what_to_write(fields: dict[str, object], code: str, words: str) -> None:
    found, message, _ = fault(**fields)

    assert found == code
    assert words in message


@pytest.mark.parametrize("word", ["yes", "no", "on", "True", "1", 1, 0, "true"])
def test_only_true_and_false_are_truths(word: object) -> None:
    assert "is neither true nor false; write one of them" in fault(open=word)[1]


@pytest.mark.parametrize("value", [True, False])
def test_true_and_false_are_truths(value: bool) -> None:  # noqa: FBT001
    assert read(open=value).open is value


def test_all_mistakes_are_told_at_once_each_at_its_place() -> None:
    problems = SCHEMA.read(
        {"id": "A", "topics": ["korea", "Bad One"], "x": {}, "y": 1},
        path="a.md",
        under=("notes", 2),
    ).problems

    assert {(problem.code, problem.at) for problem in problems} == {
        ("bad-id", Location("a.md", field=("notes", 2, "id"))),
        ("missing-field", Location("a.md", field=("notes", 2, "day"))),
        ("bad-id", Location("a.md", field=("notes", 2, "topics", 1))),
        ("unknown-key", Location("a.md", field=("notes", 2, "y"))),
    }


def test_a_list_is_not_too_short_because_an_item_is_wrong() -> None:
    assert fault(topics=["Bad One"])[0] == "bad-id"


@pytest.mark.parametrize("value", [None, "text", [1], 5])
def test_a_document_of_another_shape_is_refused(value: object) -> None:
    (problem,) = SCHEMA.read(value, path="a.md").problems

    assert problem.message == "the document needs keys and values, one a line"


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("antony-blinkin", ["mark-rutte", "antony-blinken"], "did you mean 'antony-blinken'?"),
        ("zzz", ["mark-rutte"], ""),
        ("anything", [], ""),
    ],
)
def test_the_nearest_known_word_is_suggested(word: str, known: list[str], hint: str) -> None:
    assert nearest(word, known) == hint


def test_the_json_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA.json_schema())


dates = (
    st.sampled_from(
        ["2024", "2024-11", "2024-11-13", "2024-11-12/13", "2024-11-28/12-02", "2024/2025"]
    )
    | st.sampled_from(["2024-11-13T09:00Z", "2024-11-13 09:00 +01:00", "2024-11-13t09:00:30.5z"])
    | st.sampled_from(["2024-11-13T09:00", "Nov. 13", "", "20241", "2024/11", "2024-11-12/3"])
    | st.dates(date(2000, 1, 1)).map(str)
)
ids = st.sampled_from(["korea", "a-1", "A", "a b", "", "a" * 101])
refs = ids | st.fixed_dictionaries({"id": ids}, optional={"locator": st.sampled_from(["p", " "])})
values = st.fixed_dictionaries(
    {"id": ids, "day": dates, "topics": ids | st.lists(ids, max_size=2)},
    optional={
        "kind": st.sampled_from(["quote", "paraphrase", "word", None]),
        "open": st.sampled_from([True, False, "yes", None]),
        "rank": st.integers() | st.none(),
        "link": st.sampled_from(["https://a.example/x", "http://a", "a.example", "https://", None]),
        "source": refs | st.none(),
        "sources": refs | st.lists(refs, max_size=2) | st.none(),
        "names": st.sampled_from(["a", " ", ["a", "b"], [], [""], None]),
        "within": refs | st.none(),
        "x": st.sampled_from([{}, {"any": ["thing"]}, "text", None]),
        "y": st.just("unknown"),
    },
)


@settings(max_examples=400)
@given(values)
@example(LEAST | {"topics": "korea"})
@example(LEAST | {"names": None})
@example(LEAST | {"day": "2024-11-13 09:00 +01:00"})
def test_editors_tools_take_and_refuse_the_same_documents(value: dict[str, object]) -> None:
    problems = SCHEMA.read(value, path="a.md").problems

    assert VALIDATOR.is_valid(value) is (problems == ())


@given(dates)
def test_the_form_of_a_date_is_the_same_for_editors_tools(text: str) -> None:
    assert VALIDATOR.is_valid(LEAST | {"day": text}) is not bool(
        SCHEMA.read(LEAST | {"day": text}, path="a.md").problems
    )
