import pytest

from generator.model.draft import RegistryKind, SourceFile
from generator.pipeline.parse import RECORDS, parse_registry

PERSON = "id: ana\nname: Ana Petrova\n"


def file(name: str, text: str) -> SourceFile:
    return SourceFile(f"content/{name}", name, text)


def test_a_file_may_hold_one_record_alone() -> None:
    outcome = parse_registry("officials", file("officials/ana.yaml", PERSON))

    assert outcome.problems == ()
    (entry,) = outcome.value or ()
    assert (entry.record.name, entry.field) == ("Ana Petrova", ())
    assert (entry.path, entry.name) == ("content/officials/ana.yaml", "officials/ana.yaml")


def test_a_file_may_hold_a_list_of_records() -> None:
    text = "- {id: arms, name: Arms}\n- {id: grain, name: Grain}\n"

    entries = parse_registry("topics", file("topics.yaml", text)).value or ()

    assert [(one.record.id, one.field) for one in entries] == [("arms", (0,)), ("grain", (1,))]


def test_a_wrong_record_does_not_hide_the_others() -> None:
    text = "- {id: arms, name: Arms}\n- {id: Grain}\n- {id: ports, name: Ports}\n"

    outcome = parse_registry("topics", file("topics.yaml", text))

    assert [one.record.id for one in outcome.value or ()] == ["arms", "ports"]
    assert {(one.code, one.at.field) for one in outcome.problems} == {
        ("bad-id", (1, "id")),
        ("missing-field", (1, "name")),
    }


@pytest.mark.parametrize("text", ["", "# none yet\n", "[]\n"], ids=["empty", "comment", "list"])
def test_a_registry_may_be_empty(text: str) -> None:
    outcome = parse_registry("claims", file("claims.yaml", text))

    assert (outcome.value, outcome.problems) == ((), ())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("- id: a\n  name: US: x\n", "yaml-syntax", id="syntax"),
        pytest.param("just words\n", "bad-value", id="words"),
        pytest.param("- [a, b]\n", "bad-value", id="list-in-a-list"),
        pytest.param("- &a {id: a, name: A}\n", "yaml-anchor", id="anchor"),
    ],
)
def test_what_is_no_registry_is_an_error(text: str, code: str) -> None:
    outcome = parse_registry("topics", file("topics.yaml", text))

    assert outcome.value == ()
    assert [one.code for one in outcome.problems] == [code]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("officials", PERSON),
        ("organizations", "id: estara-mfa\nname: Ministry\n"),
        ("topics", "id: arms\nname: Arms\n"),
        ("places", "id: oslo\nname: Oslo\ncountry: NO\nlat: 59.9\nlon: 10.7\n"),
        ("sources", "id: transcript\n"),
        ("claims", "id: c1\ntext: They met\n"),
        ("glossary", "term: ICBM\ndefinition: A missile\n"),
    ],
)
def test_every_registry_has_its_own_record(kind: RegistryKind, text: str) -> None:
    outcome = parse_registry(kind, file(f"{kind}.yaml", text))

    assert outcome.problems == ()
    (entry,) = outcome.value or ()
    assert type(entry.record) is RECORDS[kind]


def test_a_country_code_of_two_letters_is_no_truth_value() -> None:
    text = "id: oslo\nname: Oslo\ncountry: NO\n"

    (entry,) = parse_registry("places", file("places.yaml", text)).value or ()

    assert entry.record.country == "NO"
