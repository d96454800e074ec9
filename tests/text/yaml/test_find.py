import pytest
import yaml

from generator.diagnostics import FieldPath
from generator.text.yaml import nodes as yaml_nodes
from generator.text.yaml.nodes import find


@pytest.fixture(params=[yaml.CSafeLoader, yaml.SafeLoader], ids=["in-c", "in-python"])
def _either_loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_nodes, "_LOADER", request.param)


_PLACES = """\
title: US
topics: korea
places: [kyiv, "Seoul"]  # two
dek: >
  Folded
  text.
source: {id: r-1, locator: p. 4}
empty:
claims:
  claim: c-1
  stance: asserts
statements:
  - id: nk-1
    source: r-1   # as a word
    text: "x
      y"
  - plain
"""


@pytest.mark.usefixtures("_either_loader")
@pytest.mark.parametrize(
    ("field", "expected"),
    [
        pytest.param(("title",), (1, 8, "US"), id="text"),
        pytest.param(("topics",), (2, 9, "korea"), id="word-for-a-list"),
        pytest.param(("topics", 0), (2, 9, "korea"), id="only-item-of-that-list"),
        pytest.param(("topics", 1), (2, 1, "topics"), id="no-second-item"),
        pytest.param(("places", 1), (3, 16, '"Seoul"'), id="item-in-brackets"),
        pytest.param(("places",), (3, 9, '[kyiv, "Seoul"]'), id="list-in-brackets"),
        pytest.param(("places", 7), (3, 1, "places"), id="missing-item"),
        pytest.param(("dek",), (4, 6, ">"), id="block-of-text"),
        pytest.param(("source", "locator"), (7, 28, "p. 4"), id="key-in-braces"),
        pytest.param(("source",), (7, 9, "{id: r-1, locator: p. 4}"), id="mapping-in-braces"),
        pytest.param(("empty",), (8, 1, "empty"), id="nothing-is-shown-by-its-key"),
        pytest.param(("empty", "id"), (8, 1, "empty"), id="within-nothing"),
        pytest.param(("claims", 0, "stance"), (11, 11, "asserts"), id="record-for-a-list"),
        pytest.param(("claims", 0, "note"), (9, 1, "claims"), id="missing-in-that-record"),
        pytest.param(("claims",), (10, 3, "claim: c-1"), id="mapping-on-lines"),
        pytest.param(("statements", 0), (13, 5, "id: nk-1"), id="list-item"),
        pytest.param(("statements", 0, "speaker"), (13, 5, "id: nk-1"), id="missing-in-an-item"),
        pytest.param(("statements", 0, "source", "id"), (14, 13, "r-1"), id="word-for-a-record"),
        pytest.param(("statements", 0, "text"), (15, 11, '"x'), id="text-over-two-lines"),
        pytest.param(("statements", 1, "id"), (17, 5, "plain"), id="item-for-a-record"),
        pytest.param(("published",), (1, 1, "title: US"), id="missing-at-the-top"),
        pytest.param((), (1, 1, "title: US"), id="the-document"),
    ],
)
def test_a_value_is_found_by_its_path(field: FieldPath, expected: tuple[int, int, str]) -> None:
    line, column, words = expected

    assert find(_PLACES, field) == (line, column, len(words))
    assert _PLACES.split("\n")[line - 1][column - 1 :].startswith(words)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (("title",), (5, 1, 5)),
        (("source", "locator"), (11, 19, 7)),
        (("statements", 0, "text"), (19, 5, 4)),
        (("topics", 0), (6, 1, 6)),
    ],
)
def test_a_key_is_found_by_its_path(field: FieldPath, expected: tuple[int, int, int]) -> None:
    assert find(_PLACES, field, first_line=5, key=True) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("# none", None),
        ("\0", None),
        ("a: b\nc: [", (1, 4, 1)),
        ("a: b\na: c", (1, 4, 1)),
    ],
)
def test_a_value_is_found_as_far_as_the_text_can_be_read(
    text: str, expected: tuple[int, int, int] | None
) -> None:
    assert find(text, ("a",)) == expected
